"""What is said of a line: when, who and what, what it needs, and how many there are."""

import datetime as dt

import pytest
from msgspec.structs import replace

from planner.coaching.week.line_when import line_when
from planner.coaching.week.line_words import counts_in_words, line_about, line_needs, line_subject
from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.model.client import Promise
from planner.model.client_summary import ClientSummary
from planner.model.placed_time import at_place
from planner.model.terms import Commitment, Outcome, Side, TouchChannel, TouchOutcome
from planner.model.touch import Touch
from tests.coaching.week.moments import DREAM, NOW, TARN, TODAY, a_call, days, hours, today


def an_inquiry(ago: float) -> TodayLine:
    asked = Touch(
        id="ask",
        from_=Side.THEM,
        done_at=hours(-ago),
        channel=TouchChannel.E_MAIL,
        with_whom="Jonah Field",
        note="Send us\nyour prices",
    )
    return today(replace(DREAM, touches=(asked,)))[0]


def a_promise(by: Side, due: dt.date) -> TodayLine:
    promise = Promise(text="Film thickness sheet", by=by, due=due, from_plan="plan")
    call = a_call(hours(-24 * 11), outcome=Outcome.ADVANCE)
    return today(replace(TARN, promises=(promise,)), call)[0]


def a_quiet_one(client: ClientSummary, ago: int | None) -> TodayLine:
    touches = () if ago is None else (Touch(done_on=days(-ago)),)
    return today(replace(client, touches=touches))[0]


class TestWhen:
    @pytest.mark.parametrize(
        ("ahead", "words"),
        [
            (1 + 20 / 60, ("14:30", "in 1 h 20")),
            (2, ("15:10", "in 2 h")),
            (1 + 5 / 60, ("14:15", "in 1 h 05")),
            (0.5, ("13:40", "in 30 min")),
            (0.5 / 60, ("13:10", "now")),
            (0, ("13:10", "under way")),
            (-0.5, ("12:40", "under way")),
            (20, ("Sat 09:10", "tomorrow")),
            (24 * 3 - 3, ("Mon 10:10", "in 3 days")),
        ],
    )
    def test_a_call(self, ahead: float, words: tuple[str, str]) -> None:
        assert line_when(today(TARN, a_call(hours(ahead)))[0], NOW) == words

    def test_a_call_without_a_time(self) -> None:
        assert line_when(today(TARN, a_call(day=TODAY))[0], NOW) == ("today", "no time yet")

    def test_a_call_elsewhere_is_told_by_our_clock(self) -> None:
        there = at_place(dt.datetime(2026, 11, 27, 9, 0), "America/New_York")  # noqa: DTZ001 -- there

        assert line_when(today(TARN, a_call(there))[0], NOW) == ("15:00", "in 1 h 50")

    @pytest.mark.parametrize(
        ("ago", "words"),
        [
            (0, ("just came in", "e-mail, 13:10")),
            (-2, ("just came in", "e-mail, 15:10")),
            (0.5, ("waits 30 min", "e-mail, 12:40")),
            (3.9, ("waits 3 h", "e-mail, 09:16")),
            (23, ("waits 23 h", "e-mail, Thu 26 Nov")),
            (24, ("waits 1 day", "e-mail, Thu 26 Nov")),
            (72, ("waits 3 days", "e-mail, Tue 24 Nov")),
        ],
    )
    def test_an_inquiry(self, ago: float, words: tuple[str, str]) -> None:
        assert line_when(an_inquiry(ago), NOW) == words

    def test_an_inquiry_of_a_day_alone(self) -> None:
        def of(day: dt.date | None) -> tuple[str, str]:
            return line_when(today(replace(TARN, touches=(Touch(from_=Side.THEM, done_on=day),)))[0], NOW)

        assert of(TODAY) == ("waits", "Fri 27 Nov")
        assert of(days(-2)) == ("waits 2 days", "Wed 25 Nov")
        assert of(None) == ("waits", "")

    @pytest.mark.parametrize(
        ("by", "due", "words"),
        [
            (Side.US, TODAY, ("ours, today", "")),
            (Side.US, days(-2), ("ours, 2 days overdue", "Wed 25 Nov")),
            (Side.THEM, TODAY, ("theirs, today", "")),
            (Side.THEM, days(-1), ("theirs, 1 day overdue", "Thu 26 Nov")),
        ],
    )
    def test_a_promise(self, by: Side, due: dt.date, words: tuple[str, str]) -> None:
        assert line_when(a_promise(by, due), NOW) == words

    def test_a_touch(self) -> None:
        alone = Touch(id="a", planned_on=TODAY)
        laid_out = [Touch(id=f"{at}", planned_on=days(at - 3), sequence_id="s") for at in range(5)]
        done = [replace(touch, done_on=TODAY) for touch in laid_out[:2]]

        assert line_when(today(replace(TARN, touches=(alone,)))[0], NOW) == ("touch", "today")
        lines = today(replace(TARN, touches=(*done, *laid_out[2:])))
        assert [line_when(line, NOW) for line in lines] == [
            ("touch 3 of 5", "1 day overdue"),
            ("touch 4 of 5", "today"),
        ]

    def test_a_quiet_client(self) -> None:
        assert line_when(a_quiet_one(DREAM, 41), NOW) == ("41 days", "Sat 17 Oct")
        assert line_when(a_quiet_one(DREAM, None), NOW) == ("not reached yet", "")

    def test_what_is_over(self) -> None:
        reviewed = a_call(hours(-72), plan_id="r", outcome=Outcome.ADVANCE, meant_differently=("Ask first",))

        lines = today(TARN, a_call(hours(-24)), reviewed)

        assert [line_when(line, NOW) for line in lines] == [
            ("yesterday", "Thu 26 Nov"),
            ("3 days ago", "Tue 24 Nov"),
        ]


class TestWhat:
    def test_a_call_says_what_they_are_asked_for_or_else_who_comes(self) -> None:
        call = a_call(
            hours(1),
            commitment=Commitment.INVEST,
            asks="names the budget owner",
            asks_by=dt.date(2026, 12, 4),
            first_attendee="Mara Lindqvist",
        )
        (line,) = today(TARN, call)
        (open_one,) = today(TARN, replace(call, asks=""))

        assert line_subject(line, TODAY) == ("Tarn Valley Water", "Second talk")
        assert line_about(line, TODAY) == "Invest · names the budget owner by Fri 4 Dec"
        assert line_about(open_one, TODAY) == "Invest · Mara Lindqvist"
        assert line_needs(line) == "prepare"

    def test_an_inquiry_says_that_we_knew_them(self) -> None:
        line = an_inquiry(3)
        stranger = replace(line, dream_client=False, dream_rank=None)

        assert line_subject(line, TODAY) == ("Tarn Valley Water", "No. 4 on the Dream list: we knew them")
        assert line_about(line, TODAY) == "Jonah Field · Send us · your prices"
        assert line_subject(stranger, TODAY) == ("Tarn Valley Water", "Send us · your prices")
        assert line_about(stranger, TODAY) == "Jonah Field"
        assert line_subject(replace(line, dream_rank=None), TODAY)[1] == "Dream Client: we knew them"
        assert line_needs(line) == "call now"

    def test_a_promise_says_whose_it_is_and_since_when(self) -> None:
        ours, theirs = a_promise(Side.US, TODAY), a_promise(Side.THEM, TODAY)

        assert line_subject(ours, TODAY) == (
            "Film thickness sheet",
            "to Tarn Valley Water, since the call of Mon 16 Nov",
        )
        assert line_subject(replace(theirs, since=None), TODAY)[1] == "from Tarn Valley Water"
        assert line_about(replace(theirs, next_call=days(3)), TODAY) == "ask in the call on Mon 30 Nov"
        assert (line_about(theirs, TODAY), line_about(ours, TODAY)) == ("", "")

    def test_a_touch_says_what_they_get_from_it_and_what_came_of_those_before(self) -> None:
        letter = Touch(id="a", planned_on=days(-9), done_on=days(-9), sequence_id="s")
        unanswered = replace(letter, id="b", outcome=TouchOutcome.NO_ANSWER)
        due = Touch(
            id="c",
            planned_on=TODAY,
            sequence_id="s",
            channel=TouchChannel.PHONE,
            value_offered="The furnace levy",
            with_whom="Ruth Adeyemi",
        )

        (line,) = today(replace(TARN, touches=(letter, unanswered, due)))

        assert line_subject(line, TODAY) == (
            "Tarn Valley Water: The furnace levy",
            "phone, after two touches without an answer",
        )
        assert line_about(line, TODAY) == "Ruth Adeyemi"

    def test_a_quiet_client_says_why_it_is_one(self) -> None:
        line = a_quiet_one(DREAM, 41)

        assert line_subject(line, TODAY) == (
            "Tarn Valley Water",
            "No. 4 on the Dream list: Three kilns, one supplier",
        )
        assert line_about(line, TODAY) == "no next touch"

    def test_what_was_held(self) -> None:
        reviewed = a_call(hours(-72), plan_id="r", outcome=Outcome.ADVANCE, meant_differently=("Ask first",))

        review, meant = today(TARN, a_call(hours(-24)), reviewed)

        assert (line_subject(review, TODAY)[1], line_about(review, TODAY)) == (
            "Second talk",
            "held, not reviewed",
        )
        assert line_subject(meant, TODAY) == (
            "Ask first",
            "with Tarn Valley Water, since the call of Tue 24 Nov",
        )

    def test_a_line_made_by_hand_says_what_it_knows(self) -> None:
        for kind in TodayKind:
            bare = TodayLine(kind=kind, client_id="tarn", client="Tarn Valley Water")
            words = (*line_when(bare, NOW), *line_subject(bare, TODAY), line_about(bare, TODAY))
            assert "Tarn Valley Water" in " ".join(words)
            assert "None" not in " ".join(words)


class TestCounts:
    @pytest.mark.parametrize(
        ("kinds", "words"),
        [
            ([], ""),
            (
                ["call", "call", "inquiry", *["promise-ours"] * 2, "promise-theirs"],
                "Two calls, one inquiry, three promises",
            ),
            (
                ["reflect", "touch", "quiet", "differently"],
                "One call to review, one touch, one Dream Client gone quiet, one thing to do differently",
            ),
            (["quiet"] * 12, "Twelve Dream Clients gone quiet"),
            (["touch"] * 13, "13 touches"),
        ],
    )
    def test_small_numbers_are_words(self, kinds: list[str], words: str) -> None:
        lines = [TodayLine(kind=TodayKind(kind), client_id="", client="") for kind in kinds]

        assert counts_in_words(lines) == words
