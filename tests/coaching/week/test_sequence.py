"""Touches laid out ahead, moved as one, ended by an outcome."""

import datetime as dt

import pytest

from planner.coaching.week.sequence import ended, ends_sequence, laid_out, moved_by, place_in
from planner.model.client import Client, Contact
from planner.model.terms import TouchChannel, TouchOutcome, TouchValue
from planner.model.touch import Touch
from tests.coaching.week.a_case import FORCE, PROOF, QUESTION, SECOND_FORCE, on, plan_of

WEDNESDAY = dt.date(2026, 12, 2)
CASE = plan_of(
    **{
        "case.forces": (FORCE, SECOND_FORCE),
        "case.proof": (PROOF,),
        "conversation.questions": (QUESTION,),
        "call.starts": on(11, 3),
    }
)


def touches_on(*days: int, sequence_id: str = "s") -> tuple[Touch, ...]:
    return tuple(
        Touch(id=f"{day}", planned_on=dt.date(2026, 12, day), sequence_id=sequence_id) for day in days
    )


def days_of(touches: tuple[Touch, ...]) -> list[int]:
    return [touch.planned_on.day for touch in touches if touch.planned_on is not None]


def test_a_sequence_has_channels_in_turn_each_touch_with_its_own_value() -> None:
    touches = laid_out(
        Client(),
        [CASE],
        WEDNESDAY,
        count=5,
        days_apart=7,
        channels=(TouchChannel.LETTER, TouchChannel.PHONE),
        contact=Contact(id="a", name="Anna Berg"),
    )
    assert days_of(touches) == [2, 9, 16, 23, 30]
    assert [touch.channel for touch in touches] == ["letter", "phone", "letter", "phone", "letter"]
    assert [(touch.value_kind, touch.value_offered) for touch in touches] == [
        (TouchValue.FORCE, "£38 per lost journey: tyre stops cost twice"),
        (TouchValue.PROOF, "Ostley Transport, nightly readings: 88 stops a year became 27"),
        (TouchValue.QUESTION, "Who explains a lost journey to the council?"),
        (TouchValue.FORCE, "Fitters retire"),
        (None, ""),
    ]
    assert {(touch.with_whom, touch.with_whom_id) for touch in touches} == {("Anna Berg", "a")}
    assert len({touch.sequence_id for touch in touches} - {""}) == 1
    assert len({touch.id for touch in touches}) == 5
    assert not any(touch.is_done for touch in touches)


def test_it_is_laid_on_working_days_only_each_on_its_own() -> None:
    friday = dt.date(2026, 12, 4)
    assert days_of(laid_out(Client(), [], friday, count=4, days_apart=1)) == [4, 7, 8, 9]
    saturday = dt.date(2026, 12, 5)
    assert days_of(laid_out(Client(), [], saturday, count=2, days_apart=3)) == [7, 10]


def test_what_a_touch_of_theirs_gave_already_is_not_given_twice() -> None:
    given = Touch(done_on=WEDNESDAY, value_offered="£38 per lost journey: tyre stops cost twice.")
    (first,) = laid_out(Client(touches=(given,)), [CASE], WEDNESDAY, count=1, days_apart=1)
    assert first.value_kind is TouchValue.PROOF


def test_the_newest_plan_speaks_first() -> None:
    newer = plan_of(**{"case.forces": (SECOND_FORCE,), "call.starts": on(11, 20)})
    touches = laid_out(Client(), [CASE, newer], WEDNESDAY, count=2, days_apart=1)
    assert [touch.value_offered for touch in touches] == [
        "Fitters retire",
        "£38 per lost journey: tyre stops cost twice",
    ]


def test_a_sequence_moves_as_one_and_what_is_done_stays() -> None:
    done = Touch(id="done", planned_on=WEDNESDAY, done_on=WEDNESDAY, sequence_id="s")
    other = touches_on(10, sequence_id="other")
    moved = moved_by((done, *touches_on(3, 8), *other), "s", 7)
    assert days_of(moved) == [2, 10, 15, 10]


@pytest.mark.parametrize(
    ("days", "moved"), [(1, [4, 7, 8]), (2, [7, 8, 9]), (-3, [30, 1, 4])], ids=["1", "2", "-3"]
)
def test_moved_onto_a_weekend_it_goes_to_monday_and_keeps_its_order(days: int, moved: list[int]) -> None:
    assert days_of(moved_by(touches_on(3, 4, 7), "s", days)) == moved


def test_touches_in_no_sequence_are_not_one() -> None:
    alone = touches_on(3, 4, sequence_id="")
    assert moved_by(alone, "", 7) == ended(alone, "") == alone
    assert place_in(alone, "3") is None


def test_an_outcome_that_ends_it_takes_away_what_was_only_planned() -> None:
    agreed = Touch(id="a", done_on=WEDNESDAY, outcome=TouchOutcome.MEETING_AGREED, sequence_id="s")
    assert ends_sequence(agreed)
    assert ended((agreed, *touches_on(3, 4), *touches_on(9, sequence_id="x")), "s") == (
        agreed,
        *touches_on(9, sequence_id="x"),
    )


@pytest.mark.parametrize(
    ("outcome", "ends"),
    [(TouchOutcome.NO, True), (TouchOutcome.SPOKE, False), (TouchOutcome.NO_ANSWER, False), (None, False)],
)
def test_a_no_ends_a_sequence_and_no_answer_does_not(outcome: TouchOutcome | None, ends: bool) -> None:  # noqa: FBT001 -- a row of the table
    assert ends_sequence(Touch(outcome=outcome, sequence_id="s")) is ends
    assert not ends_sequence(Touch(outcome=outcome))


def test_a_touch_says_its_place_in_the_sequence_by_day() -> None:
    assert place_in(touches_on(9, 3, 7), "7") == (2, 3)
    assert place_in(touches_on(9, 3, 7), "nobody") is None
