"""Today: what can't wait, client by client, and the order in which all of it is shown.

docs/today.md says what is on it and when a line goes.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from planner.coaching.check.thresholds import Thresholds
from planner.coaching.week.calls_now import CallsNow, calls_now, day_of_held_call
from planner.coaching.week.due_promises import is_theirs, promises_due
from planner.coaching.week.local_days import local_day, next_working_day
from planner.coaching.week.meant import last_reviewed, meant_and_not_taken_up
from planner.coaching.week.silence import silence_of
from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.coaching.week.waiting import waiting_inquiries
from planner.model.client_summary import ClientSummary
from planner.model.plan_summary import PlanSummary
from planner.model.terms import Side
from planner.model.touch import Touch

_KINDS = {kind: place for place, kind in enumerate(TodayKind)}
_LATEST_FIRST = frozenset({TodayKind.REFLECT, TodayKind.DIFFERENTLY})
_NOT_RANKED = 1 << 30
_THEM = Side.THEM  # looked up once: finding a member takes longer than all else asked of a touch


def lines_of(
    client: ClientSummary, plans: Sequence[PlanSummary], now: dt.datetime, thresholds: Thresholds
) -> tuple[TodayLine, ...]:
    """Return what can't wait with one client at `now`, which has a zone; `plans` are all of that client's.

    Days are those of the clock that `now` is told by. Of an archived client there are only its calls. The
    lines come kind by kind; `in_today_order` sorts those of all clients.
    """
    calls = calls_now(plans, now)
    lines = [*_coming(client, calls, now)] if calls.coming else []
    if calls.to_review:
        lines += _to_review(client, calls, now)
    if client.archived:
        return tuple(lines)
    waiting = waiting_inquiries(client.touches, calls, now) if client.touches else []
    lines += [_inquiry(client, touch, now) for touch in waiting]
    if client.promises:
        lines += _promises(client, plans, calls, now)
    if client.touches:
        lines += _touches_due(client, now.date())
    if client.dream_client and not waiting:  # who waits for our call needs no other reason for one
        lines += _quiet(client, calls, now, thresholds.outreach_days)
    if calls.reviewed:
        lines += _differently(client, calls, now)
    return tuple(lines)


def in_today_order(lines: Iterable[TodayLine], now: dt.datetime) -> list[TodayLine]:
    """Return the lines of all clients in the order of what can't wait: kind by kind, as in `TodayKind`.

    First come the inquiry that waits longest, the call under way, then the nearest, the call held last, what
    was due first, who was never reached, then the longest silence. What is equally urgent goes by the Dream
    list, then by name.
    """
    seconds = now.timestamp()
    return sorted(lines, key=lambda line: _urgency(line, seconds))


def _urgency(line: TodayLine, now: float) -> tuple[int, bool, int, float, int, str, str]:
    day = line.due.toordinal() if line.due else 0
    moment = line.moment.timestamp() if line.moment else float("-inf")
    under_way = line.kind is TodayKind.CALL and line.moment is not None and moment <= now
    if line.kind in _LATEST_FIRST:
        day, moment = -day, -moment
    rank = _NOT_RANKED if line.dream_rank is None else line.dream_rank
    return _KINDS[line.kind], not under_way, day, moment, rank, line.client.casefold(), line.text


def _line(
    kind: TodayKind,
    client: ClientSummary,
    text: str,
    due: dt.date | None,
    *,
    plan: PlanSummary | None = None,
    touch: Touch | None = None,
    moment: dt.datetime | None = None,
    since: dt.date | None = None,
) -> TodayLine:
    return TodayLine(
        kind=kind,
        client_id=client.id,
        client=client.name,
        text=text,
        due=due,
        moment=moment,
        plan_id=plan.id if plan else touch.plan_id if touch else "",
        touch_id=touch.id if touch else "",
        dream_client=client.dream_client,
        dream_rank=client.dream_rank,
        plan=plan,
        touch=touch,
        since=since,
    )


def _coming(client: ClientSummary, calls: CallsNow, now: dt.datetime) -> Iterator[TodayLine]:
    """Yield the calls under way and to come, to the end of the next working day."""
    last_day = next_working_day(now.date())
    for day, plan in calls.coming:
        if day <= last_day:
            yield _line(TodayKind.CALL, client, plan.title, day, plan=plan, moment=plan.starts)


def _to_review(client: ClientSummary, calls: CallsNow, now: dt.datetime) -> Iterator[TodayLine]:
    for plan in calls.to_review:
        day = day_of_held_call(plan, now)
        yield _line(TodayKind.REFLECT, client, plan.title, day, plan=plan, moment=plan.starts)


def _inquiry(client: ClientSummary, touch: Touch, now: dt.datetime) -> TodayLine:
    day = local_day(touch.done_at, now) if touch.done_at else touch.done_on
    text = touch.note or touch.value_offered
    return _line(TodayKind.INQUIRY, client, text, day, touch=touch, moment=touch.done_at)


def _promises(
    client: ClientSummary, plans: Sequence[PlanSummary], calls: CallsNow, now: dt.datetime
) -> Iterator[TodayLine]:
    for promise in promises_due(client.promises, now.date()):
        made_in = next((plan for plan in plans if plan.id == promise.from_plan), None)
        kind = TodayKind.PROMISE_THEIRS if is_theirs(promise) else TodayKind.PROMISE_OURS
        yield replace(
            _line(kind, client, promise.text, promise.due, plan=made_in),
            plan_id=promise.from_plan,
            promise=promise,
            since=day_of_held_call(made_in, now) if made_in else None,
            next_call=calls.coming[0][0] if calls.coming else None,
        )


def _touches_due(client: ClientSummary, today: dt.date) -> Iterator[TodayLine]:
    for touch in client.touches:
        planned = touch.planned_on
        if planned is None or planned > today or touch.from_ is _THEM or touch.is_done:
            continue
        line = _line(TodayKind.TOUCH, client, touch.value_offered or touch.note, planned, touch=touch)
        together = _laid_out_with(touch, client.touches)
        yield replace(line, sequence=together) if together else line


def _laid_out_with(touch: Touch, touches: Iterable[Touch]) -> tuple[Touch, ...]:
    """Return the touches of the same sequence in their order, this one among them; () without one."""
    if not touch.sequence_id:
        return ()
    together = [other for other in touches if other.sequence_id == touch.sequence_id]
    return tuple(sorted(together, key=lambda other: other.planned_on or other.day_done or dt.date.max))


def _quiet(client: ClientSummary, calls: CallsNow, now: dt.datetime, days: int) -> Iterator[TodayLine]:
    silence = silence_of(client, calls, now, days)
    if silence is not None:
        yield _line(TodayKind.QUIET, client, client.why_dream, silence.since)


def _differently(client: ClientSummary, calls: CallsNow, now: dt.datetime) -> Iterator[TodayLine]:
    last = last_reviewed(calls)
    if last is None:
        return
    for text in meant_and_not_taken_up(last, calls):
        day = day_of_held_call(last, now)
        yield _line(TodayKind.DIFFERENTLY, client, text, day, plan=last, since=day)
