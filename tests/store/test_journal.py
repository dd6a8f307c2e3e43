import errno
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest
from tinydb import TinyDB

from planner.platform.files import FileNotWritten
from planner.store import durable_tables, library_file
from planner.store.errors import LibraryTooNew
from planner.store.journal import Journal, JournalMoved
from planner.store.journal_record import NO_FILE, Change, Tables, encoded_record, scan_records
from planner.store.storage import LibraryStorage
from tests.store.plans import on_disk
from tests.store.recorded_disk import RecordedDisk, Step

needs_a_folder_to_sync = pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be synced there")


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

    with pytest.raises(FileNotWritten, match=r"written: it is closed\.$"):
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
@pytest.mark.parametrize("earlier", [(), ("one",)])
def test_a_fold_that_breaks_off_loses_and_doubles_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, earlier: Sequence[str]
) -> None:
    storage = LibraryStorage(path)
    for title in (*earlier, "two"):
        put(storage, 1, title)
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


def test_opening_leaves_a_journal_that_belongs_to_its_file_as_it_is(path: Path, journal: Path) -> None:
    storage = LibraryStorage(path)
    put(storage, 1, "one")
    storage.checkpoint()
    put(storage, 2, "two")
    before = journal.stat()

    again = LibraryStorage(path)

    assert again.notices == ()
    assert (journal.stat().st_ino, journal.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    put(again, 3, "three")
    assert titles(path) == ["one", "two", "three"]


def as_long_but_anothers(journal: Path) -> bytes:
    """Put another program's journal in the place of ours, to the byte as long; return it."""
    (ours,) = scan_records(journal.read_bytes()).records
    text = msgspec.json.decode(msgspec.json.encode(ours.change.tables["plans"]["1"]))["title"]
    change = Change({"plans": {"1": msgspec.Raw(msgspec.json.encode({"title": text[::-1]}))}})
    another = encoded_record(change, sequence=ours.sequence, schema=ours.schema, base=ours.base)
    assert len(another) == journal.stat().st_size
    journal.write_bytes(another)
    return another


def test_a_journal_of_another_that_is_just_as_long_is_not_continued(path: Path, journal: Path) -> None:
    storage = LibraryStorage(path)
    put(storage, 1, "one")
    another = as_long_but_anothers(journal)

    put(storage, 2, "two")

    assert journal.read_bytes() == another
    assert storage.path != path
    assert titles(storage.path) == ["one", "two"]
    assert titles(path) == ["eno"]


def test_a_journal_of_another_that_is_just_as_long_is_not_renewed(path: Path, journal: Path) -> None:
    LibraryStorage(path).put({"plans": {"1": b'{"title":"one"}'}})
    ours = Journal(journal, schema=1, records=scan_records(journal.read_bytes()).records)
    another = as_long_but_anothers(journal)

    with pytest.raises(JournalMoved):
        ours.rebase(b"\1" * 16, 0)

    assert journal.read_bytes() == another


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RecordedDisk:
    """A disk that notes what is done in the folder from now on."""
    recorded = RecordedDisk(tmp_path)
    recorded.watch(monkeypatch)
    return recorded


OF_THE_FOLDER = Step("sync")


@needs_a_folder_to_sync
@pytest.mark.parametrize(("through", "kind"), [(1, "rename"), (2, "remove")])
def test_a_journal_that_follows_another_file_is_on_the_disk_under_its_name(
    journal: Path, disk: RecordedDisk, through: int, kind: str
) -> None:
    ours = Journal(journal, schema=1)
    for _ in range(2):
        ours.append(Change())

    ours.rebase(b"\1" * 16, through)

    assert [step.kind for step in disk.steps[-2:]] == [kind, "sync"]
    assert disk.steps[-1] == OF_THE_FOLDER


@needs_a_folder_to_sync
def test_a_journal_that_is_removed_is_gone_from_the_disk_too(journal: Path, disk: RecordedDisk) -> None:
    ours = Journal(journal, schema=1)
    ours.append(Change())

    ours.discard()

    assert [step.kind for step in disk.steps[-2:]] == ["remove", "sync"]
    assert disk.steps[-1] == OF_THE_FOLDER


def test_a_journal_of_another_is_not_discarded(journal: Path) -> None:
    ours = Journal(journal, schema=1)
    ours.append(Change({"plans": {"1": msgspec.Raw(b'{"title":"one"}')}}))
    another = as_long_but_anothers(journal)

    ours.discard()

    assert journal.read_bytes() == another


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
