"""Retention policy of backups: many of the last days are kept, few of long ago."""

import datetime as dt
from collections import deque
from collections.abc import Callable, Collection, Hashable

RECENT = dt.timedelta(days=2)

Span = tuple[Callable[[dt.datetime], Hashable], int]


def _day(moment: dt.datetime) -> Hashable:
    return moment.date()


def _week(moment: dt.datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: dt.datetime) -> Hashable:
    return moment.year, moment.month


SPANS: tuple[Span, ...] = ((_day, 12), (_week, 10), (_month, 9))
"""After the recent ones: the newest of each of so many days, then weeks, then months."""


def retained(moments: Collection[dt.datetime], now: dt.datetime) -> set[dt.datetime]:
    """Return the moments (UTC) whose backups are to be kept.

    All of the last two days, then 12 daily, 10 weekly and 9 monthly ones. Only days, weeks and
    months that have a backup count, and what lies in the future is recent: so no clock, wrong in
    either direction, thins more than that, and the newest is always kept.
    """
    older = deque(sorted((moment for moment in moments if moment <= now - RECENT), reverse=True))
    keeping = {moment for moment in moments if moment > now - RECENT} | set(list(older)[:1])
    for span_of, count in SPANS:
        newest: dict[Hashable, dt.datetime] = {}
        while older and (span_of(older[0]) in newest or len(newest) < count):
            newest.setdefault(span_of(older[0]), older[0])
            older.popleft()
        keeping.update(newest.values())
    return keeping
