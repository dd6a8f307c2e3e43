"""The clients as their list shows them: what each row says, which are wanted, and in which order. No Qt."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

import msgspec

from planner.coaching.promises import due_day
from planner.coaching.touches import last_touch_on, next_touch_on
from planner.coaching.week.calls_now import CallsNow, calls_now, day_of_held_call
from planner.coaching.week.dream_list import ranked
from planner.coaching.week.silence import silence_of
from planner.desktop.ports import Plans
from planner.model.client_summary import ClientSummary
from planner.model.names import name_key
from planner.model.plan_summary import PlanSummary
from planner.model.same_text import text_key
from planner.translation import N_
from planner.wording.clients_apart import NamedClient, client_labels

_LAST = 1 << 30
"""Sorts behind every place on the Dream list and every day."""


class ClientOrder(StrEnum):
    """What the list of clients is sorted by; translated where it is shown."""

    NAME = N_("Name")
    DREAM_LIST = N_("Place on the Dream list")
    LAST_TOUCH = N_("Last touch")
    NEXT_TOUCH = N_("Next touch")
    QUIET = N_("Longest quiet")


class ClientFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which clients are wanted: those for whom all that is set holds.

    `quiet_days` is a number of days that nobody reached them and nothing is planned, None for any. `archived`
    shows the archived ones in place of the others.
    """

    dream: bool = False
    quiet_days: int | None = None
    promises_due: bool = False
    no_next_touch: bool = False
    archived: bool = False


class ClientRow(msgspec.Struct, frozen=True, kw_only=True):
    """A client as the list shows it, worked out once for all keys of a search.

    `place` is that on the Dream list, from 1. `last` is the latest day on which we reached them, by a touch
    or a call held, `next_on` the first day for which a touch or call is planned; None if there is none.
    `quiet` counts the days since `last` where nothing is planned; None where something is. `promises_due`
    counts the promises of either side due by today. `key` is what a search reads at once.
    """

    id: str
    label: str
    place: int | None = None
    why_dream: str = ""
    about: str = ""
    dream: bool = False
    archived: bool = False
    last: dt.date | None = None
    next_on: dt.date | None = None
    quiet: int | None = None
    never_reached: bool = False
    promises_due: int = 0
    name_key: str = ""
    key: str = ""


class ClientListing(msgspec.Struct, frozen=True):
    """All clients as rows, sorted by id, as they stand on a day; `mark` says up to which change."""

    mark: Any
    on: dt.date
    rows: tuple[ClientRow, ...]


def listing_of(library: Plans, now: dt.datetime, known: ClientListing | None = None) -> ClientListing:
    """Return the clients of the library at `now`; of a listing `known` only rows that changed are made anew.

    Slow the first time and on a new day; safe on any thread.
    """
    if known is not None and known.on != now.date():
        known = None
    mark, changed = library.changed_clients(None if known is None else known.mark)
    if known is not None and changed is not None and not changed:
        return known
    clients = library.client_summaries()
    if known is None or changed is None:
        rows = client_rows(clients, library.summaries(), now)
    else:
        rows = _renewed(clients, {row.id: row for row in known.rows}, changed, library, now)
    return ClientListing(mark, now.date(), rows)


def client_rows(
    clients: Sequence[ClientSummary], plans: Iterable[PlanSummary], now: dt.datetime
) -> tuple[ClientRow, ...]:
    """Return a row for each client, in the order given, as of `now`; namesakes are told apart."""
    by_client: dict[str, list[PlanSummary]] = {}
    for plan in plans:
        by_client.setdefault(plan.client_id, []).append(plan)
    return _told_apart([_row(client, by_client.get(client.id, ()), now) for client in clients], clients)


def _renewed(
    clients: Sequence[ClientSummary],
    known: Mapping[str, ClientRow],
    changed: frozenset[str],
    library: Plans,
    now: dt.datetime,
) -> tuple[ClientRow, ...]:
    rows = [
        known[client.id]
        if client.id in known and client.id not in changed
        else _row(client, library.summaries_of(client.id), now)
        for client in clients
    ]
    return _told_apart(rows, clients)


def _told_apart(rows: Sequence[ClientRow], clients: Sequence[ClientSummary]) -> tuple[ClientRow, ...]:
    """Return the rows with what depends on all clients: what tells namesakes apart, and their places."""
    named = (NamedClient(client.id, client.name, client.headquarters, client.industry) for client in clients)
    labels = client_labels(named)
    places = {client.id: place for place, client in enumerate(ranked(clients), 1)}
    return tuple(
        row
        if row.label == labels[row.id] and row.place == places.get(row.id)
        else msgspec.structs.replace(row, label=labels[row.id], place=places.get(row.id))
        for row in rows
    )


def wanted_rows(rows: Iterable[ClientRow], wanted: ClientFilter) -> tuple[ClientRow, ...]:
    """Return the rows that the filter wants, in their order."""
    return tuple(row for row in rows if _is_wanted(row, wanted))


def rows_holding(
    rows: Sequence[ClientRow], sought: str, found: frozenset[str] = frozenset()
) -> Sequence[ClientRow]:
    """Return the rows that hold every word sought, or whose id is among `found`, in their order."""
    holding = rows
    for word in text_key(sought).split():
        holding = [row for row in holding if word in row.key]
    if not found or holding is rows:
        return holding
    ids = found | {row.id for row in holding}
    return [row for row in rows if row.id in ids]


def in_client_order(rows: Iterable[ClientRow], order: ClientOrder) -> list[ClientRow]:
    """Return the rows sorted; what is equal goes by name, who lacks what is sorted by comes last.

    The last touch is sorted from the longest ago, who was never reached first.
    """
    return sorted(rows, key=_KEYS[order])


def _row(client: ClientSummary, plans: Sequence[PlanSummary], now: dt.datetime) -> ClientRow:
    today, calls = now.date(), calls_now(plans, now)
    last, next_on = _last(client, calls, now), _next(client, calls, today)
    silent = silence_of(client, calls, now, 0) is not None
    about = client.industry.strip() or client.headquarters.strip()
    return ClientRow(
        id=client.id,
        label=client.name,
        why_dream=client.why_dream,
        about=about,
        dream=client.dream_client,
        archived=client.archived,
        last=last,
        next_on=next_on,
        quiet=(today - last).days if silent and last is not None else None,
        never_reached=silent and last is None,
        promises_due=sum(due_day(promise) <= today for promise in client.promises),
        name_key=name_key(client.name),
        key=text_key(f"{client.name} {client.headquarters} {client.industry} {client.why_dream}"),
    )


def _last(client: ClientSummary, calls: CallsNow, now: dt.datetime) -> dt.date | None:
    days = [day_of_held_call(plan, now) for plan in calls.held]
    days.append(last_touch_on(client, now.date()))
    return max((day for day in days if day is not None), default=None)


def _next(client: ClientSummary, calls: CallsNow, today: dt.date) -> dt.date | None:
    days = [day for day, _plan in calls.coming[:1]]
    touch = next_touch_on(client, today)
    return min(days if touch is None else [*days, touch], default=None)


def _is_wanted(row: ClientRow, wanted: ClientFilter) -> bool:
    if row.archived is not wanted.archived or (wanted.dream and not row.dream):
        return False
    if wanted.promises_due and not row.promises_due:
        return False
    if wanted.no_next_touch and row.next_on is not None:
        return False
    return wanted.quiet_days is None or row.never_reached or (row.quiet or -1) >= wanted.quiet_days


def _day(day: dt.date | None) -> int:
    return _LAST if day is None else day.toordinal()


def _by_name(row: ClientRow) -> tuple[int, str, str]:
    return 0, row.name_key, row.id


def _by_place(row: ClientRow) -> tuple[int, str, str]:
    return row.place or _LAST, row.name_key, row.id


def _by_last(row: ClientRow) -> tuple[int, str, str]:
    return 0 if row.last is None else row.last.toordinal(), row.name_key, row.id


def _by_next(row: ClientRow) -> tuple[int, str, str]:
    return _day(row.next_on), row.name_key, row.id


def _by_quiet(row: ClientRow) -> tuple[int, str, str]:
    return -_LAST if row.never_reached else -(row.quiet or -1), row.name_key, row.id


_KEYS: Mapping[ClientOrder, Callable[[ClientRow], tuple[int, str, str]]] = {
    ClientOrder.NAME: _by_name,
    ClientOrder.DREAM_LIST: _by_place,
    ClientOrder.LAST_TOUCH: _by_last,
    ClientOrder.NEXT_TOUCH: _by_next,
    ClientOrder.QUIET: _by_quiet,
}
