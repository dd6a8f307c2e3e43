"""Who is there."""

import msgspec

from planner.model.attendance import absent_contacts, attendance
from planner.model.call import Call
from planner.model.client import Contact
from planner.model.plan import Preparation
from planner.model.terms import BuyingRole
from planner.translation import _
from planner.wording.text import joined, one_line


class Person(msgspec.Struct, frozen=True):
    """Somebody at the table: how the name is said, what they are, what they care about."""

    name: str
    pronunciation: str
    role: str
    priorities: str


def people_there(preparation: Preparation) -> tuple[Person, ...]:
    """Return the attendees, in their order."""
    return tuple(_person(contact, attendee.role) for attendee, contact in attendance(preparation))


def people_behind(preparation: Preparation) -> tuple[Person, ...]:
    """Return the client's other contacts."""
    return tuple(_person(one, "") for one in absent_contacts(preparation))


def our_people(call: Call) -> str:
    """Return us, each with what they do: `Jo — leads · Pia — notes`."""
    return joined(joined((one_line(one.name), one_line(one.role)), " — ") for one in call.our_people)


def _person(contact: Contact, role: str) -> Person:
    buying = "" if contact.buying_role in (None, BuyingRole.OTHER) else _(contact.buying_role)
    return Person(
        name=one_line(contact.name),
        pronunciation=one_line(contact.pronunciation),
        role=joined((one_line(contact.title), buying, one_line(role))),
        priorities=one_line(contact.priorities),
    )
