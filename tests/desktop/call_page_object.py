"""The call on the screen: what one sees and presses there."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from planner.desktop.frame.window import MainWindow
from planner.desktop.rehearsal.item_view import ItemView
from planner.desktop.rehearsal.page import RehearsalPage
from planner.desktop.rehearsal.words import SizedText
from tests.desktop.stage import Clock


class CallPageObject:
    """The view of a call that fills a window."""

    def __init__(self, window: MainWindow, clock: Clock) -> None:
        self.window = window
        self.clock = clock

    @property
    def page(self) -> RehearsalPage:
        found = self.window.around_the_call.rehearsals.page
        assert found is not None, "no call fills the window"
        return found

    @property
    def shown(self) -> bool:
        return self.window.around_the_call.rehearsals.page is not None

    @property
    def item(self) -> str:
        """The item led now, as it is shown."""
        return self._view.topic.text()

    @property
    def item_clock(self) -> str:
        self.page.show_time()
        return self._view.clock.text()

    @property
    def total(self) -> str:
        self.page.show_time()
        return f"{self.page.total.text()}, {self.page.state.text()}"

    @property
    def words(self) -> str:
        """All that can be read."""
        return "\n".join(one.text() for one in self.page.findChildren(SizedText) if one.isVisible())

    @property
    def ticked(self) -> list[str]:
        """The questions with a tick."""
        ticks = self.page.findChildren(QCheckBox)
        return [one.accessibleName().partition(": ")[2] for one in ticks if one.isChecked()]

    def sleep(self, time: dt.timedelta) -> None:
        """Let time pass as it does while the computer sleeps: without a beat."""
        self.clock.go_on(time)

    @property
    def question(self) -> str:
        """What is asked about a gap; "" if nothing is."""
        line = self.page.gap_line
        return line.question.text() if line.isVisible() else ""

    def answer(self, *, part_of_call: bool) -> None:
        """Say whether the gap was part of the call."""
        line = self.page.gap_line
        QTest.mouseClick(line.yes if part_of_call else line.no, Qt.MouseButton.LeftButton)

    def go_on(self, time: dt.timedelta) -> None:
        """Let time pass, with a beat of the page's clock each minute at least."""
        while time > dt.timedelta():
            step = min(time, dt.timedelta(minutes=1))
            self.clock.go_on(step)
            self.page.go_on()
            time -= step

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keys go."""
        target = self.page.note_line if self.page.note_line.isVisible() else self.page
        QTest.keyClick(target, key, modifier)

    def note(self, text: str) -> None:
        """Note something with the keys alone."""
        self.press(Qt.Key.Key_N)
        QTest.keyClicks(self.page.note_line, text)
        self.press(Qt.Key.Key_Return)

    def click(self, question: str) -> None:
        """Tick a question with the mouse."""
        found = (one for one in self.page.findChildren(QCheckBox) if one.accessibleName().endswith(question))
        QTest.mouseClick(next(found), Qt.MouseButton.LeftButton)

    @property
    def _view(self) -> ItemView:
        return self.page.items[self.page.clock.item]
