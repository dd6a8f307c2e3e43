"""Inquiries that wait: they came to us, and nothing of ours came after it."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from planner.coaching.week.calls_now import CallsNow, day_of_held_call
from planner.coaching.week.local_days import local_day
from planner.model.names import name_key
from planner.model.plan_summary import PlanSummary
from planner.model.terms import TouchOutcome
from planner.model.touch import Touch

_UNANSWERED = (None, TouchOutcome.NO_ANSWER)


class _Event(msgspec.Struct, frozen=True):
    """Something that happened with the client, with its day, and its place if it is a touch.

    `moment` is in seconds since 1970, so that moments of one place compare across a change of its clock.
    """

    day: dt.date | None
    moment: float | None = None
    place: int | None = None


def waiting_inquiries(touches: Sequence[Touch], calls: CallsNow, now: dt.datetime) -> list[Touch]:
    """Return the inquiries that wait at `now`, in the list's order; of each person who wrote the first alone.

    None waits while a call comes up, whoever asked for it. Else one is answered by a touch of ours or a call
    held after it; on the same day, where an hour is not known, too. An inquiry without a day is answered by
    any call, and by touches that stand after it; so is one noted by a clock that ran ahead. One that ended as
    more than unanswered, as when they rang and we spoke, never waits.
    """
    asked = [(place, touch) for place, touch in enumerate(touches) if _asks(touch)]
    if not asked or calls.coming:
        return []
    ours = [
        _of_touch(touch, now, place)
        for place, touch in enumerate(touches)
        if touch.is_done and not touch.is_inquiry
    ]
    answers = ours + [_of_call(plan, now) for plan in calls.held]
    waiting: dict[str, Touch] = {}
    for place, touch in asked:
        inquiry = _of_touch(touch, now, place)
        if not any(_answers(event, inquiry, now) for event in answers):
            waiting.setdefault(name_key(touch.with_whom), touch)
    return list(waiting.values())


def _asks(touch: Touch) -> bool:
    return touch.is_inquiry and touch.is_done and touch.outcome in _UNANSWERED


def _of_touch(touch: Touch, now: dt.datetime, place: int) -> _Event:
    moment = touch.done_at
    if moment is None:
        return _Event(touch.done_on, place=place)
    return _Event(local_day(moment, now), moment.timestamp(), place)


def _of_call(plan: PlanSummary, now: dt.datetime) -> _Event:
    day = day_of_held_call(plan, now)
    at_its_time = plan.starts is not None and local_day(plan.starts, now) == day
    return _Event(day, plan.starts.timestamp() if plan.starts and at_its_time else None)


def _answers(event: _Event, inquiry: _Event, now: dt.datetime) -> bool:
    stands_after = event.place is not None and inquiry.place is not None and event.place > inquiry.place
    if inquiry.day is None:
        return stands_after or event.place is None
    ahead = inquiry.day > now.date() or (inquiry.moment or 0) > now.timestamp()
    if event.day is None or (ahead and stands_after):
        return stands_after
    if event.day == inquiry.day and event.moment is not None and inquiry.moment is not None:
        return event.moment >= inquiry.moment
    return event.day >= inquiry.day
