"""Promises of both sides, once each, and which are overdue."""

import datetime as dt

import pytest
from msgspec.structs import replace

from planner.coaching.check.past import History
from planner.coaching.check.promises import overdue_promises
from planner.coaching.promises import is_overdue, overdue, promises_of, with_promises_of
from planner.model.client import Client, Promise
from planner.model.terms import Side
from tests.builders import a_plan

TODAY = dt.date(2026, 12, 1)
PLAN = "a00000000001"
BEFORE, AFTER = dt.date(2026, 11, 20), dt.date(2026, 12, 9)


def test_promises_of_both_sides_reach_the_client() -> None:
    ours, theirs = Promise(text="The log", by=Side.US, due=AFTER), Promise(text="A date", by=Side.THEM)
    client = with_promises_of(Client(), (ours, theirs), PLAN)
    assert client.promises == (replace(ours, from_plan=PLAN), replace(theirs, from_plan=PLAN))
    assert promises_of(client, PLAN) == client.promises
    assert promises_of(client, "another plan") == promises_of(Client(promises=(ours,)), "") == ()


def test_a_promise_is_there_once() -> None:
    client = Client(promises=(Promise(text="The log", by=Side.US, due=AFTER, from_plan=PLAN),))
    again = Promise(text="the  log.", by=Side.US, due=BEFORE)
    assert with_promises_of(client, (again,), "another plan") == client


def test_the_same_words_of_the_other_side_are_another_promise() -> None:
    client = Client(promises=(Promise(text="The log", by=Side.US),))
    assert len(with_promises_of(client, (Promise(text="The log", by=Side.THEM),), PLAN).promises) == 2


def test_the_client_learns_that_one_was_kept_and_when_it_is_due() -> None:
    client = Client(promises=(Promise(text="The log", by=Side.US),))
    told = (Promise(text="The log", by=Side.US, due=AFTER, kept_on=BEFORE),)
    assert with_promises_of(client, told, PLAN).promises == (replace(told[0], from_plan=PLAN),)


def test_what_is_kept_already_is_remembered_and_what_is_blank_is_none() -> None:
    kept = Promise(text="The log", by=Side.US, kept_on=BEFORE)
    client = with_promises_of(Client(), (kept, Promise(text=" ", due=AFTER)), PLAN)
    assert client.promises == (replace(kept, from_plan=PLAN),)


def test_overdue_ones_come_oldest_first() -> None:
    late = Promise(text="A date", due=dt.date(2026, 11, 30))
    later = Promise(text="The log", due=BEFORE)
    in_time = Promise(text="A name", due=TODAY)
    kept = Promise(text="A call", due=BEFORE, kept_on=BEFORE)
    undated = Promise(text="A list")
    assert overdue((late, later, in_time, kept, undated), TODAY) == (later, late)


@pytest.mark.parametrize("by", [*Side, None])
@pytest.mark.parametrize(
    ("due", "kept", "text", "late"),
    [
        (BEFORE, None, "The log", True),
        (TODAY - dt.timedelta(days=1), None, "The log", True),
        (TODAY, None, "The log", False),
        (AFTER, None, "The log", False),
        (None, None, "The log", False),
        (BEFORE, BEFORE, "The log", False),
        (BEFORE, TODAY, "The log", False),
        (BEFORE, None, " \n", False),
    ],
)
def test_the_check_and_the_plan_agree_on_what_is_overdue(
    by: Side | None, due: dt.date | None, kept: dt.date | None, text: str, *, late: bool
) -> None:
    promise = Promise(text=text, by=by, due=due, kept_on=kept)
    preparation = a_plan(**{"client.promises": (promise,)})
    past = History.before(preparation.plan, (), today=TODAY)

    in_check = [row.promise for side in overdue_promises(preparation, past) for row in side]

    assert is_overdue(promise, TODAY) is late
    assert in_check == list(overdue((promise,), TODAY)) == ([promise] if late else [])
