"""Moments and days by the clock of whoever asks, and the working days among them."""

import datetime as dt

from planner.model.placed_time import named_place

_FRIDAY = 4


def next_working_day(day: dt.date) -> dt.date:
    """Return the first day after this one from Monday to Friday. Holidays are not known."""
    ahead = 7 - day.weekday() if day.weekday() >= _FRIDAY else 1
    return day + dt.timedelta(days=ahead)


def on_our_clock(moment: dt.datetime, now: dt.datetime) -> dt.datetime:
    """Return a moment as the clock shows it that `now` is told by; as it is if that clock has no such day.

    A clock told by its distance from UTC alone is this computer's, if that is its distance now: it may be
    changed between the two moments.
    """
    try:
        is_this_computers = not named_place(now) and now.astimezone().utcoffset() == now.utcoffset()
        return moment.astimezone(None if is_this_computers else now.tzinfo)
    except (OverflowError, ValueError, OSError):  # in the first or last hours that there are
        return moment


def local_day(moment: dt.datetime, now: dt.datetime) -> dt.date:
    """Return the day of a moment as `on_our_clock` has it, faster."""
    try:
        there = moment.astimezone(now.tzinfo)
    except (OverflowError, ValueError):
        return moment.date()
    # No clock is changed by more than two hours: only near midnight can that make it another day.
    return there.date() if 3 <= there.hour < 21 else on_our_clock(moment, now).date()
