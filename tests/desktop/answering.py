"""Answering the questions of a step with the keys alone."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.desktop.editing.detail import DetailSection
from planner.desktop.fields import RowsField
from tests.desktop.page_objects import WalkPageObject
from tests.desktop.whole_plan import give_keys, is_unanswered


def answer_every_question_in_sight(walk: WalkPageObject) -> None:
    """Tab through a step; answer what is blank, give an empty list its first row."""
    assert walk.window.open is not None
    form = walk.window.open.walk.form
    for number in range(200):
        QApplication.processEvents()
        at = focused()
        if not form.isAncestorOf(at):
            return
        if rows := _empty_list_of(at):
            QTest.keyClick(at, Qt.Key.Key_Space)
            walk.wait_until(partial(_has_its_first_row, rows))
            continue
        if is_unanswered(at) and not isinstance(at.parentWidget(), DetailSection):
            give_keys(at, number)
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    raise AssertionError("Tab never leaves the form")


def _empty_list_of(button: QWidget) -> RowsField | None:
    """Return the list that the button adds to, if it is still empty."""
    rows = button.parentWidget()
    if isinstance(rows, RowsField) and rows.add_button is button and not rows.frames:
        return rows
    return None


def _has_its_first_row(rows: RowsField) -> bool:
    return len(rows.frames) == 1 and rows.frames[0].isAncestorOf(focused())


def focused() -> QWidget:
    """Return what has the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
