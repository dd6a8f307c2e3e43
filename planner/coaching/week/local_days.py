"""Days by the clock of whoever asks, and the working days among them."""

import datetime as dt

from planner.model.placed_time import named_place

_FRIDAY = 4


def next_working_day(day: dt.date) -> dt.date:
    """Return the first day after this one from Monday to Friday. Holidays are not known."""
    ahead = 7 - day.weekday() if day.weekday() >= _FRIDAY else 1
    return day + dt.timedelta(days=ahead)


def local_day(moment: dt.datetime, now: dt.datetime) -> dt.date:
    """Return the day of a moment by the clock that `now` is told by; by its own if that has no such day.

    A clock told by its distance from UTC alone is this computer's, if that is its distance now, and may be
    changed between the two moments.
    """
    try:
        local = moment.astimezone(now.tzinfo)
        # No clock is changed by more than two hours: only near midnight can that make it another day.
        if 3 <= local.hour < 21 or named_place(now):
            return local.date()
        is_ours = now.astimezone().utcoffset() == now.utcoffset()
        return (moment.astimezone() if is_ours else local).date()
    except (OverflowError, ValueError, OSError):  # in the first or last hours that there are
        return moment.date()
