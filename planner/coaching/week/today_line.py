"""A line of Today: one thing that can't wait."""

import datetime as dt
from enum import StrEnum

import msgspec

from planner.model.client import Promise
from planner.model.plan_summary import PlanSummary
from planner.model.touch import Touch


class TodayKind(StrEnum):
    """What a line of Today is about, what can't wait first. The values are those of `today --json`."""

    INQUIRY = "inquiry"
    CALL = "call"
    REFLECT = "reflect"
    PROMISE_OURS = "promise-ours"
    PROMISE_THEIRS = "promise-theirs"
    TOUCH = "touch"
    QUIET = "quiet"
    DIFFERENTLY = "differently"


class TodayLine(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that can't wait, and what it is about.

    `text` says it as the person wrote it: a call's title, a promise, the value of a touch, the reason why a
    Dream Client is one, an intention. `due` is the day of a call, the day a promise or touch is due, the day
    an inquiry came or the client was last reached; None where there is none, as for a client who never was.
    `moment` is a call's start, or when an inquiry came, where the hour is known. `plan_id`, `touch_id` and
    `promise` say which of the client's it is; "" and None where they do not apply. `dream_rank` is the
    client's place on the Dream list.

    The rest is for the words around it. `plan` is the plan of that id, but None for a touch, `touch` the
    touch or inquiry, and `sequence` the touches laid out together with it, itself among them, in their order;
    () for a single one. `since` is the day of the call that a promise or an intention comes from, `next_call`
    that of the client's next call, for a promise.
    """

    kind: TodayKind
    client_id: str
    client: str
    text: str = ""
    due: dt.date | None = None
    moment: dt.datetime | None = None
    plan_id: str = ""
    touch_id: str = ""
    promise: Promise | None = None
    dream_client: bool = False
    dream_rank: int | None = None
    plan: PlanSummary | None = None
    touch: Touch | None = None
    sequence: tuple[Touch, ...] = ()
    since: dt.date | None = None
    next_call: dt.date | None = None
