import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.desktop.fields import LineField, LongField
from tests.desktop.sheet import Sheet


def test_what_is_typed_is_in_the_plan_at_once(sheet: Sheet) -> None:
    line = sheet.put(LineField, "call.title")
    long = sheet.put(LongField, "case.why_now")
    sheet.show()
    sheet.type(line, "Łódź & Söhne <dept>")
    sheet.type(long, "株式会社")
    assert sheet.read("call.title") == "Łódź & Söhne <dept>"
    assert sheet.read("case.why_now") == "株式会社"


def test_a_text_keeps_its_lines_and_its_no_break_spaces(sheet: Sheet) -> None:
    text = "Spreads:\n\n98\u00a0000 €\n\tper year "
    sheet.plan(**{"case.why_now": text})
    field = sheet.put(LongField, "case.why_now")
    sheet.show()
    assert field.value == text
    field.setFocus()
    sheet.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    sheet.press(Qt.Key.Key_Return)
    assert sheet.read("case.why_now") == "\n" + text


def test_pasted_formatting_is_left_behind(sheet: Sheet) -> None:
    field = sheet.put(LongField, "case.why_now")
    sheet.show()
    field.setFocus()
    QApplication.clipboard().setText("R&D <b>dept</b>")
    sheet.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert sheet.read("case.why_now") == "R&D <b>dept</b>"


def test_tab_moves_on_instead_of_indenting(sheet: Sheet) -> None:
    first = sheet.put(LongField, "case.why_now")
    second = sheet.put(LongField, "case.why_us")
    sheet.show()
    first.setFocus()
    sheet.press(Qt.Key.Key_Tab)
    assert second.hasFocus()
    sheet.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert first.hasFocus()
    assert sheet.read("case.why_now") == ""


def test_a_long_text_grows_with_its_lines_until_it_scrolls(sheet: Sheet) -> None:
    field = sheet.put(LongField, "case.why_now")
    sheet.show()
    two_lines = field.height()
    line = field.fontMetrics().lineSpacing()
    field.setFocus()
    for _ in range(4):
        sheet.press(Qt.Key.Key_Return)
    assert 3 * line - 2 <= field.height() - two_lines <= 3 * line + 6
    assert field.verticalScrollBar().maximum() == 0
    sheet.document.edit("case.why_now", "\n".join("x" * 30 for _ in range(40)))
    assert 12 * line <= field.height() <= 13 * line + 12
    assert field.verticalScrollBar().maximum() > 0
    sheet.document.edit("case.why_now", "")
    assert field.height() == two_lines


def test_a_text_that_wraps_is_shown_whole(sheet: Sheet) -> None:
    field = sheet.put(LongField, "case.why_now")
    sheet.show()
    sheet.document.edit("case.why_now", "Retail contracts from March carry penalties for late pallets. " * 6)
    wide = field.height()
    assert field.verticalScrollBar().maximum() == 0
    sheet.root.resize(350, 500)
    sheet.qtbot.waitUntil(lambda: field.height() > wide and field.verticalScrollBar().maximum() == 0)


def test_ten_thousand_characters_are_held(sheet: Sheet) -> None:
    text = "word " * 2_000
    field = sheet.put(LongField, "case.why_now")
    sheet.show()
    sheet.document.edit("case.why_now", text)
    assert field.value == text
    field.setFocus()
    sheet.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    sheet.press(Qt.Key.Key_X)
    assert sheet.read("case.why_now") == f"{text}x"


def test_a_line_keeps_its_cursor_while_it_is_typed_in(sheet: Sheet) -> None:
    sheet.plan(**{"call.title": "Line walk"})
    field = sheet.put(LineField, "call.title")
    sheet.show()
    field.setFocus()
    field.setCursorPosition(4)
    sheet.press(Qt.Key.Key_S)
    assert sheet.read("call.title") == "Lines walk"
    assert field.cursorPosition() == 5
    sheet.document.changed.emit("")
    assert field.cursorPosition() == 5


@pytest.mark.parametrize("width", range(1, 40))
def test_a_box_no_wider_than_its_scroll_bar_is_fitted_all_the_same(width: int, qtbot: QtBot) -> None:
    """Its text has no room beside the bar, and seems to fit where none is left to wrap in."""
    field = LongField()
    qtbot.addWidget(field)
    field.setPlainText("the list, " * 40)
    field.setMinimumWidth(0)
    field.show()

    for each in (600, width, 600):
        field.resize(each, field.height())

    assert field.height() < 12 * field.fontMetrics().lineSpacing()
