"""Inquiries that wait: they came to us, and nothing of ours came after it."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from planner.coaching.week.calls_now import CallsNow, day_of_held_call
from planner.coaching.week.local_days import local_day
from planner.model.names import name_key
from planner.model.plan_summary import PlanSummary
from planner.model.terms import Side, TouchOutcome
from planner.model.touch import Touch

_UNANSWERED = (None, TouchOutcome.NO_ANSWER)
_THEM = Side.THEM  # looked up once, for speed


class _Inquiry(msgspec.Struct, frozen=True):
    """An inquiry by its place among the touches, its day, and its moment in seconds since 1970, where known.

    `ahead` is one noted by a clock that ran ahead: its day or moment has not come.
    """

    place: int
    day: dt.date | None
    moment: float | None
    ahead: bool


def waiting_inquiries(touches: Sequence[Touch], calls: CallsNow, now: dt.datetime) -> list[Touch]:
    """Return the inquiries that wait at `now`, in the list's order; of each person who wrote the first alone.

    None waits while a call comes up, whoever asked for it. Else one is answered by a touch of ours or a call
    held after it; on the same day, where an hour is not known, too. An inquiry without a day is answered by
    any call held, and by touches that stand after it; by these also one noted by a clock that ran ahead. One
    that ended as more than unanswered, as when they rang and we spoke, never waits.
    """
    if calls.coming:
        return []
    asked = [place for place, touch in enumerate(touches) if touch.from_ is _THEM and _asks(touch)]
    waiting: dict[str, Touch] = {}
    for place in asked:
        if not _is_answered(_inquiry_at(place, touches[place], now), touches, calls, now):
            waiting.setdefault(name_key(touches[place].with_whom), touches[place])
    return list(waiting.values())


def _asks(touch: Touch) -> bool:
    return touch.is_done and touch.outcome in _UNANSWERED


def _inquiry_at(place: int, touch: Touch, now: dt.datetime) -> _Inquiry:
    moment = touch.done_at
    if moment is None:
        ahead = touch.done_on is not None and touch.done_on > now.date()
        return _Inquiry(place, touch.done_on, None, ahead)
    seconds = moment.timestamp()
    return _Inquiry(place, local_day(moment, now), seconds, seconds > now.timestamp())


def _is_answered(inquiry: _Inquiry, touches: Sequence[Touch], calls: CallsNow, now: dt.datetime) -> bool:
    for place in reversed(range(len(touches))):  # the latest stands last, mostly
        touch = touches[place]
        if touch.from_ is not _THEM and touch.is_done and _touch_answers(touch, place, inquiry, now):
            return True
    return any(_call_answers(plan, inquiry, now) for plan in calls.held)


def _touch_answers(touch: Touch, place: int, inquiry: _Inquiry, now: dt.datetime) -> bool:
    stands_after = place > inquiry.place
    if inquiry.day is None or (inquiry.ahead and stands_after):
        return stands_after
    if touch.done_at is None:
        return stands_after if touch.done_on is None else touch.done_on >= inquiry.day
    if inquiry.moment is None:
        return local_day(touch.done_at, now) >= inquiry.day
    return touch.done_at.timestamp() >= inquiry.moment


def _call_answers(plan: PlanSummary, inquiry: _Inquiry, now: dt.datetime) -> bool:
    day = day_of_held_call(plan, now)
    if inquiry.day is None:
        return True
    if day is None or day != inquiry.day or plan.starts is None or inquiry.moment is None:
        return day is not None and day >= inquiry.day
    return local_day(plan.starts, now) != day or plan.starts.timestamp() >= inquiry.moment
