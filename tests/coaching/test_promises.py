"""Promises of both sides, once each."""

import datetime as dt

from planner.coaching.promises import overdue, with_promises
from planner.model.client import Client, Promise
from planner.model.terms import Side

TODAY = dt.date(2026, 12, 1)
BEFORE, AFTER = dt.date(2026, 11, 20), dt.date(2026, 12, 9)


def test_promises_of_both_sides_reach_the_client() -> None:
    ours, theirs = Promise(text="The log", by=Side.US, due=AFTER), Promise(text="A date", by=Side.THEM)
    assert with_promises(Client(), (ours, theirs)).promises == (ours, theirs)


def test_a_promise_is_there_once() -> None:
    client = Client(promises=(Promise(text="The log", by=Side.US, due=AFTER),))
    again = Promise(text="the  log.", by=Side.US, due=BEFORE)
    assert with_promises(client, (again,)) == client


def test_the_same_words_of_the_other_side_are_another_promise() -> None:
    client = Client(promises=(Promise(text="The log", by=Side.US),))
    assert len(with_promises(client, (Promise(text="The log", by=Side.THEM),)).promises) == 2


def test_the_client_learns_that_one_was_kept_and_when_it_is_due() -> None:
    client = Client(promises=(Promise(text="The log", by=Side.US),))
    told = (Promise(text="The log", by=Side.US, due=AFTER, kept_on=BEFORE),)
    assert with_promises(client, told).promises == told


def test_what_is_kept_already_or_blank_is_not_added() -> None:
    told = (Promise(text="The log", by=Side.US, kept_on=BEFORE), Promise(text=" ", due=AFTER))
    assert with_promises(Client(), told) == Client()


def test_overdue_ones_come_oldest_first() -> None:
    late = Promise(text="A date", due=dt.date(2026, 11, 30))
    later = Promise(text="The log", due=BEFORE)
    in_time = Promise(text="A name", due=TODAY)
    kept = Promise(text="A call", due=BEFORE, kept_on=BEFORE)
    undated = Promise(text="A list")
    assert overdue((late, later, in_time, kept, undated), TODAY) == (later, late)
