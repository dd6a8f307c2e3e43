"""Another program changes the library's files while it is open, or between two openings."""

import datetime as dt
import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB

import planner.store.durable_tables
from planner.platform.files import FileNotWritten, write_atomically, write_unfinished
from planner.store.errors import LibraryNotOpened
from planner.store.journal import Journal
from planner.store.storage import LibraryStorage
from tests.store.plans import on_disk
from tests.store.test_journal import put, titles


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library" / "library.json"


@pytest.fixture
def storage(path: Path) -> LibraryStorage:
    """A library with one plan, folded, and another in its journal."""
    path.parent.mkdir()
    opened = LibraryStorage(path)
    put(opened, 1, "one")
    opened.checkpoint()
    put(opened, 2, "two")
    return opened


def theirs(path: Path) -> bytes:
    with TinyDB(path) as stock:
        stock.table("plans").insert({"title": "theirs"})
    return path.read_bytes()


def copies(path: Path) -> list[Path]:
    return sorted(path.parent.glob("library (other copy *).json"))


def test_a_file_changed_while_open_stays_and_ours_is_written_beside_it(
    path: Path, storage: LibraryStorage
) -> None:
    before = theirs(path)

    storage.checkpoint()

    (copy,) = copies(path)
    assert path.read_bytes() == before
    with TinyDB(copy) as stock:
        assert [plan["title"] for plan in stock.table("plans")] == ["one", "two"]
    assert storage.path == copy
    (told,) = storage.notices
    assert "changed by another program" in told
    assert copy.name in told


def replaced_by_theirs(path: Path) -> bytes:
    """Put another library in the file's place as a sync client does: written beside, then renamed."""
    beside = path.with_name("arriving.tmp")
    before = theirs(beside)
    beside.replace(path)
    return before


def test_a_file_replaced_while_open_is_noticed_at_the_next_save(path: Path, storage: LibraryStorage) -> None:
    before = replaced_by_theirs(path)

    put(storage, 3, "three")

    (copy,) = copies(path)
    assert storage.path == copy
    assert titles(copy) == ["one", "two", "three"]
    assert path.read_bytes() == before
    (told,) = storage.notices
    assert "was changed by another program while it was open" in told


def test_a_first_file_put_there_while_open_is_noticed_too(path: Path) -> None:
    path.parent.mkdir()
    storage = LibraryStorage(path)
    put(storage, 1, "one")
    before = replaced_by_theirs(path)

    put(storage, 2, "two")

    (copy,) = copies(path)
    assert titles(copy) == ["one", "two"]
    assert path.read_bytes() == before


def test_a_file_that_was_copied_onto_itself_is_still_ours(path: Path, storage: LibraryStorage) -> None:
    shutil.copy(path, path.with_name("same.tmp"))
    path.with_name("same.tmp").replace(path)

    put(storage, 3, "three")

    assert (copies(path), storage.notices) == ([], ())
    assert titles(path) == ["one", "two", "three"]


def test_a_save_reads_nothing_of_a_file_that_nobody_has_touched(
    storage: LibraryStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    monkeypatch.setattr(hashlib, "file_digest", lambda _file, name: read.append(name))

    put(storage, 3, "three")
    storage.checkpoint()
    put(storage, 4, "four")

    assert read == []


def test_an_emptied_file_is_written_anew_at_the_next_save(path: Path, storage: LibraryStorage) -> None:
    path.write_bytes(b"")

    put(storage, 3, "three")

    assert (copies(path), storage.notices) == ([], ())
    assert [plan["title"] for plan in msgspec.json.decode(path.read_bytes())["plans"].values()][:2] == [
        "one",
        "two",
    ]
    assert titles(path) == ["one", "two", "three"]


def test_an_emptied_file_is_written_anew_on_close(path: Path, storage: LibraryStorage) -> None:
    storage.checkpoint()
    path.write_bytes(b"")

    storage.close()

    assert titles(path) == ["one", "two"]


def test_what_was_folded_is_not_lost_with_a_file_replaced_before_close(
    path: Path, storage: LibraryStorage
) -> None:
    storage.checkpoint()
    before = replaced_by_theirs(path)

    storage.close()

    (copy,) = copies(path)
    assert titles(copy) == ["one", "two"]
    assert path.read_bytes() == before


def test_a_library_only_looked_through_makes_no_copy(path: Path, storage: LibraryStorage) -> None:
    storage.close()
    opened = LibraryStorage(path)
    before = replaced_by_theirs(path)

    opened.close()

    assert copies(path) == []
    assert path.read_bytes() == before


def test_a_file_replaced_during_a_fold_is_not_overwritten_by_it(
    path: Path, storage: LibraryStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_there: list[bytes] = []

    def write_while_theirs_arrive(target: Path, chunks: Iterable[bytes]) -> Path:
        unfinished = write_unfinished(target, chunks)
        if not put_there:
            put_there.append(replaced_by_theirs(path))
            put(storage, 3, "three")
        return unfinished

    monkeypatch.setattr(planner.store.durable_tables, "write_unfinished", write_while_theirs_arrive)

    storage.checkpoint()

    (copy,) = copies(path)
    assert path.read_bytes() == put_there[0]
    assert titles(copy) == ["one", "two", "three"]


def test_work_goes_on_in_the_copy_as_durably_as_before(path: Path, storage: LibraryStorage) -> None:
    before = theirs(path)
    storage.checkpoint()

    put(storage, 3, "three")

    (copy,) = copies(path)
    assert titles(copy) == ["one", "two", "three"]
    storage.close()
    assert list(on_disk(path.parent)) == sorted([copy.name, "library.json"])
    assert path.read_bytes() == before


def test_a_change_on_close_is_noticed_too(path: Path, storage: LibraryStorage) -> None:
    before = theirs(path)

    storage.close()

    (copy,) = copies(path)
    assert titles(copy) == ["one", "two"]
    assert path.read_bytes() == before


def test_a_file_put_there_before_the_journal_was_read_is_not_mixed_with_it(
    path: Path, storage: LibraryStorage
) -> None:
    put(storage, 1, "one changed")
    before = theirs(path)

    opened = LibraryStorage(path)

    assert titles(path) == ["one", "theirs"]
    assert path.read_bytes() == before
    (copy,) = copies(path)
    assert titles(copy) == ["two", "one changed"]
    changed, told, beside = opened.notices
    assert changed == (
        f"{path} is not as Front Foot left it: another program changed it, or it is damaged. "
        "What it holds is shown. If something is missing or wrong, look into a backup."
    )
    assert told == (
        f"{path} is another file than the one the last changes were made in: another program put it there. "
        f"It was not changed. Those changes are in {copy.name}; "
        "their journal is kept as library.journal.other-1."
    )
    assert beside.startswith(f"{copy.name} lies beside the library")


def test_a_journal_of_another_file_that_cannot_be_moved_keeps_the_library_shut_and_says_why(
    path: Path, storage: LibraryStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(storage, 1, "one changed")
    before = theirs(path)

    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as barred:
        barred.setattr(Path, "rename", refuse)
        with pytest.raises(LibraryNotOpened) as caught:
            LibraryStorage(path)

    journal = path.with_suffix(".journal")
    assert str(caught.value) == (
        f"{journal} cannot be opened: it must be repaired first, and you may not write there."
    )
    assert path.read_bytes() == before
    assert titles(LibraryStorage(path).path) == ["one", "theirs"]


def test_a_journal_left_behind_that_cannot_be_removed_is_no_hindrance(
    path: Path, storage: LibraryStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs(path)

    def refuse(_journal: Journal) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as barred:
        barred.setattr(Journal, "discard", refuse)
        put(storage, 3, "three")

    (copy,) = copies(path)
    assert (storage.path, titles(copy)) == (copy, ["one", "two", "three"])


def test_a_second_writer_gets_a_copy_of_its_own(path: Path, storage: LibraryStorage) -> None:
    second = LibraryStorage(path)
    put(second, 3, "second's")

    put(storage, 3, "first's")
    put(storage, 4, "first's too")

    (copy,) = copies(path)
    assert titles(path) == ["one", "two", "second's"]
    assert titles(copy) == ["one", "two", "first's", "first's too"]
    second.close()
    storage.close()
    assert titles(path) == ["one", "two", "second's"]


def test_two_that_start_at_once_lose_nothing(path: Path) -> None:
    path.parent.mkdir()
    first, second = LibraryStorage(path), LibraryStorage(path)

    put(first, 1, "first's")
    put(second, 1, "second's")

    (copy,) = copies(path)
    assert (titles(path), titles(copy)) == (["first's"], ["second's"])


def test_a_journal_removed_by_others_is_no_loss(path: Path, storage: LibraryStorage) -> None:
    path.with_suffix(".journal").unlink()
    path.unlink()

    put(storage, 3, "three")

    assert titles(path) == ["one", "two", "three"]
    assert storage.notices == ()


def test_a_file_removed_by_others_is_written_anew(path: Path, storage: LibraryStorage) -> None:
    path.unlink()
    put(storage, 3, "three")
    assert titles(path) == ["one", "two", "three"]
    storage.checkpoint()
    path.unlink()

    storage.close()

    assert titles(path) == ["one", "two", "three"]
    assert list(on_disk(path.parent)) == ["library.json"]


def test_a_folder_that_vanishes_is_told_and_all_is_there_when_it_is_back(
    path: Path, storage: LibraryStorage
) -> None:
    elsewhere = path.parent.with_name("elsewhere")
    path.parent.rename(elsewhere)
    with pytest.raises(FileNotWritten) as caught:
        put(storage, 3, "never")
    assert str(caught.value) == f"{path} was not written: there is no folder {path.parent}."
    with pytest.raises(FileNotWritten, match=r"No such file|there is no folder"):
        storage.checkpoint()

    elsewhere.rename(path.parent)
    put(storage, 3, "three")

    assert titles(path) == ["one", "two", "three"]
    assert copies(path) == []


def test_a_folder_that_vanishes_before_there_is_a_library_file_is_told_with_its_journal(path: Path) -> None:
    path.parent.mkdir()
    storage = LibraryStorage(path)
    put(storage, 1, "one")
    elsewhere = path.parent.rename(path.parent.with_name("elsewhere"))

    with pytest.raises(FileNotWritten) as caught:
        put(storage, 2, "never")

    journal = path.with_suffix(".journal")
    assert str(caught.value) == f"{journal} was not written: there is no folder {path.parent}."
    elsewhere.rename(path.parent)
    put(storage, 3, "three")
    assert titles(path) == ["one", "three"]


def test_a_folder_made_anew_gets_everything(path: Path, storage: LibraryStorage) -> None:
    shutil.rmtree(path.parent)
    path.parent.mkdir()

    put(storage, 3, "three")
    storage.close()

    assert titles(path) == ["one", "two", "three"]
    assert list(on_disk(path.parent)) == ["library.json"]


def test_a_read_only_file_is_left_and_changes_wait_in_the_journal(
    path: Path, storage: LibraryStorage
) -> None:
    path.chmod(0o400)
    before = path.read_bytes()

    put(storage, 3, "three")
    storage.close()

    assert path.read_bytes() == before
    assert "the file there is read-only. Nothing is lost" in storage.notices[-1]
    assert titles(path) == ["one", "two", "three"]


def test_what_is_left_of_a_copy_is_folded_when_the_library_is_next_opened(
    path: Path, storage: LibraryStorage
) -> None:
    theirs(path)
    storage.checkpoint()
    put(storage, 3, "three")

    opened = LibraryStorage(path)

    (copy,) = copies(path)
    assert list(on_disk(path.parent)) == sorted([copy.name, "library.json"])
    assert msgspec.json.decode(copy.read_bytes())["plans"].keys() == {"1", "2", "3"}
    assert any(copy.name in told for told in opened.notices)


def test_a_copy_with_the_journal_of_another_is_parted_under_the_date_of_the_day(
    path: Path, storage: LibraryStorage
) -> None:
    theirs(path)
    storage.checkpoint()
    (copy,) = copies(path)
    other = LibraryStorage(path.parent.parent / "library.json")
    put(other, 7, "another's")
    shutil.copy(other.path.with_suffix(".journal"), copy.with_suffix(".journal"))

    LibraryStorage(path, today=lambda: dt.date(2031, 5, 4))

    (parted,) = path.parent.glob("library (other copy * 2031-05-04).json")
    assert titles(parted) == ["another's"]


@pytest.mark.parametrize("times", [1, 3])
def test_a_name_that_another_takes_at_the_same_moment_is_left_to_it(
    path: Path, storage: LibraryStorage, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    taken: list[Path] = []

    def write_and_be_overtaken(at: Path, data: Iterable[bytes]) -> None:
        write_atomically(at, data)
        if len(taken) < times:
            taken.append(at.with_suffix(".journal"))
            taken[-1].write_bytes(b"another's")

    monkeypatch.setattr(planner.store.durable_tables, "write_atomically", write_and_be_overtaken)
    path.with_suffix(".journal").unlink()
    path.unlink()

    put(storage, 3, "three")

    assert len(taken) == times
    assert titles(storage.path) == ["one", "two", "three"]
    assert [journal.read_bytes() for journal in taken] == [b"another's"] * times


def test_a_name_that_another_takes_again_and_again_is_told(
    path: Path, storage: LibraryStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_and_be_overtaken(at: Path, data: Iterable[bytes]) -> None:
        write_atomically(at, data)
        at.with_suffix(".journal").write_bytes(b"another's")

    with monkeypatch.context() as always:
        always.setattr(planner.store.durable_tables, "write_atomically", write_and_be_overtaken)
        path.with_suffix(".journal").unlink()
        with pytest.raises(FileNotWritten, match=r"written: another program keeps changing it\.$"):
            put(storage, 3, "three")

    put(storage, 4, "four")

    assert titles(storage.path) == ["one", "two", "four"]


def test_a_small_file_that_cannot_be_read_is_told_as_any_other(
    path: Path, storage: LibraryStorage, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text("{}")  # another program emptied it, and keeps it for itself

    def refuse(file: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(file))

    with monkeypatch.context() as barred:
        barred.setattr(Path, "read_bytes", refuse)
        with pytest.raises(FileNotWritten, match="was not written"):
            put(storage, 3, "three")
    put(storage, 3, "three")
    assert "three" in titles(path)
