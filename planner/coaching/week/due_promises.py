"""Promises that are due, each named once."""

import datetime as dt
from collections.abc import Iterable

from planner.coaching.promises import due_day, is_open
from planner.model.client import Promise
from planner.model.same_text import same_text
from planner.model.terms import Side

_THEM = Side.THEM  # looked up once, for speed


def is_theirs(promise: Promise) -> bool:
    """Whether the client made the promise; one of neither side is ours to keep."""
    return promise.by is _THEM


def named_as_one(promise: Promise, other: Promise) -> bool:
    """Whether two records are one promise to Today: of the same side, in texts that say the same."""
    return is_theirs(promise) == is_theirs(other) and same_text(promise.text, other.text)


def promises_due(promises: Iterable[Promise], today: dt.date) -> list[Promise]:
    """Return the open promises due by today, the first due first; of one noted several times, the first."""
    due = [promise for promise in promises if promise.due and promise.due <= today and is_open(promise)]
    named: list[Promise] = []
    for promise in sorted(due, key=due_day):
        if not any(named_as_one(promise, other) for other in named):
            named.append(promise)
    return named
