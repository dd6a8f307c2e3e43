"""Months, quarters or years, whichever suits the time that calls stretch over."""

import datetime as dt
from collections.abc import Callable, Iterable

from planner.translation import pgettext
from planner.wording.days import month_name

_MOST = 18
"""More than so many stretches are no longer seen at a glance."""


def stretches(days: Iterable[dt.date]) -> tuple[Callable[[dt.date], int], dict[int, str]]:
    """Return a function from a day to its stretch's number, and the stretches' names by number, in order.

    Stretches are months if at most 18 cover the days, else quarters if 18 do, else years. Without days there
    are no names.
    """
    numbers = [day.year * 12 + day.month - 1 for day in days]
    first, last = (min(numbers), max(numbers)) if numbers else (0, -1)
    length = next(months for months in (1, 3, 12) if months == 12 or last // months - first // months < _MOST)
    names = {number: _name(number, length) for number in range(first // length, last // length + 1)}
    return lambda day: (day.year * 12 + day.month - 1) // length, names


def _name(number: int, length: int) -> str:
    if length == 12:
        return f"{number}"
    if length == 3:
        return pgettext("date", "Q{quarter} {year}").format(quarter=number % 4 + 1, year=number // 4)
    month = month_name(number % 12 + 1)
    return pgettext("date", "{month} {year}").format(month=month, year=number // 12)
