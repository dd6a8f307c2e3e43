import pytest
from msgspec.structs import replace

from planner.model.ask import Action
from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.conversation import Concern
from planner.model.fields import with_field
from planner.model.price import Driver
from tests.desktop.sheet import Sheet

NAME = "client.contacts[0].name"


def with_mara_everywhere(sheet: Sheet, *others: Contact) -> None:
    sheet.plan(
        **{
            "client.contacts": (Contact(name="Mara"), *others),
            "call.attendees": (Attendee(contact="Ben"), Attendee(contact="Mara")),
            "conversation.concerns": (Concern(who="Mara"),),
            "price.drivers": (Driver(confirmed_by="Mara"), Driver(confirmed_by="Mara’s boss")),
            "ask.primary": Action(actor="Mara"),
        }
    )


def test_a_contact_renamed_is_renamed_where_the_plan_names_it(sheet: Sheet) -> None:
    with_mara_everywhere(sheet)
    told: list[str] = []
    sheet.document.changed.connect(told.append)
    sheet.document.edit(NAME, "Mara Lindqvist")
    assert [one.contact for one in sheet.read("call.attendees")] == ["Ben", "Mara Lindqvist"]
    assert sheet.read("conversation.concerns[0].who") == "Mara Lindqvist"
    assert [one.confirmed_by for one in sheet.read("price.drivers")] == ["Mara Lindqvist", "Mara’s boss"]
    assert sheet.read("ask.primary.actor") == "Mara Lindqvist"
    assert sheet.read("ask.fallback.actor") == ""
    assert "call.attendees[1].contact" in told


def test_one_undo_takes_the_new_name_back_everywhere(sheet: Sheet) -> None:
    with_mara_everywhere(sheet)
    before = sheet.document.preparation
    for name in ("Mar", "Ma", "", "K", "Kim"):
        sheet.document.edit(NAME, name)
    assert sheet.read("ask.primary.actor") == "Kim", "also by way of a blank name"
    sheet.document.undo_stack.undo()
    assert sheet.document.preparation == before
    assert sheet.document.undo_stack.count() == 1


def test_typing_past_another_contacts_name_does_not_merge_the_two(sheet: Sheet) -> None:
    with_mara_everywhere(sheet, Contact(name="Ben"))
    for name in ("Ben", "Benita"):
        sheet.document.edit(NAME, name)
    assert [one.contact for one in sheet.read("call.attendees")] == ["Ben", "Benita"]


def test_contacts_renamed_together_are_renamed_where_the_plan_names_them(sheet: Sheet) -> None:
    with_mara_everywhere(sheet, Contact(name="Ben"))
    before, told = sheet.document.preparation, list[str]()
    mara, ben = before.client.contacts
    swapped = (Contact(name="New"), replace(mara, name="Ben"), replace(ben, name="Mara"))
    sheet.document.changed.connect(told.append)
    after = with_field(before, "client.contacts", swapped)
    sheet.document.edit_whole(after, ("client.contacts",), words="pasting rows")
    assert [attendee.contact for attendee in sheet.read("call.attendees")] == ["Mara", "Ben"]
    assert [driver.confirmed_by for driver in sheet.read("price.drivers")] == ["Ben", "Mara’s boss"]
    assert sheet.read("ask.primary.actor") == "Ben"
    assert "ask.primary.actor" in told
    sheet.document.undo_stack.undo()
    assert sheet.document.preparation == before


def test_rows_of_contacts_that_move_or_go_rename_nobody(sheet: Sheet) -> None:
    with_mara_everywhere(sheet, Contact(name="Ben"))
    sheet.document.move_row("client.contacts", 0, 1)
    sheet.document.remove_row("client.contacts", 1)
    assert [attendee.contact for attendee in sheet.read("call.attendees")] == ["Ben", "Mara"]


def test_a_name_that_two_contacts_bear_is_left_where_it_stands(sheet: Sheet) -> None:
    with_mara_everywhere(sheet, Contact(name="Mara"))
    sheet.document.edit(NAME, "Mara Lindqvist")
    assert sheet.read("ask.primary.actor") == "Mara"


def test_a_contact_without_a_name_so_far_renames_nobody(sheet: Sheet) -> None:
    sheet.plan(**{"client.contacts": (Contact(),)})
    sheet.document.edit(NAME, "Mara")
    assert sheet.read("ask.primary.actor") == ""


@pytest.mark.parametrize("form", ["Mu\u0308ller", "MÜLLER", " Müller", "Mü\u00adller"])
def test_references_written_in_another_form_are_renamed_too(sheet: Sheet, form: str) -> None:
    sheet.plan(
        **{
            "client.contacts": (Contact(name="Müller"), Contact(name="Muller")),
            "call.attendees": (Attendee(contact=form), Attendee(contact="Muller")),
            "price.drivers": (Driver(confirmed_by=form),),
            "reflection.obtained.actor": form,
        }
    )
    sheet.document.edit(NAME, "Petra Müller")
    assert [one.contact for one in sheet.read("call.attendees")] == ["Petra Müller", "Muller"]
    assert sheet.read("price.drivers[0].confirmed_by") == "Petra Müller"
    assert sheet.read("reflection.obtained.actor") == "Petra Müller"
    sheet.document.undo_stack.undo()
    assert sheet.read("reflection.obtained.actor") == form


def test_a_name_that_two_contacts_bear_in_two_forms_is_left_where_it_stands(sheet: Sheet) -> None:
    with_mara_everywhere(sheet, Contact(name="mara "))
    sheet.document.edit(NAME, "Mara Lindqvist")
    assert sheet.read("ask.primary.actor") == "Mara"
