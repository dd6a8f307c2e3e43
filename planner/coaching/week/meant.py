"""What I meant to do differently with a client, and have neither taken up nor dropped since."""

import datetime as dt

from planner.coaching.week.calls_now import ANY_ZONE, CallsNow, moment_held
from planner.model.plan_summary import PlanSummary
from planner.model.same_text import distinct_texts, same_text


def last_reviewed(calls: CallsNow) -> PlanSummary | None:
    """Return the plan of the reviewed call held last, one without a day if there is one; None if none is."""
    if len(calls.reviewed) <= 1:
        return calls.reviewed[0] if calls.reviewed else None
    days = [_day_held_there(plan) for plan in calls.reviewed]
    # Days compare faster than moments; by clocks elsewhere a moment may be of a day up to two away.
    near = max(days) - ANY_ZONE
    latest = [plan for plan, day in zip(calls.reviewed, days, strict=True) if day >= near]
    return max(latest, key=_when_held) if len(latest) > 1 else latest[0]


def meant_and_not_taken_up(last: PlanSummary, calls: CallsNow) -> tuple[str, ...]:
    """Return what the review of the client's `last` reviewed call meant to do differently and is still open.

    Each text comes once, in the review's order. One is taken up by a plan that names it, if that is for a
    call to come, held after the last one reviewed, or without a day. One for a call that was cancelled, or to
    which nobody came, is not among `calls`, and takes up nothing.
    """
    meant = last.meant_differently
    if not meant:
        return ()
    later = [plan for _day, plan in calls.coming]
    later += calls.undated
    if calls.to_review:
        held = moment_held(last)
        later += (plan for plan in calls.to_review if moment_held(plan) >= held)
    taken_up = {text for plan in later for text in plan.taken_up}
    texts = distinct_texts(meant) if len(meant) > 1 else meant
    if not taken_up:
        return texts
    return tuple(
        text
        for text in texts
        if text not in taken_up and not any(same_text(text, other) for other in taken_up)
    )


def _day_held_there(plan: PlanSummary) -> dt.date:
    """Return the day a call was held by its own clock; the last of all days if none is known."""
    return plan.held_on or (plan.starts.date() if plan.starts else plan.day) or dt.date.max


def _when_held(plan: PlanSummary) -> tuple[float, str]:
    return moment_held(plan), plan.id
