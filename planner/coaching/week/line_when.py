"""When a line of Today is due, or was, in the few words that stand before it."""

import datetime as dt

from planner.coaching.week.local_days import on_our_clock
from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.translation import _, ngettext, pgettext
from planner.wording.days import day_text, relative_day, weekday_name
from planner.wording.lists import comma_list

_MINUTE, _HOUR, _DAY = 60, 60 * 60, 24 * 60 * 60


def line_when(line: TodayLine, now: dt.datetime) -> tuple[str, str]:
    """Return two short texts that say when a line is, or how overdue; either may be "".

    `14:30` and `in 1 h 20` of a call, `touch 3 of 5` and `2 days overdue` of a touch. Hours are by the clock
    that `now` is told by.
    """
    today = now.date()
    if line.kind is TodayKind.INQUIRY:
        return _waits(line, now), comma_list(part for part in (_channel(line), _came(line, now)) if part)
    if line.kind is TodayKind.CALL:
        return _starts(line, now)
    if line.kind is TodayKind.TOUCH:
        return _which_touch(line), _overdue(line.due, today)
    if line.kind is TodayKind.QUIET:
        return _silence(line.due, today), _date(line.due, today)
    if line.kind in {TodayKind.PROMISE_OURS, TodayKind.PROMISE_THEIRS}:
        return _promise_due(line, today), _date(line.due, today)
    return relative_day(line.due, today) if line.due else "", _date(line.due, today)


def _starts(line: TodayLine, now: dt.datetime) -> tuple[str, str]:
    """Return `14:30` and `in 1 h 20` of a call today, `Mon 10:00` of another day."""
    if line.moment is None:
        return relative_day(line.due, now.date()) if line.due else "", _("no time yet")
    starts = on_our_clock(line.moment, now)
    time, day = f"{starts:%H:%M}", starts.date()
    left = line.moment.timestamp() - now.timestamp()
    if left <= 0:
        return time, _("under way")
    if day == now.date():
        return time, _in(left)
    near = pgettext("moment", "{weekday} {time}").format(weekday=weekday_name(day), time=time)
    return near, relative_day(day, now.date())


def _in(left: float) -> str:
    """Return how soon something is, so many seconds from now: `in 1 h 20`, `in 20 min`."""
    hours, minutes = divmod(int(left) // _MINUTE, 60)
    if not hours:
        return _("in {minutes} min").format(minutes=minutes) if minutes else _("now")
    pattern = _("in {hours} h {minutes:02}") if minutes else _("in {hours} h")
    return pattern.format(hours=hours, minutes=minutes)


def _waits(line: TodayLine, now: dt.datetime) -> str:
    """Return how long an inquiry waits: `waits 3 h`, `waits 2 days`."""
    if line.moment is None:
        days = (now.date() - line.due).days if line.due else 0
        return _days_waiting(days) if days > 0 else _("waits")
    waited = int(now.timestamp() - line.moment.timestamp())
    if waited < _MINUTE:
        return _("just came in")
    if waited < _HOUR:
        return _("waits {minutes} min").format(minutes=waited // _MINUTE)
    if waited < _DAY:
        return _("waits {hours} h").format(hours=waited // _HOUR)
    return _days_waiting(waited // _DAY)


def _days_waiting(days: int) -> str:
    return ngettext("waits {count} day", "waits {count} days", days).format(count=days)


def _came(line: TodayLine, now: dt.datetime) -> str:
    """Return when an inquiry came: the hour of one of today, the day of an earlier one; "" if unknown."""
    if line.moment is None or line.due != now.date():
        return "" if line.due is None else day_text(line.due, now.date())
    return f"{on_our_clock(line.moment, now):%H:%M}"


def _channel(line: TodayLine) -> str:
    return _(str(line.touch.channel)) if line.touch and line.touch.channel else ""


def _which_touch(line: TodayLine) -> str:
    """Return `touch 3 of 5`, or `touch` for one that stands alone."""
    together = [touch.id for touch in line.sequence]
    if len(together) < 2 or line.touch_id not in together:
        return _("touch")
    place = together.index(line.touch_id) + 1
    return _("touch {number} of {count}").format(number=place, count=len(together))


def _overdue(due: dt.date | None, today: dt.date) -> str:
    days = (today - due).days if due else 0
    if days <= 0:
        return _("today")
    return ngettext("{count} day overdue", "{count} days overdue", days).format(count=days)


def _promise_due(line: TodayLine, today: dt.date) -> str:
    """Return whose promise it is and how it stands: `ours, today`, `theirs, 2 days overdue`."""
    days = (today - line.due).days if line.due else 0
    if line.kind is TodayKind.PROMISE_OURS:
        if days <= 0:
            return _("ours, today")
        return ngettext("ours, {count} day overdue", "ours, {count} days overdue", days).format(count=days)
    if days <= 0:
        return _("theirs, today")
    return ngettext("theirs, {count} day overdue", "theirs, {count} days overdue", days).format(count=days)


def _silence(last: dt.date | None, today: dt.date) -> str:
    """Return how long it is since a client heard from us: `41 days`."""
    if last is None:
        return _("not reached yet")
    days = (today - last).days
    return ngettext("{count} day", "{count} days", days).format(count=days)


def _date(day: dt.date | None, today: dt.date) -> str:
    """Return a day's date; "" for today, of which that is said already, and for None."""
    return "" if day is None or day == today else day_text(day, today)
