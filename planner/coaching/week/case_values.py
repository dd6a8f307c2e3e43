"""What a client could get from a touch, out of the case for change: forces, proofs, questions."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from itertools import zip_longest

import msgspec

from planner.coaching.check.past import day_of
from planner.model.case import Force, Proof
from planner.model.client import Client
from planner.model.conversation import Question
from planner.model.plan import Plan
from planner.model.same_text import distinct_rows, text_key
from planner.model.terms import QuestionKind, TouchValue
from planner.translation import _
from planner.wording.text import labelled, one_line

_WORTH = {
    QuestionKind.IMPLICATION: 0,
    QuestionKind.PROBLEM: 1,
    QuestionKind.PAYOFF: 2,
    None: 3,
    QuestionKind.ATTITUDE: 4,
    QuestionKind.SITUATION: 5,
}
"""How much a question of each kind gives the one asked; the other kinds belong in a call, and only there."""


class CaseValue(msgspec.Struct, frozen=True):
    """One thing worth a touch, on one line in the person's own words, and of which kind it is."""

    kind: TouchValue
    text: str


def case_values(plan: Plan) -> tuple[CaseValue, ...]:
    """Return what a plan's case offers, each once: a force, a proof, a question, then the next of each."""
    in_turn = zip_longest(forces_of(plan), proofs_of(plan), questions_of(plan))
    every = (value for turn in in_turn for value in turn if value is not None)
    return distinct_rows(every, lambda value: value.text)


def newest_first(plans: Iterable[Plan]) -> list[Plan]:
    """Return plans by the days of their calls, the latest first; one without a day counts as the newest."""
    return sorted(plans, key=lambda plan: (day_of(plan) or dt.date.max, plan.id), reverse=True)


def offered_to(client: Client, *, but: str = "") -> frozenset[str]:
    """Return the `text_key` of what each touch of ours gives the client, but the touch of that id."""
    others = (touch for touch in client.touches if not touch.is_inquiry and (not but or touch.id != but))
    return frozenset(text_key(touch.value_offered) for touch in others)


def not_offered(values: Iterable[CaseValue], offered: Collection[str]) -> Iterator[CaseValue]:
    """Yield the values whose `text_key` is not among those offered."""
    return (value for value in values if text_key(value.text) not in offered)


def forces_of(plan: Plan) -> tuple[CaseValue, ...]:
    """Return the plan's forces: the trend, and what it does to them."""
    return _values(TouchValue.FORCE, map(_force, plan.case.forces))


def proofs_of(plan: Plan) -> tuple[CaseValue, ...]:
    """Return the plan's proofs: who it was, what they did, what came of it. Without a result it is none."""
    return _values(TouchValue.PROOF, map(_proof, plan.case.proof))


def questions_of(plan: Plan) -> tuple[CaseValue, ...]:
    """Return the plan's questions of a kind that is worth a touch, those that give most to think about first.

    Questions that confirm, ask for a commitment, or ask about the process are left out.
    """
    fit = (question for question in plan.conversation.questions if question.kind in _WORTH)
    questions = sorted(fit, key=_worth_of)
    return _values(TouchValue.QUESTION, (one_line(question.text) for question in questions))


def _worth_of(question: Question) -> int:
    return _WORTH[question.kind]


def _values(kind: TouchValue, texts: Iterable[str]) -> tuple[CaseValue, ...]:
    return tuple(CaseValue(kind, text) for text in texts if text)


def _force(force: Force) -> str:
    return labelled(one_line(force.trend), one_line(force.effect_on_them))


def _proof(proof: Proof) -> str:
    """Return `Ostley Transport, nightly readings: from 88 stops a year to 27`; "" without a result."""
    situation, solution = one_line(proof.situation), one_line(proof.solution)
    both = _("{situation}, {solution}").format(situation=situation, solution=solution)
    result = one_line(proof.result)
    return labelled(both if situation and solution else situation or solution, result) if result else ""
