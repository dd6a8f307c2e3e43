"""A draft of what to write or say in a touch, from the case for change; edited before anybody hears of it."""

from collections.abc import Iterator
from fractions import Fraction

import msgspec

from planner.coaching.week.case_values import (
    CaseValue,
    forces_of,
    not_offered,
    offered_to,
    questions_of,
)
from planner.model.case import Cost, Problem
from planner.model.client import Client
from planner.model.mentions import contact_of
from planner.model.plan import Plan
from planner.model.pricing.exchange import currency_of
from planner.model.terms import Cadence, TouchChannel, TouchValue
from planner.model.touch import Touch
from planner.translation import N_, _
from planner.wording.money import estimated_money
from planner.wording.text import as_sentence, one_line

_WRITTEN = frozenset({TouchChannel.LETTER, TouchChannel.E_MAIL, None})
"""Channels with room for the whole of it; in the others two sentences are what one can say."""
_BLANK_PLAN = Plan()
_ABOUT = {
    Cadence.ONE_OFF: N_("about {money} once"),
    Cadence.MONTH: N_("about {money} a month"),
    Cadence.QUARTER: N_("about {money} a quarter"),
    Cadence.YEAR: N_("about {money} a year"),
}


class DraftParts(msgspec.Struct, frozen=True, kw_only=True):
    """What a draft is made of, each a sentence; "" where the plan says nothing.

    `lead` is what the touch gives them where that is no force and no question; `cost` what leaving things as
    they are costs companies like theirs.
    """

    lead: str = ""
    force: str = ""
    cost: str = ""
    question: str = ""


def draft_for(client: Client, plan: Plan | None, touch: Touch) -> str:
    """Return a draft of the wording for a touch, in the person's own words; "" if there is nothing to say.

    It gives what the touch is to give, a force of the plan's case and a question that no other touch gives,
    and what it costs companies like theirs. A letter, an e-mail, or a touch without a channel has a paragraph
    for each, between salutation and close; any other has two sentences at most. What is blank leaves its line
    out. Of a plan only case, questions and the price's currency are read: nothing private.
    """
    parts = _parts(client, plan or _BLANK_PLAN, touch)
    if touch.channel not in _WRITTEN:
        return "\n".join(_two_sentences(parts))
    paragraphs = [part for part in (parts.lead, parts.force, parts.cost, parts.question) if part]
    if not paragraphs:
        return ""
    return "\n\n".join((*_salutation(client, touch), *paragraphs, _("Kind regards")))


def _two_sentences(parts: DraftParts) -> tuple[str, ...]:
    """Return what opens the talk and what hands it over: a question, or else what it costs."""
    opening = parts.lead or parts.force or parts.cost
    rest = parts.question or (parts.cost if parts.cost != opening else "")
    return tuple(sentence for sentence in (opening, rest) if sentence)


def _parts(client: Client, plan: Plan, touch: Touch) -> DraftParts:
    offered = offered_to(client, but=touch.id)
    own, kind = one_line(touch.value_offered), touch.value_kind
    force = own if kind is TouchValue.FORCE else ""
    question = own if kind is TouchValue.QUESTION else ""
    leads = kind not in {TouchValue.FORCE, TouchValue.QUESTION}
    return DraftParts(
        lead=as_sentence(own) if leads else "",
        force=as_sentence(force or _first(not_offered(forces_of(plan), offered))),
        cost=as_sentence(_cost(plan)),
        question=question or _first(not_offered(questions_of(plan), offered)),
    )


def _first(values: Iterator[CaseValue]) -> str:
    return next((value.text for value in values), "")


def _salutation(client: Client, touch: Touch) -> tuple[str, ...]:
    contact = contact_of(touch.with_whom_id, client.contacts)
    name = one_line(contact.name if contact is not None and contact.name.strip() else touch.with_whom)
    return (_("Dear {name},").format(name=name),) if name else ()


def _cost(plan: Plan) -> str:
    """Return what the first problem that says so costs companies like theirs; "" if none does."""
    costs = (_cost_of(problem, plan) for problem in plan.case.problems)
    return next((cost for cost in costs if cost), "")


def _cost_of(problem: Problem, plan: Plan) -> str:
    """Return the consequence and the amount in a sentence; "" if neither is known."""
    consequence, amount = one_line(problem.consequence), _amount(problem.cost, plan)
    if consequence and amount:
        return _("What it costs companies like yours: {consequence}, {amount}").format(
            consequence=consequence, amount=amount
        )
    what = consequence or amount
    return _("What it costs companies like yours: {consequence}").format(consequence=what) if what else ""


def _amount(cost: Cost, plan: Plan) -> str:
    """Return `about £39,400 a year`; "" without an amount above 0 or without its period."""
    if cost.amount is None or cost.amount <= 0 or cost.per is None:
        return ""
    currency = cost.currency.strip() or currency_of(plan.price)
    return _(_ABOUT[cost.per]).format(money=estimated_money(Fraction(cost.amount), currency))
