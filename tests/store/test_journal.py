import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest
from tinydb import TinyDB

from planner.platform.files import FileNotWritten
from planner.store import durable_tables, library_file
from planner.store.errors import LibraryTooNew
from planner.store.journal_record import NO_FILE, Change, Tables, encoded_record, scan_records
from planner.store.storage import LibraryStorage
from tests.store.plans import on_disk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.json"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "library.journal"


def put(storage: LibraryStorage, doc_id: int, title: str) -> None:
    storage.put({"plans": {str(doc_id): msgspec.json.encode({"title": title})}})


def titles(path: Path) -> list[str]:
    """The titles of all plans, by a look that changes nothing."""
    tables = LibraryStorage(path, read_only=True).read() or {}
    return [plan["title"] for plan in tables.get("plans", {}).values()]


def full_disk(*_arguments: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_change_is_one_record_and_the_file_is_left_alone(path: Path, journal: Path) -> None:
    storage = LibraryStorage(path)

    put(storage, 1, "one")
    put(storage, 2, "two")

    first, second = scan_records(journal.read_bytes()).records
    assert (first.sequence, second.sequence) == (1, 2)
    assert {name: list(table) for name, table in second.change.tables.items()} == {"plans": ["2"]}
    assert not path.exists()
    assert titles(path) == ["one", "two"]


def test_closing_folds_it_and_leaves_one_file_for_any_tinydb(path: Path) -> None:
    storage = LibraryStorage(path)
    put(storage, 1, "one")
    storage.close()

    again = LibraryStorage(path)
    put(again, 2, "two")
    again.put({"plans": {"1": None}})
    again.close()

    assert list(on_disk(path.parent)) == ["library.json"]
    with TinyDB(path) as stock:
        assert [(plan.doc_id, plan) for plan in stock.table("plans")] == [(2, {"title": "two"})]


def test_what_is_closed_takes_no_change(path: Path) -> None:
    storage = LibraryStorage(path)
    storage.close()

    with pytest.raises(FileNotWritten, match="it is closed"):
        put(storage, 1, "one")
    assert on_disk(path.parent) == {}


def test_a_long_journal_is_folded_while_changes_go_on(
    path: Path, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable_tables, "CHECKPOINT_BEYOND", 200)
    folding, go_on = threading.Event(), threading.Event()

    def held(tables: Tables) -> Iterator[bytes]:
        folding.set()
        assert go_on.wait(60)
        yield from library_file.file_of(tables)

    monkeypatch.setattr(durable_tables, "file_of", held)
    storage = LibraryStorage(path)
    put(storage, 1, "one" * 60)
    assert folding.wait(60)
    put(storage, 2, "meanwhile")
    go_on.set()
    for thread in threading.enumerate():
        if thread.name == durable_tables.CHECKPOINT_THREAD:
            thread.join()

    (left,) = scan_records(journal.read_bytes()).records
    assert left.change.tables["plans"].keys() == {"2"}
    with TinyDB(path) as stock:
        assert len(stock.table("plans")) == 1
    assert titles(path) == ["one" * 60, "meanwhile"]


@pytest.mark.parametrize("step", ["put_in_place", "make_names_durable", "Journal.rebase"])
def test_a_fold_that_breaks_off_loses_and_doubles_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    storage = LibraryStorage(path)
    put(storage, 1, "one")
    put(storage, 1, "two")
    with monkeypatch.context() as broken:
        broken.setattr(f"planner.store.durable_tables.{step}", full_disk)
        with pytest.raises(FileNotWritten, match="the disk is full"):
            storage.checkpoint()

    assert titles(path) == ["two"]
    put(storage, 1, "three")
    assert titles(path) == ["three"]
    reopened = LibraryStorage(path)
    put(reopened, 2, "four")
    reopened.close()

    assert titles(path) == ["three", "four"]
    assert list(on_disk(path.parent)) == ["library.json"]


@pytest.mark.parametrize("step", ["write_all", "make_durable", "make_names_durable", "os.ftruncate"])
@pytest.mark.parametrize("before", [0, 1])
def test_a_change_that_is_not_stored_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, before: int
) -> None:
    storage = LibraryStorage(path)
    for number in range(before):
        put(storage, number, "before")
    with monkeypatch.context() as broken:
        broken.setattr(f"planner.store.journal.{step}", full_disk)
        broken.setattr("planner.store.journal.make_durable", full_disk)
        with pytest.raises(FileNotWritten, match=r"library\.journal was not written: the disk is full"):
            put(storage, 7, "never")

    assert storage.count("plans") == before
    put(storage, 8, "after")
    storage.close()
    assert titles(path) == ["before"] * before + ["after"]


def test_a_torn_end_is_cut_off_and_kept(path: Path, journal: Path) -> None:
    storage = LibraryStorage(path)
    put(storage, 1, "one")
    put(storage, 2, "two")
    whole = journal.read_bytes()
    first = scan_records(whole).records[0].end
    for length in range(first + 1, len(whole)):
        journal.write_bytes(whole[:length])

        opened = LibraryStorage(path)

        assert opened.read() == {"plans": {"1": {"title": "one"}}}
        assert journal.read_bytes() == whole[:first]
        (told,) = opened.notices
        assert "library.journal.torn-1" in told
        assert journal.with_name("library.journal.torn-1").read_bytes() == whole[first:length]
        journal.with_name("library.journal.torn-1").unlink()


def test_a_file_made_and_never_written_is_nothing_to_tell(path: Path, journal: Path) -> None:
    journal.touch()

    storage = LibraryStorage(path)
    put(storage, 1, "one")

    assert storage.notices == ()
    assert titles(path) == ["one"]


def test_a_damaged_change_is_told_and_those_around_it_are_recovered(path: Path, journal: Path) -> None:
    storage = LibraryStorage(path)
    for number in (1, 2, 3):
        put(storage, number, f"plan {number}")
    data = bytearray(journal.read_bytes())
    data[scan_records(bytes(data)).records[1].end - 4] ^= 1
    journal.write_bytes(data)

    opened = LibraryStorage(path)

    assert titles(path) == ["plan 1", "plan 3"]
    (told,) = opened.notices
    assert "1 change in it cannot be read, the 2 changes around" in told
    assert journal.with_name("library.journal.damaged-1").read_bytes() == data
    put(opened, 4, "plan 4")
    assert titles(path) == ["plan 1", "plan 3", "plan 4"]


def test_a_journal_of_a_newer_program_is_left_alone(path: Path, journal: Path) -> None:
    journal.write_bytes(encoded_record(Change(), sequence=1, schema=99, base=NO_FILE))
    before = on_disk(path.parent)

    with pytest.raises(LibraryTooNew, match="newer Front Foot"):
        LibraryStorage(path)

    assert on_disk(path.parent) == before


def test_reading_only_changes_nothing_and_sees_every_change(path: Path, journal: Path) -> None:
    storage = LibraryStorage(path)
    put(storage, 1, "one")
    journal.write_bytes(journal.read_bytes() + b"torn")
    before = on_disk(path.parent)

    reading = LibraryStorage(path, read_only=True)

    assert reading.read() == {"plans": {"1": {"title": "one"}}}
    with pytest.raises(FileNotWritten, match="opened for reading only"):
        put(reading, 1, "two")
    reading.close()
    assert on_disk(path.parent) == before
