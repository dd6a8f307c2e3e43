"""A test's window lives until the test is over, whatever is made meanwhile; then nothing of it is left."""

import weakref
from collections import Counter

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.exchange.sample import sample_preparation
from tests.desktop.fakes import NOW
from tests.desktop.walk_story import WalkStory
from tests.left_over import let_go

MANY = 100_000
"""So many objects that Python's own collector would go through those of the test many times."""


class SelfHeld(QWidget):
    """A window that nothing but itself holds, as any is whose test has returned."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


class Making(QWidget):
    """A window that makes much while it is painted."""

    made = 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        self.made += len([[number] for number in range(MANY)])


def _walk_through_a_plan(qtbot: QtBot) -> None:
    """Do what a test does, and what is done after it: its window is closed while forms are still built."""
    story = WalkStory(qtbot, sample_preparation(NOW.date()))
    story.page.ask_in_one_form(True)
    story.page.go_to_field("fear.avoiding")
    page = story.page
    del story
    QApplication.processEvents()
    page.close()
    page.deleteLater()


def test_a_window_that_only_holds_itself_is_not_deleted_while_qt_paints(qtbot: QtBot) -> None:
    window, making = SelfHeld(), Making()
    qtbot.addWidget(making)
    for each in (window, making):
        with qtbot.waitExposed(each):
            each.show()
    held, before = weakref.ref(window), making.made
    del window, each
    making.update()

    QApplication.processEvents()

    assert making.made > before
    left = held()
    assert left is not None
    left.close()
    del left
    let_go()
    assert held() is None


def test_as_many_widgets_are_left_after_thirty_windows_as_after_ten(qtbot: QtBot) -> None:
    left: list[Counter[str]] = []
    for _ in range(30):
        _walk_through_a_plan(qtbot)
        let_go()
        left.append(Counter(type(each).__name__ for each in QApplication.allWidgets()))

    assert left[29] == left[9]
