"""What I meant to do differently with a client, and have neither taken up nor dropped since."""

import datetime as dt

from planner.coaching.week.calls_now import CallsNow, in_order_held
from planner.model.plan_summary import PlanSummary
from planner.model.same_text import distinct_texts, text_key


def meant_and_not_taken_up(calls: CallsNow, now: dt.datetime) -> tuple[PlanSummary | None, tuple[str, ...]]:
    """Return the plan of the last call reviewed, and what it meant to do differently that is still open.

    Each text comes once, in the review's order. One is taken up by a plan that names it: of a call to come,
    without a day, or held after that one. A plan that was cancelled, or to which nobody came, does not count.
    None and () if no call was reviewed.
    """
    if not any(plan.meant_differently for plan in calls.reviewed):
        return None, ()
    held = in_order_held(calls.held, now)
    last_at = max(at for at, plan in enumerate(held) if plan.outcome is not None)
    last = held[last_at]
    later = (*held[last_at + 1 :], *(plan for _day, plan in calls.coming), *calls.undated)
    taken_up = {text_key(text) for plan in later for text in plan.taken_up}
    meant = distinct_texts(last.meant_differently)
    return last, tuple(text for text in meant if text_key(text) not in taken_up)
