"""Who is there."""

import msgspec

from planner.model.attendance import absent_contacts, attendance
from planner.model.call import Call
from planner.model.client import Contact
from planner.model.mentions import namesakes
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
    """Return the attendees of the call, in their order.

    Where an attendee bears the name of several contacts and none is said to be meant, the role begins with
    how many they are: `one of 2 called so`.
    """
    contacts = preparation.client.contacts
    return tuple(
        _person(contact, joined((_one_of(contact, contacts), attendee.role)))
        for attendee, contact in attendance(preparation)
    )


def people_behind(preparation: Preparation) -> tuple[Person, ...]:
    """Return the client's contacts with a name who are not in the call.

    Nor are those who may be: an attendee bears their name, and it is open who is meant.
    """
    return tuple(_person(contact, "") for contact in absent_contacts(preparation))


def our_people(call: Call) -> str:
    """Return our people on one line, each with their role: `Jo — leads · Pia — notes`."""
    return joined(joined((one_line(person.name), one_line(person.role)), " — ") for person in call.our_people)


def _one_of(contact: Contact, contacts: tuple[Contact, ...]) -> str:
    """Return `one of 2 called so` for a name of several contacts that stands for none of them; else ""."""
    count = len(namesakes(contact.name, contacts))
    if count < 2 or any(contact is known for known in contacts):
        return ""
    return _("one of {count} called so").format(count=count)


def _person(contact: Contact, role: str) -> Person:
    buying = "" if contact.buying_role in (None, BuyingRole.OTHER) else _(contact.buying_role)
    return Person(
        name=one_line(contact.name),
        pronunciation=one_line(contact.pronunciation),
        role=joined((one_line(contact.title), buying, one_line(role))),
        priorities=one_line(contact.priorities),
    )
