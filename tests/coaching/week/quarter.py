"""A simulated quarter: what clients and the rep do day by day, and what the rep does about Today."""

import datetime as dt
import random
from collections.abc import Iterator
from zoneinfo import ZoneInfo

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
from planner.model.call import Call
from planner.model.client import Client, Promise
from planner.model.placed_time import at_place
from planner.model.plan import Plan
from planner.model.reflection import IntentionKept, Reflection
from planner.model.terms import Happened, Outcome, Side, TouchOutcome
from planner.model.touch import Touch
from tests.coaching.week.account import Account
from tests.coaching.week.due_list import FELL_THROUGH

LONDON = ZoneInfo("Europe/London")
FIRST_DAY = dt.date(2026, 9, 7)
"""A Monday. The clocks of London are put back on 25 October, those of New York a week later."""
DAYS = 13 * 7
AWAY = range(38, 45)
"""Days on which nobody opens the program."""
CLOCK_AHEAD = 60
"""The day on which what is done about Today is noted by a clock that runs two days ahead."""
THRESHOLDS = Thresholds(outreach_days=12)
PLACES = ("Europe/London", "America/New_York", "Asia/Tokyo", "Pacific/Auckland")
RESOLVES = ("Ask for the budget first.", "Let them finish", "Say the price early")
PROMISED = ("Send the résumé of the trial", "Stop list", "Name the budget owner", "Floor plan")


class Quarter:
    """Clients, plans and all that happens with them; the same seed brings the same quarter."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.zone = LONDON if seed % 2 else dt.timezone(dt.timedelta(hours=5, minutes=30))
        self.accounts: dict[str, Account] = {}
        self._ids = 0
        for _client in range(14):
            self._new_client()

    def mornings(self) -> Iterator[dt.datetime]:
        """Yield each morning on which the program is opened; after it, the day is lived."""
        for number in range(DAYS):
            day = FIRST_DAY + dt.timedelta(days=number)
            now = dt.datetime.combine(day, dt.time(self.chance.randrange(6, 11), 7), self.zone)
            if number not in AWAY:
                yield now
                noted = now + dt.timedelta(days=2 * (number == CLOCK_AHEAD))
                self._work_off(now, noted)
            self._live(now)

    def lines(self, account: Account, now: dt.datetime) -> tuple[TodayLine, ...]:
        """Return what Today offers of one client."""
        return lines_of(account.summary, list(account.glances.values()), now, THRESHOLDS)

    def _likely(self, share: float) -> bool:
        return self.chance.random() < share

    def _id(self, kind: str) -> str:
        self._ids += 1
        return f"{kind}-{self._ids:04}"

    def _near(self, today: dt.date, first: int, last: int) -> dt.date:
        return today + dt.timedelta(days=self.chance.randint(first, last))

    def _work_off(self, now: dt.datetime, noted: dt.datetime) -> None:
        """Do something about some lines; what was done must not be offered again at once."""
        for account in self.accounts.values():
            for line in self.lines(account, now):
                if (
                    self._likely(0.55)
                    and line in self.lines(account, now)
                    and self._act(account, line, noted)
                ):
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
                if self._likely(0.6)
                else with_promise_due(client, line.promise, self._near(today, 1, 9))
            )
        elif line.kind is TodayKind.TOUCH and self._likely(0.7):
            done = with_touch_done(client, line.touch_id, noted, self.chance.choice([*TouchOutcome, None]))
        elif line.kind is TodayKind.TOUCH:
            done = with_touch_moved(client, line.touch_id, self._near(today, 1, 9))
        elif line.kind is TodayKind.QUIET:
            done = with_touch_planned(client, self._near(today, 1, 9), touch_id=self._id("touch"))
        elif self._likely(0.5):
            return self._plan_call(account, today, Side.THEM)
        else:
            touch_id = self._id("touch")
            planned = with_touch_planned(client, today, touch_id=touch_id)
            done = with_touch_done(planned, touch_id, noted, TouchOutcome.SPOKE)
        assert done is not client
        account.client = done
        return True

    def _call(self, account: Account, line: TodayLine, noted: dt.datetime) -> bool:
        plan = account.plans[line.plan_id]
        if line.kind is TodayKind.CALL and self._likely(0.8):
            return False  # it is prepared, and stays
        if self._likely(0.25):
            account.put(with_happened(plan, self.chance.choice(FELL_THROUGH)))
        elif line.kind is TodayKind.CALL:
            account.put(with_happened(plan, Happened.HELD))  # earlier than planned, and not reviewed yet
        else:
            self._review(account, plan, noted.date())
        return True

    def _review(self, account: Account, plan: Plan, today: dt.date) -> None:
        kept = tuple(IntentionKept(text=row.text, kept=self._likely(0.5)) for row in plan.intentions)
        reflection = Reflection(
            held_on=None if self._likely(0.7) else min(today, plan.call.day or today),
            outcome=self.chance.choice([*Outcome]),
            differently=self.chance.choice([*RESOLVES, ""]),
            intentions=kept,
        )
        if plan.reflection.held_on is not None:
            reflection = replace(reflection, held_on=plan.reflection.held_on)
        account.put(replace(plan, reflection=reflection))
        for side in (Side.US, Side.THEM, None):
            if self._likely(0.5):
                self._promise(account, side, today, plan.id)

    def _intention(self, account: Account, line: TodayLine) -> bool:
        last = account.plans[line.plan_id]
        to_come = [plan for plan in account.plans.values() if self._is_to_come(plan)]
        if to_come:
            account.put(with_intention_taken_up(self.chance.choice(to_come), line.text, line.since))
            return True
        if line.text != last.reflection.differently:
            return False
        dropped = with_differently_dropped(last, "They buy elsewhere")
        account.put(dropped)
        return line.text not in {row.text for row in last.reflection.intentions}

    def _is_to_come(self, plan: Plan) -> bool:
        return plan.reflection == Reflection() and plan.call.happened is None and plan.call.starts is None

    def _live(self, now: dt.datetime) -> None:
        """Let a day pass: what clients and the rep do of themselves."""
        today = now.date()
        if self._likely(0.1):
            self._new_client()
        for account in self.accounts.values():
            if self._likely(0.035):
                self._plan_call(account, today, self.chance.choice([Side.US, Side.THEM, None]))
            if self._likely(0.05):
                self._promise(account, self.chance.choice([Side.US, Side.THEM, None]), today)
            if self._likely(0.04):
                self._inquire(account, now)
            if self._likely(0.02):
                self._lay_out(account, today)
            if self._likely(0.01):
                archived = not account.client.archived
                account.client = replace(account.client, archived=archived)
            if self._likely(0.05):
                self._set_anew(account, today)
            if self._likely(0.05):
                touch = Touch(id=self._id("touch"), done_on=today)
                account.client = replace(account.client, touches=(*account.client.touches, touch))

    def _new_client(self) -> None:
        rank = self.chance.choice([None, 1, 2, 3])
        client_id = self._id("client")
        dream = None if rank is None else True
        client = Client(id=client_id, name=f"Client {client_id}", dream_client=dream, dream_rank=rank)
        self.accounts[client_id] = Account(client)

    def _starts(self, day: dt.date) -> dt.datetime:
        time = dt.time(self.chance.choice([0, 7, 9, 11, 14, 16, 19, 23]), self.chance.choice([0, 30, 45]))
        if self._likely(0.6):
            return dt.datetime.combine(day, time, self.zone)
        return at_place(dt.datetime.combine(day, time), self.chance.choice(PLACES))

    def _plan_call(self, account: Account, today: dt.date, asked_by: Side | None) -> bool:
        """Plan one more call; return whether its day is known."""
        day = self._near(today, 1, 25)
        call = Call(initiated_by=asked_by, minutes=self.chance.choice([None, 30, 90]))
        if self._likely(0.75):
            call = replace(call, starts=self._starts(day))
        elif self._likely(0.6):
            call = replace(call, day=day)
        account.put(Plan(id=self._id("plan"), client_id=account.client.id, call=call))
        return call.starts is not None or call.day is not None

    def _set_anew(self, account: Account, today: dt.date) -> None:
        """Give one call that fell through, or that has no day, a day to come."""
        waiting = [
            plan
            for plan in account.plans.values()
            if plan.reflection.outcome is None
            and (plan.call.happened in FELL_THROUGH or plan.call.starts is plan.call.day is None)
        ]
        if waiting:
            plan = self.chance.choice(waiting)
            starts = self._starts(self._near(today, 1, 12))
            account.put(replace(plan, call=replace(plan.call, starts=starts, day=None, happened=None)))

    def _promise(self, account: Account, by: Side | None, today: dt.date, plan_id: str = "") -> None:
        text = self.chance.choice(PROMISED)
        if self._likely(0.2):
            text = f"{text}."
        due = None if self._likely(0.1) else self._near(today, -1, 14)
        promise = Promise(text=text, by=by, due=due, from_plan=plan_id)
        account.client = replace(account.client, promises=(*account.client.promises, promise))

    def _inquire(self, account: Account, now: dt.datetime) -> None:
        moment = now + dt.timedelta(hours=self.chance.choice([1, 5, 13, 50]))
        asked = Touch(
            id=self._id("inquiry"), from_=Side.THEM, with_whom=self.chance.choice(["", "Jonah Field", "Mara"])
        )
        on_a_day = self._likely(0.3)
        asked = replace(asked, done_on=now.date()) if on_a_day else replace(asked, done_at=moment)
        account.client = replace(account.client, touches=(*account.client.touches, asked))

    def _lay_out(self, account: Account, today: dt.date) -> None:
        sequence_id, start = self._id("sequence"), self._near(today, 1, 6)
        laid_out = tuple(
            Touch(id=self._id("touch"), planned_on=start + dt.timedelta(days=4 * at), sequence_id=sequence_id)
            for at in range(3)
        )
        account.client = replace(account.client, touches=(*account.client.touches, *laid_out))
