"""The calls of one day, for the sheet that lies open on the car seat."""

import datetime as dt
from collections.abc import Iterable

from planner.coaching.week.local_days import local_day
from planner.model.call import NOT_HELD
from planner.model.plan_summary import PlanSummary


def calls_on(day: dt.date, plans: Iterable[PlanSummary], now: dt.datetime) -> list[PlanSummary]:
    """Return the plans whose calls are on this day by the clock that `now` is told by, the first call first.

    Calls without a time come last, by the client's name. What was moved, cancelled or missed by the client is
    left out.
    """
    there = [plan for plan in plans if plan.happened not in NOT_HELD and _day_of_call(plan, now) == day]
    return sorted(there, key=_first_first)


def _day_of_call(plan: PlanSummary, now: dt.datetime) -> dt.date | None:
    return local_day(plan.starts, now) if plan.starts else plan.day


def _first_first(plan: PlanSummary) -> tuple[bool, float, str, str]:
    moment = plan.starts.timestamp() if plan.starts else 0.0
    return plan.starts is None, moment, plan.client.casefold(), plan.id
