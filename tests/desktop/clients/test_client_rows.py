"""The rows of the list of clients: what they say, which are wanted, and their order."""

import datetime as dt

import pytest

from planner.desktop.clients.client_rows import (
    ClientFilter,
    ClientOrder,
    ClientRow,
    client_rows,
    in_client_order,
    listing_of,
    rows_holding,
    wanted_rows,
)
from planner.model.client import Client, Promise
from planner.model.terms import Happened, Side
from planner.model.touch import Touch
from tests.builders import a_plan
from tests.desktop.fakes import NOW, PlansInMemory, client_summary_of, summary_of
from tests.desktop.stage import in_days

TODAY = NOW.date()


def day(days: int) -> dt.date:
    return TODAY + dt.timedelta(days=days)


def touched(days: int) -> Touch:
    """A touch of ours so many days from today: done, or planned for a day to come."""
    if days > 0:
        return Touch(id=f"t{days}", planned_on=day(days))
    return Touch(id=f"t{days}", done_on=day(days))


def row_of(client: Client) -> ClientRow:
    (row,) = client_rows([client_summary_of(client)], [], NOW)
    return row


def listed(*clients: Client) -> tuple[ClientRow, ...]:
    return client_rows([client_summary_of(client) for client in clients], [], NOW)


def names(rows: object) -> list[str]:
    assert isinstance(rows, list | tuple)
    return [row.label for row in rows]


def test_the_last_day_is_that_of_a_touch_or_a_call_held_whichever_is_later() -> None:
    plan = a_plan(**{"call.starts": in_days(-3), "call.minutes": 30})
    client = Client(id=plan.client.id, name="Tarn", touches=(touched(-10),))
    (row,) = client_rows([client_summary_of(client)], [summary_of(plan)], NOW)
    assert row.last == day(-3)
    assert row.quiet == 3


def test_a_call_that_was_not_held_reached_nobody() -> None:
    plan = a_plan(**{"call.starts": in_days(-3), "call.happened": Happened.NOBODY_CAME})
    client = Client(id=plan.client.id, name="Tarn", touches=(touched(-10),))
    (row,) = client_rows([client_summary_of(client)], [summary_of(plan)], NOW)
    assert row.last == day(-10)


def test_the_next_day_is_the_first_of_touches_and_calls_to_come() -> None:
    plan = a_plan(**{"call.starts": in_days(5)})
    client = Client(id=plan.client.id, name="Tarn", touches=(touched(9), touched(-4)))
    (row,) = client_rows([client_summary_of(client)], [summary_of(plan)], NOW)
    assert row.next_on == day(5)
    assert row.quiet is None, "something is planned"


def test_who_was_never_reached_has_no_silence_counted() -> None:
    row = row_of(Client(id="a", name="Tarn"))
    assert row.never_reached
    assert row.quiet is None


def test_promises_of_both_sides_count_from_their_day_on() -> None:
    promises = tuple(Promise(text=f"p{due}", by=Side.THEM, due=day(due)) for due in (-1, 0, 1))
    assert row_of(Client(id="a", name="Tarn", promises=promises)).promises_due == 2


def test_namesakes_are_told_apart_and_places_counted_without_archived_ones() -> None:
    first = Client(id="a", name="Tarn", headquarters="Hull", dream_client=True, dream_rank=1, archived=True)
    second = Client(id="b", name="Tarn", headquarters="York", dream_client=True, dream_rank=2)
    one, other = listed(first, second)
    assert (one.label, other.label) == ("Tarn, Hull", "Tarn, York")
    assert (one.place, other.place) == (None, 1)


CLIENTS = (
    Client(id="a", name="Dream", dream_client=True, dream_rank=1, touches=(touched(-40),)),
    Client(id="b", name="Quiet", touches=(touched(-31),)),
    Client(id="c", name="Promised", touches=(touched(3),), promises=(Promise(text="x", due=day(-1)),)),
    Client(id="d", name="Gone", archived=True),
)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (ClientFilter(), ["Dream", "Quiet", "Promised"]),
        (ClientFilter(dream=True), ["Dream"]),
        (ClientFilter(quiet_days=31), ["Dream", "Quiet"]),
        (ClientFilter(quiet_days=32), ["Dream"]),
        (ClientFilter(promises_due=True), ["Promised"]),
        (ClientFilter(no_next_touch=True), ["Dream", "Quiet"]),
        (ClientFilter(archived=True), ["Gone"]),
        (ClientFilter(dream=True, promises_due=True), []),
    ],
)
def test_a_filter_wants_those_for_whom_all_of_it_holds(wanted: ClientFilter, expected: list[str]) -> None:
    assert names(wanted_rows(listed(*CLIENTS), wanted)) == expected


def test_who_was_never_reached_counts_as_quiet() -> None:
    assert names(wanted_rows(listed(Client(id="a", name="New")), ClientFilter(quiet_days=30))) == ["New"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (ClientOrder.NAME, ["Dream", "Promised", "Quiet"]),
        (ClientOrder.DREAM_LIST, ["Dream", "Promised", "Quiet"]),
        (ClientOrder.LAST_TOUCH, ["Promised", "Dream", "Quiet"]),
        (ClientOrder.NEXT_TOUCH, ["Promised", "Dream", "Quiet"]),
        (ClientOrder.QUIET, ["Dream", "Quiet", "Promised"]),
    ],
)
def test_each_order_has_its_own_first(order: ClientOrder, expected: list[str]) -> None:
    rows = wanted_rows(listed(*CLIENTS), ClientFilter())
    assert names(in_client_order(reversed(rows), order)) == expected


@pytest.mark.parametrize("sought", ["muller", "MÜLLER", "pumps  müll", "koln"])
def test_a_search_reads_the_row_without_accents_and_in_any_order(sought: str) -> None:
    rows = listed(
        Client(id="a", name="Müller Pumps", headquarters="Köln"), Client(id="b", name="Tarn Valley")
    )
    assert names(rows_holding(rows, sought)) == ["Müller Pumps"]


def test_what_was_found_elsewhere_is_listed_too_in_the_same_order() -> None:
    rows = listed(*(Client(id=name, name=name) for name in ("a kiln", "b", "c kiln")))
    assert names(rows_holding(rows, "kiln", frozenset({"b"}))) == ["a kiln", "b", "c kiln"]


def test_only_what_changed_is_made_anew_and_a_new_day_makes_all(monkeypatch: pytest.MonkeyPatch) -> None:
    library = PlansInMemory()
    for name in ("Tarn", "Kestrel"):
        library.save_client(Client(id=name, name=name))
    mark = object()
    changed: list[frozenset[str] | None] = [None, frozenset(), frozenset({"Tarn"})]
    monkeypatch.setattr(library, "changed_clients", lambda _mark: (mark, changed.pop(0)))

    first = listing_of(library, NOW)
    assert listing_of(library, NOW, first) is first
    library.save_client(Client(id="Tarn", name="Tarn Valley"))
    second = listing_of(library, NOW, first)
    assert names(second.rows) == ["Kestrel", "Tarn Valley"]
    assert second.rows[0] is first.rows[0]

    changed.append(None)
    assert listing_of(library, NOW + dt.timedelta(days=1), second).rows[0] is not second.rows[0]
