"""Which contacts of the client are meant to be in a call."""

from collections import Counter
from collections.abc import Collection, Sequence

from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.names import name_key
from planner.model.plan import Preparation


def attendance(preparation: Preparation) -> tuple[tuple[Attendee, Contact], ...]:
    """Return the attendees who have a name, in their order, each with the client's contact who is meant.

    That is the contact with the attendee's id or, if there is none, with the name. If more contacts bear a
    name than attendees do, it is open who is meant. Such an attendee, and one who is no contact, comes with a
    new Contact that holds only the name.
    """
    contacts = preparation.client.contacts
    return tuple(
        (attendee, Contact(name=attendee.contact) if at is None else contacts[at])
        for attendee, at in _places(preparation)
    )


def absent_contacts(preparation: Preparation) -> tuple[Contact, ...]:
    """Return the client's contacts with a name who are not in the call, in their order.

    A contact is left out, too, whose name an attendee bears of whom it is open who is meant.
    """
    places = _places(preparation)
    invited = {at for _, at in places}
    open_names = {name_key(attendee.contact) for attendee, at in places if at is None}
    return tuple(
        contact
        for at, contact in enumerate(preparation.client.contacts)
        if at not in invited and contact.name.strip() and name_key(contact.name) not in open_names
    )


def _places(preparation: Preparation) -> list[tuple[Attendee, int | None]]:
    """Return the attendees with a name, each with the place of their contact; who has an id chooses first."""
    contacts = preparation.client.contacts
    by_id = {contact.id: at for at, contact in enumerate(contacts) if contact.id}
    named = [attendee for attendee in preparation.plan.call.attendees if attendee.contact.strip()]
    taken = {by_id[attendee.contact_id] for attendee in named if attendee.contact_id in by_id}
    by_name = [attendee.contact for attendee in named if attendee.contact_id not in by_id]
    found = iter(_places_by_name(by_name, contacts, taken))
    return [
        (attendee, by_id[attendee.contact_id] if attendee.contact_id in by_id else next(found))
        for attendee in named
    ]


def _places_by_name(
    names: Sequence[str], contacts: Sequence[Contact], taken: Collection[int]
) -> list[int | None]:
    """Return the place of the contact meant by each name: spelled just so before otherwise.

    `taken` are the places of those meant by their ids. None where more contacts bear the name than are named
    here, as which of them is meant would be a guess; and where nobody does, or nobody is left.
    """
    bearers: dict[str, list[int]] = {}
    for at, contact in enumerate(contacts):
        bearers.setdefault(name_key(contact.name), []).append(at)
    free = {key: [at for at in called if at not in taken] for key, called in bearers.items()}
    counts = Counter(map(name_key, names))
    places: list[int | None] = []
    for name in names:
        key = name_key(name)
        called, left = bearers.get(key, []), free.get(key, [])
        if len(called) == 1:
            places.append(called[0])  # nobody else is called so, however often the name stands there
        elif not left or counts[key] < len(left):
            places.append(None)
        else:
            meant = next((at for at in left if contacts[at].name == name), left[0])
            left.remove(meant)
            places.append(meant)
    return places
