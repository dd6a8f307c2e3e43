"""What happened with a client, on one line of time, and what is to come."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import msgspec

from planner.coaching.check.past import day_of, was_held
from planner.coaching.progress import is_over, looked_back
from planner.model.call import NOT_HELD, day_held, planned_day
from planner.model.client import Client, NewsItem, Promise
from planner.model.fields import is_blank
from planner.model.plan import Plan
from planner.model.reflection import Reflection
from planner.model.terms import Side
from planner.model.touch import Touch
from planner.translation import N_, _
from planner.wording.lists import comma_list
from planner.wording.text import joined, one_line

_KEPT_BY = {Side.US: N_("kept by us"), Side.THEM: N_("kept by them"), None: N_("kept")}


class TimelineKind(StrEnum):
    """What an entry of the timeline tells of. The values are those of `client --json`."""

    CALL = "call"
    TOUCH = "touch"
    INQUIRY = "inquiry"
    REFLECTION = "reflection"
    NEWS = "news"
    PROMISE = "promise"


class TimelineEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened with a client, or is to come; `on` is None where its day is not known.

    `text` says it as the person wrote it: a call's title, what a touch gave them, what they agreed to, a
    promise; "" if nothing is written. `detail` says how: people, channel, outcome, source; "" for nothing.
    `plan_id` is the plan of a call or review, the one that came of a touch, or that of the call a promise was
    made in; `touch_id` is the touch's. Each is "" where there is none.
    """

    on: dt.date | None
    kind: TimelineKind
    text: str = ""
    detail: str = ""
    plan_id: str = ""
    touch_id: str = ""


_Placed = tuple[dt.datetime, TimelineEntry]
"""An entry with the moment it sorts by: its hour where that is known, else the start of its day."""


def timeline_of(client: Client, plans: Sequence[Plan], now: dt.datetime) -> tuple[TimelineEntry, ...]:
    """Return what happened with the client up to `now` (with zone), the latest first, undated entries last.

    That is calls that are over, reviews of them, touches, inquiries, news and promises kept. A call that was
    moved, cancelled or that nobody came to is among them, and says so. `plans` are all plans of the client.
    """
    over = [plan for plan in plans if not _is_to_come(plan, now)]
    past = (
        *(_placed(plan.call.starts, _call(plan, now)) for plan in over),
        *(_placed(plan.call.starts, _review(plan, now)) for plan in over if looked_back(plan)),
        *(_placed(touch.done_at, _touch(touch, touch.day_done)) for touch in _done(client)),
        *(_placed(None, _news(item)) for item in client.news if not is_blank(item)),
        *(_placed(None, _promise(promise)) for promise in client.promises if _is_kept(promise)),
    )
    earliest_first = sorted(past, key=_moment_of)
    # Turned round as a whole: a review comes after its call, and what was written later on one day is later.
    return tuple(entry for _moment, entry in earliest_first[::-1])


def coming_of(client: Client, plans: Sequence[Plan], now: dt.datetime) -> tuple[TimelineEntry, ...]:
    """Return the client's calls to come and planned touches, the nearest first, undated calls last.

    A call under way is to come until it is over; a touch that is overdue is still planned, and comes first.
    """
    coming = (
        *(_placed(plan.call.starts, _call(plan, now), dt.date.max) for plan in _to_come(plans, now)),
        *(_placed(None, _touch(touch, touch.planned_on)) for touch in client.touches if not touch.is_done),
    )
    return tuple(entry for _moment, entry in sorted(coming, key=_moment_of))


def _to_come(plans: Iterable[Plan], now: dt.datetime) -> Iterator[Plan]:
    return (plan for plan in plans if _is_to_come(plan, now))


def _is_to_come(plan: Plan, now: dt.datetime) -> bool:
    call = plan.call
    if call.happened in NOT_HELD or was_held(plan, now.date()):
        return False
    return not is_over(call.starts, call.minutes, now, day=call.day)


def _done(client: Client) -> Iterator[Touch]:
    return (touch for touch in client.touches if touch.is_done and not is_blank(touch))


def _is_kept(promise: Promise) -> bool:
    return promise.kept_on is not None and bool(promise.text.strip())


def _moment_of(placed: _Placed) -> dt.datetime:
    return placed[0]


def _placed(moment: dt.datetime | None, entry: TimelineEntry, undated: dt.date = dt.date.min) -> _Placed:
    """Return an entry with what it sorts by, on its own clock; `undated` stands for a day not known.

    The hour counts only where it is one of the entry's own day.
    """
    hour = moment.time() if moment is not None and moment.date() == entry.on else dt.time.min
    return dt.datetime.combine(entry.on or undated, hour), entry


def _call(plan: Plan, now: dt.datetime) -> TimelineEntry:
    call = plan.call
    people = comma_list(one_line(person.contact) for person in call.attendees if person.contact.strip())
    became = _(call.happened) if call.happened in NOT_HELD else ""
    channel = _(call.channel) if call.channel else ""
    held = was_held(plan, now.date())
    return TimelineEntry(
        on=day_held(day_of(plan), now.date()) if held else planned_day(call),
        kind=TimelineKind.CALL,
        text=one_line(call.title),
        detail=joined((became, channel, people)),
        plan_id=plan.id,
    )


def _review(plan: Plan, now: dt.datetime) -> TimelineEntry:
    """Return what came of a call: what they agreed to, how it ended, and what to do differently."""
    reflection = plan.reflection
    return TimelineEntry(
        on=day_held(day_of(plan), now.date()),
        kind=TimelineKind.REFLECTION,
        text=_agreed(reflection),
        detail=joined(
            (
                _(reflection.outcome) if reflection.outcome else "",
                one_line(reflection.differently),
            )
        ),
        plan_id=plan.id,
    )


def _agreed(reflection: Reflection) -> str:
    """Return who at the client agreed to do what: `Sam Achebe: invites the works council`."""
    obtained = reflection.obtained
    return joined((one_line(obtained.actor), one_line(obtained.action)), ": ")


def _touch(touch: Touch, on: dt.date | None) -> TimelineEntry:
    channel = _(touch.channel) if touch.channel else ""
    outcome = _(touch.outcome) if touch.outcome else ""
    value, note = one_line(touch.value_offered), one_line(touch.note)
    return TimelineEntry(
        on=on,
        kind=TimelineKind.INQUIRY if touch.is_inquiry else TimelineKind.TOUCH,
        text=value or note,
        detail=joined((channel, one_line(touch.with_whom), outcome, note if value else "")),
        plan_id=touch.plan_id,
        touch_id=touch.id,
    )


def _news(item: NewsItem) -> TimelineEntry:
    return TimelineEntry(
        on=item.date, kind=TimelineKind.NEWS, text=one_line(item.text), detail=one_line(item.source)
    )


def _promise(promise: Promise) -> TimelineEntry:
    return TimelineEntry(
        on=promise.kept_on,
        kind=TimelineKind.PROMISE,
        text=one_line(promise.text),
        detail=_(_KEPT_BY[promise.by]),
        plan_id=promise.from_plan,
    )
