"""The Dream list: who stands on it, in which order, and what a change of place changes.

The functions that change a place return the new place of each client for whom it is another than the one
stored, so that no more is stored than changes.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from msgspec.structs import replace

from planner.model.client import Client
from planner.model.names import name_key


class Listable(Protocol):
    """What of a client, or of a client at a glance, says whether and where it stands on the list."""

    @property
    def id(self) -> str:
        """The client's id."""

    @property
    def name(self) -> str:
        """The client's name."""

    @property
    def dream_client(self) -> bool | None:
        """Whether it is a Dream Client."""

    @property
    def dream_rank(self) -> int | None:
        """The place stored, from 1; None where it has none."""

    @property
    def archived(self) -> bool | None:
        """Whether it is archived."""


Listed = TypeVar("Listed", bound=Listable)
Places = Mapping[str, int | None]
"""New places by the client's id, counted from 1; None takes a client off the list."""


def ranked(clients: Iterable[Listed]) -> list[Listed]:
    """Return the Dream Clients who are not archived, in the order of the list.

    Those without a place come last, by name. A client's place is where it stands in what is returned: the
    places stored may leave gaps, as when a client was archived.
    """
    return sorted((client for client in clients if client.dream_client and not client.archived), key=_order)


def place_on(clients: Iterable[Listable], client_id: str) -> int | None:
    """Return the client's place on the list, from 1; None if it is not on it."""
    ids = [client.id for client in ranked(clients)]
    return ids.index(client_id) + 1 if client_id in ids else None


def moved(clients: Iterable[Listed], client_id: str, to: int) -> Places:
    """Return the places that change when a client moves to the place `to`, from 1.

    Before the first it is the first, beyond the last the last. {} if the client is not on the list.
    """
    on_list = ranked(clients)
    order = [client.id for client in on_list]
    if client_id not in order:
        return {}
    order.remove(client_id)
    order.insert(max(to, 1) - 1, client_id)
    return _changed(on_list, order)


def added(clients: Iterable[Listed], client_id: str, at: int | None = None) -> Places:
    """Return the places that change when a client, known or new, is put at the place `at`, else at the end.

    A client who stands on the list already stays where it is: only gaps in the places stored are closed.
    """
    on_list = ranked(clients)
    order = [client.id for client in on_list]
    if client_id not in order:
        order.insert(len(order) if at is None else max(at, 1) - 1, client_id)
    return _changed(on_list, order)


def removed(clients: Iterable[Listed], client_id: str) -> Places:
    """Return the places that change when a client is taken off the list: None for its own.

    {} if it is not on the list.
    """
    on_list = ranked(clients)
    order = [client.id for client in on_list if client.id != client_id]
    if len(order) == len(on_list):
        return {}
    return {**_changed(on_list, order), client_id: None}


def with_place(client: Client, place: int | None) -> Client:
    """Return the client at a place on the list, as a Dream Client who is not archived.

    None takes the client off the list: it stays a client, with its reason, and is no Dream Client.
    """
    if place is None:
        return replace(client, dream_client=False, dream_rank=None)
    return replace(client, dream_client=True, dream_rank=place, archived=None)


def _order(client: Listable) -> tuple[bool, int, str, str]:
    rank = client.dream_rank
    return rank is None, rank or 0, name_key(client.name), client.id


def _changed(on_list: Sequence[Listable], order: Sequence[str]) -> Places:
    """Return the places in this order that are other than those stored."""
    stored = {client.id: client.dream_rank for client in on_list}
    return {client_id: place for place, client_id in enumerate(order, 1) if stored.get(client_id) != place}
