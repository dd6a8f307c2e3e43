"""Clients in a simulated quarter: what they and the rep do of themselves, day by day."""

import datetime as dt
import random
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from planner.model.call import Call
from planner.model.client import Client, Promise
from planner.model.placed_time import at_place
from planner.model.plan import Plan
from planner.model.terms import Side
from planner.model.touch import Touch
from tests.coaching.week.account import Account
from tests.coaching.week.due_list import FELL_THROUGH

LONDON = ZoneInfo("Europe/London")
PLACES = ("Europe/London", "America/New_York", "Asia/Tokyo", "Pacific/Auckland")
PROMISED = ("Send the résumé of the trial", "Stop list", "Name the budget owner", "Floor plan")


class Clients:
    """Clients and their plans; the same seed brings the same days."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.zone = LONDON if seed % 2 else dt.timezone(dt.timedelta(hours=5, minutes=30))
        self.accounts: dict[str, Account] = {}
        self._ids = 0
        for _client in range(14):
            self._new_client()

    def live(self, now: dt.datetime) -> None:
        """Let a day pass: what clients and the rep do of themselves."""
        today = now.date()
        if self.likely(0.1):
            self._new_client()
        for account in self.accounts.values():
            if self.likely(0.035):
                self.plan_call(account, today, self.chance.choice([Side.US, Side.THEM, None]))
            if self.likely(0.05):
                self.promise(account, self.chance.choice([Side.US, Side.THEM, None]), today)
            if self.likely(0.04):
                self._inquire(account, now)
            if self.likely(0.02):
                self._lay_out(account, today)
            if self.likely(0.01):
                archived = not account.client.archived
                account.client = replace(account.client, archived=archived)
            if self.likely(0.05):
                self._set_anew(account, today)
            if self.likely(0.05):
                touch = Touch(id=self.new_id("touch"), done_on=today)
                account.client = replace(account.client, touches=(*account.client.touches, touch))

    def _new_client(self) -> None:
        rank = self.chance.choice([None, 1, 2, 3])
        client_id = self.new_id("client")
        dream = None if rank is None else True
        client = Client(id=client_id, name=f"Client {client_id}", dream_client=dream, dream_rank=rank)
        self.accounts[client_id] = Account(client)

    def _starts(self, day: dt.date) -> dt.datetime:
        time = dt.time(self.chance.choice([0, 7, 9, 11, 14, 16, 19, 23]), self.chance.choice([0, 30, 45]))
        if self.likely(0.6):
            return dt.datetime.combine(day, time, self.zone)
        return at_place(dt.datetime.combine(day, time), self.chance.choice(PLACES))

    def plan_call(self, account: Account, today: dt.date, asked_by: Side | None) -> bool:
        """Plan one more call; return whether its day is known."""
        day = self.near(today, 1, 25)
        call = Call(initiated_by=asked_by, minutes=self.chance.choice([None, 30, 90]))
        if self.likely(0.75):
            call = replace(call, starts=self._starts(day))
        elif self.likely(0.6):
            call = replace(call, day=day)
        account.put(Plan(id=self.new_id("plan"), client_id=account.client.id, call=call))
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
            starts = self._starts(self.near(today, 1, 12))
            account.put(replace(plan, call=replace(plan.call, starts=starts, day=None, happened=None)))

    def promise(self, account: Account, by: Side | None, today: dt.date, plan_id: str = "") -> None:
        """Have one side, or nobody knows which, promise something, mostly with a day."""
        text = self.chance.choice(PROMISED)
        if self.likely(0.2):
            text = f"{text}."
        due = None if self.likely(0.1) else self.near(today, -1, 14)
        promise = Promise(text=text, by=by, due=due, from_plan=plan_id)
        account.client = replace(account.client, promises=(*account.client.promises, promise))

    def _inquire(self, account: Account, now: dt.datetime) -> None:
        moment = now + dt.timedelta(hours=self.chance.choice([1, 5, 13, 50]))
        asked = Touch(
            id=self.new_id("inquiry"),
            from_=Side.THEM,
            with_whom=self.chance.choice(["", "Jonah Field", "Mara"]),
        )
        on_a_day = self.likely(0.3)
        asked = replace(asked, done_on=now.date()) if on_a_day else replace(asked, done_at=moment)
        account.client = replace(account.client, touches=(*account.client.touches, asked))

    def _lay_out(self, account: Account, today: dt.date) -> None:
        sequence_id, start = self.new_id("sequence"), self.near(today, 1, 6)
        laid_out = tuple(
            Touch(
                id=self.new_id("touch"), planned_on=start + dt.timedelta(days=4 * at), sequence_id=sequence_id
            )
            for at in range(3)
        )
        account.client = replace(account.client, touches=(*account.client.touches, *laid_out))

    def likely(self, share: float) -> bool:
        """Return True in so large a share of cases."""
        return self.chance.random() < share

    def new_id(self, kind: str) -> str:
        """Return a new id that says what it is of."""
        self._ids += 1
        return f"{kind}-{self._ids:04}"

    def near(self, today: dt.date, first: int, last: int) -> dt.date:
        """Return a day so many days from today, from `first` to `last`."""
        return today + dt.timedelta(days=self.chance.randint(first, last))
