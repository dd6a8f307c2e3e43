"""Months, quarters or years, whichever suits the time that calls stretch over."""

import datetime as dt
from collections.abc import Callable, Iterable

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOST = 18
"""More than so many stretches are no longer seen at a glance."""


def stretches(days: Iterable[dt.date]) -> tuple[Callable[[dt.date], int], dict[int, str]]:
    """Return what numbers the stretch of a day, and the name of each from the first day to the last.

    Months where eighteen will do, else quarters, else years.
    """
    months = [day.year * 12 + day.month - 1 for day in days]
    first, last = (min(months), max(months)) if months else (0, -1)
    length = next(one for one in (1, 3, 12) if one == 12 or last // one - first // one < _MOST)
    names = {number: _name(number, length) for number in range(first // length, last // length + 1)}
    return lambda day: (day.year * 12 + day.month - 1) // length, names


def _name(number: int, length: int) -> str:
    if length == 12:
        return f"{number}"
    if length == 3:
        return f"Q{number % 4 + 1} {number // 4}"
    return f"{_MONTHS[number % 12]} {number // 12}"
