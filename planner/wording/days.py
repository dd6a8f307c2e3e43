"""Dates and times as they are read, in English throughout."""

import datetime as dt

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day(date: dt.date | None) -> str:
    """Return `1 Dec 2026`, never parted by a line break, or nothing."""
    return "" if date is None else f"{date.day}\u00a0{_MONTHS[date.month - 1]}\u00a0{date.year}"


def weekday(date: dt.date) -> str:
    """Return `Tue 1 Dec 2026`."""
    return f"{_DAYS[date.weekday()]} {day(date)}"


def time_range(starts: dt.datetime, minutes: int | None) -> str:
    """Return `10:00–10:45` in the zone it was written in, or the start alone."""
    start = f"{starts:%H:%M}"
    return f"{start}–{starts + dt.timedelta(minutes=minutes):%H:%M}" if minutes else start


def zone(moment: dt.datetime) -> str:
    """Return the moment's distance from UTC: `UTC+1`, `UTC−3:30`."""
    offset = moment.utcoffset() or dt.timedelta()
    minutes = abs(int(offset.total_seconds())) // 60
    sign = "−" if offset < dt.timedelta() else "+"
    rest = f":{minutes % 60:02}" if minutes % 60 else ""
    return f"UTC{sign}{minutes // 60}{rest}" if minutes else "UTC"


_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_text(day: dt.date, today: dt.date) -> str:
    """Return `Tue 1 Dec`, with the year where it is not today's."""
    text = f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return text if day.year == today.year else f"{text} {day.year}"


def moment_text(moment: dt.datetime, today: dt.date) -> str:
    """Return `Tue 1 Dec, 10:00` on the moment's own clock."""
    return f"{day_text(moment.date(), today)}, {moment:%H:%M}"


def relative_day(day: dt.date, today: dt.date) -> str:
    """Return how far off a day is: `today`, `in 2 days`, `3 weeks ago`."""
    days = (day - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(days)
    if near is not None:
        return near
    count, unit = _rounded(abs(days))
    amount = f"{count} {unit}" if count == 1 else f"{count} {unit}s"
    return f"in {amount}" if days > 0 else f"{amount} ago"


def _rounded(days: int) -> tuple[int, str]:
    if days < 14:
        return days, "day"
    if days < 60:
        return days // 7, "week"
    if days < 730:
        return days // 30, "month"
    return days // 365, "year"
