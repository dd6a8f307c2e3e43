"""What TinyDB expects of a storage, and what we promise beyond it."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest
from tinydb import where
from tinydb.operations import increment

from planner.platform.files import FileNotWritten
from planner.store.database import LibraryDatabase
from tests.store.plans import on_disk

SUITE = Path(__file__).with_name("tinydb_suite.py")


@pytest.fixture
def database(tmp_path: Path) -> LibraryDatabase:
    opened = LibraryDatabase(tmp_path / "library.json")
    opened.table("plans").insert_multiple([{"count": 1, "rows": [{"text": "one"}]}, {"count": "x"}])
    return opened


def test_nothing_read_leads_to_what_is_kept(database: LibraryDatabase, tmp_path: Path) -> None:
    before, plans = on_disk(tmp_path), database.table("plans")
    read: Any = database.storage.read()

    for document in (read["plans"]["1"], plans.all()[0], plans.get(doc_id=1), next(iter(plans))):
        assert isinstance(document, dict)
        document["rows"][0]["text"] = "changed"
        document["count"] = 99
    read["plans"].clear()

    assert plans.all() == [{"count": 1, "rows": [{"text": "one"}]}, {"count": "x"}]
    assert on_disk(tmp_path) == before


def test_what_was_written_may_be_changed_afterwards(database: LibraryDatabase) -> None:
    document = {"rows": [{"text": "two"}]}
    number = database.table("plans").insert(document)

    document["rows"][0]["text"] = "changed"

    assert database.table("plans").get(doc_id=number) == {"rows": [{"text": "two"}]}


def explode(_document: Any) -> NoReturn:
    raise ZeroDivisionError


@pytest.mark.parametrize(
    ("fail", "error"),
    [
        (lambda plans: plans.update(increment("count")), TypeError),
        (lambda plans: plans.update(explode), ZeroDivisionError),
        (lambda plans: plans.insert({"bad": object()}), TypeError),
        (lambda plans: plans.insert_multiple([{"good": 1}, {"bad": {1, object()}}]), TypeError),
    ],
)
def test_a_failing_update_changes_nothing(
    database: LibraryDatabase, tmp_path: Path, fail: Callable[[Any], object], error: type[Exception]
) -> None:
    before, read = on_disk(tmp_path), database.storage.read()

    with pytest.raises(error):
        fail(database.table("plans"))

    assert on_disk(tmp_path) == before
    assert database.storage.read() == read
    database.table("plans").insert({"next": True})
    assert len(database.table("plans")) == 3


def test_a_failed_write_raises_and_leaves_memory_as_it_was(
    database: LibraryDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, read = on_disk(tmp_path), database.storage.read()

    def full_disk(*_arguments: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as broken:
        broken.setattr("planner.store.journal.write_all", full_disk)
        for change in (
            lambda: database.table("plans").insert({"new": True}),
            lambda: database.table("plans").remove(where("count") == 1),
            database.drop_tables,
        ):
            with pytest.raises(FileNotWritten, match="the disk is full"):
                change()

    assert database.storage.read() == read
    assert database.table("plans").all() == list((read or {})["plans"].values())
    assert on_disk(tmp_path) == before


@pytest.mark.soak(name="tinydb")
@pytest.mark.timeout(600)
def test_tinydbs_own_suite_passes(record_property: Callable[[str, object], None]) -> None:
    finished = subprocess.run([sys.executable, str(SUITE)], capture_output=True, text=True, check=False)

    assert finished.returncode == 0, finished.stdout + finished.stderr
    record_property("figure", f"TinyDB's own suite with our storage: {finished.stdout.splitlines()[-1]}")
