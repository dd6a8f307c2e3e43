"""What a call came to, and what a claim still lacks."""

import datetime as dt

import pytest

from planner.coaching.check.thresholds import Thresholds
from planner.coaching.outcome import (
    doubt_about_outcome,
    obtained_as_planned,
    suggested_outcome,
    what_is_lacking,
)
from planner.model.ask import Action
from planner.model.call import OurPerson
from planner.model.plan import Preparation
from planner.model.reflection import Obtained
from planner.model.terms import Commitment, ObtainedKind, Outcome
from tests.builders import a_plan

DAY = dt.date(2026, 12, 11)
PRIMARY = Action(actor="Mara Lindqvist", action="invites maintenance to a walk", by=DAY)
FALLBACK = Action(actor="Mara Lindqvist", action="names the person in finance", by=dt.date(2026, 12, 1))


def a_call(
    obtained: Obtained | None = None,
    outcome: Outcome | None = None,
    commitment: Commitment | None = None,
) -> Preparation:
    return a_plan(
        **{
            "ask.primary": PRIMARY,
            "ask.fallback": FALLBACK,
            "call.commitment": commitment,
            "call.our_people": (OurPerson(name="Pia"),),
            "reflection.obtained": obtained or Obtained(),
            "reflection.outcome": outcome,
        }
    )


def obtained(
    actor: str = "Mara", action: str = "opens the log", by: dt.date | None = DAY, which: str = "other"
) -> Obtained:
    return Obtained(which=ObtainedKind(which), actor=actor, action=action, by=by)


def test_nothing_said_suggests_nothing() -> None:
    assert suggested_outcome(a_call()) is None


def test_a_named_action_by_a_date_is_an_advance() -> None:
    suggested = suggested_outcome(a_call(obtained()))
    assert suggested is not None
    assert suggested.outcome is Outcome.ADVANCE


@pytest.mark.parametrize("commitment", [Commitment.DECIDE, Commitment.EXECUTE])
def test_the_decision_asked_for_and_given_is_an_order(commitment: Commitment) -> None:
    plan = a_call(obtained(which="primary"), commitment=commitment)
    suggested = suggested_outcome(plan)
    assert suggested is not None
    assert suggested.outcome is Outcome.ORDER


def test_the_fallback_of_a_decision_is_an_advance() -> None:
    plan = a_call(obtained(which="fallback"), commitment=Commitment.DECIDE)
    suggested = suggested_outcome(plan)
    assert suggested is not None
    assert suggested.outcome is Outcome.ADVANCE


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (obtained(by=None), "by when"),
        (obtained(actor=" "), "who at the client"),
        (obtained(action=""), "what they will do"),
        (obtained(action="will follow up after the fair"), "“follow up”"),
        (obtained(action="Thinks about it"), "“Thinks about it”"),
        (obtained(action="meldet sich im Januar"), "“meldet sich”"),
        (obtained(actor="Pia"), "Pia is one of us"),
        (obtained(actor="we"), "we is one of us"),
    ],
)
def test_what_is_lacking_makes_it_a_continuation_and_is_said(given: Obtained, says: str) -> None:
    plan = a_call(given, Outcome.ADVANCE)
    suggested = suggested_outcome(plan)
    assert suggested is not None
    assert suggested.outcome is Outcome.CONTINUATION
    assert says in suggested.reason
    assert says in doubt_about_outcome(plan)


def test_an_advance_with_all_it_needs_is_not_doubted() -> None:
    plan = a_call(obtained(), Outcome.ADVANCE)
    assert what_is_lacking(plan) == ""
    assert doubt_about_outcome(plan) == ""


@pytest.mark.parametrize("outcome", [Outcome.CONTINUATION, Outcome.NO_SALE, None])
def test_who_claims_no_advance_is_not_doubted(outcome: Outcome | None) -> None:
    assert doubt_about_outcome(a_call(obtained(by=None), outcome)) == ""


@pytest.mark.parametrize("outcome", [Outcome.ORDER, Outcome.ADVANCE])
def test_without_a_commitment_neither_order_nor_advance_is_believed(outcome: Outcome) -> None:
    plan = a_call(obtained(which="none"), outcome)
    assert "no commitment" in doubt_about_outcome(plan)
    suggested = suggested_outcome(plan)
    assert suggested is not None
    assert suggested.outcome is Outcome.CONTINUATION


def test_an_order_needs_no_date() -> None:
    assert doubt_about_outcome(a_call(obtained(by=None, which="primary"), Outcome.ORDER)) == ""


def test_the_commitment_chosen_brings_its_action_from_the_plan() -> None:
    filled = obtained_as_planned(a_call().plan, ObtainedKind.PRIMARY)
    assert filled == Obtained(which=ObtainedKind.PRIMARY, actor=PRIMARY.actor, action=PRIMARY.action, by=DAY)


def test_choosing_the_other_one_changes_what_came_from_the_plan() -> None:
    first = a_call(obtained_as_planned(a_call().plan, ObtainedKind.PRIMARY))
    assert obtained_as_planned(first.plan, ObtainedKind.FALLBACK).action == FALLBACK.action
    assert obtained_as_planned(first.plan, ObtainedKind.NONE) == Obtained(which=ObtainedKind.NONE)


def test_what_was_written_by_hand_stays() -> None:
    plan = a_call(obtained(action="calls the bank himself"))
    assert obtained_as_planned(plan.plan, ObtainedKind.PRIMARY).action == "calls the bank himself"


def test_the_persons_own_vague_phrases_count_as_ours() -> None:
    told = a_call(Obtained(which=ObtainedKind.OTHER, actor="Mara", action="parks it for now", by=DAY))
    own = Thresholds(vague_phrases=("park* it",))
    assert what_is_lacking(told) == ""
    assert what_is_lacking(told, own) == "“parks it” can mean anything: what exactly will they do?"
    suggested = suggested_outcome(told, own)
    assert suggested is not None
    assert suggested.outcome is Outcome.CONTINUATION
