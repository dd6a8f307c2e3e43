"""What comes after a call: an action of theirs by a date, something we do, or the next call."""

import datetime as dt
from collections.abc import Iterable

from planner.coaching.promises import promises_of
from planner.coaching.touches import next_touch_on
from planner.model.ask import Ask
from planner.model.call import NOT_HELD, planned_day
from planner.model.client import Client
from planner.model.plan import Plan
from planner.model.reflection import Obtained
from planner.model.terms import ObtainedKind


def names_action(obtained: Obtained, ask: Ask) -> bool:
    """Whether the client's action and its date are known: as written, or as they were asked for."""
    planned = {ObtainedKind.PRIMARY: ask.primary, ObtainedKind.FALLBACK: ask.fallback}
    asked_for = None if obtained.which is None else planned.get(obtained.which)
    action = obtained.action.strip() or (asked_for.action.strip() if asked_for else "")
    by = obtained.by or (asked_for.by if asked_for else None)
    return bool(action) and by is not None


def has_next_step(plan: Plan, client: Client, others: Iterable[Plan], today: dt.date) -> bool:
    """Whether anything follows from the call of a plan, as far as is known on `today`.

    That is an action obtained with a date, something to follow up, a promise of either side made in it, a
    coming call (today's too) or a planned touch. `others` are the client's other plans.
    """
    reflection = plan.reflection
    if names_action(reflection.obtained, plan.ask) or any(row.what.strip() for row in reflection.follow_ups):
        return True
    if any(promise.text.strip() for promise in promises_of(client, plan.id)):
        return True
    return next_touch_on(client, today) is not None or any(_is_coming(other, today) for other in others)


def _is_coming(plan: Plan, today: dt.date) -> bool:
    day = planned_day(plan.call)
    return day is not None and day >= today and plan.call.happened not in NOT_HELD
