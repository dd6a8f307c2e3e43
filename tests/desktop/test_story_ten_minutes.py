"""Ten minutes before a call: the essential questions by keyboard, to a printed page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from planner.coaching.progress import missing_essentials
from planner.desktop.page import printing
from planner.desktop.page.pdf_pages import page_sizes
from planner.desktop.ten_minutes.ten_minute_end import TenMinuteEnd
from tests.desktop.answering import answer_every_question_in_sight, focused
from tests.desktop.conftest import OpenWindow
from tests.desktop.walk_story import STEP
from tests.documents.reading import text_of


def test_a_ten_minute_plan_is_answered_by_keyboard_and_printed(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_window()
    page.new_plan("Hexley & Marr").leave()
    walk = page.ten_minute_plan("Tarn Valley Water")
    walk.take_keys()
    for number in range(STEP["review"] + 1):
        assert walk.step == number
        answer_every_question_in_sight(walk)
        walk.press("Ctrl+PgDown")
    assert missing_essentials(walk.preparation) == ()
    walk.wait_until(lambda: "30 of 30 answered" in walk.ten_minutes_text)

    assert walk.window.open is not None
    end = walk.window.open.walk.form.findChild(TenMinuteEnd)
    assert end is not None
    assert end.heading.text() == "Good enough: print it"
    walk.press("Ctrl+PgUp")
    walk.press("Ctrl+PgDown")
    while focused() is not end.print:
        assert walk.window.open.walk.form.isAncestorOf(focused()), "Tab leads to the button"
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    printed = tmp_path / "printed.pdf"
    monkeypatch.setattr(printing, "ask_for_printer", lambda pdf, title, _window: _into(printed, pdf, title))
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    walk.wait_until(printed.exists)
    assert len(page_sizes(printed.read_bytes())) == 1

    target = tmp_path / "call plan.pdf"
    walk.export(monkeypatch, target)
    text = text_of(target.read_bytes())
    assert "Tarn Valley Water" in text
    for unanswered in ("Whom do we meet", "What is, what it costs them", "What happens in which minute"):
        assert unanswered not in text, "the page asks nothing any more that was asked on the way"
    page.close()


def _into(path: Path, pdf: bytes, title: str) -> QPrinter:
    printer = printing.printer_for(pdf, title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer
