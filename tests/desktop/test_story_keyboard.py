"""The walk by keyboard alone: from an empty library to a page, without a mouse."""

from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget

from planner.coaching.progress import missing_essentials
from planner.desktop.detail import DetailSection
from planner.desktop.fields import RowsField
from planner.desktop.form_fields import STEPS
from planner.desktop.new_plan import NewPlanDialog
from tests.desktop.conftest import OpenWindow
from tests.desktop.page_objects import WalkPageObject
from tests.desktop.whole_plan import give_keys, is_unanswered

REVIEW = 4


def test_a_plan_is_made_ready_and_exported_without_a_mouse(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_window()
    page.press("Ctrl+N")
    dialog = page.window.findChild(NewPlanDialog)
    assert dialog is not None
    page.wait_until(dialog.client.hasFocus)
    QTest.keyClicks(dialog.client, "Tarn Valley Water")
    QTest.keyClick(dialog.client, Qt.Key.Key_Return)
    page.wait_until(lambda: page.window.open is not None)
    walk = page.walk
    walk.take_keys()

    for number in range(REVIEW + 1):
        assert walk.step == number
        _answer_every_question_in_sight(walk)
        if number < REVIEW:
            walk.press("Ctrl+PgDown")
    assert missing_essentials(walk.preparation) == ()

    target = tmp_path / "by keyboard.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    _tab_to_button(walk, "exportButton")
    QTest.keyClick(_focused(), Qt.Key.Key_Space)
    walk.wait_until(target.exists)
    assert len(PdfReader(target).pages) == 1

    walk.press("Ctrl+PgDown")
    assert walk.step == len(STEPS) - 1
    walk.press("Ctrl+PgUp")
    assert walk.step == REVIEW
    page.close()


def _answer_every_question_in_sight(walk: WalkPageObject) -> None:
    """Tab through a step; answer what is blank, give an empty list its first row."""
    assert walk.window.open is not None
    form = walk.window.open.walk.form
    for number in range(200):
        QApplication.processEvents()
        focused = _focused()
        if not form.isAncestorOf(focused):
            return
        if rows := _empty_list_of(focused):
            QTest.keyClick(focused, Qt.Key.Key_Space)
            walk.wait_until(partial(_has_its_first_row, rows))
            continue
        if is_unanswered(focused) and not isinstance(focused.parentWidget(), DetailSection):
            give_keys(focused, number)
        QTest.keyClick(_focused(), Qt.Key.Key_Tab)
    raise AssertionError("Tab never leaves the form")


def _empty_list_of(focused: QWidget) -> RowsField | None:
    """Return the list that the focused button adds to, if it is still empty."""
    rows = focused.parentWidget()
    if isinstance(rows, RowsField) and rows.add_button is focused and not rows.frames:
        return rows
    return None


def _has_its_first_row(rows: RowsField) -> bool:
    return len(rows.frames) == 1 and rows.frames[0].isAncestorOf(_focused())


def _tab_to_button(walk: WalkPageObject, name: str) -> None:
    walk.press("Ctrl+PgUp")
    walk.press("Ctrl+PgDown")
    for _ in range(100):
        if isinstance(focused := _focused(), QPushButton) and focused.objectName() == name:
            return
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        QApplication.processEvents()
    raise AssertionError(f"Tab never reaches {name}")


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused
