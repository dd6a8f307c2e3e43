"""The people at a client: who decides, and when each was last met or reached."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from planner.coaching.check.past import day_of, was_held
from planner.model.attendance import attendance
from planner.model.call import day_held
from planner.model.client import Client, Contact
from planner.model.fields import is_blank
from planner.model.mentions import contact_of, namesakes
from planner.model.plan import Plan, Preparation
from planner.model.terms import BuyingRole
from planner.translation import _


class PersonAtClient(msgspec.Struct, frozen=True, kw_only=True):
    """A contact, whether they decide (the economic buyer, if still there), and the day of the last contact.

    `last_contact` is the latest day of a call they attended or a touch with them; None if there was none.
    """

    contact: Contact
    decides: bool = False
    last_contact: dt.date | None = None


def people_at(client: Client, plans: Sequence[Plan], today: dt.date) -> tuple[PersonAtClient, ...]:
    """Return the client's contacts with a name: who decides first, who left last, else in their order.

    `plans` are all plans of the client; only calls held as of `today` count.
    """
    met = [*_met_in_calls(client, plans, today), *_met_by_touches(client)]
    people = [
        PersonAtClient(
            contact=contact,
            decides=_decides(contact),
            last_contact=max((day for day, known in met if known is contact and day <= today), default=None),
        )
        for contact in client.contacts
        if contact.name.strip()
    ]
    return tuple(sorted(people, key=lambda person: (bool(person.contact.left), not person.decides)))


def nobody_decides(people: Iterable[PersonAtClient]) -> str:
    """Return a sentence for a client where nobody is known who decides on the money; "" if somebody is."""
    if any(person.decides for person in people):
        return ""
    return _("Nobody here decides on the money yet. Who signs?")


def _decides(contact: Contact) -> bool:
    """Whether a contact is the economic buyer, and still there."""
    return contact.buying_role is BuyingRole.ECONOMIC and not contact.left


def _met_in_calls(client: Client, plans: Iterable[Plan], today: dt.date) -> Iterator[tuple[dt.date, Contact]]:
    """Yield the day of each call that was held, with each of the client's contacts who attended it."""
    for plan in plans:
        day = day_held(day_of(plan), today)
        if day is not None and was_held(plan, today):
            for _attendee, contact in attendance(Preparation(client=client, plan=plan)):
                yield day, contact


def _met_by_touches(client: Client) -> Iterator[tuple[dt.date, Contact]]:
    """Yield the day of each touch that was done, with the contact it was with.

    That is the one of its id or, without one, the only one of its name.
    """
    for touch in client.touches:
        if touch.day_done is None or is_blank(touch):
            continue
        known = contact_of(touch.with_whom_id, client.contacts)
        bearers = namesakes(touch.with_whom, client.contacts) if known is None else (known,)
        if len(bearers) == 1:
            yield touch.day_done, bearers[0]
