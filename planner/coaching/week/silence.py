"""How long a Dream Client has not heard from us."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from planner.coaching.week.calls_now import CallsNow, day_of_held_call, is_of_ours
from planner.model.client_summary import ClientSummary
from planner.model.touch import Touch


class Silence(msgspec.Struct, frozen=True):
    """A client has gone quiet. `since` is the day we last reached them, None if no such day is known."""

    since: dt.date | None


def silence_of(client: ClientSummary, calls: CallsNow, now: dt.datetime, days: int) -> Silence | None:
    """Return the silence if the client has not heard from us for more than so many days; else None.

    None, too, if a touch of ours is planned, for whichever day, or a call that we asked for comes up. They
    heard from us by a touch of ours, and by a call that we asked for and that was held; what was noted by a
    clock that ran ahead was done by today.
    """
    if any(is_of_ours(plan) for _day, plan in calls.coming) or any(map(_is_planned, client.touches)):
        return None
    today = now.date()
    touched = _last_touched(client.touches)
    if touched is not None and (today - touched).days <= days:
        return None
    reached = [day_of_held_call(plan, now) for plan in calls.held if is_of_ours(plan)]
    last = max((day for day in (touched, *reached) if day is not None), default=None)
    return Silence(last) if last is None or (today - last).days > days else None


def _is_planned(touch: Touch) -> bool:
    return touch.planned_on is not None and not touch.is_inquiry and not touch.is_done


def _last_touched(touches: Iterable[Touch]) -> dt.date | None:
    days = [touch.day_done for touch in touches if not touch.is_inquiry]
    return max((day for day in days if day is not None), default=None)
