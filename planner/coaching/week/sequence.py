"""A sequence: touches laid out ahead for one client, moved as one, ended by an outcome."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import chain, cycle, islice, repeat

from msgspec.structs import replace

from planner.coaching.check.days import working_day
from planner.coaching.week.case_values import (
    CaseValue,
    case_values,
    newest_first,
    not_offered,
    offered_to,
)
from planner.model.client import Client, Contact
from planner.model.ids import new_id
from planner.model.plan import Plan
from planner.model.same_text import distinct_rows
from planner.model.terms import TouchChannel, TouchOutcome
from planner.model.touch import Touch, touch_of

ENDING = frozenset({TouchOutcome.MEETING_AGREED, TouchOutcome.NO})
"""Outcomes after which the rest of a sequence has lost its point."""
_NO_CONTACT = Contact()


def laid_out(
    client: Client,
    plans: Sequence[Plan],
    start: dt.date,
    *,
    count: int,
    days_apart: int,
    channels: Sequence[TouchChannel] = (),
    contact: Contact = _NO_CONTACT,
) -> tuple[Touch, ...]:
    """Return so many planned touches of ours for the client, with ids and one new `sequence_id`.

    The first is on `start`, each further one `days_apart` (1 or more) after the one before; a weekend's goes
    to the Monday after. The channels take turns. Each gives its own value: what the newest plan of the
    client's `plans` offers, then the one before, but nothing that a touch of ours gives them already; where
    that runs out, what to give is blank.
    """
    sequence_id = new_id()
    values: Iterator[CaseValue | None] = chain(_values_for(client, plans), repeat(None))
    turns: Iterator[TouchChannel | None] = cycle(channels or (None,))
    return tuple(
        Touch(
            id=new_id(),
            planned_on=day,
            channel=channel,
            with_whom=contact.name,
            with_whom_id=contact.id,
            value_offered=value.text if value else "",
            value_kind=value.kind if value else None,
            sequence_id=sequence_id,
        )
        for day, channel, value in zip(islice(_days(start, days_apart), count), turns, values, strict=False)
    )


def moved_by(touches: Sequence[Touch], sequence_id: str, days: int) -> tuple[Touch, ...]:
    """Return the touches with those of the sequence that are not done moved by so many days, the rest as is.

    A day moved onto a weekend goes to the Monday after, and what was on different days stays so.
    """
    moved = _moved_days({touch.planned_on for touch in touches if _is_open(touch, sequence_id)}, days)
    return tuple(
        replace(touch, planned_on=moved[touch.planned_on]) if _is_open(touch, sequence_id) else touch
        for touch in touches
    )


def ended(touches: Sequence[Touch], sequence_id: str) -> tuple[Touch, ...]:
    """Return the touches without those of the sequence that are planned and not done."""
    return tuple(touch for touch in touches if not _is_open(touch, sequence_id))


def ends_sequence(touch: Touch) -> bool:
    """Whether a touch of a sequence ended so that the rest of it has lost its point: a meeting, or a no."""
    return bool(touch.sequence_id) and touch.outcome in ENDING


def place_in(touches: Sequence[Touch], touch_id: str) -> tuple[int, int] | None:
    """Return which touch of its sequence one is, and how many there are: (3, 5); None if it is in none.

    They count by the days they are planned for or, where none was, were done on.
    """
    touch = touch_of(touch_id, touches)
    if touch is None or not touch.sequence_id:
        return None
    together = [other for other in touches if other.sequence_id == touch.sequence_id]
    together.sort(key=lambda other: other.planned_on or other.day_done or dt.date.max)
    return 1 + next(at for at, other in enumerate(together) if other.id == touch_id), len(together)


def _is_open(touch: Touch, sequence_id: str) -> bool:
    return bool(sequence_id) and touch.sequence_id == sequence_id and not touch.is_done


def _values_for(client: Client, plans: Sequence[Plan]) -> Iterator[CaseValue]:
    offered = chain.from_iterable(case_values(plan) for plan in newest_first(plans))
    return not_offered(distinct_rows(offered, lambda value: value.text), offered_to(client))


def _days(start: dt.date, days_apart: int) -> Iterator[dt.date]:
    """Yield working days from `start` on, each so many days after the one before, without end."""
    day = working_day(start)
    while True:
        yield day
        day = working_day(day, max(days_apart, 1))


def _moved_days(planned: set[dt.date | None], days: int) -> dict[dt.date | None, dt.date]:
    """Return where each day planned goes, in the same order."""
    moved: dict[dt.date | None, dt.date] = {}
    for day in sorted(day for day in planned if day is not None):
        to = working_day(day, days)
        before = max(moved.values(), default=None)
        moved[day] = to if before is None or to > before else working_day(before, 1)
    return moved
