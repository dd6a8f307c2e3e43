"""Two contacts of one name: told apart wherever they are offered, asked about where a name leaves it open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.desktop.fields import ContactField, LineField
from planner.desktop.fields.person import PersonField
from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.terms import BuyingRole
from tests.desktop.sheet import Sheet

ACTOR, ACTOR_ID = "ask.primary.actor", "ask.primary.actor_id"
CFO = Contact(id="a", name="Jan Novak", title="CFO")
IT = Contact(id="b", name="Jan Novak", title="IT")
MARA = Contact(id="m", name="Mara Lindqvist", title="Head of supply")


def a_field(sheet: Sheet, *contacts: Contact, **fields: object) -> ContactField:
    sheet.plan(**{"client.contacts": contacts, **fields})
    field = sheet.put(ContactField, ACTOR)
    sheet.put(LineField, "call.title")
    sheet.show()
    return field


def leave(field: ContactField) -> None:
    QTest.keyClick(QApplication.activePopupWidget() or field, Qt.Key.Key_Tab)


def answers(field: ContactField) -> list[str]:
    return [] if field.asking is None else [button.shown_text() for button in field.asking.buttons]


def test_each_is_offered_with_what_tells_them_apart_and_choosing_one_is_one_step(sheet: Sheet) -> None:
    field = a_field(sheet, CFO, MARA, IT)
    offered = [field.itemText(at) for at in range(field.count())]
    assert offered == ["Jan Novak, CFO", "Mara Lindqvist", "Jan Novak, IT"]
    field.setCurrentIndex(2)
    assert (sheet.read(ACTOR), sheet.read(ACTOR_ID)) == ("Jan Novak", "b")
    assert field.currentText() == "Jan Novak, IT"
    sheet.document.undo_stack.undo()
    assert (sheet.read(ACTOR), sheet.read(ACTOR_ID), field.currentText()) == ("", "", "")
    sheet.document.undo_stack.redo()
    assert (sheet.read(ACTOR_ID), field.currentText()) == ("b", "Jan Novak, IT")


@pytest.mark.parametrize(
    ("contacts", "labels"),
    [
        ((CFO, Contact(id="b", name="Jan Novák")), ["Jan Novak", "Jan Novák"]),
        (
            (
                Contact(id="a", name="Jan Novak", title="Buyer", buying_role=BuyingRole.ECONOMIC),
                Contact(id="b", name="jan  novak", title="buyer", buying_role=BuyingRole.COACH),
            ),
            ["Jan Novak, economic", "jan  novak, coach"],
        ),
        (
            (
                Contact(id="a", name="Jan", email="j1@x.example"),
                Contact(id="b", name="Jan", email="j2@x.example"),
            ),
            ["Jan, j1@x.example", "Jan, j2@x.example"],
        ),
        ((Contact(id="a", name="Jan"), Contact(id="b", name="Jan")), ["Jan, no. 1", "Jan, no. 2"]),
    ],
)
def test_title_role_or_address_tells_them_apart(
    sheet: Sheet, contacts: tuple[Contact, ...], labels: list[str]
) -> None:
    field = a_field(sheet, *contacts)
    assert [field.itemText(at) for at in range(field.count())] == labels


def test_a_name_of_two_is_asked_about_under_the_field_and_one_click_answers(sheet: Sheet) -> None:
    field = a_field(sheet, CFO, IT)
    sheet.type(field, "jan novak")
    leave(field)
    assert field.asking is not None
    assert field.asking.question == "Two contacts are called Jan Novak. Who is meant?"
    assert answers(field) == ["CFO", "IT"]
    assert sheet.read(ACTOR_ID) == ""
    field.asking.buttons[1].setFocus()
    QTest.keyClick(field.asking.buttons[1], Qt.Key.Key_Space)
    assert field.hasFocus()
    assert (sheet.read(ACTOR), sheet.read(ACTOR_ID)) == ("Jan Novak", "b")
    assert answers(field) == []
    sheet.document.undo_stack.undo()
    assert sheet.read(ACTOR_ID) == ""
    leave(field)
    assert answers(field) == ["CFO", "IT"]


def test_a_plan_that_leaves_it_open_asks_when_it_is_shown(sheet: Sheet) -> None:
    field = a_field(sheet, CFO, IT, **{ACTOR: "Jan Novak"})
    assert answers(field) == ["CFO", "IT"]
    sheet.document.edit("client.contacts[1].name", "Jan Kral")
    assert answers(field) == []
    assert field.currentText() == "Jan Novak"


def test_another_name_typed_lets_go_of_the_id_and_finds_its_own(sheet: Sheet) -> None:
    field = a_field(sheet, CFO, IT, MARA, **{ACTOR: "Jan Novak", ACTOR_ID: "b"})
    assert field.currentText() == "Jan Novak, IT"
    sheet.type(field, "Mara Lindqvist")
    assert (sheet.read(ACTOR), sheet.read(ACTOR_ID)) == ("Mara Lindqvist", "m")
    sheet.type(field, "Somebody new")
    assert (sheet.read(ACTOR), sheet.read(ACTOR_ID)) == ("Somebody new", "")
    sheet.type(field, "Jan Novak, CFO")
    assert (sheet.read(ACTOR), sheet.read(ACTOR_ID)) == ("Jan Novak", "a")


def test_what_tells_them_apart_follows_the_contacts(sheet: Sheet) -> None:
    field = a_field(sheet, CFO, IT, **{ACTOR: "Jan Novak", ACTOR_ID: "a"})
    sheet.document.edit("client.contacts[0].title", "CEO")
    assert field.currentText() == "Jan Novak, CEO"
    sheet.document.edit("client.contacts[0].name", "Jan Nowak")
    assert (field.currentText(), sheet.read(ACTOR), sheet.read(ACTOR_ID)) == ("Jan Nowak", "Jan Nowak", "a")
    sheet.document.remove_row("client.contacts", 0)
    assert (field.currentText(), sheet.read(ACTOR)) == ("Jan Nowak", "Jan Nowak")


def test_only_the_one_renamed_is_renamed_where_two_bear_the_name(sheet: Sheet) -> None:
    attendees = (Attendee(contact="Jan Novak", contact_id="b"), Attendee(contact="Jan Novak", contact_id="a"))
    sheet.plan(**{"client.contacts": (CFO, IT), "call.attendees": attendees})
    sheet.document.edit("client.contacts[0].name", "Jan Kral")
    assert [attendee.contact for attendee in sheet.read("call.attendees")] == ["Jan Novak", "Jan Kral"]


def test_who_is_typed_with_a_title_is_one_contact_with_one_id(sheet: Sheet) -> None:
    sheet.plan(**{"client.contacts": (CFO, IT), "call.attendees": (Attendee(),)})
    field = PersonField(sheet.root)
    field.setProperty("field", "call.attendees[0].contact")
    column = sheet.root.layout()
    assert column is not None
    column.addWidget(field)
    sheet.show()
    sheet.type(field, "Jan Novak, Sales")
    contacts = sheet.read("client.contacts")
    assert [contact.title for contact in contacts] == ["CFO", "IT", "Sales"]
    (attendee,) = sheet.read("call.attendees")
    assert (attendee.contact, attendee.contact_id) == ("Jan Novak", contacts[2].id)
    assert len({contact.id for contact in contacts}) == 3
    sheet.type(field, "Jan Novak, IT")
    (attendee,) = sheet.read("call.attendees")
    assert (attendee.contact, attendee.contact_id) == ("Jan Novak", "b")


def a_person_field(sheet: Sheet, *contacts: Contact) -> PersonField:
    sheet.plan(**{"client.contacts": contacts, "call.attendees": (Attendee(),)})
    field = sheet.put(PersonField, "call.attendees[0].contact")
    sheet.put(LineField, "call.title")
    sheet.show()
    sheet.type(field, "Mara Lindqvist, Chair")
    return field


def the_attendee(sheet: Sheet) -> tuple[str, str]:
    (attendee,) = sheet.read("call.attendees")
    return attendee.contact, attendee.contact_id


def click(field: ContactField, at: int) -> None:
    assert field.asking is not None
    QTest.mouseClick(field.asking.buttons[at], Qt.MouseButton.LeftButton)


def test_a_title_typed_over_another_one_is_asked_about_and_changes_nothing_before(sheet: Sheet) -> None:
    field = a_person_field(sheet, MARA)
    assert sheet.read("client.contacts") == (MARA,)
    leave(field)
    assert field.asking is not None
    assert field.asking.question == "Mara Lindqvist is Head of supply here. What is Chair?"
    assert answers(field) == ["A new title, in all plans", "Somebody else", "Leave it at Head of supply"]
    assert (field.currentText(), the_attendee(sheet)[0]) == ("Mara Lindqvist, Chair", "Mara Lindqvist, Chair")
    sheet.type(field, "Mara Lindqvist, head of supply")
    leave(field)
    assert (answers(field), the_attendee(sheet)) == ([], ("Mara Lindqvist", "m"))
    assert sheet.read("client.contacts") == (MARA,)


def test_a_title_typed_over_another_one_may_be_the_new_one(sheet: Sheet) -> None:
    field = a_person_field(sheet, MARA)
    leave(field)
    click(field, 0)
    assert [(contact.id, contact.title) for contact in sheet.read("client.contacts")] == [("m", "Chair")]
    assert (the_attendee(sheet), answers(field), field.hasFocus()) == (("Mara Lindqvist", "m"), [], True)
    leave(field)
    assert answers(field) == []
    while sheet.document.undo_stack.canUndo():
        sheet.document.undo_stack.undo()
    assert (sheet.read("client.contacts"), field.currentText()) == ((MARA,), "")


def test_a_title_typed_over_another_one_may_be_of_somebody_else(sheet: Sheet) -> None:
    field = a_person_field(sheet, MARA)
    leave(field)
    click(field, 1)
    first, second = sheet.read("client.contacts")
    assert (first, second.name, second.title) == (MARA, "Mara Lindqvist", "Chair")
    assert the_attendee(sheet) == ("Mara Lindqvist", second.id)
    assert (field.currentText(), answers(field)) == ("Mara Lindqvist, Chair", [])


def test_a_title_typed_over_another_one_may_be_dropped(sheet: Sheet) -> None:
    field = a_person_field(sheet, MARA)
    leave(field)
    click(field, 2)
    assert (sheet.read("client.contacts"), the_attendee(sheet)) == ((MARA,), ("Mara Lindqvist", "m"))
    assert (field.currentText(), answers(field)) == ("Mara Lindqvist", [])


def test_a_title_is_typed_key_by_key_for_who_has_none(sheet: Sheet) -> None:
    field = a_person_field(sheet, Contact(id="m", name="Mara Lindqvist"))
    leave(field)
    assert [(contact.id, contact.title) for contact in sheet.read("client.contacts")] == [("m", "Chair")]
    assert (the_attendee(sheet), answers(field)) == (("Mara Lindqvist", "m"), [])


def test_everybody_who_is_typed_gets_an_id_once(sheet: Sheet) -> None:
    sheet.plan()
    sheet.document.edit("client.contacts[0].name", "A")
    first = sheet.read("client.contacts")[0].id
    sheet.document.edit("client.contacts[0].name", "An")
    sheet.document.finish_edit()
    sheet.document.edit("client.contacts[0].name", "Ann")
    sheet.document.insert_row("client.contacts", 0)
    ids = [contact.id for contact in sheet.read("client.contacts")]
    assert first
    assert ids[1] == first
    assert ids[0] not in {"", first}


def test_tab_takes_the_only_suggestion_left_and_says_who_that_is(sheet: Sheet) -> None:
    field = a_field(sheet, CFO, MARA, IT)
    sheet.type(field, "jan novak, c")
    leave(field)
    assert (sheet.read(ACTOR), sheet.read(ACTOR_ID)) == ("Jan Novak", "a")
    assert (field.currentText(), answers(field)) == ("Jan Novak, CFO", [])
    sheet.type(field, "mara")
    leave(field)
    assert (sheet.read(ACTOR), sheet.read(ACTOR_ID)) == ("Mara Lindqvist", "m")


def test_tab_takes_the_suggestion_chosen_among_two_of_one_name(sheet: Sheet) -> None:
    field = a_field(sheet, CFO, MARA, IT)
    sheet.type(field, "jan")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    leave(field)
    assert (sheet.read(ACTOR), sheet.read(ACTOR_ID)) == ("Jan Novak", "b")
    line = field.lineEdit()
    assert line is not None
    assert (line.text(), line.cursorPosition()) == ("Jan Novak, IT", 0)
