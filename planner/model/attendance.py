"""Which contacts of the client are meant to be in a call."""

from collections.abc import Sequence

from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.names import same_name
from planner.model.plan import Preparation


def attendance(preparation: Preparation) -> tuple[tuple[Attendee, Contact], ...]:
    """Return the attendees who have a name, in their order, each with the client's contact who is meant.

    The id says who, and the name where there is no id, or nobody has it. Two attendees of one name get two
    contacts of it, if the client has two. An attendee who is no contact comes with a new Contact that holds
    only the name.
    """
    contacts = preparation.client.contacts
    return tuple(
        (attendee, Contact(name=attendee.contact) if at is None else contacts[at])
        for attendee, at in _places(preparation)
    )


def absent_contacts(preparation: Preparation) -> tuple[Contact, ...]:
    """Return the client's contacts with a name who are not in the call, in their order."""
    invited = {at for _, at in _places(preparation)}
    contacts = enumerate(preparation.client.contacts)
    return tuple(contact for at, contact in contacts if at not in invited and contact.name.strip())


def _places(preparation: Preparation) -> list[tuple[Attendee, int | None]]:
    """Return the attendees with a name, each with the place of their contact; who has an id chooses first."""
    contacts = preparation.client.contacts
    by_id = {contact.id: at for at, contact in enumerate(contacts) if contact.id}
    named = [attendee for attendee in preparation.plan.call.attendees if attendee.contact.strip()]
    taken = {by_id[attendee.contact_id] for attendee in named if attendee.contact_id in by_id}
    places: list[tuple[Attendee, int | None]] = []
    for attendee in named:
        at = by_id.get(attendee.contact_id)
        if at is None and (at := _place(attendee.contact, contacts, taken)) is not None:
            taken.add(at)
        places.append((attendee, at))
    return places


def _place(name: str, contacts: Sequence[Contact], taken: set[int]) -> int | None:
    """Return the place of the contact of a name: spelled just so before otherwise, free before taken."""
    namesakes = [at for at, contact in enumerate(contacts) if same_name(contact.name, name)]
    namesakes.sort(key=lambda at: (at in taken, contacts[at].name != name))
    return next(iter(namesakes), None)
