"""What a person sees and does on Today, without its widgets."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coaching.week.today_line import TodayLine
from planner.desktop.today.asking_popup import AskingPopup
from planner.desktop.today.today_model import TodayList
from planner.desktop.today.today_page import TodayPage
from tests.desktop.page_objects import WindowPage


class TodayPageObject(WindowPage):
    """The window on Today."""

    @property
    def page(self) -> TodayPage:
        return self.window.today.page

    @property
    def lines(self) -> list[str]:
        """Headings as they are, lines as `what | when | aside | chip`."""
        return [self._line(at) for at in range(self._rows.rowCount())]

    @property
    def headings(self) -> list[str]:
        return [line for line in self.lines if " | " not in line]

    @property
    def spoken(self) -> list[str]:
        """What a screen reader says of each row."""
        rows = (self._rows.index(at) for at in range(self._rows.rowCount()))
        return [str(row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]

    @property
    def chosen(self) -> str:
        """The first words of the line chosen; "" if none is."""
        line = self.page.chosen
        return "" if line is None else self._rows.words_of(line).what[0]

    @property
    def offered(self) -> list[str]:
        """What the buttons under the list say."""
        return self.page.view.offers.texts

    @property
    def done(self) -> bool:
        """Whether it says that it is done for today."""
        return self.page.view.done.isVisible()

    @property
    def note(self) -> str:
        """What stands where there are no lines; "" while there are some."""
        return self.page.view.note.text() if self.page.view.note.isVisible() else ""

    @property
    def day(self) -> str:
        return self.page.view.day.text()

    @property
    def counts(self) -> str:
        """What is on the page, in a line."""
        return self.page.view.counts.text()

    @property
    def popup(self) -> AskingPopup | None:
        """The question that is asked; None while none is."""
        found = (popup for popup in self.page.findChildren(AskingPopup) if popup.isVisible())
        return next(found, None)

    @property
    def in_sidebar(self) -> str:
        """What the sidebar says of Today, "Today, 3"."""
        places = self.window.area.sidebar.places.model()
        return str(places.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))

    def wait_for(self, *beginnings: str) -> None:
        """Wait until the lines, without their headings, are those that begin so, in this order."""

        def there() -> bool:
            shown = [line for line in self.lines if " | " in line]
            return len(shown) == len(beginnings) and all(map(str.startswith, shown, beginnings))

        self.wait_until(there)

    def choose_line(self, beginning: str) -> None:
        """Go to a line with the arrow keys, as far as they lead."""
        QTest.keyClick(self.page.list, Qt.Key.Key_Home)
        for _step in range(self._rows.rowCount() + 1):
            if self.chosen.startswith(beginning):
                return
            QTest.keyClick(self.page.list, Qt.Key.Key_Down)
        raise AssertionError(f"{beginning} is not among {self.lines}")

    def key(self, key: Qt.Key) -> None:
        """Press a key in the list."""
        QTest.keyClick(self.page.list, key)

    def press_done(self) -> None:
        """Do the chosen line with its key."""
        self.key(Qt.Key.Key_Space)

    def answer(self, text: str) -> None:
        """Type into the question that is asked, and press Enter."""
        popup = self.popup
        assert popup is not None
        popup.line.clear()
        QTest.keyClicks(popup.line, text)
        QTest.keyClick(popup.line, Qt.Key.Key_Return)
        QApplication.processEvents()
        if self.popup is None:
            self.take_keys()

    def wait_message(self, beginning: str) -> None:
        """Wait until the message bar says so."""
        self.wait_until(lambda: self.message.startswith(beginning))

    def wait_at_rest(self) -> None:
        """Wait until all that was asked for in the background is there."""
        self.wait_until(lambda: self.window._jobs.wait(0))
        QApplication.processEvents()

    def line(self, beginning: str) -> TodayLine:
        """Return the line whose first words begin so."""
        for at in range(self._rows.rowCount()):
            line = self._rows.line_at(self._rows.index(at))
            if line is not None and self._rows.words_of(line).what[0].startswith(beginning):
                return line
        raise AssertionError(f"{beginning} is not among {self.lines}")

    @property
    def _rows(self) -> TodayList:
        model = self.page.list.model()
        assert isinstance(model, TodayList)
        return model

    def _line(self, at: int) -> str:
        index = self._rows.index(at)
        line = self._rows.line_at(index)
        if line is None:
            return self._rows.heading_at(index)
        words = self._rows.words_of(line)
        parts = (*words.what, *words.when, words.aside, words.chip)
        return " | ".join(part for part in parts if part)
