import datetime as dt
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.call import Call
from planner.model.placed_time import (
    NotAMoment,
    PlacedTime,
    at_place,
    is_known,
    later,
    named_place,
    read_stored,
    with_suffix,
    written_moment,
    written_stored,
)
from planner.model.values import same_value

LONDON, NEW_YORK, LORD_HOWE = "Europe/London", "America/New_York", "Australia/Lord_Howe"
NOWHERE = "Mars/Olympus_Mons"
AN_HOUR = dt.timedelta(hours=1)
THREE_O_CLOCK = dt.datetime(2026, 10, 20, 15)  # noqa: DTZ001 -- what a clock on the wall shows


def stored(starts: dt.datetime) -> bytes:
    return msgspec.json.encode(Call(starts=starts), enc_hook=written_stored)


def opened(text: str) -> dt.datetime:
    document = msgspec.json.encode({"starts": text})
    starts = msgspec.json.decode(document, type=Call, dec_hook=read_stored).starts
    assert starts is not None
    return starts


def test_a_place_is_written_after_its_distance_and_read_again() -> None:
    starts = at_place(THREE_O_CLOCK, LONDON)
    assert stored(starts) == b'{"starts":"2026-10-20T15:00:00+01:00[Europe/London]"}'
    again = opened("2026-10-20T15:00:00+01:00[Europe/London]")
    assert same_value(again, starts)
    assert named_place(again) == LONDON
    assert again.isoformat() == "2026-10-20T15:00:00+01:00", "scripts get the plain offset"


def test_an_offset_alone_is_stored_and_read_as_before() -> None:
    starts = dt.datetime(2026, 12, 1, 10, tzinfo=dt.timezone(AN_HOUR))
    assert stored(starts) == b'{"starts":"2026-12-01T10:00:00+01:00"}'
    again = opened("2026-12-01T10:00:00+01:00")
    assert same_value(again, starts)
    assert type(again) is dt.datetime


def test_the_hour_stays_when_the_day_moves_across_a_change_of_the_clocks() -> None:
    starts = opened("2026-10-20T15:00:00+01:00[Europe/London]")
    moved = starts.replace(day=27)
    assert written_moment(moved) == "2026-10-27T15:00:00+00:00[Europe/London]"


def test_time_of_day_and_place_win_over_another_offset_which_stands_as_read() -> None:
    text = "2026-10-20T15:00:00+00:00[Europe/London]"
    starts = opened(text)
    assert starts.isoformat() == "2026-10-20T15:00:00+01:00"
    assert isinstance(starts, PlacedTime)
    assert starts.written_offset == dt.timedelta()
    assert written_moment(starts) == text
    assert written_moment(starts.replace(hour=16)) == "2026-10-20T16:00:00+01:00[Europe/London]"


@pytest.mark.parametrize("ending", ["Z", "z", "-00:00"])
def test_an_instant_is_read_on_the_clock_of_its_place(ending: str) -> None:
    assert written_moment(opened(f"2026-10-20T14:00:00{ending}[Europe/London]")) == (
        "2026-10-20T15:00:00+01:00[Europe/London]"
    )


def test_the_hour_that_passes_twice_is_told_apart_by_its_offset() -> None:
    first, second = (opened(f"2026-10-25T01:30:00+0{hours}:00[Europe/London]") for hours in (1, 0))
    assert second - first == dt.timedelta(), "the clock shows the same"
    assert second.timestamp() - first.timestamp() == 3600
    assert not same_value(first, second)
    assert first != second
    assert [written_moment(starts)[19:25] for starts in (first, second)] == ["+01:00", "+00:00"]


def test_a_place_not_known_here_keeps_its_name_and_its_distance() -> None:
    text = "2026-10-20T15:00:00+01:00[Mars/Olympus_Mons]"
    starts = opened(text)
    assert not is_known(named_place(starts))
    assert written_moment(starts) == text
    assert written_moment(starts.replace(month=12)) == "2026-12-20T15:00:00+01:00[Mars/Olympus_Mons]"
    assert later(starts, AN_HOUR).isoformat() == "2026-10-20T16:00:00+01:00"
    with pytest.raises(NotAMoment, match=NOWHERE):
        at_place(THREE_O_CLOCK, NOWHERE)


def test_the_place_is_part_of_the_value() -> None:
    london = at_place(THREE_O_CLOCK, LONDON)
    lisbon = at_place(THREE_O_CLOCK, "Europe/Lisbon")
    plain = dt.datetime.fromisoformat("2026-10-20T15:00:00+01:00")
    assert london.timestamp() == lisbon.timestamp() == plain.timestamp()
    for other in (lisbon, plain):
        assert not same_value(london, other)
        assert london != other
        assert other != london
        assert Call(starts=london) != Call(starts=other)
    assert Call(starts=london) == Call(starts=at_place(THREE_O_CLOCK, LONDON))
    assert hash(london) == hash(at_place(THREE_O_CLOCK, LONDON))
    assert london.astimezone(dt.UTC) == plain, "put into another zone it is a moment like any other"


def test_waiting_is_not_turning_the_hands() -> None:
    before = at_place(dt.datetime(2026, 10, 25, 0, 30), LONDON)  # noqa: DTZ001 -- a clock on the wall
    assert later(before, 2 * AN_HOUR).isoformat() == "2026-10-25T01:30:00+00:00"
    assert (before + 2 * AN_HOUR).isoformat() == "2026-10-25T02:30:00+00:00"


@pytest.mark.parametrize(
    "suffix", ["[u-ca=hebrew]", "[Europe/London][u-ca=hebrew]", "[!u-ca=gregory]", "[_x=1]"]
)
def test_what_need_not_be_followed_is_let_pass(suffix: str) -> None:
    starts = opened(f"2026-10-20T15:00:00+01:00{suffix}")
    assert starts.isoformat() == "2026-10-20T15:00:00+01:00"
    assert named_place(starts) == (LONDON if "London" in suffix else "")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("2026-10-20T15:00:00+01:00[!u-ca=hebrew]", "u-ca=hebrew"),
        ("2026-10-20T15:00:00+01:00[u-ca=hebrew][!u-ca=gregory]", "u-ca=gregory"),
        ("2026-10-20T15:00:00+01:00[!Mars/Olympus_Mons]", NOWHERE),
        ("2026-10-20T15:00:00+00:00[!Europe/London]", "another offset"),
        ("2026-10-20T15:00:00+01:00[]", "not the name of a zone"),
        ("2026-10-20T15:00:00+01:00[Europe/London", "not the name of a zone"),
        ("2026-10-20T15:00:00+01:00[../../etc/passwd]", "not the name of a zone"),
        ("2026-10-20T15:00:00+01:00[u-ca=hebrew][Europe/London]", "not the name of a zone"),
        ("2026-10-20T15:00:00+01:00[+25:00]", "not the name of a zone"),
        ("2026-10-20T15:00:00[Europe/London]", "timezone"),
    ],
)
def test_a_suffix_that_cannot_be_followed_is_refused(text: str, what: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=what) as refused:
        opened(text)
    assert "$.starts" in str(refused.value)


def test_a_distance_as_suffix_is_a_distance() -> None:
    starts = with_suffix(dt.datetime.fromisoformat("2026-10-20T15:00:00+01:00"), "[+02:00]")
    assert written_moment(starts) == "2026-10-20T15:00:00+02:00"


def test_the_spelling_of_a_place_is_the_usual_one() -> None:
    assert named_place(opened("2026-10-20T15:00:00+01:00[europe/LONDON]")) == LONDON


def changes_of_the_clocks() -> st.SearchStrategy[tuple[str, dt.datetime]]:
    """A place and a time of day there within hours of a change of its clocks."""
    days = {
        LONDON: ((2026, 3, 29, 1), (2026, 10, 25, 1)),
        NEW_YORK: ((2026, 3, 8, 2), (2026, 11, 1, 1)),
        LORD_HOWE: ((2026, 4, 5, 2), (2026, 10, 4, 2)),
    }
    changes = [(place, dt.datetime(*change)) for place, pair in days.items() for change in pair]  # noqa: DTZ001
    return st.tuples(st.sampled_from(changes), st.integers(-180, 180)).map(
        lambda drawn: (drawn[0][0], drawn[0][1] + dt.timedelta(minutes=drawn[1]))
    )


@given(changes_of_the_clocks(), st.sampled_from([0, 1]))
def test_a_moment_near_a_change_of_the_clocks_is_read_as_it_was(
    drawn: tuple[str, dt.datetime], fold: int
) -> None:
    place, local = drawn
    offset = local.replace(tzinfo=ZoneInfo(place), fold=fold).utcoffset()
    starts = at_place(local, place, offset)
    assert starts.utcoffset() == offset
    again = opened(written_moment(starts))
    assert same_value(again, starts)
    assert again == starts
    assert again.timestamp() == starts.timestamp()
    assert isinstance(again, PlacedTime)
    assert again.written_offset is None


@given(changes_of_the_clocks(), st.integers(-400, 400))
def test_moving_the_day_keeps_time_and_place(drawn: tuple[str, dt.datetime], days: int) -> None:
    place, local = drawn
    moved = at_place(local, place) + dt.timedelta(days=days)
    again = opened(written_moment(moved))
    assert named_place(again) == place
    assert again.replace(tzinfo=None) == local + dt.timedelta(days=days)


@given(changes_of_the_clocks(), st.integers(0, 600))
def test_so_many_minutes_later_so_many_have_passed(drawn: tuple[str, dt.datetime], minutes: int) -> None:
    place, local = drawn
    begins = at_place(local, place)
    ends = later(begins, dt.timedelta(minutes=minutes))
    assert ends.timestamp() - begins.timestamp() == 60 * minutes
    assert named_place(ends) == place
