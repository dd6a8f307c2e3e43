"""Dates and times as people write them in a locale; how they are read, `wording/written_days.py` says."""

import datetime as dt
from typing import TypeVar

from PySide6.QtCore import QDate, QLocale

from planner.desktop.fields.locale_forms import written_forms
from planner.desktop.fields.typed import Unreadable
from planner.model.values import FIRST_DAY, LAST_DAY
from planner.translation import _
from planner.wording.written_days import read_clock, read_day, read_day_and_time

T = TypeVar("T")


def read_date(text: str, locale: QLocale, today: dt.date) -> dt.date:
    """Return the date: `2026-12-01`, `1.12.`, `1/12` in the locale's order, `next Thu`, `in two weeks`.

    Raises Unreadable, also for a year that no plan may hold.
    """
    return _within_years(_found(text, read_day(text, written_forms(locale), today)))


def read_date_and_time(text: str, locale: QLocale, today: dt.date) -> tuple[dt.date, dt.time | None]:
    """Return the date as `read_date` does, and a time that stands with it, `fri 10:30`; None if none does."""
    day, time = _found(text, read_day_and_time(text, written_forms(locale), today))
    return _within_years(day), time


def shown_date(day: dt.date, *, weekday: bool = True) -> str:
    """Return the date so that it can be read in one way only: Tue 1 Dec 2026."""
    form = "ddd d MMM yyyy" if weekday else "d MMM yyyy"
    return QLocale.c().toString(QDate(day.year, day.month, day.day), form)


def read_time(text: str, locale: QLocale) -> dt.time:
    """Return the time of day: `10:00`, `900`, `14 h 30`, `2 pm`, `noon`. Raises Unreadable."""
    time = read_clock(text, written_forms(locale))
    if time is None:
        raise Unreadable(_("Expected a time such as 10:00, not “{text}”").format(text=text.strip()))
    return time


def _found(text: str, found: T | None) -> T:
    if found is None:
        raise Unreadable(_("Expected a date such as 1 Dec 2026, not “{text}”").format(text=text.strip()))
    return found


def _within_years(day: dt.date) -> dt.date:
    if not FIRST_DAY <= day <= LAST_DAY:
        pattern = _("Expected a year from {first} to {last}, not {year}")
        raise Unreadable(pattern.format(first=FIRST_DAY.year, last=LAST_DAY.year, year=day.year))
    return day
