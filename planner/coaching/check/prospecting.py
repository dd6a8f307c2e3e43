"""Prospecting: we pick the client and reach out; we do not wait to be found."""

import datetime as dt

from planner.coaching.check.evidence import field, is_filled, whom
from planner.coaching.check.finding import Evidence, Observation, back, flat, rule
from planner.coaching.check.past import History, day_of
from planner.coaching.check.reasons_of_ours import is_reason_of_ours
from planner.coaching.check.thresholds import Thresholds
from planner.coaching.touches import done_by_us, last_touch_on, next_touch_on
from planner.model.plan import Plan, Preparation
from planner.model.terms import Initiative, Side
from planner.translation import _, ngettext


@rule("came-to-us", Initiative.PROSPECTING)
def the_client_came_to_us(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """The client asked for this call, and there is no touch of ours."""
    if preparation.plan.call.initiated_by != Side.THEM or any(done_by_us(preparation.client)):
        return None
    return back(
        _("They came to us, so the call starts on their subject."),
        field(preparation, "plan.call.initiated_by"),
        Evidence("client.touches"),
        action=_(
            "Send {whom} one observation about their business before the call, and note it as a touch."
        ).format(whom=whom(preparation)),
    )


@rule("quiet-dream-client", Initiative.PROSPECTING)
def a_dream_client_gone_quiet(
    preparation: Preparation, past: History, thresholds: Thresholds
) -> Observation | None:
    """A Dream Client has not heard from us for more than 30 days, and no next date is set.

    A coming call that we asked for is a next date, and one that took place is a touch.
    """
    if not preparation.client.dream_client or _next_date(preparation, past):
        return None
    last = _last_reached(preparation, past)
    if last is not None and (past.today - last).days <= thresholds.outreach_days:
        return None
    if last is None:
        what = _("A Dream Client has not heard from us yet, and no next date is set.")
    else:
        days = (past.today - last).days
        what = ngettext(
            "A Dream Client has not heard from us for {count} day, and no next date is set.",
            "A Dream Client has not heard from us for {count} days, and no next date is set.",
            days,
        ).format(count=days)
    return flat(
        what,
        Evidence("client.touches", _("last on {day}").format(day=last.isoformat()) if last else ""),
        field(preparation, "client.dream_client"),
        action=_("Pick a day this week and one thing worth their time to bring."),
    )


@rule("no-reason-to-meet", Initiative.PROSPECTING)
def no_reason_for_them_to_meet(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """Nothing says why the client would want this call: no reason to meet, no agenda, no why-now of theirs.

    A why-now that speaks of our quarter or our price list is ours.
    """
    plan = preparation.plan
    reasons = (plan.call.why_they_meet, plan.conversation.their_agenda, _their_why_now(plan))
    if any(map(is_filled, reasons)):
        return None
    return flat(
        _("Nothing says yet what they get out of meeting us."),
        field(preparation, "plan.call.why_they_meet"),
        action=_("Write in one line what {whom} can take from it, even without buying.").format(
            whom=whom(preparation)
        ),
    )


RULES = (the_client_came_to_us, a_dream_client_gone_quiet, no_reason_for_them_to_meet)


def _their_why_now(plan: Plan) -> str:
    """Return why now is the time for them; "" if the plan's reason is one of ours."""
    why_now = plan.case.why_now
    return "" if is_reason_of_ours(why_now) else why_now


def _next_date(preparation: Preparation, past: History) -> bool:
    """Whether a day from today on is set for a touch or for a call that we asked for."""
    days = [day_of(plan) for plan in (*past.plans, preparation.plan) if _is_ours(plan)]
    return next_touch_on(preparation.client, past.today) is not None or any(
        day is not None and day >= past.today for day in days
    )


def _last_reached(preparation: Preparation, past: History) -> dt.date | None:
    """Return when we last reached out, by a touch or by a call that we asked for."""
    days = [day_of(plan) for plan in (*past.held, preparation.plan) if _is_ours(plan)]
    days.append(last_touch_on(preparation.client, past.today))
    return max((day for day in days if day is not None and day <= past.today), default=None)


def _is_ours(plan: Plan) -> bool:
    return plan.call.initiated_by == Side.US
