"""How long a Dream Client has not heard from us."""

import datetime as dt

import msgspec

from planner.coaching.week.calls_now import CallsNow, day_of_held_call, is_of_ours
from planner.model.client_summary import ClientSummary
from planner.model.terms import Side

_THEM = Side.THEM  # looked up once, for speed


class Silence(msgspec.Struct, frozen=True):
    """A client has not heard from us for long; what they wrote to us does not count.

    `since` is the last day of a touch of ours, answered or not, or of a held call that we asked for; None if
    no such day is known.
    """

    since: dt.date | None


def silence_of(client: ClientSummary, calls: CallsNow, now: dt.datetime, days: int) -> Silence | None:
    """Return the silence if the client has not heard from us for more than so many days; else None.

    None, too, if a touch of ours is planned, for whichever day, or a call that we asked for comes up. They
    heard from us by a touch of ours, and by a call that we asked for and that was held; what was noted by a
    clock that ran ahead was done by today.
    """
    if any(is_of_ours(plan) for _day, plan in calls.coming):
        return None
    enough = now.date() - dt.timedelta(days=days)
    last: dt.date | None = None
    for touch in client.touches:
        if touch.from_ is _THEM:
            continue
        day = touch.day_done
        if day is None and not touch.is_done:
            return None
        if day is not None and (last is None or day > last):
            if day >= enough:
                return None
            last = day
    reached = [day_of_held_call(plan, now) for plan in calls.held if is_of_ours(plan)]
    last = max((day for day in (last, *reached) if day is not None), default=None)
    return Silence(last) if last is None or last < enough else None
