"""The list of clients, as a table for people and as JSON for scripts."""

import argparse
import datetime as dt
import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from planner.cli.clients_meant import summarised
from planner.cli.table import printed_table, shortest_starts
from planner.coaching.commitments_given import commitments_given
from planner.coaching.touches import last_touch_on, next_touch_on
from planner.model.client import Client
from planner.model.client_summary import ClientSummary
from planner.model.names import name_key
from planner.model.plan import Plan
from planner.model.terms import Commitment
from planner.store.library import Library
from planner.translation import N_, _
from planner.wording.clients_apart import client_labels

_HEADS = (
    N_("id"),
    N_("Dream list"),
    N_("client"),
    N_("last touch"),
    N_("next touch"),
    N_("promises"),
    N_("plans"),
    N_("commitments"),
)


def list_clients(library: Library, arguments: argparse.Namespace) -> int:
    """Print the clients, as JSON or a table; return 0.

    The Dream list comes first, then Dream Clients without a place, then the others by name. Archived ones
    are left out, or with `--archived` shown alone. Where there are none, JSON is `[]`, and there is no
    table but a word on stderr.
    """
    today = arguments.now().date()
    listed = [client for client in library.client_summaries() if client.archived == arguments.archived]
    clients = sorted(listed, key=_dream_list_first)
    rows = [_row(library, client, today) for client in clients]
    if arguments.json:
        sys.stdout.write(f"{json.dumps(rows, indent=2, ensure_ascii=False)}\n")
    elif clients:
        sys.stdout.write(_table(clients, rows))
    elif not arguments.missed:
        sys.stderr.write(f"{_told_none(archived=arguments.archived)}\n")
    return 0


def iso_day(day: dt.date | None) -> str | None:
    """Return a day as `2026-12-01`; None for None."""
    return None if day is None else day.isoformat()


def obtained_in_order(plans: Iterable[Plan], today: dt.date) -> list[str]:
    """Return the names of the commitments that the client of these plans has given, in their usual order."""
    given = commitments_given(plans, today)
    return [commitment.value for commitment in Commitment if commitment in given]


def _row(library: Library, client: ClientSummary, today: dt.date) -> dict[str, Any]:
    """Return what JSON says of a client: days in ISO or null, commitments by their names."""
    reached = Client(touches=client.touches)
    return {
        "id": client.id,
        "name": client.name,
        "dream_rank": client.dream_rank,
        "last_touch": iso_day(last_touch_on(reached, today)),
        "next_touch": iso_day(next_touch_on(reached, today)),
        "open_promises": len(client.promises),
        "plans": len(library.summaries_of(client.id)),
        "commitments_obtained": obtained_in_order(library.plans_of(client.id), today),
    }


def _table(clients: Sequence[ClientSummary], rows: Sequence[Mapping[str, Any]]) -> str:
    starts = shortest_starts([client.id for client in clients])
    labels = client_labels(summarised(clients))
    cells = [
        (
            starts[client.id],
            _place_on_dream_list(client),
            labels[client.id].strip() or _("(no name)"),
            row["last_touch"] or "–",
            row["next_touch"] or "–",
            str(row["open_promises"]),
            str(row["plans"]),
            _("{count} of 10").format(count=len(row["commitments_obtained"])),
        )
        for client, row in zip(clients, rows, strict=True)
    ]
    return printed_table([_(head) for head in _HEADS], cells)


def _place_on_dream_list(client: ClientSummary) -> str:
    if client.dream_rank is not None:
        return str(client.dream_rank)
    return _("no place yet") if client.dream_client else "–"


def _told_none(*, archived: bool) -> str:
    if archived:
        return _("No client is archived.")
    text = _("There are no clients yet; `{command}` adds a week to look at.")
    return text.format(command="front-foot sample --week")


def _dream_list_first(client: ClientSummary) -> tuple[float, bool, str, str]:
    place = math.inf if client.dream_rank is None else client.dream_rank
    return place, not client.dream_client, name_key(client.name), client.id
