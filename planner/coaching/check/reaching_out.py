"""What the rules of prospecting ask: who waits for us, who has not heard from us, what we gave them."""

import datetime as dt

from planner.coaching.check.evidence import is_filled
from planner.coaching.check.past import History
from planner.coaching.touches import done_by_us
from planner.coaching.week.calls_now import CallsNow, calls_now
from planner.coaching.week.silence import Silence, silence_of
from planner.coaching.week.waiting import waiting_inquiries
from planner.model.client import Client
from planner.model.client_summary import ClientSummary
from planner.model.plan import Plan, Preparation
from planner.model.plan_summary import PlanSummary
from planner.model.touch import Touch


def waiting_for_us(preparation: Preparation, past: History) -> list[Touch]:
    """Return the inquiries of theirs that wait for a call or touch of ours, in the list's order.

    Of each person it is the first alone; none waits while a call comes up, or if the client is archived.
    """
    if preparation.client.archived:
        return []
    return waiting_inquiries(preparation.client.touches, _calls(preparation, past), past.now)


def silence_towards(preparation: Preparation, past: History, days: int) -> Silence | None:
    """Return the silence towards the client if it has lasted more than so many days, as Today has it.

    None if it has not, or if a touch of ours is planned or a call that we asked for comes up.
    """
    client = preparation.client
    summary = ClientSummary(id=client.id, touches=client.touches)
    return silence_of(summary, _calls(preparation, past), past.now, days)


def has_waited(inquiry: Touch, now: dt.datetime, hours: int) -> bool:
    """Whether an inquiry has waited for more than so many hours; not known, so no, where it has no day.

    One of which no hour is known counts from the end of its day.
    """
    span = dt.timedelta(hours=hours)
    if inquiry.done_at is not None:
        return now - inquiry.done_at > span
    if inquiry.done_on is None:
        return False
    return now - dt.datetime.combine(inquiry.done_on, dt.time.max, now.tzinfo) > span


def gave_something(client: Client) -> bool:
    """Whether a touch of ours that was done says what of value they got from it."""
    return any(is_filled(touch.value_offered) for _at, touch in done_by_us(client))


def overdue_touches(client: Client, today: dt.date) -> list[int]:
    """Return the places of the touches of ours that are past their day and not done, first due first.

    None is overdue if the client is archived.
    """
    if client.archived:
        return []
    late = [
        (touch.planned_on, at)
        for at, touch in enumerate(client.touches)
        if touch.planned_on is not None
        and touch.planned_on < today
        and not touch.is_done
        and not touch.is_inquiry
    ]
    return [at for _day, at in sorted(late)]


def _calls(preparation: Preparation, past: History) -> CallsNow:
    return calls_now([_summary(plan) for plan in (*past.others, preparation.plan)], past.now)


def _summary(plan: Plan) -> PlanSummary:
    """Return what `calls_now` asks of a plan."""
    call, reflection = plan.call, plan.reflection
    return PlanSummary(
        id=plan.id,
        client_id=plan.client_id,
        client="",
        starts=call.starts,
        day=None if call.starts else call.day,
        minutes=call.minutes,
        happened=call.happened,
        outcome=reflection.outcome,
        held_on=reflection.held_on,
        initiated_by=call.initiated_by,
    )
