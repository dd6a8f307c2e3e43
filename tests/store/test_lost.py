"""A library file that is empty or gone, while backups or a journal still hold plans."""

import datetime as dt
from pathlib import Path

import pytest

from planner.store.backups import Backups
from planner.store.library import FILE_NAME, Library
from planner.store.safekeeping import Safekeeping
from tests.builders import a_plan
from tests.store.conftest import TODAY
from tests.store.test_merging import titles

NOON = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)
TOMORROW = NOON + dt.timedelta(days=1, hours=1)
ALDER = a_plan(**{"client.name": "Alder", "call.title": "Alder"})
BIRCH = a_plan(**{"client.name": "Birch", "call.title": "Birch"})


class Desk:
    """A library that is opened day after day, with its backups."""

    def __init__(self, tmp_path: Path) -> None:
        self.folder = tmp_path / "library"
        self.file = self.folder / FILE_NAME
        self.now = NOON
        self.backups = Backups(self.folder, home=tmp_path / "state", now=lambda: self.now)
        self.open()
        self.library.add([ALDER])
        self.keeping.keep_house(TODAY)
        self.library.close()

    def open(self) -> None:
        """Start the program."""
        self.library = Library.open(self.folder)
        self.keeping = Safekeeping(self.library, self.backups)

    def missed(self) -> Path | None:
        """Return the backup that is offered."""
        return None if self.keeping.missed is None else self.keeping.missed.backup.path

    def restore(self) -> Path:
        """Put back what is offered, and return the backup of what was there."""
        offered = self.missed()
        assert offered is not None
        return self.keeping.restore(offered).path

    def start(self) -> str:
        """Start the program, let it keep house, and return what it says of a former library."""
        self.open()
        assert self.keeping.keep_house(self.now.date()) == ()
        return "" if self.keeping.missed is None else self.keeping.missed.told


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def lose(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)


@pytest.mark.parametrize(
    ("content", "state"),
    [(b"", "is empty"), (b"{}", "is empty"), (b"{}\n", "is empty"), (None, "is not there")],
)
def test_a_library_file_that_holds_nothing_is_told_and_the_newest_backup_offered(
    desk: Desk, content: bytes | None, state: str
) -> None:
    lose(desk.file, content)

    told = desk.start()

    taken = f"{NOON.astimezone():%Y-%m-%d %H:%M}"
    assert told == f"There is a backup of {taken} with 1 plan, but {desk.file} {state}."
    desk.restore()
    assert titles(desk.library) == ["Alder"]
    assert desk.missed() is None
    desk.library.close()
    assert desk.start() == ""


def test_a_backup_with_as_many_plans_in_the_trash_as_outside_is_offered_too(desk: Desk) -> None:
    desk.open()
    desk.library.add([BIRCH])
    desk.library.delete(BIRCH.plan.id)
    backup = desk.keeping.back_up()
    assert (backup.plans, backup.in_trash) == (1, 1)
    desk.library.close()
    desk.file.unlink()

    desk.start()

    assert desk.missed() == backup.path


def test_what_is_begun_in_its_place_buries_nothing(desk: Desk) -> None:
    desk.file.unlink()
    assert desk.start()
    desk.library.add([BIRCH])
    desk.library.close()
    desk.now = TOMORROW

    told = desk.start()

    assert told.endswith(f"but {desk.file} holds nothing of it.")
    assert [backup.plans for backup in desk.backups.backups()] == [1], "none was made of what stands there"
    before = desk.restore()
    assert titles(desk.library) == ["Alder"]
    assert [plan.title for plan in desk.keeping.open(before).summaries()] == ["Birch"]


def test_an_empty_backup_made_by_a_script_buries_nothing_either(desk: Desk) -> None:
    desk.file.write_bytes(b"{}")
    desk.start()
    desk.now = TOMORROW
    desk.keeping.back_up()
    desk.library.close()

    assert "with 1 plan" in desk.start()


@pytest.mark.parametrize("first", [[], [BIRCH]])
def test_to_begin_afresh_takes_one_act(desk: Desk, first: list[object]) -> None:
    desk.file.unlink()
    desk.start()
    desk.library.add([BIRCH] if first else [])

    desk.keeping.begin_afresh()

    assert desk.missed() is None
    desk.library.close()
    desk.now = TOMORROW
    assert desk.start() == ""
    assert [backup.plans for backup in desk.backups.backups()][-1] == 1, "what was there stays in the backups"


def test_a_library_of_which_all_plans_were_thrown_away_is_not_missed(desk: Desk) -> None:
    desk.open()
    desk.library.delete(ALDER.plan.id)
    desk.keeping.empty_trash()
    desk.library.close()
    desk.now = TOMORROW

    assert desk.start() == ""


def test_a_first_start_misses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    keeping = Safekeeping(Library.open(folder), Backups(folder, home=tmp_path / "state"))

    assert keeping.keep_house(TODAY) == ()

    assert keeping.missed is None


@pytest.mark.parametrize("content", [b"", b"{}", None])
def test_the_changes_in_a_journal_without_its_file_are_offered_as_a_copy(
    desk: Desk, content: bytes | None
) -> None:
    desk.open()
    desk.library.save(BIRCH)  # and the program is killed: the change is in the journal alone
    lose(desk.file, content)

    told = desk.start()

    changes, beside = desk.library.notices
    assert f"{desk.file} is empty or not there, but changes made in it are left." in changes
    assert "lies beside the library" in beside
    assert told
    desk.restore()
    (copy,) = desk.keeping.copies()
    desk.keeping.bring_in(copy.path)
    assert titles(desk.library) == ["Alder", "Birch"]


def test_a_deletion_in_a_journal_without_its_file_can_be_brought_in_too(desk: Desk) -> None:
    desk.open()
    desk.library.delete(ALDER.plan.id)
    desk.file.unlink()
    desk.start()
    desk.restore()

    (copy,) = desk.keeping.copies()
    brought_in = desk.keeping.bring_in(copy.path)

    assert brought_in.unread == ()
    assert titles(desk.library) == ["Alder"], "a plan that is there in one of two is not deleted"
