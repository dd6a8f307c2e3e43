"""The people at a client: who decides, and when each was last met."""

import datetime as dt

from planner.coaching.week.people import nobody_decides, people_at
from planner.model.call import Attendee
from planner.model.client import Client, Contact
from planner.model.plan import Plan
from planner.model.terms import BuyingRole, Happened, Side
from planner.model.touch import Touch
from tests.coaching.week.a_case import TODAY, on, plan_of

ANNA = Contact(id="a", name="Anna Berg", buying_role=BuyingRole.USER)
SAM = Contact(id="s", name="Sam Achebe", buying_role=BuyingRole.ECONOMIC)
GONE = Contact(id="g", name="Olga Kern", buying_role=BuyingRole.ECONOMIC, left=True)


def last_contacts(client: Client, *plans: Plan) -> list[dt.date | None]:
    return [person.last_contact for person in people_at(client, plans, TODAY)]


def test_who_decides_comes_first_and_who_left_last() -> None:
    people = people_at(Client(contacts=(GONE, ANNA, SAM)), [], TODAY)
    assert [(person.contact.id, person.decides) for person in people] == [
        ("s", True), ("a", False), ("g", False),
    ]  # fmt: skip
    assert nobody_decides(people) == ""


def test_it_is_told_where_nobody_decides_any_more() -> None:
    people = people_at(Client(contacts=(GONE, ANNA)), [], TODAY)
    assert nobody_decides(people) == "Nobody here decides on the money yet. Who signs?"


def test_the_last_contact_is_a_call_attended_or_a_touch_of_either_side() -> None:
    call = plan_of(**{"call.starts": on(11, 3), "call.attendees": (Attendee(contact="Anna Berg"),)})
    client = Client(
        contacts=(ANNA, SAM),
        touches=(
            Touch(done_on=dt.date(2026, 10, 1), with_whom="anna berg", note="x"),
            Touch(done_at=on(11, 20), from_=Side.THEM, with_whom="S. Achebe", with_whom_id="s", note="x"),
        ),
    )
    assert last_contacts(client, call) == [dt.date(2026, 11, 20), dt.date(2026, 11, 3)]


def test_what_is_planned_or_was_not_held_is_no_contact() -> None:
    cancelled = plan_of(
        **{
            "call.starts": on(11, 3),
            "call.happened": Happened.CANCELLED,
            "call.attendees": (Attendee(contact="Anna Berg"),),
        }
    )
    coming = plan_of(**{"call.starts": on(12, 9), "call.attendees": (Attendee(contact="Anna Berg"),)})
    planned = Touch(planned_on=dt.date(2026, 11, 1), with_whom="Anna Berg")
    assert last_contacts(Client(contacts=(ANNA,), touches=(planned,)), cancelled, coming) == [None]


def test_of_two_of_one_name_nobody_is_guessed() -> None:
    client = Client(
        contacts=(ANNA, Contact(id="b", name="Anna Berg", title="CFO")),
        touches=(Touch(done_on=TODAY, with_whom="Anna Berg", note="x"),),
    )
    assert last_contacts(client) == [None, None]
