"""The walk by keyboard alone: from an empty library to a page, without a mouse."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from planner.coaching.progress import missing_essentials
from planner.desktop.editing.form_fields import STEPS
from planner.desktop.plans.new_plan import NewPlanDialog
from tests.desktop.answering import answer_every_question_in_sight, focused
from tests.desktop.conftest import OpenWindow
from tests.desktop.page_objects import WalkPageObject

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
        answer_every_question_in_sight(walk)
        if number < REVIEW:
            walk.press("Ctrl+PgDown")
    assert missing_essentials(walk.preparation) == ()

    target = tmp_path / "by keyboard.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    _tab_to_button(walk, "exportButton")
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    walk.wait_until(target.exists)
    assert len(PdfReader(target).pages) == 1

    walk.press("Ctrl+PgDown")
    assert walk.step == len(STEPS) - 1
    walk.press("Ctrl+PgUp")
    assert walk.step == REVIEW
    page.close()


def _tab_to_button(walk: WalkPageObject, name: str) -> None:
    walk.press("Ctrl+PgUp")
    walk.press("Ctrl+PgDown")
    for _ in range(100):
        if isinstance(at := focused(), QPushButton) and at.objectName() == name:
            return
        QTest.keyClick(at, Qt.Key.Key_Tab)
        QApplication.processEvents()
    raise AssertionError(f"Tab never reaches {name}")
