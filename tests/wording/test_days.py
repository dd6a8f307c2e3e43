"""Dates and times as people read them."""

import datetime as dt

import pytest

from planner.wording.days import zone


@pytest.mark.parametrize(
    ("hours", "written"), [(0, "UTC"), (1, "UTC+1"), (-3.5, "UTC−3:30"), (5.75, "UTC+5:45"), (-11, "UTC−11")]
)
def test_a_zone_is_its_distance_from_utc(hours: float, written: str) -> None:
    moment = dt.datetime(2026, 12, 1, 10, tzinfo=dt.timezone(dt.timedelta(hours=hours)))
    assert zone(moment) == written
