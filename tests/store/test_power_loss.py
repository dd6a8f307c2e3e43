"""The power fails after any operation; what was not synced is lost, torn or out of order."""

import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.platform.files import FileNotWritten
from planner.store import durable_tables
from planner.store.library import Library
from tests.store.recorded_disk import RecordedDisk, Step, after_power_loss
from tests.store.writer import PLANS, version_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be synced there")


@pytest.mark.parametrize(
    ("saves", "seeds"),
    [(8, 1), pytest.param(40, 40, marks=[pytest.mark.soak(name="power"), pytest.mark.timeout(3_600)])],
)
def test_every_acknowledged_save_survives(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    saves: int,
    seeds: int,
    record_property: Callable[[str, object], None],
) -> None:
    states = 0
    for seed in range(seeds):
        steps = recorded(tmp_path / f"work{seed}", monkeypatch, saves, random.Random(seed))
        for at in range(len(steps) + 1):
            acknowledged, begun = told(steps[:at])
            for state in after_power_loss(steps[:at], random.Random(f"{seed} {at}")):
                states += 1
                folder = tmp_path / f"state{states}"
                check(folder, state, acknowledged, begun)
    record_property(
        "figure",
        f"power loss: {states:,} states of the disk after {seeds * saves} saves, no acknowledged save lost",
    )


def test_the_record_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = recorded(tmp_path / "work", monkeypatch, 8, random.Random(1))
    _, everything, *_ = after_power_loss([*steps, Step("sync", 0)], random.Random(1))

    assert everything == {path.name: path.read_bytes() for path in (tmp_path / "work").iterdir()}
    assert {step.kind for step in steps} >= {"name", "write", "sync", "rename", "remove", "note"}


def recorded(folder: Path, patch: pytest.MonkeyPatch, saves: int, chance: random.Random) -> list[Step]:
    """The steps of saving, with folds, closing and opening in between; notes say what was done."""
    folder.mkdir()
    disk = RecordedDisk(folder)
    with patch.context() as watched:
        watched.setattr(durable_tables, "CHECKPOINT_BEYOND", 1 << 30)
        disk.watch(watched)
        library = Library.open(folder)
        for number in range(1, saves + 1):
            plan_id = f"plan{chance.randrange(PLANS)}"
            disk.note(f"begin {plan_id} {number}")
            library.save(version_of(plan_id, number, chance.randrange(100)))
            disk.note(f"done {plan_id} {number}")
            doing = chance.randrange(6)
            if doing == 0:
                library._database.durable.checkpoint()
            elif doing == 1:
                library.close()
                library = Library.open(folder)
    return disk.steps


def told(steps: list[Step]) -> tuple[dict[str, int], dict[str, int]]:
    """The number of each plan's last save that was acknowledged, and of the last begun."""
    noted: dict[str, dict[str, int]] = {"done": {}, "begin": {}}
    for step in steps:
        if step.kind == "note":
            word, plan_id, number = step.name.split()
            noted[word][plan_id] = int(number)
    return noted["done"], noted["begin"]


def check(folder: Path, state: dict[str, bytes], acknowledged: dict[str, int], begun: dict[str, int]) -> None:
    folder.mkdir()
    for name, data in state.items():
        (folder / name).write_bytes(data)
    library = Library.open(folder)
    stored = {summary.id: int(summary.title.split()[0]) for summary in library.summaries()}
    for plan_id in acknowledged.keys() | stored.keys():
        held = stored.get(plan_id, 0)
        assert held in (acknowledged.get(plan_id, 0), begun.get(plan_id, 0)), (plan_id, sorted(state))
        assert held >= acknowledged.get(plan_id, 0)
    library.save(version_of("next", 1))
    library.close()
    with pytest.raises(FileNotWritten, match="it is closed"):
        library._database.durable.checkpoint()
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
