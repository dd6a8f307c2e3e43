"""Dates and times as people write them."""

import datetime as dt
import re
from collections.abc import Iterable

from PySide6.QtCore import QDate, QLocale

from planner.desktop.fields.typed import Unreadable
from planner.translation import _

_NUMBERS = re.compile(r"(\d{1,4})([./-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?\s*([^\W\d_]+)\.?,?\s*(\d{4}|\d{2})?")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})?")
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?)?\s*(?:(am|pm|a\.m\.|p\.m\.)|uhr|h)?", re.IGNORECASE)
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}


def read_date(text: str, locale: QLocale, today: dt.date) -> dt.date:
    """Return the date: `2026-12-01`, `1.12.2026`, `1/12` in the locale's order, `1 Dec`, `tomorrow`.

    Without a year it is the nearest such day to today. Raises Unreadable.
    """
    written = " ".join(text.casefold().split())
    if written in _NEAR:
        return today + dt.timedelta(days=_NEAR[written])
    written = _without_weekday(written, locale)
    match = (
        _from_numbers(written, locale, today)
        or _from_words(_DAY_FIRST.fullmatch(written), (1, 2, 3), locale, today)
        or _from_words(_MONTH_FIRST.fullmatch(written), (2, 1, 3), locale, today)
    )
    if match is None:
        raise Unreadable(_("Expected a date such as 1 Dec 2026, not “{text}”").format(text=text.strip()))
    return match


def shown_date(day: dt.date, *, weekday: bool = True) -> str:
    """Return the date so that it can be read in one way only: Tue 1 Dec 2026."""
    form = "ddd d MMM yyyy" if weekday else "d MMM yyyy"
    return QLocale.c().toString(QDate(day.year, day.month, day.day), form)


def read_time(text: str) -> dt.time:
    """Return the time of day: `10:00`, `10`, `9.30`, `2 pm`. Raises Unreadable."""
    written = text.strip().casefold()
    if re.fullmatch(r"\d{4}", written):
        written = f"{written[:2]}:{written[2:]}"
    match = _TIME.fullmatch(written)
    if match is not None:
        hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").replace(".", "")
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        if hour < 24 and minute < 60 and (not half or int(match[1]) <= 12):
            return dt.time(hour, minute)
    raise Unreadable(_("Expected a time such as 10:00, not “{text}”").format(text=text.strip()))


def _without_weekday(written: str, locale: QLocale) -> str:
    first, _, rest = written.partition(" ")
    names = (
        name
        for language in (QLocale.c(), locale)
        for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
        for day in range(1, 8)
        for name in (language.dayName(day, form).casefold(),)
    )
    return rest if rest and first.rstrip(".,") in {name.rstrip(".") for name in names} else written


def _from_numbers(written: str, locale: QLocale, today: dt.date) -> dt.date | None:
    match = _NUMBERS.fullmatch(written)
    if match is None:
        return None
    first, mark, second, year = int(match[1]), match[2], int(match[3]), match[4]
    if len(match[1]) == 4:
        return _date(first, second, int(year), today) if year and len(year) <= 2 else None
    if len(match[1]) > 2:
        return None
    month_first = mark != "." and _month_first(locale)
    day, month = (second, first) if month_first else (first, second)
    return _date(_year(year), month, day, today)


def _from_words(
    match: re.Match[str] | None, order: tuple[int, int, int], locale: QLocale, today: dt.date
) -> dt.date | None:
    if match is None:
        return None
    month = _month(match[order[1]], locale)
    return None if month is None else _date(_year(match[order[2]]), month, int(match[order[0]]), today)


def _date(year: int | None, month: int, day: int, today: dt.date) -> dt.date | None:
    """Return the date, or None if there is no such day; without a year the nearest to today."""
    years = (year,) if year is not None else (today.year - 1, today.year, today.year + 1)
    days = list(_existing(years, month, day))
    return min(days, key=lambda date: abs(date - today)) if days else None


def _existing(years: Iterable[int], month: int, day: int) -> Iterable[dt.date]:
    for year in years:
        try:
            yield dt.date(year, month, day)
        except ValueError:
            continue


def _year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)


def _month_first(locale: QLocale) -> bool:
    order = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return order.find("M") < order.find("d")


def _month(written: str, locale: QLocale) -> int | None:
    """Return the month whose name, in English or the locale's language, begins like this."""
    if len(written) < 3:
        return None
    for language in (QLocale.c(), locale):
        for month in range(1, 13):
            if language.monthName(month).casefold().startswith(written):
                return month
    return None
