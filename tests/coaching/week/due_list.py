"""What is due on a morning, written down without the program's coaching: what Today is held to.

It goes through everything again for every question, as somebody with a pencil would.
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from planner.model.client import Client
from planner.model.plan import Plan
from planner.model.terms import Happened, Side, TouchOutcome
from planner.model.touch import Touch

FELL_THROUGH = (Happened.MOVED, Happened.CANCELLED, Happened.NOBODY_CAME)


class Due(NamedTuple):
    """A kind as `today --json` has it, the client's id, what it is about, and its day."""

    kind: str
    client: str
    what: str
    day: dt.date | None


class Pencil:
    """Answers for one client on one morning; `quiet_days` is the longest silence that is no matter."""

    def __init__(self, client: Client, plans: list[Plan], now: dt.datetime, quiet_days: int) -> None:
        self.client, self.plans, self.now, self.quiet_days = client, plans, now, quiet_days
        self.today = now.date()

    def due(self) -> Iterator[Due]:
        """Yield all that is due."""
        yield from self.calls()
        if not self.client.archived:
            asked = list(self.inquiries())
            yield from (*self.promises(), *self.touches(), *asked, *self.differently())
            if not asked and self.client.dream_client:
                yield from self.quiet()

    def calls(self) -> Iterator[Due]:
        last = self.today + dt.timedelta(days=1)
        while last.weekday() > 4:
            last += dt.timedelta(days=1)
        for plan in self.plans:
            day = self.day_of(plan)
            if self.state(plan) == "ahead" and day is not None and day <= last:
                yield Due("call", self.client.id, plan.id, day)
            if self.state(plan) == "held" and plan.reflection.outcome is None:
                yield Due("reflect", self.client.id, plan.id, self.day_held(plan))

    def promises(self) -> Iterator[Due]:
        first: dict[tuple[str, bool], dt.date] = {}
        for promise in self.client.promises:
            if promise.text and promise.kept_on is None and promise.due and promise.due <= self.today:
                key = promise.text.lower().rstrip("."), promise.by is Side.THEM
                first[key] = min(promise.due, first.get(key, promise.due))
        for (text, theirs), day in first.items():
            yield Due("promise-theirs" if theirs else "promise-ours", self.client.id, text, day)

    def touches(self) -> Iterator[Due]:
        for touch in self.client.touches:
            if self.is_open(touch) and touch.planned_on is not None and touch.planned_on <= self.today:
                yield Due("touch", self.client.id, touch.id, touch.planned_on)

    def quiet(self) -> Iterator[Due]:
        ahead = [plan for plan in self.plans if self.state(plan) == "ahead" and self.asked_by_us(plan)]
        if ahead or any(self.is_open(touch) for touch in self.client.touches):
            return
        days = [self.touched(touch) for touch in self.client.touches if touch.from_ is Side.US]
        held = [plan for plan in self.plans if self.state(plan) == "held" and self.asked_by_us(plan)]
        days += [self.day_held(plan) for plan in held]
        known = sorted(min(day, self.today) for day in days if day is not None)
        if not known or (self.today - known[-1]).days > self.quiet_days:
            yield Due("quiet", self.client.id, "", known[-1] if known else None)

    def inquiries(self) -> Iterator[Due]:
        wrote: list[str] = []
        for place, touch in enumerate(self.client.touches):
            if touch.from_ is not Side.THEM or touch.outcome not in (None, TouchOutcome.NO_ANSWER):
                continue
            if not self.got_an_answer(touch, place) and touch.with_whom not in wrote:
                wrote.append(touch.with_whom)
                yield Due("inquiry", self.client.id, touch.id, self.touched(touch))

    def got_an_answer(self, asked: Touch, place: int) -> bool:
        if any(self.state(plan) == "ahead" for plan in self.plans):
            return True
        for plan in self.plans:
            if self.state(plan) == "held":
                starts, day = plan.call.starts, self.day_held(plan)
                on_time = starts if starts is not None and self.local(starts) == day else None
                if self.came_after(day, on_time, asked):
                    return True
        noted_ahead = asked.done_at is not None and asked.done_at > self.now
        for other, ours in enumerate(self.client.touches):
            done = self.touched(ours)
            if ours.from_ is not Side.US or done is None:
                continue
            if self.came_after(done, ours.done_at, asked) or (noted_ahead and other > place):
                return True
        return False

    def came_after(self, day: dt.date | None, moment: dt.datetime | None, asked: Touch) -> bool:
        asked_on = self.touched(asked)
        assert asked_on is not None, "in this quarter every inquiry has a day"
        if day is None or day < asked_on:
            return False
        if day > asked_on or moment is None or asked.done_at is None:
            return True
        return moment.astimezone(dt.UTC) >= asked.done_at.astimezone(dt.UTC)

    def differently(self) -> Iterator[Due]:
        reviewed = [plan for plan in self.plans if self.state(plan) == "held" and plan.reflection.outcome]
        if not reviewed:
            return
        last = max(reviewed, key=lambda plan: (self.when(plan), plan.id))
        given_up = {row.text for row in last.intentions if row.dropped_because}
        missed = (row.text for row in last.reflection.intentions if not row.kept)
        meant = [text for text in missed if text not in given_up]
        if not last.reflection.differently_dropped:
            meant.insert(0, last.reflection.differently)
        later = [
            plan
            for plan in self.plans
            if self.state(plan) in {"ahead", "undated"}
            or (self.state(plan) == "held" and self.when(plan) > self.when(last))
        ]
        named = {row.text for plan in later for row in plan.intentions}
        named |= {row.text for plan in later for row in plan.reflection.intentions}
        for text in dict.fromkeys(meant):
            if text and text not in named:
                yield Due("differently", self.client.id, text, self.day_held(last))

    def state(self, plan: Plan) -> str:
        """Return `off`, `held`, `ahead` or `undated`."""
        call, held_on = plan.call, plan.reflection.held_on
        if call.happened in FELL_THROUGH:
            return "off"
        if plan.reflection.outcome or call.happened is Happened.HELD or (held_on and held_on <= self.today):
            return "held"
        if call.starts is not None:
            end = call.starts.astimezone(dt.UTC) + dt.timedelta(minutes=call.minutes or 0)
            return "held" if end <= self.now.astimezone(dt.UTC) else "ahead"
        if call.day is None:
            return "undated"
        return "held" if call.day < self.today else "ahead"

    def asked_by_us(self, plan: Plan) -> bool:
        return plan.call.initiated_by in (None, Side.US)

    def is_open(self, touch: Touch) -> bool:
        return touch.from_ is Side.US and touch.planned_on is not None and self.touched(touch) is None

    def touched(self, touch: Touch) -> dt.date | None:
        return self.local(touch.done_at) if touch.done_at else touch.done_on

    def local(self, moment: dt.datetime) -> dt.date:
        return moment.astimezone(self.now.tzinfo).date()

    def day_of(self, plan: Plan) -> dt.date | None:
        return self.local(plan.call.starts) if plan.call.starts else plan.call.day

    def day_held(self, plan: Plan) -> dt.date | None:
        day = plan.reflection.held_on or self.day_of(plan)
        return None if day is None else min(day, self.today)

    def when(self, plan: Plan) -> float:
        """Return when a call was held as a number, its day's beginning where the hour is not known."""
        day, starts = self.day_held(plan), plan.call.starts
        assert day is not None, "in this quarter every call that was held has a day"
        if starts is not None and plan.reflection.held_on in (None, starts.date()):
            return starts.timestamp()
        return dt.datetime.combine(plan.reflection.held_on or day, dt.time(), dt.UTC).timestamp()
