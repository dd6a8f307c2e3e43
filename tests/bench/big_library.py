"""A library of many full plans, each with its own client, dates and words."""

import datetime as dt
import random
import re
from pathlib import Path
from typing import Any

import msgspec

from planner.exchange.sample import sample_preparation
from planner.model.placed_time import read_stored
from planner.model.plan import Preparation
from planner.store.library import Library

TODAY = dt.date(2026, 11, 29)
_COUNT = 1_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}.*")


def fill(folder: Path, count: int = _COUNT) -> None:
    """Store so many plans, each as large as the sample and worded differently."""
    sample = msgspec.to_builtins(sample_preparation(TODAY))
    library = Library.open(folder)
    library.add([_varied(sample, number) for number in range(count)])
    library.close()


def _varied(sample: dict[str, Any], number: int) -> Preparation:
    chance = random.Random(number)
    varied = _reworded(sample, chance, dt.timedelta(days=7 * (number % 104 - 96)))
    client_id = f"c{number:011x}"
    varied["client"] |= {"id": client_id, "name": f"{varied['client']['name']} {number}"}
    varied["plan"] |= {"id": f"a{number:011x}", "client_id": client_id}
    return msgspec.convert(varied, Preparation, dec_hook=read_stored)


def _reworded(value: Any, chance: random.Random, later: dt.timedelta) -> Any:
    """Shuffle the words of every text and move every day."""
    if isinstance(value, dict):
        return {key: _reworded(inner, chance, later) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_reworded(inner, chance, later) for inner in value]
    if not isinstance(value, str):
        return value
    if _DAY.fullmatch(value):
        return (dt.date.fromisoformat(value[:10]) + later).isoformat() + value[10:]
    words = value.split()
    return " ".join(chance.sample(words, len(words))) if len(words) > 3 else value
