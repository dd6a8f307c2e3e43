import datetime as dt
import json
import stat
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import platformdirs
import pytest
from msgspec.structs import replace
from platformdirs.macos import MacOS
from tinydb import TinyDB

import planner.store.backups
from planner.cli.library_folder import library_folder
from planner.model.library_values import Backup
from planner.store.backup_file import LARGEST, LIBRARY, MANIFEST, library_in, manifest_of, opened, packed
from planner.store.backups import BACKUPS_VARIABLE, Backups
from planner.store.contents import LibraryCounts
from planner.store.errors import BackupNotMade, BackupNotOpened, LibraryTooNew
from planner.store.library import FILE_NAME, Library
from planner.store.records import SCHEMA
from tests.builders import a_plan

NOON = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> dt.datetime:
        return self.now

    def pass_days(self, days: float) -> None:
        self.now += dt.timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(tmp_path: Path, folder: Path, clock: Clock) -> Backups:
    return Backups(folder, home=tmp_path / "state", now=clock)


@pytest.fixture
def library_file(library: Library, folder: Path) -> bytes:
    kept = a_plan(**{"call.title": "Changeover losses"})
    gone = a_plan()
    library.add([kept, gone])
    library.delete(gone.plan.id)
    library.close()
    return (folder / FILE_NAME).read_bytes()


def damaged(backup: Backup) -> Path:
    """The backup, with a byte of its library changed."""
    data = bytearray(backup.path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    backup.path.write_bytes(data)
    return backup.path


def test_a_backup_says_what_is_in_it_and_gives_the_file_back_to_the_byte(
    backups: Backups, library_file: bytes
) -> None:
    backup = backups.make(library_file, "on demand")

    assert backup.path.name == "front-foot-2026-11-23T12-00-00Z.zip"
    assert backup.path.parent == backups.folder
    assert (backup.taken, backup.plans, backup.size) == (NOON, 1, backup.path.stat().st_size)
    assert (backup.in_trash, backup.clients) == (1, 2)
    assert library_in(backup.path) == library_file
    assert [plan.title for plan in opened(backup.path).summaries()] == ["Changeover losses"]
    assert backups.backups() == [backup]


def test_a_backup_is_for_its_owner_alone(backups: Backups, library_file: bytes) -> None:
    path = backups.make(library_file, "on demand").path

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_anything_that_unpacks_a_zip_and_any_tinydb_reads_a_backup(
    backups: Backups, library_file: bytes, tmp_path: Path
) -> None:
    backup = backups.make(library_file, "on demand")

    with zipfile.ZipFile(backup.path) as archive:
        archive.extract("library.json", tmp_path)
        manifest = json.loads(archive.read("manifest.json"))
    with TinyDB(tmp_path / "library.json") as stock:
        titles = [plan.get("call", {}).get("title") for plan in stock.table("plans").all()]

    assert titles == ["Changeover losses", None]
    assert manifest["plans"] == 1


def test_backups_of_one_second_are_as_many_the_newest_first(backups: Backups, library_file: bytes) -> None:
    made = [backups.make(library_file, "on demand").path for _ in range(11)]

    assert [backup.path for backup in backups.backups()] == made[::-1]


def test_a_backup_that_does_not_open_does_not_count(
    backups: Backups, library_file: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_badly(path: Path, data: bytes) -> None:
        path.write_bytes(data[:-100])

    monkeypatch.setattr(planner.store.backups, "write_atomically", write_badly)

    with pytest.raises(BackupNotMade, match=r"not a zip file, or a damaged one\. It was removed"):
        backups.make(library_file, "on demand")

    assert backups.backups() == []


def test_a_disk_that_cannot_be_written_to_is_told(backups: Backups, library_file: bytes) -> None:
    backups.folder.parent.mkdir(parents=True)
    backups.folder.write_text("a file in the way")

    with pytest.raises(BackupNotMade, match="File exists"):
        backups.make(library_file, "on demand")


def test_a_damaged_backup_is_listed_with_what_is_wrong(backups: Backups, library_file: bytes) -> None:
    path = backups.make(library_file, "on demand").path
    path.write_bytes(path.read_bytes()[:50])

    (listed,) = backups.backups()

    assert listed.plans is None
    assert listed.problem == "it is not a zip file, or a damaged one"


def rewritten(backup: Backup, **promised: object) -> Path:
    """The backup, with a manifest that promises something else of the same library."""
    manifest = manifest_of(backup.path)
    library = library_in(backup.path)
    with zipfile.ZipFile(backup.path, "w") as archive:
        archive.writestr(LIBRARY, library)
        archive.writestr(MANIFEST, msgspec.json.encode(replace(manifest, **promised)))
    return backup.path


@pytest.mark.parametrize("what", ["plans", "in_trash", "clients"])
def test_a_backup_that_holds_less_than_it_says_is_not_opened(
    backups: Backups, library_file: bytes, what: str
) -> None:
    path = rewritten(backups.make(library_file, "on demand"), **{what: 7})

    with pytest.raises(BackupNotOpened) as caught:
        opened(path)

    assert str(caught.value) == (
        f"{path} is not a backup that can be opened: it does not hold as many plans and clients as it says."
    )


def test_a_backup_of_a_newer_version_says_so(backups: Backups, library_file: bytes) -> None:
    newer = library_file.replace(f'"schema":{SCHEMA}'.encode(), b'"schema":99')
    with pytest.raises(LibraryTooNew, match=r"^library\.json was written by a newer"):
        backups.make(newer, "on demand")
    path = backups.make(library_file, "on demand").path
    path.write_bytes(packed([newer], LibraryCounts(1, 1, 2), taken=NOON, reason="on demand"))

    with pytest.raises(BackupNotOpened, match=r"opened: a newer Front Foot made it\.$"):
        opened(path)


def test_a_backup_that_cannot_be_read_for_no_reason_given_says_so(
    backups: Backups, library_file: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = backups.make(library_file, "on demand").path

    def refuse(_path: Path) -> None:
        raise OSError

    monkeypatch.setattr(zipfile, "ZipFile", refuse)

    with pytest.raises(BackupNotOpened, match=r"opened: the system gave no reason\.$"):
        opened(path)


def test_the_newest_good_backup_passes_over_damaged_ones(
    backups: Backups, library_file: bytes, clock: Clock
) -> None:
    good = backups.make(library_file, "on demand")
    clock.pass_days(1)
    damaged(backups.make(library_file, "on demand"))

    newest = backups.newest_good()

    assert newest is not None
    assert newest[0] == good


def test_every_changed_byte_of_a_backup_is_noticed_or_harmless(
    backups: Backups, library_file: bytes, tmp_path: Path
) -> None:
    whole = backups.make(library_file, "on demand").path.read_bytes()
    path = tmp_path / "changed.zip"
    noticed = 0
    for at in range(0, len(whole), 7):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :])
        try:
            assert library_in(path) == library_file
        except BackupNotOpened:
            noticed += 1

    assert noticed > len(whole) // 7 // 3


def test_one_is_due_when_the_last_is_over_a_day_old(
    backups: Backups, library_file: bytes, clock: Clock
) -> None:
    assert backups.is_due()
    backup = backups.make(library_file, "at start")
    assert not backups.is_due()
    clock.pass_days(0.99)
    assert not backups.is_due()
    clock.pass_days(0.02)
    assert backups.is_due()
    clock.pass_days(-10)
    assert backups.is_due(), "a clock set back does not keep backups from being made"
    clock.pass_days(9)
    backup.path.write_bytes(b"")
    assert backups.is_due(), "one that does not open is none"


def test_thinning_deletes_what_is_not_kept_and_nothing_else(
    backups: Backups, library_file: bytes, clock: Clock
) -> None:
    backups.make(library_file, "on demand")
    (backups.folder / "mine.zip").write_text("not ours")
    broken = backups.folder / "front-foot-2026-11-23T11-00-00Z.zip"
    broken.write_text("does not open")
    clock.pass_days(0.1)
    kept = backups.make(library_file, "on demand")
    clock.pass_days(5)

    gone = backups.thin()

    assert [path.name for path in gone] == ["front-foot-2026-11-23T12-00-00Z.zip"]
    assert {path.name for path in backups.folder.iterdir()} == {"mine.zip", broken.name, kept.path.name}


def test_another_folder_can_be_chosen_and_is_remembered(
    backups: Backups, library_file: bytes, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    usual = backups.make(library_file, "on demand")
    backups.choose_folder(tmp_path / "stick")
    elsewhere = backups.make(library_file, "on demand")

    again = Backups(folder, home=tmp_path / "state", now=clock)
    assert elsewhere.path.is_relative_to(tmp_path / "stick")
    assert again.backups() == [elsewhere]
    again.choose_folder(None)
    assert backups.backups() == [usual]


def test_a_chosen_folder_that_is_gone_is_not_made_anew(
    backups: Backups, library_file: bytes, tmp_path: Path
) -> None:
    backups.choose_folder(tmp_path / "stick")
    backups.folder.rmdir()
    (tmp_path / "stick").rmdir()

    with pytest.raises(BackupNotMade, match=r"there is no folder .*stick"):
        backups.make(library_file, "on demand")

    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize("name", ["Łódź – Żywność", "漢" * 80, "n" * 200])
def test_a_library_of_any_name_has_backups(tmp_path: Path, library_file: bytes, name: str) -> None:
    backups = Backups(tmp_path / name, home=tmp_path / "state")

    assert backups.backups() == [] == backups.thin()
    assert backups.folder.name.startswith(name[:40])
    assert backups.make(library_file, "on demand").plans == 1


def test_a_backup_that_cannot_be_deleted_goes_another_time(
    backups: Backups, library_file: bytes, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = backups.make(library_file, "on demand")
    clock.pass_days(0.1)
    backups.make(library_file, "on demand")
    clock.pass_days(5)

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied", str(path), missing_ok)

    with monkeypatch.context() as barred:
        barred.setattr(Path, "unlink", refuse)
        assert backups.thin() == []
    assert backups.thin() == [older.path]


def test_a_backup_that_is_taken_away_while_they_are_listed_is_none(
    backups: Backups, library_file: bytes, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = backups.make(library_file, "on demand")
    clock.pass_days(1)
    stays = backups.make(library_file, "on demand")
    read = manifest_of

    def read_once_one_is_gone(path: Path) -> object:
        gone.path.unlink(missing_ok=True)
        return read(path)

    monkeypatch.setattr(planner.store.backups, "manifest_of", read_once_one_is_gone)
    assert backups.backups() == [stays]


def test_two_libraries_do_not_thin_each_others_backups(tmp_path: Path, clock: Clock) -> None:
    folders = {
        Backups(tmp_path / place / "library", home=tmp_path / "state", now=clock).folder
        for place in ("one", "two")
    }

    assert len(folders) == 2


def test_the_usual_place_is_outside_the_usual_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(BACKUPS_VARIABLE)
    library = library_folder(None)

    assert not Backups(library).folder.is_relative_to(library)


def test_so_it_is_where_state_and_data_lie_together(monkeypatch: pytest.MonkeyPatch) -> None:
    def state(name: str, **options: Any) -> Path:
        return MacOS(name, **options).user_state_path

    monkeypatch.delenv(BACKUPS_VARIABLE)
    monkeypatch.setattr(platformdirs, "user_state_path", state)
    library = MacOS("front-foot", appauthor=False).user_data_path

    assert not Backups(library).folder.is_relative_to(library)


def test_a_folder_that_cannot_be_made_is_refused(backups: Backups, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(BackupNotMade, match="Not a directory"):
        backups.choose_folder(tmp_path / "file")

    assert backups.folder.is_relative_to(tmp_path / "state")


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ({}, "there is no manifest.json in it"),
        ({"manifest.json": "{"}, "its manifest.json cannot be read"),
        ({"manifest.json": '{"format": "other"}'}, "its manifest.json cannot be read"),
    ],
)
def test_other_zip_files_are_no_backups(tmp_path: Path, members: dict[str, str], told: str) -> None:
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)

    with pytest.raises(BackupNotOpened, match=told):
        opened(path)


def declaring(whole: bytes, name: str, size: int, declared: int) -> bytes:
    """The backup, its member declared to be of another size, unpacked."""
    at = whole.rindex(name.encode(), 0, whole.rindex(b"PK\x05\x06")) - 46
    assert whole[at : at + 4] == b"PK\x01\x02"
    assert int.from_bytes(whole[at + 24 : at + 28], "little") == size
    return whole[: at + 24] + declared.to_bytes(4, "little") + whole[at + 28 :]


@pytest.mark.parametrize("name", [LIBRARY, MANIFEST])
def test_what_would_fill_the_memory_is_not_unpacked(
    backups: Backups, library_file: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    backup = backups.make(library_file, "on demand").path
    with zipfile.ZipFile(backup) as archive:
        size = archive.getinfo(name).file_size
    bomb = tmp_path / "bomb.zip"
    bomb.write_bytes(declaring(backup.read_bytes(), name, size, LARGEST[name] + 1))
    unpacked: list[zipfile.ZipExtFile] = []
    monkeypatch.setattr(zipfile.ZipFile, "open", unpacked.append)

    with pytest.raises(BackupNotOpened, match=rf"its {name} would be [\d,]+ bytes, and no more than"):
        library_in(bomb) if name == LIBRARY else opened(bomb)

    assert unpacked == []


def test_a_library_of_just_the_largest_size_is_unpacked(
    backups: Backups, library_file: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = backups.make(library_file, "on demand").path

    monkeypatch.setitem(LARGEST, LIBRARY, len(library_file))
    assert library_in(path) == library_file

    monkeypatch.setitem(LARGEST, LIBRARY, len(library_file) - 1)
    with pytest.raises(BackupNotOpened, match=f"would be {len(library_file):,} bytes"):
        library_in(path)


def test_what_holds_more_than_it_says_is_refused(
    backups: Backups, library_file: bytes, tmp_path: Path
) -> None:
    whole = backups.make(library_file, "on demand").path.read_bytes()
    path = tmp_path / "more.zip"
    path.write_bytes(declaring(whole, LIBRARY, len(library_file), 100))

    with pytest.raises(BackupNotOpened, match="it is not a zip file, or a damaged one"):
        opened(path)
