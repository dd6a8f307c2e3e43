import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from planner.desktop.fields import ChoiceField, ContactField, FlagField, LineField, RowsField, YesNoField
from planner.model.client import Contact
from planner.model.conversation import Question
from planner.model.terms import CallKind, Channel
from tests.desktop.sheet import Sheet, inside


def turn_the_wheel(box: QComboBox) -> None:
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)


def test_the_choices_are_those_of_the_model_blank_first(sheet: Sheet) -> None:
    field = sheet.put(ChoiceField, "call.channel")
    sheet.show()
    assert [field.itemText(at) for at in range(field.count())] == ["—", "In person", "Video", "Phone"]
    assert field.value is None
    field.setFocus()
    sheet.press(Qt.Key.Key_V)
    assert sheet.read("call.channel") is Channel.VIDEO
    sheet.press(Qt.Key.Key_Home)
    assert sheet.read("call.channel") is None


def test_a_choice_that_must_be_made_offers_no_blank(sheet: Sheet) -> None:
    field = sheet.put(ChoiceField, "price.simulation.shape")
    sheet.show()
    assert [field.itemText(at) for at in range(field.count())] == ["Triangular", "Pert"]
    assert field.currentText() == "Triangular"


def test_choices_can_be_said_in_other_words(sheet: Sheet) -> None:
    sheet.plan(**{"case.level_of_value": 3})
    field = sheet.put(ChoiceField, "case.level_of_value", captions="Product|Service|Results|Strategic")
    sheet.show()
    assert field.currentText() == "Results"
    field.setCurrentIndex(4)
    assert sheet.read("case.level_of_value") == 4


@pytest.mark.parametrize(("index", "said"), [(0, None), (1, True), (2, False)])
def test_yes_no_and_not_said_are_three_things(sheet: Sheet, index: int, said: bool | None) -> None:  # noqa: FBT001 - a parameter of the test
    field = sheet.put(YesNoField, "client.dream_client")
    sheet.plan(**{"client.dream_client": said is None})
    sheet.show()
    field.setCurrentIndex(index)
    assert sheet.read("client.dream_client") is said


def test_a_tick_is_yes(sheet: Sheet) -> None:
    sheet.plan(**{"conversation.questions": (Question(text="Why now?"),)})
    field = sheet.put(FlagField, "conversation.questions[0].starter")
    sheet.show()
    field.setFocus()
    sheet.press(Qt.Key.Key_Space)
    assert sheet.read("conversation.questions[0].starter") is True
    sheet.document.undo_stack.undo()
    assert not field.isChecked()


def test_the_wheel_over_a_closed_choice_chooses_nothing_with_or_without_the_focus(sheet: Sheet) -> None:
    sheet.plan(**{"call.kind": CallKind.PROSPECTING})
    field = sheet.put(ChoiceField, "call.kind")
    title = sheet.put(LineField, "call.title")
    sheet.show()
    title.setFocus()
    turn_the_wheel(field)
    assert sheet.read("call.kind") is CallKind.PROSPECTING
    assert field.focusPolicy() == Qt.FocusPolicy.StrongFocus, "the wheel does not bring the focus"
    field.setFocus()
    turn_the_wheel(field)
    assert sheet.read("call.kind") is CallKind.PROSPECTING


def test_a_contact_of_the_client_is_offered_and_any_other_name_taken(sheet: Sheet) -> None:
    sheet.plan(**{"client.contacts": (Contact(name="Mara Lindqvist"), Contact(name=""), Contact(name="Ben"))})
    field = sheet.put(ContactField, "ask.primary.actor")
    sheet.show()
    assert [field.itemText(at) for at in range(field.count())] == ["Mara Lindqvist", "Ben"]
    assert field.value == ""
    field.setCurrentIndex(1)
    assert sheet.read("ask.primary.actor") == "Ben"
    sheet.type(field, "Their CFO")
    assert sheet.read("ask.primary.actor") == "Their CFO"


def test_a_contact_added_or_renamed_is_offered_at_once_and_nothing_typed_is_lost(sheet: Sheet) -> None:
    sheet.plan(**{"client.contacts": (Contact(name="Mara"),), "ask.primary.actor": "Mara"})
    field = sheet.put(ContactField, "ask.primary.actor")
    other = sheet.put(ContactField, "ask.fallback.actor")
    rows = sheet.put(RowsField, "call.attendees")
    sheet.show()
    sheet.document.insert_row("call.attendees", 0)
    sheet.type(other, "Ma")
    sheet.document.edit("client.contacts[0].name", "Mara Lindqvist")
    sheet.document.insert_row("client.contacts", 1, Contact(name="Ben"))
    assert [field.itemText(at) for at in range(field.count())] == ["Mara Lindqvist", "Ben"]
    assert field.currentText() == "Mara Lindqvist"
    assert other.currentText() == "Ma"
    assert sheet.read("ask.fallback.actor") == "Ma"
    assert len(inside(rows, LineField)) == 0


def test_a_part_of_one_contacts_name_is_taken_for_that_contact(sheet: Sheet) -> None:
    people = (Contact(name="Mara Lindqvist"), Contact(name="Ben Ode"), Contact(name="Ben Adler"))
    sheet.plan(**{"client.contacts": people})
    field = sheet.put(ContactField, "ask.primary.actor")
    sheet.put(ContactField, "ask.fallback.actor")
    sheet.show()
    for typed, taken in (
        ("mara", "Mara Lindqvist"),
        ("Ben", "Ben"),
        ("Mar", "Mara Lindqvist"),
        ("adler ben", "Ben Adler"),
        ("Ben\u00a0 ADLER", "Ben Adler"),
        ("Be\u00adn Adler", "Ben Adler"),
    ):
        sheet.type(field, typed)
        QTest.keyClick(QApplication.activePopupWidget() or field, Qt.Key.Key_Tab)
        assert sheet.read("ask.primary.actor") == taken
        sheet.document.edit("ask.primary.actor", "")
