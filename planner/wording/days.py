"""Dates and times as they are read; names and order are the language's, hours are of 24."""

import datetime as dt

from planner.model.placed_time import later, named_place
from planner.translation import N_, _, ngettext, pgettext
from planner.wording.places import place_name, utc_text

_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)
_FULL_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_FULL_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def month_name(month: int) -> str:
    """Return the short name of a month, 1 to 12: `Dec`."""
    return _(_MONTHS[month - 1])


def weekday_name(date: dt.date) -> str:
    """Return the short name of a day's weekday: `Tue`."""
    return _(_WEEKDAYS[date.weekday()])


def day(date: dt.date | None) -> str:
    """Return `1 Dec 2026`, never parted by a line break; "" for None."""
    return "" if date is None else _dated(pgettext("date", "{day}\u00a0{month}\u00a0{year}"), date)


def weekday(date: dt.date) -> str:
    """Return `Tue 1 Dec 2026`; a line break may part it after the weekday only."""
    return _dated(pgettext("date", "{weekday} {day}\u00a0{month}\u00a0{year}"), date)


def time_range(starts: dt.datetime, minutes: int | None) -> str:
    """Return `10:00–10:45` in the moment's own zone; the start alone if `minutes` is None or 0."""
    start = f"{starts:%H:%M}"
    return f"{start}–{later(starts, dt.timedelta(minutes=minutes)):%H:%M}" if minutes else start


def zone(moment: dt.datetime) -> str:
    """Return the moment's zone: `London (UTC+1)`; without a place `UTC+1`, `UTC−3:30`, `UTC`."""
    distance = utc_text(moment.utcoffset() or dt.timedelta())
    place = named_place(moment)
    if not place:
        return distance
    return pgettext("zone", "{place} ({offset})").format(place=place_name(place), offset=distance)


def day_in_full(day: dt.date) -> str:
    """Return `Tuesday 1 December`, as a heading says it."""
    pattern = pgettext("date", "{weekday} {day} {month}")
    weekday, month = _(_FULL_WEEKDAYS[day.weekday()]), _(_FULL_MONTHS[day.month - 1])
    return pattern.format(weekday=weekday, day=day.day, month=month)


def day_text(day: dt.date, today: dt.date) -> str:
    """Return `Tue 1 Dec`, with the year where it is not today's."""
    if day.year == today.year:
        return _dated(pgettext("date", "{weekday} {day} {month}"), day)
    return _dated(pgettext("date", "{weekday} {day} {month} {year}"), day)


def moment_text(moment: dt.datetime, today: dt.date) -> str:
    """Return `Tue 1 Dec, 10:00` in the moment's own zone, with the year where it is not today's.

    At a place whose clock is not this computer's then, the place follows: `Tue 1 Dec, 10:00 (London)`.
    """
    day, time, place = day_text(moment.date(), today), f"{moment:%H:%M}", place_elsewhere(moment)
    if place:
        return pgettext("moment", "{day}, {time} ({place})").format(day=day, time=time, place=place)
    return pgettext("moment", "{day}, {time}").format(day=day, time=time)


def moment_lines(moment: dt.datetime, today: dt.date) -> tuple[str, str]:
    """Return `moment_text` and `relative_day` as two short lines: a place stands in the second."""
    pattern = pgettext("moment", "{day}, {time}")
    when = pattern.format(day=day_text(moment.date(), today), time=f"{moment:%H:%M}")
    distance, place = relative_day(moment.date(), today), place_elsewhere(moment)
    if place:
        return when, pgettext("moment", "{distance} ({place})").format(distance=distance, place=place)
    return when, distance


def place_elsewhere(moment: dt.datetime) -> str:
    """Return the city of a moment whose clock is not this computer's then; "" of any other.

    "" too where the moment has an offset from UTC alone and no place.
    """
    same_clock = moment.astimezone(None).utcoffset() == moment.utcoffset()
    return "" if same_clock else place_name(named_place(moment))


def clock_elsewhere(moment: dt.datetime) -> str:
    """Return the city of a moment whose clock is not this computer's then, `UTC+1` without one; else ""."""
    if moment.astimezone(None).utcoffset() == moment.utcoffset():
        return ""
    return place_elsewhere(moment) or zone(moment)


def relative_day(day: dt.date, today: dt.date) -> str:
    """Return how far off a day is: `today`, `in 2 days`, `3 weeks ago`."""
    days = (day - today).days
    if days == 0:
        return _("today")
    return _coming(days) if days > 0 else _past(-days)


def _dated(pattern: str, date: dt.date) -> str:
    """Fill a pattern of a date; `{month}` and `{weekday}` are short names."""
    return pattern.format(
        weekday=weekday_name(date), day=date.day, month=month_name(date.month), year=date.year
    )


# Up to 13 days are told in days, up to 59 in weeks, up to 729 in months of 30 days: whoever plans a call
# wants the size of the distance, and the date stands beside it.


def _coming(days: int) -> str:
    """Return how far ahead a day is, so many days from today, 1 or more."""
    if days == 1:
        return _("tomorrow")
    if days < 14:
        return ngettext("in {count} day", "in {count} days", days).format(count=days)
    if days < 60:
        return ngettext("in {count} week", "in {count} weeks", days // 7).format(count=days // 7)
    if days < 730:
        return ngettext("in {count} month", "in {count} months", days // 30).format(count=days // 30)
    return ngettext("in {count} year", "in {count} years", days // 365).format(count=days // 365)


def _past(days: int) -> str:
    """Return how long ago a day was, so many days before today, 1 or more."""
    if days == 1:
        return _("yesterday")
    if days < 14:
        return ngettext("{count} day ago", "{count} days ago", days).format(count=days)
    if days < 60:
        return ngettext("{count} week ago", "{count} weeks ago", days // 7).format(count=days // 7)
    if days < 730:
        return ngettext("{count} month ago", "{count} months ago", days // 30).format(count=days // 30)
    return ngettext("{count} year ago", "{count} years ago", days // 365).format(count=days // 365)
