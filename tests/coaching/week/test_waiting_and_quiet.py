"""Inquiries that wait, and Dream Clients gone quiet: from when on, and what ends it."""

import pytest
from msgspec.structs import replace

from planner.coaching.week.today_line import TodayKind
from planner.model.terms import Happened, Outcome, Side, TouchOutcome
from planner.model.touch import Touch
from tests.coaching.week.moments import DREAM, TARN, TODAY, a_call, days, hours, kinds, today


class TestQuiet:
    def test_a_dream_client_is_quiet_after_more_days_than_the_threshold(self) -> None:
        reached = replace(DREAM, touches=(Touch(done_on=days(-30)),))
        longer_ago = replace(DREAM, touches=(Touch(done_on=days(-31)),))

        assert kinds(reached) == []
        assert [(line.kind, line.due, line.text) for line in today(longer_ago)] == [
            (TodayKind.QUIET, days(-31), "Three kilns, one supplier")
        ]
        assert kinds(reached, quiet_after=29) == [TodayKind.QUIET]

    def test_one_never_reached_is_quiet_and_other_clients_never_are(self) -> None:
        assert [(line.kind, line.due) for line in today(DREAM)] == [(TodayKind.QUIET, None)]
        assert kinds(TARN) == []

    def test_a_planned_touch_ends_the_silence_whichever_its_day(self) -> None:
        assert kinds(replace(DREAM, touches=(Touch(planned_on=days(60)),))) == []
        assert kinds(replace(DREAM, touches=(Touch(planned_on=days(-60)),))) == [TodayKind.TOUCH]

    @pytest.mark.parametrize(("asked_by", "quiet"), [(Side.US, False), (None, False), (Side.THEM, True)])
    def test_a_call_that_we_asked_for_ends_it_before_and_after(
        self, asked_by: Side | None, *, quiet: bool
    ) -> None:
        expected = [TodayKind.QUIET] if quiet else []

        assert kinds(DREAM, a_call(hours(24 * 40), initiated_by=asked_by)) == expected
        held = a_call(hours(-24 * 9), initiated_by=asked_by, outcome=Outcome.ADVANCE)
        assert kinds(DREAM, held) == expected

    def test_a_call_that_was_not_held_and_an_undated_plan_reach_nobody(self) -> None:
        assert kinds(DREAM, a_call(hours(-24), happened=Happened.NOBODY_CAME)) == [TodayKind.QUIET]
        assert kinds(DREAM, a_call(initiated_by=Side.US)) == [TodayKind.QUIET]

    def test_what_a_clock_ahead_noted_was_done_by_today(self) -> None:
        assert kinds(replace(DREAM, touches=(Touch(done_at=hours(24 * 400)),))) == []


class TestInquiries:
    def test_one_waits_for_a_touch_of_ours_after_it(self) -> None:
        asked = Touch(id="ask", from_=Side.THEM, done_at=hours(-3), note="Send us your prices")
        before, after = Touch(done_at=hours(-4)), Touch(done_at=hours(-2))

        (line,) = today(replace(DREAM, touches=(asked, before)))

        assert (line.kind, line.text, line.touch_id) == (TodayKind.INQUIRY, "Send us your prices", "ask")
        assert (line.due, line.moment, line.dream_rank) == (TODAY, hours(-3), 4)
        assert kinds(replace(DREAM, touches=(after, asked))) == []

    def test_a_touch_planned_does_not_answer_it(self) -> None:
        touches = (Touch(from_=Side.THEM, done_at=hours(-3)), Touch(planned_on=days(1)))

        assert kinds(replace(TARN, touches=touches)) == [TodayKind.INQUIRY]

    @pytest.mark.parametrize("asked_by", [Side.US, Side.THEM])
    def test_a_call_coming_up_or_held_since_answers_it(self, asked_by: Side) -> None:
        client = replace(TARN, touches=(Touch(from_=Side.THEM, done_at=hours(-30)),))
        before = a_call(hours(-31), initiated_by=asked_by, outcome=Outcome.ADVANCE)
        after = a_call(hours(-29), initiated_by=asked_by, outcome=Outcome.ADVANCE)

        assert kinds(client, a_call(hours(240), initiated_by=asked_by)) == []
        assert kinds(client, after) == []
        assert kinds(client, before) == [TodayKind.INQUIRY]

    def test_a_call_that_fell_through_and_an_undated_plan_do_not(self) -> None:
        client = replace(TARN, touches=(Touch(from_=Side.THEM, done_at=hours(-30)),))

        assert kinds(client, a_call(hours(-1), happened=Happened.CANCELLED)) == [TodayKind.INQUIRY]
        assert kinds(client, a_call()) == [TodayKind.INQUIRY]

    def test_on_the_same_day_an_unknown_hour_is_taken_for_later(self) -> None:
        asked = Touch(from_=Side.THEM, done_on=TODAY)

        assert kinds(replace(TARN, touches=(Touch(done_at=hours(-6)), asked))) == []
        assert kinds(replace(TARN, touches=(Touch(done_on=days(-1)), asked))) == [TodayKind.INQUIRY]

    def test_one_that_ended_as_more_than_unanswered_does_not_wait(self) -> None:
        rang = Touch(from_=Side.THEM, done_at=hours(-30), outcome=TouchOutcome.SPOKE)
        missed = replace(rang, outcome=TouchOutcome.NO_ANSWER)

        assert kinds(replace(TARN, touches=(rang,))) == []
        assert kinds(replace(TARN, touches=(missed,))) == [TodayKind.INQUIRY]

    def test_of_one_person_who_writes_twice_the_first_stands(self) -> None:
        asked = [
            Touch(id=name, from_=Side.THEM, done_at=hours(ago), with_whom=who)
            for name, ago, who in (("a", -5, "Jonah Field"), ("b", -4, "jonah  field"), ("c", -3, "Mara"))
        ]

        assert [line.touch_id for line in today(replace(TARN, touches=tuple(asked)))] == ["a", "c"]

    def test_one_noted_by_a_clock_ahead_is_answered_by_the_touch_noted_after_it(self) -> None:
        asked = Touch(from_=Side.THEM, done_at=hours(5))

        assert kinds(replace(TARN, touches=(Touch(done_at=hours(-1)), asked))) == [TodayKind.INQUIRY]
        assert kinds(replace(TARN, touches=(asked, Touch(done_at=hours(-1))))) == []

    def test_one_without_a_day_waits_until_something_of_ours_follows(self) -> None:
        asked = Touch(from_=Side.THEM, note="Call us")

        assert kinds(replace(TARN, touches=(Touch(done_on=days(-1)), asked))) == [TodayKind.INQUIRY]
        assert kinds(replace(TARN, touches=(asked, Touch(done_on=days(-1))))) == []
        assert kinds(replace(TARN, touches=(asked,)), a_call(hours(-99), outcome=Outcome.NO_SALE)) == []
