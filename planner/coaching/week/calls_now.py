"""A client's calls as they stand at one moment: to come, to review, reviewed, without a day."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from planner.coaching.progress import is_over
from planner.coaching.week.local_days import local_day
from planner.model.call import NOT_HELD, day_held
from planner.model.placed_time import named_place
from planner.model.plan_summary import PlanSummary
from planner.model.terms import Happened, Side

ANY_ZONE = dt.timedelta(days=2)
"""A day told by any clock is less far than this from the same moment's day by another."""
_A_DAY = 24 * 60 * 60
_THE_FIRST_OF_1970 = dt.date(1970, 1, 1).toordinal()
_UNKNOWN = float("inf")
_THEM, _HELD = Side.THEM, Happened.HELD  # looked up once, for speed


class CallsNow(msgspec.Struct, frozen=True):
    """The client's calls by what they need; those moved, cancelled or missed by the client are left out.

    `coming` are under way or to come, each with its day, nearest first; a day without a time comes before the
    times of that day. `to_review` are over or said to be held, and not yet reviewed. `undated` have no day.
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


def calls_now(plans: Sequence[PlanSummary], now: dt.datetime) -> CallsNow:
    """Return how the calls of these plans stand at `now`, which has a zone: days are those of its clock."""
    if not plans:
        return _NO_CALLS
    coming: list[tuple[dt.date, PlanSummary]] = []
    to_review, reviewed, undated = [], [], []
    # In UTC, for two moments told by one place's clock compare as its hands stand, before a change and after.
    instant = now.astimezone(dt.UTC) if named_place(now) else now
    for plan in plans:
        if plan.happened is not None and plan.happened in NOT_HELD:
            continue
        if plan.outcome is not None:
            reviewed.append(plan)
        elif _is_held(plan, now, instant):
            to_review.append(plan)
        elif (day := local_day(plan.starts, now) if plan.starts else plan.day) is not None:
            coming.append((day, plan))
        else:
            undated.append(plan)
    if len(coming) > 1:
        coming.sort(key=_nearest_first)
    return CallsNow(tuple(coming), tuple(to_review), tuple(reviewed), tuple(undated))


def day_of_held_call(plan: PlanSummary, now: dt.datetime) -> dt.date | None:
    """Return the day of a call that was held, never one to come; None if no day is known."""
    day = plan.held_on or (local_day(plan.starts, now) if plan.starts else plan.day)
    return day_held(day, now.date())


def moment_held(plan: PlanSummary) -> float:
    """Return when a held call began, in seconds since 1970, to compare with others; infinity if unknown.

    The beginning of the day stands for an hour that is not known.
    """
    starts, held_on = plan.starts, plan.held_on
    if starts is not None and (held_on is None or held_on == starts.date()):
        return starts.timestamp()
    day = held_on or plan.day
    return _UNKNOWN if day is None else float((day.toordinal() - _THE_FIRST_OF_1970) * _A_DAY)


def is_of_ours(plan: PlanSummary) -> bool:
    """Whether we asked for the call; where nothing is said, we did."""
    return plan.initiated_by is not _THEM


def _nearest_first(call: tuple[dt.date, PlanSummary]) -> tuple[dt.date, float, str]:
    day, plan = call
    return day, plan.starts.timestamp() if plan.starts else -_UNKNOWN, plan.id


def _is_held(plan: PlanSummary, now: dt.datetime, instant: dt.datetime) -> bool:
    """Whether a call not reviewed was held: it is said to be, or its time is over."""
    today, starts = now.date(), plan.starts
    if plan.happened is _HELD or (plan.held_on is not None and plan.held_on <= today):
        return True
    if starts is None:
        return plan.day is not None and plan.day < today
    return starts.date() <= today + ANY_ZONE and is_over(starts, plan.minutes, instant)
