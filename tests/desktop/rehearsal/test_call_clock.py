"""The clock of a call, told what time it is."""

import datetime as dt

import pytest

from planner.desktop.rehearsal.call_clock import (
    GAP_SECONDS,
    CallClock,
    against_plan,
    clock_text,
    rough_length,
    seconds_over,
)

TEN = dt.datetime(2026, 12, 1, 10, 0, tzinfo=dt.UTC)


def at(seconds: float) -> dt.datetime:
    return TEN + dt.timedelta(seconds=seconds)


def three_items() -> CallClock:
    return CallClock(spent=(0.0, 0.0, 0.0))


def test_it_counts_only_while_it_runs() -> None:
    clock = three_items()
    assert clock.total(at(60)) == 0
    clock = clock.started(at(60))
    assert clock.total(at(90)) == 30
    clock = clock.paused(at(90))
    assert clock.total(at(500)) == 30
    assert clock.started(at(500)).total(at(510)) == 40


def test_each_item_has_its_own_time() -> None:
    clock = three_items().started(at(0)).turned_to(1, at(300)).turned_to(2, at(400)).turned_to(0, at(410))
    assert [clock.spent_on(item, at(420)) for item in range(3)] == [310, 100, 10]
    assert clock.total(at(420)) == 420


def test_starting_a_clock_that_runs_changes_nothing() -> None:
    clock = three_items().started(at(0))
    assert clock.started(at(30)) is clock


def test_turning_without_the_clock_takes_no_time() -> None:
    clock = three_items().turned_to(2, at(100))
    assert (clock.item, clock.total(at(200)), clock.running) == (2, 0, False)


def test_a_wall_clock_set_back_takes_nothing_away() -> None:
    clock = three_items().started(at(100)).turned_to(1, at(160))
    assert clock.total(at(40)) == 60
    assert clock.paused(at(40)).total(at(40)) == 60


def test_a_wall_clock_set_back_is_counted_on_from() -> None:
    clock = three_items().started(at(3600)).beat(at(3660)).beat(at(60)).beat(at(90))
    assert clock.total(at(90)) == 90
    assert clock.running


def test_beats_count_and_a_gap_between_them_does_not() -> None:
    clock = three_items().started(at(0))
    for beat in range(60, 301, 60):
        clock = clock.beat(at(beat))
    assert (clock.total(at(300)), clock.gap) == (300, None)
    slept = clock.beat(at(300 + 9 * 3600))
    assert (slept.running, slept.gap, slept.total(at(99_999))) == (False, 9 * 3600, 300)
    assert slept.minute(at(99_999)) == 5
    assert slept.turned_to(1, at(99_999)).minutes_on(0, at(99_999)) == 5


@pytest.mark.parametrize("past", [0, 0.5, 60, 3 * 86_400])
def test_every_gap_from_the_first_is_asked_about(past: float) -> None:
    assert three_items().started(at(0)).beat(at(GAP_SECONDS + past)).gap == GAP_SECONDS + past
    assert three_items().started(at(0)).beat(at(GAP_SECONDS - 0.5)).gap is None


def test_a_gap_that_was_part_of_the_call_is_counted_up_to_the_answer() -> None:
    asked = three_items().started(at(0)).beat(at(60)).beat(at(960))
    counted = asked.with_gap_counted(at(980))
    assert (counted.total(at(980)), counted.running, counted.gap) == (980, True, None)
    assert counted.beat(at(990)).total(at(990)) == 990


def test_a_gap_that_was_not_leaves_the_clock_paused_until_it_is_started() -> None:
    asked = three_items().started(at(0)).beat(at(60)).beat(at(960))
    left_out = asked.without_gap()
    assert (left_out.total(at(980)), left_out.running, left_out.gap) == (60, False, None)
    gone_on = asked.started(at(1000))
    assert (gone_on.total(at(1010)), gone_on.gap) == (70, None), "going on is a no"


def test_a_paused_clock_asks_about_nothing() -> None:
    clock = three_items().started(at(0)).paused(at(60)).beat(at(99_999))
    assert (clock.total(at(99_999)), clock.gap) == (60, None)
    assert clock.with_gap_counted(at(100_000)) == clock


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(300, "5 min"), (3600, "60 min"), (5400, "2 h"), (9 * 3600, "9 h"), (3 * 86_400, "3 days")],
)
def test_the_length_of_a_sleep_is_said_roughly(seconds: float, text: str) -> None:
    assert rough_length(seconds) == text


@pytest.mark.parametrize(("seconds", "minutes"), [(0, None), (1, 1), (89, 1), (91, 2), (600, 10)])
def test_an_item_that_took_time_took_a_minute_at_least(seconds: int, minutes: int | None) -> None:
    clock = three_items().started(at(0)).paused(at(seconds))
    assert clock.minutes_on(0, at(seconds)) == minutes


def test_the_minute_of_the_call_is_known_once_it_began() -> None:
    assert three_items().minute(at(60)) is None
    clock = three_items().started(at(0)).turned_to(1, at(300))
    assert clock.minute(at(659)) == 10
    assert clock.minute(at(660)) == 11


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (65.9, "1:05"), (3600, "1:00:00"), (3725, "1:02:05")]
)
def test_time_is_read_as_on_a_clock(seconds: float, text: str) -> None:
    assert clock_text(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "minutes", "text"),
    [
        (240, 5, "4:00 of 5 min"),
        (300, 5, "5:00 of 5 min"),
        (301, 5, "5:01 of 5 min · +0:01 over"),
        (240, None, "4:00"),
        (240, 0, "4:00"),
    ],
)
def test_over_time_is_said_with_a_sign_and_a_word(seconds: float, minutes: int | None, text: str) -> None:
    assert against_plan(seconds, minutes) == text


@pytest.mark.parametrize(
    ("seconds", "minutes", "over"), [(300, 5, 0), (300.9, 5, 0), (301, 5, 1), (301, None, 0), (0, 5, 0)]
)
def test_a_stretch_is_over_by_whole_seconds(seconds: float, minutes: int | None, over: int) -> None:
    assert seconds_over(seconds, minutes) == over
