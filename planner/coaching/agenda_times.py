"""When each item of an agenda begins by the clock."""

import datetime as dt
from collections.abc import Iterable

from planner.model.conversation import AgendaItem
from planner.model.placed_time import later


def clock_times(agenda: Iterable[AgendaItem], starts: dt.datetime | None) -> tuple[str, ...]:
    """Return for each item the time it begins, `10:05`, in the zone that the call's start is written in.

    "" from where on it is not known: without a start, and after an item without minutes.
    """
    times, after = [], dt.timedelta()
    known = starts is not None
    for item in agenda:
        times.append(f"{later(starts, after):%H:%M}" if starts is not None and known else "")
        known = known and item.minutes is not None
        after += dt.timedelta(minutes=item.minutes or 0)
    return tuple(times)
