"""Clients who share a name, told apart in a few words."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from planner.model.names import name_key
from planner.model.plan_summary import PlanSummary
from planner.model.same_text import text_key
from planner.translation import _
from planner.wording.text import one_line

if TYPE_CHECKING:
    from planner.model.client import Client
    from planner.model.client_summary import ClientSummary

_FROM_ID = 6
"""So many characters of a client's id, or as many more as it takes, tell two of one name and place apart."""


class NamedClient(msgspec.Struct, frozen=True):
    """What a client is known by where several are listed."""

    id: str
    name: str
    headquarters: str = ""
    industry: str = ""


def client_labels(clients: Iterable[NamedClient]) -> dict[str, str]:
    """Return what each client is called, by id: the name, or `Müller Pumpen, Köln` where others bear it too.

    Told apart by headquarters that are the client's alone, else by such an industry, else by the start of the
    id. A blank name stays as it is.
    """
    by_key: dict[str, dict[str, NamedClient]] = {}
    for client in clients:
        by_key.setdefault(name_key(client.name), {})[client.id] = client
    return {
        client.id: _labelled(client.name, _place(client, tuple(called.values())))
        for key, called in by_key.items()
        for client in called.values()
    }


def named_clients(clients: "Iterable[Client | ClientSummary]") -> tuple[NamedClient, ...]:
    """Return what these clients, whole or at a glance, are known by."""
    return tuple(
        NamedClient(client.id, client.name, client.headquarters, client.industry) for client in clients
    )


def clients_of(summaries: Iterable[PlanSummary]) -> tuple[NamedClient, ...]:
    """Return what the clients of these plans are known by, each once."""
    named = {
        plan.client_id: NamedClient(
            plan.client_id, plan.client, plan.client_headquarters, plan.client_industry
        )
        for plan in summaries
    }
    return tuple(named.values())


def _place(client: NamedClient, called: Sequence[NamedClient]) -> str:
    if len(called) < 2 or not client.name.strip():
        return ""
    for read in (_headquarters, _industry):
        words = read(client)
        if words and sum(text_key(read(other)) == text_key(words) for other in called) == 1:
            return words
    others = [other.id for other in called if other.id != client.id]
    lengths = range(_FROM_ID, len(client.id))
    telling = (client.id[:length] for length in lengths)
    return next(
        (start for start in telling if not any(other.startswith(start) for other in others)), client.id
    )


def _headquarters(client: NamedClient) -> str:
    return one_line(client.headquarters)


def _industry(client: NamedClient) -> str:
    return one_line(client.industry)


def _labelled(name: str, words: str) -> str:
    return _("{name}, {place}").format(name=name, place=words) if words else name
