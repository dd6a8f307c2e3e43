"""The stretch of time that a report looks at."""

import datetime as dt
from collections.abc import Iterable
from typing import TypeVar

import msgspec

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.touch_record import TouchRecord
from planner.translation import _
from planner.wording.days import day


class Period(msgspec.Struct, frozen=True):
    """A stretch of days, from the first to the last, both included; None leaves that end open."""

    first: dt.date | None = None
    last: dt.date | None = None

    @property
    def text(self) -> str:
        """The period in words: `1 Jan 2026 to 31 Mar 2026`, `all time`."""
        if self.first is None and self.last is None:
            return _("all time")
        if self.first is None:
            return _("until {day}").format(day=day(self.last))
        if self.last is None:
            return _("from {day}").format(day=day(self.first))
        return _("{first} to {last}").format(first=day(self.first), last=day(self.last))

    def holds(self, date: dt.date | None) -> bool:
        """Whether the day lies in the period; no day (None) lies only in a period open at both ends."""
        if date is None:
            return self.first is None and self.last is None
        return (self.first is None or self.first <= date) and (self.last is None or date <= self.last)


ALL = Period()


def last_twelve_months(today: dt.date) -> Period:
    """Return the twelve months that end with today."""
    a_year_ago = today.replace(year=today.year - 1, day=min(today.day, 28 if today.month == 2 else 31))
    return Period(a_year_ago + dt.timedelta(days=1), today)


def quarter(today: dt.date, back: int = 0) -> Period:
    """Return the calendar quarter that today lies in, or the one `back` quarters earlier."""
    number = today.year * 4 + (today.month - 1) // 3 - back
    return Period(_quarter_begins(number), _quarter_begins(number + 1) - dt.timedelta(days=1))


R = TypeVar("R", CallRecord, TouchRecord)


def chosen(records: Iterable[R], client_id: str = "", period: Period = ALL) -> list[R]:
    """Return the records in the period, of one client or ("") of all: undated first, then oldest first."""
    wanted = (
        record
        for record in records
        if (not client_id or record.client_id == client_id) and period.holds(record.day)
    )
    return sorted(
        wanted, key=lambda record: (record.day is not None, record.day or dt.date.min, record.plan_id)
    )


def _quarter_begins(number: int) -> dt.date:
    return dt.date(number // 4, number % 4 * 3 + 1, 1)
