"""When each item of an agenda begins."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from planner.coaching.agenda_times import clock_times
from planner.model.conversation import AgendaItem

STARTS = dt.datetime(2026, 12, 1, 10, tzinfo=dt.timezone(dt.timedelta(hours=1)))


def agenda(*minutes: int | None) -> tuple[AgendaItem, ...]:
    return tuple(AgendaItem(topic="Item", minutes=length) for length in minutes)


@pytest.mark.parametrize(
    ("minutes", "times"),
    [
        ((), ()),
        ((5, 20, 10), ("10:00", "10:05", "10:25")),
        ((0, 65), ("10:00", "10:00")),
        ((5, None, 10), ("10:00", "10:05", "")),
        ((None, 5), ("10:00", "")),
    ],
)
def test_each_item_begins_where_the_one_before_ends(
    minutes: tuple[int | None, ...], times: tuple[str, ...]
) -> None:
    assert clock_times(agenda(*minutes), STARTS) == times


def test_without_a_start_no_time_is_known() -> None:
    assert clock_times(agenda(5, 10), None) == ("", "")


def test_a_call_over_midnight_and_one_over_a_change_of_clocks() -> None:
    assert clock_times(agenda(30, 5), STARTS.replace(hour=23, minute=45)) == ("23:45", "00:15")
    before = dt.datetime(2026, 10, 25, 0, 45, tzinfo=ZoneInfo("Europe/London"))
    assert clock_times(agenda(30, 60, 5), before) == ("00:45", "01:15", "01:15")
