"""A process that saves plans, over and over, and acknowledges each save on a pipe."""

import random
from multiprocessing.connection import Connection
from pathlib import Path

import msgspec

from planner.model.client import Client
from planner.model.fields import with_field
from planner.model.plan import Plan, Preparation
from planner.store import durable_tables
from planner.store.library import Library

PLANS = 5

Versions = dict[str, int]
"""The number of the last save of each plan, by its id."""


def version_of(plan_id: str, number: int, words: int = 1) -> Preparation:
    """A plan that says by its title which save it is."""
    preparation = Preparation(
        Client(id=f"c-{plan_id}", name="Tarn"), Plan(id=plan_id, client_id=f"c-{plan_id}")
    )
    return with_field(preparation, "plan.call.title", " ".join([str(number), *["words"] * words]))


def versions_in(folder: Path) -> Versions:
    """Which save of each plan the library holds, read as a whole and by what the list says."""
    library = Library.open(folder)
    stored = {summary.id: int(summary.title.split()[0]) for summary in library.summaries()}
    for plan_id, number in stored.items():
        assert int(library.preparation(plan_id).plan.call.title.split()[0]) == number
    assert msgspec.json.decode(b"".join(library.as_file()[0])).keys() >= {"meta", "plans"} or not stored
    library.close()
    return stored


def save_for_ever(folder: Path, seed: int, first: int, fold_beyond: int, acknowledged: Connection) -> None:
    """Save random plans under rising numbers; send each number and id before and after its save."""
    durable_tables.CHECKPOINT_BEYOND = fold_beyond
    chance = random.Random(seed)
    library = Library.open(folder)
    number = first
    while True:
        plan_id = f"plan{chance.randrange(PLANS)}"
        acknowledged.send((False, plan_id, number))
        library.save(version_of(plan_id, number, chance.randrange(200)))
        acknowledged.send((True, plan_id, number))
        number += 1
        if not chance.randrange(12):
            library.close()
            library = Library.open(folder)
