"""From a plan to the record of its call."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from planner.coaching.insights.call_record import CallRecord, Kept, PriceSaid, Worth
from planner.coaching.next_step import names_action
from planner.model.ask import Ask
from planner.model.call import NOT_HELD, planned_day
from planner.model.conversation import AgendaItem
from planner.model.fear import Fear
from planner.model.placed_time import AnyMoment
from planner.model.plan import Intention, Plan
from planner.model.price import Price
from planner.model.pricing.glance import glance
from planner.model.pricing.ledger import ledger
from planner.model.pricing.price_delta import delta_in
from planner.model.reflection import AgendaHeld, IntentionKept, Obtained, PriceRaised, Stands
from planner.model.same_text import text_key
from planner.model.terms import (
    Commitment,
    DisclosureDiscussion,
    Happened,
    Lead,
    Outcome,
    RaisedBy,
    Side,
)


class GlimpsedCall(msgspec.Struct):
    """The part of `plan.call` that a record is made of."""

    commitment: Commitment | None = None
    starts: AnyMoment | None = None
    day: dt.date | None = None
    minutes: int | None = None
    initiated_by: Side | None = None
    happened: Happened | None = None


class GlimpsedConversation(msgspec.Struct):
    """The part of `plan.conversation` that a record is made of: the agenda."""

    agenda: tuple[AgendaItem, ...] = ()


class GlimpsedReflection(msgspec.Struct):
    """The part of `plan.reflection` that a record is made of."""

    held_on: dt.date | None = None
    outcome: Outcome | None = None
    obtained: Obtained = Obtained()
    agenda: tuple[AgendaHeld, ...] = ()
    price: PriceRaised = PriceRaised()
    fear_came_true: bool | None = None
    intentions: tuple[IntentionKept, ...] = ()
    initiatives: Stands = Stands()
    differently: str = ""


class GlimpsedPlan(msgspec.Struct, kw_only=True):
    """A plan decoded only as far as a record needs it; all other fields are skipped."""

    id: str
    client_id: str
    call: GlimpsedCall = msgspec.field(default_factory=GlimpsedCall)
    conversation: GlimpsedConversation = msgspec.field(default_factory=GlimpsedConversation)
    ask: Ask = Ask()
    price: Price = Price()
    fear: Fear = Fear()
    intentions: tuple[Intention, ...] = ()
    reflection: GlimpsedReflection = msgspec.field(default_factory=GlimpsedReflection)


def record_of(plan: Plan | GlimpsedPlan, client: str) -> CallRecord:
    """Return the record of the plan's call; `client` is the client's name.

    Of a call that was moved, cancelled or that nobody came to, only plan, client and day are known, and the
    intentions that were given up while it was planned.
    """
    reflection, stands = plan.reflection, plan.reflection.initiatives
    day = reflection.held_on or planned_day(plan.call)
    dropped = tuple(
        intention.text
        for intention in plan.intentions
        if intention.dropped_because.strip() and intention.text.strip()
    )
    if plan.call.happened in NOT_HELD:
        return CallRecord(plan_id=plan.id, client_id=plan.client_id, client=client, day=day, dropped=dropped)
    return CallRecord(
        plan_id=plan.id,
        client_id=plan.client_id,
        client=client,
        day=day,
        asked_by=plan.call.initiated_by,
        commitment=plan.call.commitment,
        obtained=reflection.obtained.which,
        outcome=reflection.outcome,
        names_action=names_action(reflection.obtained, plan.ask),
        led=_led(plan.conversation.agenda, reflection.agenda),
        price_said=_price_said(plan, day),
        price_raised_by=reflection.price.raised_by,
        worth=_worth(plan.price) if reflection.outcome is not None else None,
        fear_named=bool(plan.fear.avoiding.strip()),
        fear_came_true=reflection.fear_came_true,
        footings=(
            stands.prospecting.footing,
            stands.discovery.footing,
            stands.sales_conversation.footing,
            stands.investment.footing,
        ),
        differently=reflection.differently,
        kept=tuple(
            Kept(intention.text, intention.kept)
            for intention in reflection.intentions
            if intention.text.strip()
        ),
        dropped=dropped,
    )


def _led(agenda: Sequence[AgendaItem], held: Sequence[AgendaHeld]) -> Lead | None:
    """Return who led for most of the minutes; both where neither side has more than half of them.

    The items held count with the minutes they took, all items as planned where nothing was ticked.
    """
    took = {text_key(item.topic): item.minutes for item in held if item.held}
    minutes = dict.fromkeys(Lead, 0)
    for item in agenda:
        topic = text_key(item.topic) if took else ""
        if item.lead is not None and (not took or topic in took):
            minutes[item.lead] += took.get(topic) or item.minutes or 0
    whole = sum(minutes.values())
    if not whole:
        return None
    return next((side for side in (Lead.US, Lead.THEM) if 2 * minutes[side] > whole), Lead.BOTH)


def _price_said(plan: Plan | GlimpsedPlan, day: dt.date | None) -> PriceSaid | None:
    """Return when the price was first disclosed; None where nobody said."""
    price, raised = plan.price, plan.reflection.price
    dates = [discussion.date for discussion in price.discussions if discussion.date is not None]
    if any(day is not None and date < day for date in dates):
        return PriceSaid.BEFORE
    if raised.raised_by in {RaisedBy.US, RaisedBy.THEM}:
        return _half_of_call(raised.minute, plan)
    if raised.raised_by is None:
        return None
    earlier = price.disclosure.discussion is DisclosureDiscussion.EARLIER
    return PriceSaid.BEFORE if earlier else PriceSaid.NOT_AT_ALL


def _half_of_call(minute: int | None, plan: Plan | GlimpsedPlan) -> PriceSaid | None:
    length = plan.call.minutes or sum(item.minutes or 0 for item in plan.conversation.agenda)
    if minute is None or not length:
        return None
    return PriceSaid.FIRST_HALF if 2 * minute <= length else PriceSaid.SECOND_HALF


def _worth(price: Price) -> Worth | None:
    """Return whether the value covers the delta; None where a price or all value is not estimated."""
    glanced = glance(price)
    if glanced is None:
        return _worth_exactly(price)
    if not glanced.dearer:
        return Worth.NO_PREMIUM
    if not glanced.likely:
        return Worth.NOT_JUSTIFIED
    return Worth.EVEN_AT_LOW if glanced.low else Worth.AT_LIKELY


def _worth_exactly(price: Price) -> Worth | None:
    laid = ledger(price)
    likely = delta_in(laid)
    delta = likely.delta
    if delta is None or likely.surplus is None:
        return None
    if delta <= 0:
        return Worth.NO_PREMIUM
    if not likely.value_for:
        return None if likely.not_estimated else Worth.NOT_JUSTIFIED
    if likely.surplus < 0:
        return Worth.NOT_JUSTIFIED
    low = delta_in(laid, "low").surplus
    return Worth.EVEN_AT_LOW if low is not None and low >= 0 else Worth.AT_LIKELY
