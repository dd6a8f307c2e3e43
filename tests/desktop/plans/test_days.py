import datetime as dt

import pytest

from planner.wording.days import day_text, moment_text, relative_day

TODAY = dt.date(2026, 11, 29)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (-1, "yesterday"),
        (2, "in 2 days"),
        (-13, "13 days ago"),
        (14, "in 2 weeks"),
        (-60, "2 months ago"),
        (800, "in 2 years"),
    ],
)
def test_how_far_off_a_day_is(days: int, said: str) -> None:
    assert relative_day(TODAY + dt.timedelta(days=days), TODAY) == said


def test_the_year_is_said_where_it_is_another() -> None:
    assert day_text(dt.date(2026, 12, 1), TODAY) == "Tue 1 Dec"
    assert day_text(dt.date(2027, 1, 4), TODAY) == "Mon 4 Jan 2027"


def test_a_moment_is_told_on_its_own_clock() -> None:
    berlin = dt.timezone(dt.timedelta(hours=1))

    assert moment_text(dt.datetime(2026, 12, 1, 10, 0, tzinfo=berlin), TODAY) == "Tue 1 Dec, 10:00"
