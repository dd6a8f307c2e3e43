"""Bits flip and files are cut short: what can be read is there, and what cannot is said."""

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planner.model.errors import PlannerError
from planner.model.plan import Preparation
from planner.store.journal_record import scan_records
from planner.store.library import Library
from tests.store.writer import version_of

SAVED = {f"plan{number}": version_of(f"plan{number}", number, number) for number in range(6)}
EARLIER = {plan_id: version_of(plan_id, 9, 3) for plan_id in ("plan0", "plan1")}


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A library with half its plans in the file, and the others, and changes, in the journal."""
    folder = tmp_path / "whole"
    library = Library.open(folder)
    for plan_id in ("plan0", "plan1", "plan2"):
        library.save(EARLIER.get(plan_id, SAVED[plan_id]))
    library.close()
    library = Library.open(folder)
    for preparation in SAVED.values():
        library.save(preparation)
    return folder


Damage = Callable[[bytes], Iterator[bytes]]


def flipped(data: bytes) -> Iterator[bytes]:
    for at in range(len(data)):
        for bit in (0x01, 0x80):
            yield data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]


def cut(data: bytes) -> Iterator[bytes]:
    for length in range(len(data)):
        yield data[:length]


@pytest.mark.parametrize(
    "share", [0.02, pytest.param(1, marks=[pytest.mark.soak(name="damage"), pytest.mark.timeout(3_600)])]
)
@pytest.mark.parametrize("damage", [flipped, cut])
@pytest.mark.parametrize("name", ["library.json", "library.journal"])
def test_damage_is_told_and_nothing_false_is_shown(
    tmp_path: Path,
    whole: Path,
    name: str,
    damage: Damage,
    share: float,
    record_property: Callable[[str, object], None],
) -> None:
    chance = random.Random(name)
    tried = refused = 0
    for data in damage((whole / name).read_bytes()):
        if share < 1 and chance.random() > share:
            continue
        tried += 1
        folder = tmp_path / "damaged"
        shutil.copytree(whole, folder)
        (folder / name).write_bytes(data)
        refused += not opens_truly(folder, name, (whole / "library.journal").read_bytes())
        shutil.rmtree(folder)
    assert tried > 5
    what = "bits flipped" if damage is flipped else "lengths cut"
    record_property(
        "figure", f"damage to {name}: {tried:,} {what}, {refused:,} refused in words, nothing false shown"
    )


def opens_truly(folder: Path, name: str, journal: bytes) -> bool:
    """Whether the library opens, with nothing missing unless it was said; False if it is refused."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    try:
        library = Library.open(folder)
    except PlannerError as refusal:
        said = str(refusal)
        library = None
    if library is None:
        assert str(folder) in said
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
        return False
    missing = [plan_id for plan_id, saved in SAVED.items() if held(library, plan_id) != saved]
    false = [one for one in missing if held(library, one) not in (None, EARLIER.get(one))]
    ends = {found.end for found in scan_records(journal).records} | {0}
    is_cut_between_records = name == "library.journal" and len(before[name]) in ends
    assert library.notices or not missing or is_cut_between_records
    assert not false or name == "library.json"
    library.save(SAVED["plan5"])
    library.close()
    again = Library.open(folder)
    assert held(again, "plan5") == SAVED["plan5"]
    again.close()
    json.loads((folder / "library.json").read_bytes())
    return True


def held(library: Library, plan_id: str) -> Preparation | None:
    try:
        return library.preparation(plan_id)
    except PlannerError:
        return None
