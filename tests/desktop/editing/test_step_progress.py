"""How far each step has come, and what is still open."""

from decimal import Decimal

from planner.coaching.progress import Progress, missing_essentials
from planner.desktop.editing.form_fields import STEPS
from planner.desktop.editing.step_progress import step_progress, unanswered_questions
from planner.model.ask import Action
from planner.model.case import Force, Problem, Proof
from planner.model.plan import Preparation
from planner.model.terms import Outcome
from tests.builders import a_plan

STEP = {step.key: step for step in STEPS}
CASE = {
    "case.current_state": "By hand, every Thursday",
    "case.forces": (Force(trend="Fines from March"),),
    "case.problems": (Problem(problem="Cancelled journeys"),),
    "case.better_future": "One roster",
    "case.why_change": "Two people retire",
    "case.why_now": "The contract starts in March",
    "case.why_us": "We run beside the old way",
    "case.proof": (Proof(situation="A hospital group"),),
}


def test_an_untouched_plan_is_empty_in_every_step() -> None:
    assert {step_progress(step, Preparation()) for step in STEPS} == {Progress.EMPTY}


def test_a_step_is_started_by_its_first_word_and_ready_with_its_last_essential() -> None:
    assert step_progress(STEP["case"], a_plan(**{"case.why_now": "March"})) is Progress.STARTED
    assert step_progress(STEP["case"], a_plan(**CASE)) is Progress.READY
    assert step_progress(STEP["conversation"], a_plan(**CASE)) is Progress.EMPTY


def test_the_changed_rate_alone_does_not_start_the_price() -> None:
    assert step_progress(STEP["price"], a_plan(**{"price.rate": Decimal("0.08")})) is Progress.EMPTY


def test_part_of_the_ask_starts_the_conversation() -> None:
    plan = a_plan(**{"ask.primary": Action(actor="Ines Marlow")})
    assert step_progress(STEP["conversation"], plan) is Progress.STARTED


def test_the_review_is_not_ready_while_anything_essential_is_missing() -> None:
    brave = a_plan(**{"fear.avoiding": "The price", "fear.counter_action": "Say it in minute 10"})
    assert missing_essentials(brave)
    assert step_progress(STEP["review"], brave) is Progress.STARTED


def test_after_the_call_is_ready_with_the_outcome() -> None:
    noted = a_plan(**{"reflection.went_well": "I waited."})
    assert step_progress(STEP["after"], noted) is Progress.STARTED
    assert step_progress(STEP["after"], a_plan(**{"reflection.outcome": Outcome.ADVANCE})) is Progress.READY


def test_open_questions_come_in_the_order_of_the_walk_as_the_forms_ask_them() -> None:
    asked = unanswered_questions(a_plan(**CASE))
    assert [one.step for one in asked] == sorted(one.step for one in asked)
    assert asked[0].question == "What is this call about, in their terms?"
    assert {one.path: one.question for one in asked}["ask.primary"] == "What will you ask them to do?"
    assert not [one for one in asked if one.path.startswith("case.")]
    assert len(asked) == len(missing_essentials(a_plan(**CASE)))
