"""Today across midnight, a change of clocks, a week's sleep, and a clock that was wrong."""

import datetime as dt
import time
from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from planner.coaching.week.line_when import line_when
from planner.coaching.week.today_line import TodayKind
from planner.model.client import Promise
from planner.model.placed_time import at_place
from planner.model.terms import Outcome, Side
from planner.model.touch import Touch
from tests.coaching.week.moments import DREAM, NOW, TARN, TODAY, ZONE, a_call, days, hours, kinds, today

MIDNIGHT = dt.datetime(2026, 11, 28, tzinfo=ZONE)
A_MINUTE = dt.timedelta(minutes=1)


def in_london(text: str, *, second_time: bool = False) -> dt.datetime:
    """Return a moment by London's clock; `second_time` where an hour passes twice."""
    return at_place(dt.datetime.fromisoformat(text), "Europe/London").replace(fold=int(second_time))


class TestMidnight:
    def test_what_is_due_tomorrow_comes_with_the_new_day(self) -> None:
        client = replace(
            TARN,
            touches=(Touch(planned_on=days(1)),),
            promises=(Promise(text="Send it", by=Side.US, due=days(1)),),
        )

        assert kinds(client, now=MIDNIGHT - A_MINUTE) == []
        assert kinds(client, now=MIDNIGHT) == [TodayKind.PROMISE_OURS, TodayKind.TOUCH]

    def test_a_call_across_midnight_is_under_way_until_it_is_over(self) -> None:
        call = a_call(MIDNIGHT - 30 * A_MINUTE, minutes=60)

        (line,) = today(TARN, call, now=MIDNIGHT + 10 * A_MINUTE)

        assert (line.kind, line.due) == (TodayKind.CALL, TODAY)
        assert line_when(line, MIDNIGHT + 10 * A_MINUTE) == ("23:30", "under way")
        assert kinds(TARN, call, now=MIDNIGHT + 30 * A_MINUTE) == [TodayKind.REFLECT]

    def test_a_call_of_a_day_alone_asks_for_its_review_the_day_after(self) -> None:
        assert kinds(TARN, a_call(day=TODAY), now=MIDNIGHT - A_MINUTE) == [TodayKind.CALL]
        assert kinds(TARN, a_call(day=TODAY), now=MIDNIGHT) == [TodayKind.REFLECT]

    def test_on_sunday_night_tuesday_comes_into_sight(self) -> None:
        tuesday, sunday = a_call(day=days(4)), MIDNIGHT + dt.timedelta(days=2)

        assert kinds(TARN, tuesday, now=sunday - A_MINUTE) == []
        assert kinds(TARN, tuesday, now=sunday) == [TodayKind.CALL]


class TestChangeOfClocks:
    def test_a_call_lasts_its_real_time_while_the_clocks_are_put_back(self) -> None:
        call = a_call(in_london("2026-10-25T00:45"), minutes=90)  # over at 01:15 of the second time

        assert kinds(TARN, call, now=in_london("2026-10-25T01:50")) == [TodayKind.CALL]
        assert kinds(TARN, call, now=in_london("2026-10-25T01:10", second_time=True)) == [TodayKind.CALL]
        assert kinds(TARN, call, now=in_london("2026-10-25T01:20", second_time=True)) == [TodayKind.REFLECT]

    def test_an_answer_in_the_second_hour_is_after_an_inquiry_in_the_first(self) -> None:
        asked = Touch(from_=Side.THEM, done_at=in_london("2026-10-25T01:50"))
        answer = Touch(done_at=in_london("2026-10-25T01:10", second_time=True))

        assert kinds(replace(TARN, touches=(answer, asked)), now=in_london("2026-10-25T09:00")) == []

    def test_a_call_goes_by_the_clock_of_its_own_day(self, computer_in_london: None) -> None:
        del computer_in_london
        friday = dt.datetime(2026, 10, 23, 9, tzinfo=dt.timezone(dt.timedelta(hours=1)))
        late, early = in_london("2026-10-26T23:30"), in_london("2026-10-26T10:00")

        lines = today(TARN, a_call(late, plan_id="late"), a_call(early, plan_id="early"), now=friday)

        assert [(line.plan_id, line_when(line, friday)[0]) for line in lines] == [
            ("early", "Mon 10:00"),
            ("late", "Mon 23:30"),
        ]

    @pytest.fixture
    def computer_in_london(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        if not hasattr(time, "tzset"):
            pytest.skip("the zone of a running program cannot be changed here")
        with monkeypatch.context() as patched:
            patched.setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0")
            time.tzset()
            yield
        time.tzset()


class TestSleep:
    def test_after_a_week_all_that_came_due_meanwhile_stands(self) -> None:
        client = replace(
            DREAM,
            touches=(Touch(id="a", planned_on=days(2)), Touch(id="b", planned_on=days(6))),
            promises=(Promise(text="Send it", by=Side.THEM, due=days(5)),),
        )
        calls = a_call(hours(20), plan_id="slept through"), a_call(hours(24 * 8), plan_id="next")

        lines = today(client, *calls, now=hours(24 * 7))

        assert [(line.kind, line.plan_id or line.touch_id) for line in lines] == [
            (TodayKind.CALL, "next"),
            (TodayKind.REFLECT, "slept through"),
            (TodayKind.PROMISE_THEIRS, ""),
            (TodayKind.TOUCH, "a"),
            (TodayKind.TOUCH, "b"),
        ]


class TestClockSetBack:
    def test_what_was_done_in_days_to_come_is_done(self) -> None:
        done = Touch(planned_on=days(-1), done_at=hours(48))
        kept = Promise(text="Send it", by=Side.US, due=TODAY, kept_on=days(2))

        assert kinds(replace(DREAM, touches=(done,), promises=(kept,))) == []

    def test_a_review_of_a_call_to_come_stands_for_today(self) -> None:
        reviewed = a_call(
            hours(48), outcome=Outcome.ADVANCE, held_on=days(2), meant_differently=("Ask first",)
        )

        (line,) = today(TARN, reviewed)

        assert (line.kind, line.due) == (TodayKind.DIFFERENTLY, TODAY)

    def test_a_day_held_that_has_not_come_is_no_call_held(self) -> None:
        assert kinds(TARN, a_call(hours(1), held_on=days(3))) == [TodayKind.CALL]


class TestFarAway:
    def test_of_two_calls_the_last_is_the_one_held_last_whatever_its_date_there(self) -> None:
        tokyo = at_place(dt.datetime(2026, 11, 20, 8), "Asia/Tokyo")  # noqa: DTZ001 -- there; 19 Nov, 23:00 UTC
        new_york = at_place(dt.datetime(2026, 11, 19, 20), "America/New_York")  # noqa: DTZ001 -- 20 Nov, 01:00
        earlier = a_call(tokyo, plan_id="a", outcome=Outcome.ADVANCE, meant_differently=("Earlier",))
        later = a_call(new_york, plan_id="b", outcome=Outcome.ADVANCE, meant_differently=("Later",))

        assert [line.text for line in today(TARN, earlier, later)] == ["Later"]

    @pytest.mark.parametrize(("day", "past"), [(dt.date.min, True), (dt.date.max, False)])
    def test_the_first_and_the_last_moment_there_are(self, day: dt.date, *, past: bool) -> None:
        time_of_day = dt.time.min if past else dt.time.max
        for hours_off in (0, 14, -12):
            there = dt.datetime.combine(day, time_of_day, dt.timezone(dt.timedelta(hours=hours_off)))
            touches = (Touch(from_=Side.THEM, done_at=there), Touch(done_at=there, planned_on=day))
            client = replace(DREAM, touches=touches)

            lines = today(client, a_call(there), a_call(there, plan_id="reviewed", outcome=Outcome.ORDER))

            assert (TodayKind.REFLECT in {line.kind for line in lines}) is past
            assert all(line_when(line, NOW) for line in lines)
