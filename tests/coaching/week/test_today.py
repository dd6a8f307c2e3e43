"""What can't wait with one client: each kind of line with its neighbours."""

import datetime as dt

import pytest
from msgspec.structs import replace

from planner.coaching.week.local_days import next_working_day
from planner.coaching.week.today_line import TodayKind
from planner.model.client import Promise
from planner.model.placed_time import at_place
from planner.model.terms import Happened, Outcome, Side, TouchOutcome
from planner.model.touch import Touch
from tests.coaching.week.moments import DREAM, TARN, TODAY, ZONE, a_call, days, hours, kinds, today


@pytest.mark.parametrize(
    ("day", "following"),
    [
        ("2026-11-26", "2026-11-27"),
        ("2026-11-27", "2026-11-30"),
        ("2026-11-28", "2026-11-30"),
        ("2026-11-29", "2026-11-30"),
        ("2026-11-30", "2026-12-01"),
    ],
)
def test_the_next_working_day_is_never_at_a_weekend(day: str, following: str) -> None:
    assert next_working_day(dt.date.fromisoformat(day)) == dt.date.fromisoformat(following)


class TestCalls:
    def test_a_call_later_today_stands_with_all_that_is_known_of_it(self) -> None:
        plan = a_call(hours(1), asks="names the budget owner")

        (line,) = today(DREAM, plan)

        assert (line.kind, line.client_id, line.client) == (TodayKind.CALL, "tarn", "Tarn Valley Water")
        assert (line.text, line.due, line.moment, line.plan_id) == ("Second talk", TODAY, hours(1), "plan")
        assert (line.dream_client, line.dream_rank, line.plan) == (True, 4, plan)

    def test_on_friday_calls_stand_to_the_end_of_monday(self) -> None:
        last_minute = dt.datetime(2026, 11, 30, 23, 59, tzinfo=ZONE)

        assert kinds(TARN, a_call(last_minute)) == [TodayKind.CALL]
        assert kinds(TARN, a_call(last_minute + dt.timedelta(minutes=1))) == []

    def test_a_call_at_the_weekend_stands_too(self) -> None:
        assert kinds(TARN, a_call(hours(24))) == [TodayKind.CALL]

    def test_a_call_of_a_day_alone_stands_until_that_day_is_over(self) -> None:
        assert kinds(TARN, a_call(day=TODAY)) == [TodayKind.CALL]
        assert kinds(TARN, a_call(day=days(-1))) == [TodayKind.REFLECT]

    def test_a_call_under_way_comes_before_all_others(self) -> None:
        open_day, under_way = a_call(day=TODAY, plan_id="open"), a_call(hours(-0.5), plan_id="now")

        lines = today(TARN, a_call(hours(1), plan_id="next"), open_day, under_way)

        assert [line.plan_id for line in lines] == ["now", "open", "next"]

    def test_a_plan_without_a_date_is_no_call_yet(self) -> None:
        assert kinds(TARN, a_call()) == []

    def test_a_call_belongs_to_the_day_of_our_clock(self) -> None:
        late_there = at_place(dt.datetime(2026, 11, 30, 20, 0), "America/New_York")  # noqa: DTZ001 -- there

        assert kinds(TARN, a_call(late_there)) == []
        assert [line.due for line in today(TARN, a_call(late_there), now=hours(72))] == [dt.date(2026, 12, 1)]


class TestReviews:
    def test_a_call_asks_for_its_review_once_it_is_over(self) -> None:
        assert kinds(TARN, a_call(hours(-0.74))) == [TodayKind.CALL]
        assert kinds(TARN, a_call(hours(-0.75))) == [TodayKind.REFLECT]

    @pytest.mark.parametrize("happened", [Happened.MOVED, Happened.CANCELLED, Happened.NOBODY_CAME])
    def test_what_was_not_held_never_asks(self, happened: Happened) -> None:
        assert kinds(TARN, a_call(hours(-24), happened=happened)) == []
        assert kinds(TARN, a_call(hours(1), happened=happened)) == []

    def test_what_was_held_before_its_time_asks_for_its_review_on_the_day_it_was_held(self) -> None:
        held = a_call(hours(48), happened=Happened.HELD)

        assert [(line.kind, line.due) for line in today(TARN, held)] == [(TodayKind.REFLECT, TODAY)]
        assert kinds(TARN, a_call(hours(48), held_on=TODAY)) == [TodayKind.REFLECT]

    def test_a_reviewed_call_asks_no_more(self) -> None:
        assert kinds(TARN, a_call(hours(-24), outcome=Outcome.ADVANCE)) == []

    def test_the_call_held_last_is_reviewed_first(self) -> None:
        lines = today(TARN, a_call(hours(-72), plan_id="old"), a_call(hours(-24), plan_id="new"))

        assert [line.plan_id for line in lines] == ["new", "old"]

    def test_of_an_archived_client_there_are_calls_alone(self) -> None:
        archived = replace(
            DREAM,
            archived=True,
            promises=(Promise(text="Send it", by=Side.US, due=TODAY),),
            touches=(Touch(planned_on=TODAY), Touch(from_=Side.THEM, done_at=hours(-1))),
        )
        reviewed = a_call(
            hours(-90), plan_id="reviewed", outcome=Outcome.ORDER, meant_differently=("Ask first",)
        )

        lines = today(archived, a_call(hours(1)), a_call(hours(-24), plan_id="held"), reviewed)

        assert [line.kind for line in lines] == [TodayKind.CALL, TodayKind.REFLECT]


class TestPromises:
    def test_ours_and_theirs_stand_from_their_day_on(self) -> None:
        ours = Promise(text="Film thickness sheet", by=Side.US, due=TODAY, from_plan="plan")
        theirs = Promise(text="Stop list of October", by=Side.THEM, due=days(-2))
        later = Promise(text="Offer", by=Side.US, due=days(1))
        client = replace(TARN, promises=(theirs, ours, later, Promise(text="Some day", by=Side.US)))
        call = a_call(hours(-240), outcome=Outcome.ADVANCE)

        lines = today(client, call, a_call(hours(300), plan_id="next"))

        assert [(line.kind, line.text, line.due) for line in lines] == [
            (TodayKind.PROMISE_OURS, "Film thickness sheet", TODAY),
            (TodayKind.PROMISE_THEIRS, "Stop list of October", days(-2)),
        ]
        assert [(line.plan_id, line.since) for line in lines] == [("plan", days(-10)), ("", None)]
        assert [line.next_call for line in lines] == [hours(300).date()] * 2

    def test_one_of_neither_side_is_ours(self) -> None:
        assert kinds(replace(TARN, promises=(Promise(text="Send it", due=TODAY),))) == [
            TodayKind.PROMISE_OURS
        ]

    def test_one_that_was_made_twice_is_named_once_with_its_first_day(self) -> None:
        twice = (
            Promise(text="Send the résumé.", by=Side.US, due=TODAY),
            Promise(text="send the resume", by=Side.US, due=days(-3), from_plan="plan"),
        )

        assert [line.due for line in today(replace(TARN, promises=twice))] == [days(-3)]


class TestTouches:
    def test_one_is_due_from_its_day_on_until_it_is_done(self) -> None:
        touches = (
            Touch(id="a", planned_on=days(-2), value_offered="The furnace levy", sequence_id="s"),
            Touch(id="b", planned_on=days(1), sequence_id="s"),
            Touch(id="c", planned_on=days(-5), done_on=days(-5), sequence_id="s"),
            Touch(id="d", planned_on=days(-4), outcome=TouchOutcome.NO),
        )

        (line,) = today(replace(DREAM, touches=touches))

        assert (line.kind, line.text, line.due) == (TodayKind.TOUCH, "The furnace levy", days(-2))
        assert (line.touch_id, line.touch) == ("a", touches[0])
        assert [touch.id for touch in line.sequence] == ["c", "a", "b"]

    def test_what_they_plan_is_not_ours_to_do(self) -> None:
        assert kinds(replace(TARN, touches=(Touch(planned_on=TODAY, from_=Side.THEM),))) == []


class TestDifferently:
    REVIEWED = a_call(
        hours(-99), plan_id="last", outcome=Outcome.ADVANCE, meant_differently=("Ask for the budget first.",)
    )

    def test_it_stands_until_a_later_plan_takes_it_up(self) -> None:
        later = a_call(hours(999), taken_up=("ask for the budget first",))

        (line,) = today(TARN, self.REVIEWED, a_call(hours(999)))

        assert (line.kind, line.text) == (TodayKind.DIFFERENTLY, "Ask for the budget first.")
        assert (line.plan_id, line.due) == ("last", hours(-99).date())
        assert kinds(TARN, self.REVIEWED, later) == []
        assert kinds(TARN, self.REVIEWED, replace(later, starts=None)) == []

    def test_an_earlier_plan_and_one_that_was_cancelled_do_not_take_it_up(self) -> None:
        taken_up = a_call(hours(-200), outcome=Outcome.ADVANCE, taken_up=("Ask for the budget first.",))
        cancelled = replace(taken_up, starts=hours(30), outcome=None, happened=Happened.CANCELLED)

        assert kinds(TARN, self.REVIEWED, taken_up) == [TodayKind.DIFFERENTLY]
        assert kinds(TARN, self.REVIEWED, cancelled) == [TodayKind.DIFFERENTLY]

    def test_only_the_last_review_counts(self) -> None:
        newer = a_call(hours(-50), outcome=Outcome.ADVANCE)

        assert kinds(TARN, self.REVIEWED, newer) == []
