import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from planner.desktop.fields import AmountField, ContactField, LineField, LongField
from tests.desktop.sheet import Sheet, keys_go_to

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (LineField, "call.title"),
        (LongField, "case.why_now"),
        (ContactField, "ask.primary.actor"),
        (AmountField, "price.floor"),
    ],
)
def test_the_undo_keys_undo_the_plan_from_inside_any_text(
    sheet: Sheet, kind: type[QWidget], path: str
) -> None:
    blank = sheet.read(path)
    field = sheet.put(kind, path)
    sheet.show()
    sheet.type(field, "12")
    typed = sheet.read(path)
    sheet.press(Qt.Key.Key_Z, CTRL)
    assert sheet.read(path) == blank
    sheet.press(Qt.Key.Key_Y, CTRL)
    assert sheet.read(path) == typed
    sheet.press(Qt.Key.Key_Z, CTRL)
    sheet.press(Qt.Key.Key_Z, CTRL, SHIFT)
    assert sheet.read(path) == typed


@pytest.mark.parametrize("kind", [LineField, LongField])
def test_the_windows_undo_action_gets_the_key_where_there_is_one(sheet: Sheet, kind: type[QWidget]) -> None:
    field = sheet.put(kind, "case.why_now")
    action = sheet.document.undo_stack.createUndoAction(sheet.root, "Undo")
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    sheet.root.addAction(action)
    sheet.show()
    sheet.type(field, "Penalties")
    assert action.text() == "Undo typing in case.why_now"
    with sheet.qtbot.waitSignal(action.triggered):
        sheet.press(Qt.Key.Key_Z, CTRL)
    assert sheet.read("case.why_now") == ""


def test_leaving_a_field_ends_its_step(sheet: Sheet) -> None:
    title = sheet.put(LineField, "call.title")
    place = sheet.put(LineField, "call.place")
    sheet.show()
    sheet.type(title, "Line")
    place.setFocus()
    title.setFocus()
    sheet.press(Qt.Key.Key_End)
    sheet.press(Qt.Key.Key_S)
    assert sheet.read("call.title") == "Lines"
    sheet.press(Qt.Key.Key_Z, CTRL)
    assert sheet.read("call.title") == "Line"


def test_the_menu_of_a_line_offers_no_undo_of_its_own(sheet: Sheet) -> None:
    field = sheet.put(LineField, "call.title")
    sheet.show()
    sheet.type(field, "Line")
    middle = field.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, field.mapToGlobal(middle))
    QApplication.sendEvent(field, event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    shown = {action.objectName() for action in menu.actions()}
    menu.close()
    assert "edit-paste" in shown
    assert not shown & {"edit-undo", "edit-redo"}


@pytest.mark.parametrize("kind", [LineField, LongField])
def test_a_word_being_composed_is_not_disturbed_by_a_change_elsewhere(
    sheet: Sheet, kind: type[QWidget]
) -> None:
    field = sheet.put(kind, "case.why_now")
    sheet.show()
    sheet.type(field, "ok ")
    target = keys_go_to(sheet.root)
    QApplication.sendEvent(target, QInputMethodEvent("かぶ", []))
    sheet.document.edit("call.title", "Line walk")
    sheet.document.changed.emit("")
    assert sheet.read("case.why_now") == "ok "
    done = QInputMethodEvent("", [])
    done.setCommitString("株")
    QApplication.sendEvent(target, done)
    assert sheet.read("case.why_now") == "ok 株"
