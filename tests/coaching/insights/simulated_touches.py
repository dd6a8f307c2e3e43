"""A year of touches in which what goes together is decided here, by chance and seed."""

import datetime as dt
import random

from planner.coaching.insights.touch_record import TouchRecord
from planner.model.terms import Side, TouchChannel, TouchOutcome, TouchValue
from tests.coaching.insights.simulated_rep import CLIENTS, FIRST_DAY

MEETING = 0.2
"""How likely a touch leads to a meeting, if nothing helps."""


def touches_of_year(seed: int, *, letters_help: float = 0.0, count: int = 300) -> list[TouchRecord]:
    """Return so many touches over one year, oldest first; a letter leads to a meeting so much more often."""
    chance = random.Random(f"touches {seed}")
    return [_touch(chance, number, number / count, letters_help) for number in range(count)]


def _touch(chance: random.Random, number: int, year: float, letters_help: float) -> TouchRecord:
    client = chance.randrange(len(CLIENTS))
    channel = chance.choice(tuple(TouchChannel))
    likely = MEETING + (letters_help if channel is TouchChannel.LETTER else 0)
    others = tuple(outcome for outcome in TouchOutcome if outcome is not TouchOutcome.MEETING_AGREED)
    return TouchRecord(
        touch_id=f"t{number}",
        client_id=f"c{client:011x}",
        client=CLIENTS[client],
        dream_client=True,
        day=FIRST_DAY + dt.timedelta(days=int(year * 364)),
        by=Side.THEM if chance.random() < 0.1 else Side.US,
        channel=channel,
        value_kind=chance.choice(tuple(TouchValue)),
        outcome=TouchOutcome.MEETING_AGREED if chance.random() < likely else chance.choice(others),
    )
