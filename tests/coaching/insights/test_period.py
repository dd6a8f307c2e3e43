"""The stretch of time that a report looks at."""

import datetime as dt

import pytest

from planner.coaching.insights.period import ALL, Period, last_twelve_months, quarter

date = dt.date


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 29), date(2025, 11, 30)),
        (date(2026, 12, 31), date(2026, 1, 1)),
        (date(2028, 2, 29), date(2027, 3, 1)),
        (date(2029, 2, 28), date(2028, 2, 29)),
    ],
)
def test_twelve_months_end_today(today: dt.date, first: dt.date) -> None:
    assert last_twelve_months(today) == Period(first, today)


@pytest.mark.parametrize(
    ("today", "back", "first", "last"),
    [
        (date(2026, 1, 1), 0, date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 12, 31), 0, date(2026, 10, 1), date(2026, 12, 31)),
        (date(2026, 1, 15), 1, date(2025, 10, 1), date(2025, 12, 31)),
    ],
)
def test_quarters_are_those_of_the_calendar(today: dt.date, back: int, first: dt.date, last: dt.date) -> None:
    assert quarter(today, back) == Period(first, last)


def test_both_ends_belong_to_the_period() -> None:
    period = Period(date(2026, 1, 1), date(2026, 1, 2))
    assert [period.holds(date(2026, 1, day)) for day in (1, 2, 3)] == [True, True, False]
    assert not period.holds(date(2025, 12, 31))


def test_an_open_end_holds_everything_on_its_side() -> None:
    assert Period(first=date(2026, 1, 1)).holds(date(2900, 1, 1))
    assert Period(last=date(2026, 1, 1)).holds(date(1900, 1, 1))
    assert ALL.holds(None)
    assert not Period(last=date(2026, 1, 1)).holds(None)


def test_a_period_is_said_in_words() -> None:
    assert Period(first=date(2026, 1, 1)).text == "from 1\u00a0Jan\u00a02026"
    assert Period(last=date(2026, 1, 1)).text == "until 1\u00a0Jan\u00a02026"
    assert ALL.text == "all time"
