"""Prospecting: we pick the client and reach out; we do not wait to be found."""

import datetime as dt

from planner.coaching.check.evidence import field, filled, is_filled, number_of, whom
from planner.coaching.check.finding import Evidence, Observation, back, flat, rule
from planner.coaching.check.past import History, day_of
from planner.coaching.check.thresholds import Thresholds
from planner.model.plan import Plan, Preparation
from planner.model.terms import Initiative, Side


@rule("came-to-us", Initiative.PROSPECTING)
def the_client_came_to_us(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """The client asked for this call, and there is no outreach of ours."""
    if preparation.plan.call.initiated_by != Side.THEM or filled(preparation.client.outreach):
        return None
    return back(
        "They came to us, so the call starts on their subject.",
        field(preparation, "plan.call.initiated_by"),
        Evidence("client.outreach"),
        action=f"Send {whom(preparation)} one observation about their business before the call, "
        "and note it as outreach.",
    )


@rule("quiet-dream-client", Initiative.PROSPECTING)
def a_dream_client_without_outreach(
    preparation: Preparation, past: History, thresholds: Thresholds
) -> Observation | None:
    """A Dream Client has not heard from us for more than 30 days, and no next date is set.

    A coming call that we asked for is a next date, and one that took place is outreach.
    """
    if not preparation.client.dream_client or _next_date(preparation, past):
        return None
    last = _last_reached(preparation, past)
    if last is not None and (past.today - last).days <= thresholds.outreach_days:
        return None
    since = f"for {number_of((past.today - last).days, 'day', 'days')}" if last else "yet"
    return flat(
        f"A Dream Client has not heard from us {since}, and no next date is set.",
        Evidence("client.outreach", f"last on {last}" if last else ""),
        field(preparation, "client.dream_client"),
        action="Pick a day this week and one thing worth their time to bring.",
    )


@rule("no-reason-to-meet", Initiative.PROSPECTING)
def no_reason_for_them_to_meet(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """Nothing says why the client would want this call: neither why they meet nor their agenda."""
    if is_filled(preparation.plan.call.why_they_meet) or is_filled(
        preparation.plan.conversation.their_agenda
    ):
        return None
    return flat(
        "Nothing says yet what they get out of meeting us.",
        field(preparation, "plan.call.why_they_meet"),
        action=f"Write in one line what {whom(preparation)} can take from it, even without buying.",
    )


RULES = (the_client_came_to_us, a_dream_client_without_outreach, no_reason_for_them_to_meet)


def _next_date(preparation: Preparation, past: History) -> bool:
    """Whether a day from today on is set for outreach or for a call that we asked for."""
    days = [one.next_on for one in preparation.client.outreach]
    days += [day_of(plan) for plan in (*past.plans, preparation.plan) if _is_ours(plan)]
    return any(one is not None and one >= past.today for one in days)


def _last_reached(preparation: Preparation, past: History) -> dt.date | None:
    """Return when we last reached out, by outreach or by a call that we asked for."""
    days = [one.date for one in preparation.client.outreach]
    days += [day_of(plan) for plan in (*past.held, preparation.plan) if _is_ours(plan)]
    return max((one for one in days if one is not None and one <= past.today), default=None)


def _is_ours(plan: Plan) -> bool:
    return plan.call.initiated_by == Side.US
