"""Which plans come first: the one order that the window's list and the command line share."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from itertools import chain

from planner.coaching.progress import is_over
from planner.model.call import NOT_HELD
from planner.model.plan_summary import PlanSummary
from planner.model.terms import Happened
from planner.translation import N_


class PlanGroup(StrEnum):
    """The heading under which a list shows a plan, in the order of the headings; translated when shown."""

    COMING_UP = N_("Coming up")
    HELD = N_("Held, not yet reviewed")
    EARLIER = N_("Earlier")


def group_of(summary: PlanSummary, now: dt.datetime) -> PlanGroup:
    """Return the heading a plan belongs under at `now`.

    `EARLIER` with an outcome, or if it was moved, cancelled or nobody came; else `HELD` if the call is over,
    or was held before its time; else `COMING_UP`, also without a date.
    """
    if summary.outcome is not None or summary.happened in NOT_HELD:
        return PlanGroup.EARLIER
    if summary.happened is Happened.HELD:
        return PlanGroup.HELD
    over = is_over(summary.starts, summary.minutes, now, day=summary.day)
    led = summary.held_on is not None and summary.held_on <= now.date()
    return PlanGroup.HELD if over or led else PlanGroup.COMING_UP


def grouped(summaries: Iterable[PlanSummary], now: dt.datetime) -> dict[PlanGroup, list[PlanSummary]]:
    """Return the plans under their headings, in order; a heading without plans is left out.

    `Coming up` begins with the call under way or next; any other heading with the latest call, by the day it
    was held where that is another than planned. A day without a time counts as its beginning, plans without a
    date come last. Plans of the same moment are ordered by client and title.
    """
    groups: dict[PlanGroup, list[PlanSummary]] = {group: [] for group in PlanGroup}
    for summary in sorted(summaries, key=_by_name):
        groups[group_of(summary, now)].append(summary)
    for group, plans in groups.items():
        plans.sort(key=_next_first if group is PlanGroup.COMING_UP else _latest_first)
    return {group: plans for group, plans in groups.items() if plans}


def in_order(summaries: Iterable[PlanSummary], now: dt.datetime) -> list[PlanSummary]:
    """Return all plans in the order of the list: heading after heading, as `grouped` sorts them."""
    return list(chain.from_iterable(grouped(summaries, now).values()))


def last_held(summaries: Iterable[PlanSummary], now: dt.datetime) -> PlanSummary | None:
    """Return the plan of the last call held by `now`; None if none was held."""
    held = [
        summary
        for summary in summaries
        if summary.happened not in NOT_HELD and group_of(summary, now) is not PlanGroup.COMING_UP
    ]
    return min(sorted(held, key=_by_name), key=_latest_first, default=None)


def _by_name(summary: PlanSummary) -> tuple[str, str, str]:
    return summary.client.casefold(), summary.title.casefold(), summary.id


def _next_first(summary: PlanSummary) -> float:
    return _moment(summary.starts, summary.day)


def _latest_first(summary: PlanSummary) -> float:
    """Return what sorts by the call's moment, or by the day it was held where that is another."""
    held = summary.held_elsewhen
    moment = _moment(summary.starts, summary.day) if held is None else _moment(None, held)
    return moment if moment == float("inf") else -moment


def _moment(starts: dt.datetime | None, day: dt.date | None) -> float:
    """Return what sorts by the start, or else by the beginning of the day; infinity for neither."""
    if starts is not None:
        return starts.timestamp()
    return float("inf") if day is None else dt.datetime.combine(day, dt.time(), dt.UTC).timestamp()
