"""Who of the client's contacts is in a call, whichever way the name is written."""

import pytest

from planner.coaching.check.actor import is_ours
from planner.coaching.check.people import people_of
from planner.desktop.rehearsal.script import script_of
from planner.documents.views.people import people_behind, people_there
from planner.model.attendance import absent_contacts, attendance
from planner.model.call import Attendee, OurPerson
from planner.model.client import Contact
from planner.model.plan import Preparation
from tests.builders import a_plan

NAME = "José Núñez"
FORMS = ("Jose\u0301 Nu\u0301n\u0303ez", "José\u00a0Núñez", "José  Núñez", "José Núñez ", "josé núñez")

written_so = pytest.mark.parametrize("form", FORMS)


def a_call(contacts: tuple[Contact, ...], *invited: str) -> Preparation:
    attendees = tuple(Attendee(contact=name) for name in invited)
    return a_plan(**{"client.contacts": contacts, "call.attendees": attendees})


def titles(preparation: Preparation) -> tuple[list[str], list[str]]:
    """The titles of those in the call, and of the other contacts."""
    there = [contact.title for _, contact in attendance(preparation)]
    return there, [contact.title for contact in absent_contacts(preparation)]


@written_so
def test_an_attendee_is_the_contact_of_that_name(form: str) -> None:
    plan = a_call((Contact(name=form, title="Plant head"),), NAME)
    assert titles(plan) == (["Plant head"], [])
    assert [one.role for one in people_there(plan)] == ["Plant head"]
    assert people_behind(plan) == ()
    (note,) = (one for one in script_of(plan).at_hand if one.heading == "Who is there")
    assert "Plant head" in note.lines[0]


@written_so
def test_the_one_asked_is_nobody_elses_colleague(form: str) -> None:
    plan = a_call((Contact(name="Mara"), Contact(name=form)), NAME)
    assert people_of(plan).asked == form.strip()
    assert people_of(plan).colleague == "Mara"


@written_so
def test_one_of_us_is_one_of_us(form: str) -> None:
    ours = a_plan(**{"call.our_people": (OurPerson(name=form),)})
    assert is_ours(NAME, ours)
    both = a_plan(**{"call.our_people": (OurPerson(name="Núñez"),), "client.contacts": (Contact(name=form),)})
    assert not is_ours(NAME, both)


TWO = (Contact(id="c", name="Jan Novak", title="CFO"), Contact(id="i", name="Jan Novak", title="IT"))


def test_two_contacts_of_one_name_are_two_people() -> None:
    assert titles(a_call(TWO, "Jan Novak", "Jan Novak")) == (["CFO", "IT"], [])
    assert titles(a_call(TWO, "Jan Novak", "Jan Novak", "Jan Novak"))[0] == ["CFO", "IT", ""]


def test_which_of_two_is_meant_by_their_name_is_no_guess() -> None:
    mara = Contact(name="Mara", title="Buyer")
    assert titles(a_call((*TWO, mara), "jan novak")) == ([""], ["Buyer"])
    plan = a_call(TWO, "Jan Novak")
    assert [person.role for person in people_there(plan)] == ["one of 2 called so"]
    assert people_behind(plan) == (), "one of the two is there"
    three = (*TWO, Contact(name="jan novak", title="Lab"))
    assert titles(a_call(three, "Jan Novak", "Jan Novak")) == (["", ""], [])


def test_who_is_meant_by_an_id_leaves_the_other_of_that_name() -> None:
    by_id = (Attendee(contact="Jan Novak", contact_id="i"),)
    assert titles(a_plan(**{"client.contacts": TWO, "call.attendees": by_id})) == (["IT"], ["CFO"])
    both = (Attendee(contact="Jan Novak"), *by_id)
    there = people_there(a_plan(**{"client.contacts": TWO, "call.attendees": both}))
    assert [person.role for person in there] == ["CFO", "IT"]
    assert titles(a_plan(**{"client.contacts": TWO, "call.attendees": both})) == (["CFO", "IT"], [])


def test_of_two_names_alike_each_is_who_is_spelled_so() -> None:
    two = (Contact(name="jan novak", title="CFO"), Contact(name="Jan Novak", title="IT"))
    assert titles(a_call(two, "Jan Novak", "jan novak")) == (["IT", "CFO"], [])
    assert titles(a_call(two, "Jan Novak")) == ([""], [])


def test_an_accent_makes_another_name() -> None:
    assert titles(a_call((Contact(name="Muller", title="CFO"),), "Müller")) == ([""], ["CFO"])


def test_somebody_who_is_no_contact_is_there_all_the_same() -> None:
    assert [one.name for one in people_there(a_call((), "Ben", " "))] == ["Ben"]
