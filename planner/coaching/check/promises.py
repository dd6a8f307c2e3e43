"""Promises whose day is over."""

from collections.abc import Iterator, Sequence

import msgspec

from planner.coaching.check.evidence import is_filled, short
from planner.coaching.check.finding import Evidence
from planner.coaching.check.past import History
from planner.coaching.promises import due_day, is_overdue
from planner.model.client import Promise
from planner.model.plan import Preparation
from planner.model.terms import Side


class Overdue(msgspec.Struct, frozen=True):
    """An overdue promise, and the field that it stands in as evidence."""

    promise: Promise
    evidence: Evidence


def overdue_promises(
    preparation: Preparation, past: History
) -> tuple[tuple[Overdue, ...], tuple[Overdue, ...]]:
    """Return (ours, theirs): the overdue promises, oldest first; one of neither side counts as ours."""
    late = [row for row in _rows(preparation.client.promises) if is_overdue(row.promise, past.today)]
    late.sort(key=lambda row: due_day(row.promise))
    return (
        tuple(row for row in late if row.promise.by != Side.THEM),
        tuple(row for row in late if row.promise.by == Side.THEM),
    )


def _rows(promises: Sequence[Promise]) -> Iterator[Overdue]:
    for at, promise in enumerate(promises):
        if is_filled(promise.text):
            yield Overdue(promise, Evidence(f"client.promises[{at}].text", short(promise.text)))
