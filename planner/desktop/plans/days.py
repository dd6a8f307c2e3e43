"""Days and times as people say them: `Tue 1 Dec, 10:00`, `in 2 days`, `yesterday`."""

import datetime as dt

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
