"""Promises whose day is over."""

from collections.abc import Iterator, Sequence

import msgspec

from planner.coaching.check.evidence import is_filled, short
from planner.coaching.check.finding import Evidence
from planner.coaching.check.past import History
from planner.coaching.promises import due_day, is_overdue, same_promise
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
    """Return (ours, theirs): the overdue promises, oldest first; one of neither side counts as ours.

    A promise that is in a reflection and with the client counts once, as it stands with the client; one in
    several reflections, as it stands in the last.
    """
    rows = list(_rows("client.promises", preparation.client.promises))
    with_client = len(rows)
    for plan in past.held:
        for row in _rows("plan.reflection.promises", plan.reflection.promises, plan.id):
            places = (at for at, other in enumerate(rows) if same_promise(other.promise, row.promise))
            at = next(places, len(rows))
            if at >= with_client:
                rows[at : at + 1] = [row]
    late = [row for row in rows if is_overdue(row.promise, past.today)]
    late.sort(key=lambda row: due_day(row.promise))
    return (
        tuple(row for row in late if row.promise.by != Side.THEM),
        tuple(row for row in late if row.promise.by == Side.THEM),
    )


def _rows(path: str, promises: Sequence[Promise], of_plan: str = "") -> Iterator[Overdue]:
    for at, promise in enumerate(promises):
        if is_filled(promise.text):
            yield Overdue(promise, Evidence(f"{path}[{at}].text", short(promise.text), of_plan=of_plan))
