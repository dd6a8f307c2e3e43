"""Ids of contacts and touches from outside: each gets one, the same whenever it is asked."""

import hashlib
from collections.abc import Iterator, Sequence
from itertools import count

from msgspec.structs import replace

from planner.model.client import Client, Contact
from planner.model.ids import all_have_own, new_id, with_row_ids
from planner.model.names import name_key


def with_ids_from(client: Client, known: Sequence[Contact] = ()) -> Client:
    """Return a client from outside with an id for each contact and touch, the same ones whenever it is asked.

    Who has an id of their own keeps it. A contact without one takes that of the one among `known` who is
    equal in all else. Otherwise the id is made from the client's id and the contact's name, as for contacts
    of old libraries. That of a touch is made from the client's id and the touch's place.
    """
    borne: dict[str, Iterator[int]] = {}

    def ids_for(at: int) -> tuple[str, ...]:
        contact = client.contacts[at]
        key = name_key(contact.name)
        number = next(borne.setdefault(key, count(1)))
        equal = tuple(other.id for other in known if replace(contact, id=other.id) == other)
        return (*equal, _made_id(client.id, key, number), new_id())

    if not all_have_own(client.contacts):
        client = replace(client, contacts=with_row_ids(client.contacts, ids_for))
    if not all_have_own(client.touches):
        touches = with_row_ids(client.touches, lambda at: (touch_id(client.id, at), new_id()))
        client = replace(client, touches=touches)
    return client


def touch_id(client_id: str, at: int) -> str:
    """Return the id of a touch that came without one, by its place among the client's."""
    return _made_id(client_id, "touch", at)


def _made_id(client_id: str, key: str, number: int) -> str:
    source = f"{client_id}\n{key}\n{number}"
    return hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()[:12]
