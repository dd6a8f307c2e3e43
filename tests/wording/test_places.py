import datetime as dt

import pytest

from planner.model.placed_time import at_place, with_suffix
from planner.wording.days import moment_lines, moment_text, time_range, zone
from planner.wording.places import place_name, utc_text, zone_remark

THREE_O_CLOCK = dt.datetime(2026, 10, 20, 15)  # noqa: DTZ001 -- what a clock on the wall shows
TODAY = dt.date(2026, 10, 1)
AN_HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("Europe/London", "London"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("America/New_York", "New York"),
        ("UTC", "UTC"),
    ],
)
def test_a_place_is_called_by_its_city(place: str, name: str) -> None:
    assert place_name(place) == name


def test_a_page_names_the_place_with_its_distance() -> None:
    assert zone(at_place(THREE_O_CLOCK, "Europe/London")) == "London (UTC+1)"
    assert zone(THREE_O_CLOCK.replace(tzinfo=dt.timezone(AN_HOUR))) == "UTC+1"


def test_a_list_names_the_place_where_its_clock_is_not_ours() -> None:
    elsewhere = at_place(THREE_O_CLOCK, "Europe/London")
    assert moment_text(elsewhere, TODAY) == "Tue 20 Oct, 15:00 (London)"
    assert moment_lines(elsewhere, TODAY) == ("Tue 20 Oct, 15:00", "in 2 weeks (London)")
    with_our_clock = at_place(THREE_O_CLOCK, "Asia/Kolkata")
    assert moment_text(with_our_clock, TODAY) == "Tue 20 Oct, 15:00"
    assert moment_lines(with_our_clock, TODAY) == ("Tue 20 Oct, 15:00", "in 2 weeks")


def test_a_call_ends_when_its_minutes_have_passed() -> None:
    starts = at_place(dt.datetime(2026, 10, 25, 1, 30), "Europe/London")  # noqa: DTZ001 -- the same
    assert time_range(starts, 45) == "01:30–01:15", "the clocks are put back at two"


def test_there_is_mostly_nothing_to_say_of_a_zone() -> None:
    assert not zone_remark(None)
    assert not zone_remark(THREE_O_CLOCK.replace(tzinfo=dt.UTC))
    assert not zone_remark(at_place(THREE_O_CLOCK, "Europe/London", AN_HOUR))


def test_an_offset_that_is_not_the_places_is_told() -> None:
    assert zone_remark(at_place(THREE_O_CLOCK, "Europe/London", dt.timedelta())) == (
        "Europe/London is at UTC+1 then, not at UTC as it was written; 15:00 in Europe/London counts"
    )
    distance = with_suffix(THREE_O_CLOCK.replace(tzinfo=dt.timezone(AN_HOUR)), "[+02:00]")
    assert "UTC+2" in zone_remark(distance)
    assert "UTC+1" in zone_remark(distance)


def test_a_place_not_known_here_is_told() -> None:
    remark = zone_remark(at_place(THREE_O_CLOCK, "Mars/Olympus_Mons", AN_HOUR))
    assert "Mars/Olympus_Mons is not known on this computer" in remark
    assert utc_text(AN_HOUR) in remark
