"""Ids of contacts: every contact gets one, once, and keeps it whatever they are called later."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from itertools import count

from msgspec.structs import replace

from planner.model.client import Client, Contact
from planner.model.names import name_key
from planner.model.plan import new_id

Contacts = tuple[Contact, ...]


def with_contact_ids(contacts: Contacts, known: Sequence[Contact] = ()) -> Contacts:
    """Return the contacts, each with an id of its own; of those with the same id the first keeps it.

    A new id is that of the contact in the same place among `known`, as who is typed letter by letter is one
    person from the first letter on; or random if there is none or another contact has it.
    """
    if _all_have_own(contacts):
        return contacts
    return _completed(contacts, lambda at: (known[at].id if at < len(known) else "", new_id()))


def with_ids_from(client: Client, known: Sequence[Contact] = ()) -> Client:
    """Return a client from outside with an id for each contact, the same ones whenever it is asked.

    A contact without an id takes that of the one among `known` who is equal in all else. Otherwise the id is
    made from the client's id and the contact's name, as for contacts of old libraries.
    """
    borne: dict[str, Iterator[int]] = {}

    def ids_for(at: int) -> tuple[str, ...]:
        contact = client.contacts[at]
        key = name_key(contact.name)
        number = next(borne.setdefault(key, count(1)))
        equal = tuple(other.id for other in known if replace(contact, id=other.id) == other)
        return (*equal, _made_id(client.id, key, number), new_id())

    if _all_have_own(client.contacts):
        return client
    return replace(client, contacts=_completed(client.contacts, ids_for))


def _all_have_own(contacts: Contacts) -> bool:
    ids = [contact.id for contact in contacts]
    return all(ids) and len(set(ids)) == len(ids)


def _completed(contacts: Contacts, offered: Callable[[int], tuple[str, ...]]) -> Contacts:
    """Return the contacts with ids: the own one, or the first of those offered for the place that is free."""
    taken = {contact.id for contact in contacts if contact.id}
    given: set[str] = set()
    completed = []
    for at, contact in enumerate(contacts):
        own = contact.id if contact.id not in given else ""
        fresh = own or next(new for new in offered(at) if new and new not in taken)
        taken.add(fresh)
        given.add(fresh)
        completed.append(replace(contact, id=fresh))
    return tuple(completed)


def _made_id(client_id: str, key: str, number: int) -> str:
    source = f"{client_id}\n{key}\n{number}"
    return hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()[:12]
