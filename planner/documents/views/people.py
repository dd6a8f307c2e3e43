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
    """A person at the client in ready words: name, pronunciation, role, and what they care about."""

    name: str
    pronunciation: str
    role: str
    priorities: str


def people_there(preparation: Preparation) -> tuple[Person, ...]:
    """Return the attendees of the call, in their order."""
    return tuple(_person(contact, attendee.role) for attendee, contact in attendance(preparation))


def people_behind(preparation: Preparation) -> tuple[Person, ...]:
    """Return the client's contacts who are not in the call."""
    return tuple(_person(contact, "") for contact in absent_contacts(preparation))


def our_people(call: Call) -> str:
    """Return our people on one line, each with their role: `Jo — leads · Pia — notes`."""
    return joined(joined((one_line(person.name), one_line(person.role)), " — ") for person in call.our_people)


def _person(contact: Contact, role: str) -> Person:
    buying = "" if contact.buying_role in (None, BuyingRole.OTHER) else _(contact.buying_role)
    return Person(
        name=one_line(contact.name),
        pronunciation=one_line(contact.pronunciation),
        role=joined((one_line(contact.title), buying, one_line(role))),
        priorities=one_line(contact.priorities),
    )
