"""A library of a rep with many clients: contacts, touches, promises, and calls with some of them."""

import datetime as dt
import random
from pathlib import Path

from planner.model.call import Call
from planner.model.client import Client, Contact, Promise
from planner.model.plan import Plan, Preparation
from planner.model.terms import Commitment, Side, TouchChannel, TouchOutcome
from planner.model.touch import Touch
from planner.store.library import Library
from tests.bench.big_library import TODAY

CLIENTS, PLANS, CONTACTS, TOUCHES = 3_000, 10_000, 12_000, 30_000
_WORDS = (
    *("kiln", "furnace", "pump", "valve", "metering", "changeover", "pallet"),
    *("levy", "retailer", "depot", "shift", "scrap", "film", "line"),
)
_STORED_AT_ONCE = 1_000


def fill_with_clients(folder: Path) -> None:
    """Store so many clients, each with its share of plans, contacts and touches, worded differently."""
    library = Library.open(folder)
    clients = [_client(number) for number in range(CLIENTS)]
    made = [_preparation(clients[number % CLIENTS], number) for number in range(PLANS)]
    for start in range(0, PLANS, _STORED_AT_ONCE):
        library.add(made[start : start + _STORED_AT_ONCE])
    library.close()


def _client(number: int) -> Client:
    chance = random.Random(number)
    client_id = f"c{number:011x}"
    return Client(
        id=client_id,
        name=f"{chance.choice(_WORDS).title()} {chance.choice(_WORDS)} {number}",
        dream_client=number % 100 == 0 or None,
        dream_rank=number // 100 + 1 if number % 100 == 0 else None,
        why_dream=_sentence(chance) if number % 100 == 0 else "",
        industry=chance.choice(_WORDS),
        contacts=tuple(
            Contact(id=f"{client_id}-p{at}", name=f"{chance.choice(_WORDS).title()} {at}{number}")
            for at in range(CONTACTS // CLIENTS)
        ),
        touches=tuple(_touch(client_id, at, chance) for at in range(TOUCHES // CLIENTS)),
        promises=(Promise(text=_sentence(chance), by=Side.US, due=TODAY + _days(chance, 30)),),
    )


def _touch(client_id: str, at: int, chance: random.Random) -> Touch:
    return Touch(
        id=f"{client_id}-t{at}",
        done_on=TODAY - dt.timedelta(days=chance.randrange(400)),
        channel=chance.choice(list(TouchChannel)),
        value_offered=_sentence(chance),
        outcome=chance.choice(list(TouchOutcome)),
    )


def _preparation(client: Client, number: int) -> Preparation:
    chance = random.Random(number)
    starts = dt.datetime.combine(TODAY + _days(chance, 300), dt.time(10), dt.UTC)
    call = Call(
        title=_sentence(chance), starts=starts, minutes=45, commitment=chance.choice(list(Commitment))
    )
    return Preparation(client=client, plan=Plan(id=f"a{number:011x}", client_id=client.id, call=call))


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=6))


def _days(chance: random.Random, most: int) -> dt.timedelta:
    return dt.timedelta(days=chance.randrange(-most, most))
