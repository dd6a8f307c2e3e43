"""Days a number of months or working days away."""

import calendar
import datetime as dt

from planner.model.values import LAST_DAY

_SATURDAY = 5


def months_before(day: dt.date, months: int) -> dt.date:
    """Return the day `months` months earlier; the last of that month if it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def working_day(day: dt.date, later: int = 0) -> dt.date:
    """Return the day `later` days on, or the following Monday if that is a weekend; at most LAST_DAY."""
    moved = day + dt.timedelta(days=later)
    workday = moved if moved.weekday() < _SATURDAY else moved + dt.timedelta(days=7 - moved.weekday())
    return min(workday, LAST_DAY)
