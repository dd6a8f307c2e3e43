"""A library of many clients with contacts, touches, promises and calls, as Today reads them."""

import datetime as dt
import random
from pathlib import Path
from typing import Any

import msgspec

from planner.exchange.sample import sample_preparation
from planner.model.client import Client, Contact, Promise
from planner.model.placed_time import read_stored
from planner.model.plan import Plan, Preparation
from planner.model.terms import Outcome, Side, TouchChannel, TouchOutcome, TouchValue
from planner.model.touch import Touch
from planner.store.library import Library
from tests.bench.big_library import TODAY

CLIENTS_TO_PLANS = 0.3
CONTACTS_EACH = 4
TOUCHES_EACH = 10
_WORDS = (
    "kiln",
    "pump",
    "audit",
    "outage",
    "savings",
    "trial",
    "board",
    "letter",
    "study",
    "line",
    "shift",
    "log",
)


def fill_week(folder: Path, plans: int) -> None:
    """Store so many plans, each as large as the sample, and 3 clients for every 10 of them.

    A client has 4 contacts, 10 touches, one of them still planned, and 3 promises; one client of 40 is on the
    Dream list, one of 50 has a promise open, one of 300 calls held is not reviewed yet.
    """
    sample = msgspec.to_builtins(sample_preparation(TODAY).plan)
    library = Library.open(folder)
    clients = [_client(number) for number in range(max(1, round(plans * CLIENTS_TO_PLANS)))]
    library.add([_preparation(sample, number, clients[number % len(clients)]) for number in range(plans)])
    library.close()


def _client(number: int) -> Client:
    chance = random.Random(number)
    ids = [f"{number:06x}{at:06x}" for at in range(CONTACTS_EACH)]
    return Client(
        id=f"c{number:011x}",
        name=f"{_text(chance, 2).title()} {number}",
        headquarters=_text(chance, 1).title(),
        industry=_text(chance, 1),
        dream_client=number % 40 == 0,
        dream_rank=number // 40 + 1 if number % 40 == 0 else None,
        why_dream=_text(chance, 8),
        snapshot=_text(chance, 30),
        contacts=tuple(
            Contact(id=contact_id, name=_text(chance, 2).title(), title=_text(chance, 2))
            for contact_id in ids
        ),
        touches=tuple(_touch(chance, number, at, ids) for at in range(TOUCHES_EACH)),
        promises=tuple(
            Promise(
                text=_text(chance, 5),
                by=chance.choice(list(Side)),
                due=_day(chance),
                kept_on=_day(chance) if at or number % 50 else None,
            )
            for at in range(3)
        ),
        notes=_text(chance, 40),
    )


def _touch(chance: random.Random, number: int, at: int, ids: list[str]) -> Touch:
    is_planned = at == 0
    return Touch(
        id=f"t{number:06x}{at:05x}",
        planned_on=TODAY + dt.timedelta(days=chance.randrange(-1, 90)) if is_planned else None,
        done_on=None if is_planned else _day(chance),
        from_=Side.THEM if at == 1 and number % 10 == 0 else Side.US,
        channel=chance.choice(list(TouchChannel)),
        with_whom=_text(chance, 2).title(),
        with_whom_id=chance.choice(ids),
        value_offered=_text(chance, 8),
        value_kind=chance.choice(list(TouchValue)),
        outcome=None if is_planned else chance.choice(list(TouchOutcome)),
        note="" if is_planned else _text(chance, 10),
    )


def _preparation(sample: dict[str, Any], number: int, client: Client) -> Preparation:
    chance = random.Random(-number - 1)
    plan = {**sample, "id": f"a{number:011x}", "client_id": client.id}
    day = _day(chance, ahead=10)
    starts = dt.datetime.combine(day, dt.time(10), dt.UTC)
    plan["call"] = {**sample["call"], "title": _text(chance, 4), "starts": starts.isoformat()}
    if day < TODAY and number % 300:
        plan["reflection"] = {"held_on": day.isoformat(), "outcome": chance.choice(list(Outcome)).value}
    return Preparation(client=client, plan=msgspec.convert(plan, Plan, dec_hook=read_stored))


def _day(chance: random.Random, ahead: int = 0) -> dt.date:
    return TODAY - dt.timedelta(days=chance.randrange(1 - ahead, 700))


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))
