"""The rhythm: how many touches of ours were done in a week, and in the weeks before. A count, no verdict."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from planner.model.fields import is_blank
from planner.model.touch import Touch

_A_WEEK = dt.timedelta(weeks=1)


class HasTouches(Protocol):
    """What has touches: a client, or its summary."""

    @property
    def touches(self) -> Sequence[Touch]:
        """The touches, of ours and of theirs, planned and done."""


class WeekCount(msgspec.Struct, frozen=True):
    """A week by its Monday, and how many touches of ours were done in it."""

    monday: dt.date
    touches: int


def touches_in_week(clients: Iterable[HasTouches], day: dt.date) -> int:
    """Return how many touches of ours were done in the week of `day`, Monday to Sunday, over all clients."""
    return _counts(clients)[_monday(day)]


def weeks_before(clients: Iterable[HasTouches], day: dt.date, weeks: int) -> tuple[WeekCount, ...]:
    """Return the counts of so many whole weeks before that of `day`, the earliest first."""
    counts, this = _counts(clients), _monday(day)
    mondays = (this - back * _A_WEEK for back in range(weeks, 0, -1))
    return tuple(WeekCount(monday, counts[monday]) for monday in mondays)


def _counts(clients: Iterable[HasTouches]) -> Counter[dt.date]:
    """Return the number of touches of ours done in each week; those done on a day not known count in none."""
    return Counter(
        _monday(touch.day_done)
        for client in clients
        for touch in client.touches
        if touch.day_done is not None and not touch.is_inquiry and not is_blank(touch)
    )


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())
