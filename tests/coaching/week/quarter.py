"""A simulated quarter: what clients and the rep do day by day, and what the rep does about Today."""

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from planner.coaching.check.thresholds import Thresholds
from planner.coaching.week.acts import (
    with_differently_dropped,
    with_happened,
    with_intention_taken_up,
    with_promise_due,
    with_promise_kept,
    with_touch_done,
    with_touch_moved,
    with_touch_planned,
)
from planner.coaching.week.today import lines_of
from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.model.plan import Plan
from planner.model.reflection import IntentionKept, Reflection
from planner.model.terms import Happened, Outcome, Side, TouchOutcome
from tests.coaching.week.account import Account
from tests.coaching.week.due_list import FELL_THROUGH
from tests.coaching.week.simulated_clients import Clients

FIRST_DAY = dt.date(2026, 9, 7)
"""A Monday. The clocks of London are put back on 25 October, those of New York a week later."""
DAYS = 13 * 7
AWAY = range(38, 45)
"""Days on which nobody opens the program."""
CLOCK_AHEAD = 60
"""The day on which what is done about Today is noted by a clock that runs two days ahead."""
THRESHOLDS = Thresholds(outreach_days=12)
RESOLVES = ("Ask for the budget first.", "Let them finish", "Say the price early")


class Quarter(Clients):
    """Clients, plans and all that happens with them; the same seed brings the same quarter."""

    def mornings(self) -> Iterator[dt.datetime]:
        """Yield each morning on which the program is opened; after it, the day is lived."""
        for number in range(DAYS):
            day = FIRST_DAY + dt.timedelta(days=number)
            now = dt.datetime.combine(day, dt.time(self.chance.randrange(6, 11), 7), self.zone)
            if number not in AWAY:
                yield now
                noted = now + dt.timedelta(days=2 * (number == CLOCK_AHEAD))
                self._work_off(now, noted)
            self.live(now)

    def lines(self, account: Account, now: dt.datetime) -> tuple[TodayLine, ...]:
        """Return what Today offers of one client."""
        return lines_of(account.summary, list(account.glances.values()), now, THRESHOLDS)

    def _work_off(self, now: dt.datetime, noted: dt.datetime) -> None:
        """Do something about some lines; what was done must not be offered again at once."""
        for account in self.accounts.values():
            for line in self.lines(account, now):
                if self.likely(0.55) and line in self.lines(account, now) and self._act(account, line, noted):
                    assert line not in self.lines(account, now), f"still offered: {line}"

    def _act(self, account: Account, line: TodayLine, noted: dt.datetime) -> bool:
        """Carry out what a line offers; return whether it has to be gone then."""
        client, today = account.client, noted.date()
        if line.kind in {TodayKind.CALL, TodayKind.REFLECT}:
            return self._call(account, line, noted)
        if line.kind is TodayKind.DIFFERENTLY:
            return self._intention(account, line)
        if line.promise is not None:
            done = (
                with_promise_kept(client, line.promise, today)
                if self.likely(0.6)
                else with_promise_due(client, line.promise, self.near(today, 1, 9))
            )
        elif line.kind is TodayKind.TOUCH and self.likely(0.7):
            done = with_touch_done(client, line.touch_id, noted, self.chance.choice([*TouchOutcome, None]))
        elif line.kind is TodayKind.TOUCH:
            done = with_touch_moved(client, line.touch_id, self.near(today, 1, 9))
        elif line.kind is TodayKind.QUIET:
            done = with_touch_planned(client, self.near(today, 1, 9), touch_id=self.new_id("touch"))
        elif self.likely(0.5):
            return self.plan_call(account, today, Side.THEM)
        else:
            touch_id = self.new_id("touch")
            planned = with_touch_planned(client, today, touch_id=touch_id)
            done = with_touch_done(planned, touch_id, noted, TouchOutcome.SPOKE)
        assert done is not client
        account.client = done
        return True

    def _call(self, account: Account, line: TodayLine, noted: dt.datetime) -> bool:
        plan = account.plans[line.plan_id]
        if line.kind is TodayKind.CALL and self.likely(0.8):
            return False  # it is prepared, and stays
        if self.likely(0.25):
            account.put(with_happened(plan, self.chance.choice(FELL_THROUGH)))
        elif line.kind is TodayKind.CALL:
            account.put(with_happened(plan, Happened.HELD))  # earlier than planned, and not reviewed yet
        else:
            self._review(account, plan, noted.date())
        return True

    def _review(self, account: Account, plan: Plan, today: dt.date) -> None:
        kept = tuple(IntentionKept(text=row.text, kept=self.likely(0.5)) for row in plan.intentions)
        reflection = Reflection(
            held_on=None if self.likely(0.7) else min(today, plan.call.day or today),
            outcome=self.chance.choice([*Outcome]),
            differently=self.chance.choice([*RESOLVES, ""]),
            intentions=kept,
        )
        if plan.reflection.held_on is not None:
            reflection = replace(reflection, held_on=plan.reflection.held_on)
        account.put(replace(plan, reflection=reflection))
        for side in (Side.US, Side.THEM, None):
            if self.likely(0.5):
                self.promise(account, side, today, plan.id)

    def _intention(self, account: Account, line: TodayLine) -> bool:
        last = account.plans[line.plan_id]
        to_come = [plan for plan in account.plans.values() if self._is_to_come(plan)]
        if to_come:
            account.put(with_intention_taken_up(self.chance.choice(to_come), line.text, line.since))
            return True
        account.put(with_differently_dropped(last, "They buy elsewhere", line.text))
        return True

    def _is_to_come(self, plan: Plan) -> bool:
        return plan.reflection == Reflection() and plan.call.happened is None and plan.call.starts is None
