"""What is stored for a line of Today, each with what it is called in the undo menu; no Qt."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from planner.coaching.week.acts import (
    with_differently_dropped,
    with_happened,
    with_promise_due,
    with_promise_kept,
    with_touch_done,
    with_touch_moved,
    with_touch_planned,
)
from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.desktop.ports import Plans
from planner.desktop.today.library_changes import (
    ChangeClient,
    ChangePlan,
    LibraryChange,
    change_client,
    change_plan,
    new_plan_for,
    on_day,
    plan_for_inquiry,
    take_up,
)
from planner.desktop.today.today_keys import TodayWish
from planner.model.client import Client
from planner.model.ids import new_id
from planner.model.plan import Plan
from planner.model.terms import Happened
from planner.model.touch import Touch
from planner.translation import N_, _
from planner.wording.days import day_text
from planner.wording.text import one_line

Work = Callable[[Plans], LibraryChange]
"""Changes the library, on any thread, and returns what it changed; a PlannerError says why not."""
Called = tuple[str, Work]
"""What an act is called, `keep “Send the list”`, and the act."""

_NOT_HELD = {
    TodayWish.MOVED: (Happened.MOVED, N_("note that the call with {client} was moved")),
    TodayWish.CANCELLED: (Happened.CANCELLED, N_("note that the call with {client} was cancelled")),
    TodayWish.NOBODY_CAME: (Happened.NOBODY_CAME, N_("note that nobody came to the call with {client}")),
}


def done(line: TodayLine, now: dt.datetime) -> Called:
    """Return the act that notes a promise as kept today, or a touch as done now."""
    if line.kind is TodayKind.TOUCH:
        words = _("reach out to {client}").format(client=one_line(line.client))
        return words, _client(line, partial(_with_touch_done, line.touch_id, now))
    words = _("keep “{text}”").format(text=one_line(line.text))
    return words, _client(line, partial(_with_promise_kept, line, now.date()))


def put_off(line: TodayLine, day: dt.date) -> Called:
    """Return the act that moves a promise, touch or call to the day; for a quiet client it plans a touch."""
    named = day_text(day, day)
    if line.kind in {TodayKind.CALL, TodayKind.REFLECT}:
        words = _("move the call with {client} to {day}").format(client=one_line(line.client), day=named)
        return words, _plan(line, partial(_on_day, day))
    if line.kind is TodayKind.QUIET:
        words = _("plan a touch with {client} on {day}").format(client=one_line(line.client), day=named)
        return words, _client(line, partial(_with_touch_planned, day, new_id()))
    if line.kind is TodayKind.TOUCH:
        words = _("move the touch with {client} to {day}").format(client=one_line(line.client), day=named)
        return words, _client(line, partial(_with_touch_moved, line.touch_id, day))
    words = _("move “{text}” to {day}").format(text=one_line(line.text), day=named)
    return words, _client(line, partial(_with_promise_due, line, day))


def not_held(line: TodayLine, wish: TodayWish) -> Called:
    """Return the act that notes that the call was moved, cancelled, or that nobody came."""
    happened, words = _NOT_HELD[wish]
    change = partial(_with_happened, happened)
    return _(words).format(client=one_line(line.client)), _plan(line, change)


def inquiry_answered(line: TodayLine, now: dt.datetime, note: str) -> Called:
    """Return the act that notes one more touch of ours, done now, with whom the inquiry came from."""
    words = _("note a touch with {client}").format(client=one_line(line.client))
    touch = Touch(id=new_id(), done_at=now, note=note)
    if line.touch is not None:
        touch = replace(touch, with_whom=line.touch.with_whom, with_whom_id=line.touch.with_whom_id)
    return words, _client(line, partial(_with_touch, touch))


def dropped(line: TodayLine, reason: str) -> Called:
    """Return the act that gives up something to do differently, for the reason."""
    words = _("drop “{text}”").format(text=one_line(line.text))
    return words, _plan(line, partial(_with_dropped, reason, line.text))


def call_planned(line: TodayLine, today: dt.date, currency: str) -> Called:
    """Return the act that makes the plan that answers an inquiry."""
    words = _("plan the call with {client}").format(client=one_line(line.client))
    return words, partial(_plan_for_inquiry, line, today, currency)


def taken_up(line: TodayLine, today: dt.date, currency: str) -> Called:
    """Return the act that takes up something to do differently into the client's next plan, or makes one."""
    words = _("take up “{text}”").format(text=one_line(line.text))
    return words, partial(_take_up, line, today, currency)


def _client(line: TodayLine, change: ChangeClient) -> Work:
    return partial(change_client, client_id=line.client_id, change=change)


def _plan(line: TodayLine, change: ChangePlan) -> Work:
    return partial(change_plan, plan_id=line.plan_id, change=change)


def _plan_for_inquiry(line: TodayLine, today: dt.date, currency: str, plans: Plans) -> LibraryChange:
    compose = partial(new_plan_for, plans, today, currency)
    return plan_for_inquiry(plans, line.client_id, line.touch_id, compose)


def _take_up(line: TodayLine, today: dt.date, currency: str, plans: Plans) -> LibraryChange:
    return take_up(plans, line, today, partial(new_plan_for, plans, today, currency))


def _with_touch_done(touch_id: str, now: dt.datetime, client: Client) -> Client:
    return with_touch_done(client, touch_id, now)


def _with_promise_kept(line: TodayLine, day: dt.date, client: Client) -> Client:
    return client if line.promise is None else with_promise_kept(client, line.promise, day)


def _with_promise_due(line: TodayLine, day: dt.date, client: Client) -> Client:
    return client if line.promise is None else with_promise_due(client, line.promise, day)


def _with_touch_moved(touch_id: str, day: dt.date, client: Client) -> Client:
    return with_touch_moved(client, touch_id, day)


def _with_touch_planned(day: dt.date, touch_id: str, client: Client) -> Client:
    return with_touch_planned(client, day, touch_id=touch_id)


def _with_touch(touch: Touch, client: Client) -> Client:
    return replace(client, touches=(*client.touches, touch))


def _with_happened(happened: Happened, plan: Plan) -> Plan:
    return with_happened(plan, happened)


def _on_day(day: dt.date, plan: Plan) -> Plan:
    return on_day(plan, day)


def _with_dropped(reason: str, text: str, plan: Plan) -> Plan:
    return with_differently_dropped(plan, reason, text)
