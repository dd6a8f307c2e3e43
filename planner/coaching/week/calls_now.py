"""A client's calls as they stand at one moment: to come, to review, held, without a day."""

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from planner.coaching.progress import is_over
from planner.coaching.week.local_days import local_day
from planner.model.call import NOT_HELD, day_held
from planner.model.plan_summary import PlanSummary
from planner.model.terms import Happened, Side

_ANY_ZONE = dt.timedelta(days=2)
"""A day told by any clock is less far than this from the same moment's day by another."""


class CallsNow(msgspec.Struct, frozen=True):
    """The client's calls by what they need; those moved, cancelled or missed by the client are left out.

    `coming` are under way or to come, each with its day, nearest first. `to_review` are over or said to be
    held, and not yet reviewed. `held` are these and the `reviewed` ones. `undated` have no day yet.
    """

    coming: tuple[tuple[dt.date, PlanSummary], ...] = ()
    to_review: tuple[PlanSummary, ...] = ()
    reviewed: tuple[PlanSummary, ...] = ()
    undated: tuple[PlanSummary, ...] = ()

    @property
    def held(self) -> tuple[PlanSummary, ...]:
        """The calls that took place, reviewed or not."""
        return self.to_review + self.reviewed


_NO_CALLS = CallsNow()


def calls_now(plans: Iterable[PlanSummary], now: dt.datetime) -> CallsNow:
    """Return how the calls of these plans stand at `now`, which has a zone: days are those of its clock."""
    if not plans:
        return _NO_CALLS
    coming: list[tuple[dt.date, float, str, PlanSummary]] = []
    to_review, reviewed, undated = [], [], []
    for plan in plans:
        if plan.happened is not None and plan.happened in NOT_HELD:
            continue
        if plan.outcome is not None:
            reviewed.append(plan)
        elif _is_held(plan, now):
            to_review.append(plan)
        elif (day := _planned_day(plan, now)) is not None:
            coming.append((day, plan.starts.timestamp() if plan.starts else float("-inf"), plan.id, plan))
        else:
            undated.append(plan)
    coming.sort(key=_nearest_first)
    nearest = tuple((day, plan) for day, _moment, _id, plan in coming)
    return CallsNow(nearest, tuple(to_review), tuple(reviewed), tuple(undated))


def day_of_held_call(plan: PlanSummary, now: dt.datetime) -> dt.date | None:
    """Return the day of a call that was held, never one to come; None if no day is known."""
    return day_held(plan.held_on or _planned_day(plan, now), now.date())


def is_of_ours(plan: PlanSummary) -> bool:
    """Whether we asked for the call; where nothing is said, we did."""
    return plan.initiated_by is not Side.THEM


def in_order_held(plans: Iterable[PlanSummary], now: dt.datetime) -> Sequence[PlanSummary]:
    """Return calls by the day they were held, oldest first; those of no known day last."""
    return sorted(plans, key=lambda plan: _place_held(plan, now))


def _place_held(plan: PlanSummary, now: dt.datetime) -> tuple[dt.date, float, str]:
    moment = plan.starts.timestamp() if plan.starts else float("-inf")
    return day_of_held_call(plan, now) or dt.date.max, moment, plan.id


def _nearest_first(call: tuple[dt.date, float, str, PlanSummary]) -> tuple[dt.date, float, str]:
    return call[:3]


def _is_held(plan: PlanSummary, now: dt.datetime) -> bool:
    """Whether a call not reviewed was held: it is said to be, or its time is over."""
    today = now.date()
    if plan.happened is Happened.HELD or (plan.held_on is not None and plan.held_on <= today):
        return True
    if plan.starts is None:
        return plan.day is not None and plan.day < today
    # By UTC, for between two moments of one place the hour of a changed clock would be forgotten.
    return plan.starts.date() <= today + _ANY_ZONE and is_over(
        plan.starts, plan.minutes, now.astimezone(dt.UTC)
    )


def _planned_day(plan: PlanSummary, now: dt.datetime) -> dt.date | None:
    return local_day(plan.starts, now) if plan.starts else plan.day
