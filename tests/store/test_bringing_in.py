"""Copies beside the library: found whoever made them, looked into, brought in, put away."""

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from planner.model.errors import PlannerError
from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.platform.files import FileNotWritten
from planner.store.backups import Backups
from planner.store.errors import BackupNotMade, LibraryDamaged
from planner.store.library import FILE_NAME, Library
from planner.store.safekeeping import Safekeeping
from planner.store.verify import verified
from planner.wording.library_texts import brought_in_text
from tests.builders import a_plan

NOON = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
ALDER = a_plan(**{"client.name": "Alder", "call.title": "Alder"})
BIRCH = a_plan(**{"client.name": "Birch", "call.title": "Birch"})
CEDAR = a_plan(**{"client.name": "Cedar", "call.title": "Cedar"})
DOGWOOD = a_plan(**{"client.name": "Dogwood", "call.title": "Dogwood"})

SYNC_CLIENTS = [
    "library (other copy laptop 2026-11-23).json",
    "library (Anna's conflicted copy 2026-11-23).json",
    "library (Konflikt in Kopie von Anna 2026-11-23).json",
    "library.sync-conflict-20261123-101500-ABCDEFG.json",
    "library-ANNAS-LAPTOP.json",
    "library (conflicted copy 2026-11-23 101500).json",
    "renamed by hand.json",
]


class Desk:
    """A library with its backups, and what other computers put beside it."""

    def __init__(self, tmp_path: Path) -> None:
        self.folder = tmp_path / "library"
        self._elsewhere = tmp_path / "elsewhere"
        self._backups = Backups(self.folder, home=tmp_path / "state", now=lambda: NOON)
        self.start_with(ALDER)

    def start_with(self, *preparations: Preparation) -> None:
        """Make a closed library of these plans here and elsewhere, and open it here."""
        library = Library.open(self.folder)
        library.add(preparations)
        library.close()
        shutil.copytree(self.folder, self._elsewhere)
        self.open()

    def open(self) -> None:
        self.library = Library.open(self.folder)
        self.keeping = Safekeeping(self.library, self._backups)

    def open_again(self) -> None:
        self.library.close()
        self.open()

    def theirs(self, *preparations: Preparation, close: bool = True) -> Path:
        """Return the folder of the other computer's library, with these plans saved in it."""
        library = Library.open(self._elsewhere)
        for preparation in preparations:
            library.save(preparation)
        if close:
            library.close()
        return self._elsewhere

    def arrives(self, *preparations: Preparation, name: str = FILE_NAME) -> Path:
        """Have a sync client put the other computer's file here under the name."""
        unfinished = self.folder / ".arriving.tmp"
        shutil.copy(self.theirs(*preparations) / FILE_NAME, unfinished)
        return unfinished.replace(self.folder / name)

    @property
    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())

    @property
    def titles(self) -> list[str]:
        return sorted(plan.title for plan in self.library.summaries())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_both_days_work_ends_up_in_one_library(desk: Desk) -> None:
    """Another's file arrives while the window is open, is told at the next save, and is brought in."""
    desk.arrives(BIRCH)
    desk.library.save(CEDAR)
    (told,) = desk.library.notices
    assert "was changed by another program while it was open" in told
    assert desk.titles == ["Alder", "Cedar"]

    (copy,) = desk.keeping.copies()
    inside = desk.keeping.open_copy(copy.path)
    compared = {plan.title: inside.compared[plan.id] for plan in inside.summaries()}
    brought_in = desk.keeping.bring_in(copy.path)

    assert (copy.path.name, copy.plans) == (FILE_NAME, 2)
    assert compared == {"Birch": "only there", "Alder": "as it is here"}
    assert brought_in_text(brought_in) == (
        "Brought in library.json. 1 plan that was only there is here now. "
        "The copy is kept as library.json.brought-in-1."
    )
    assert desk.library.notices == ()
    assert desk.keeping.copies() == []
    assert desk.library.file == desk.folder / FILE_NAME
    desk.library.save(with_field(BIRCH, "plan.call.title", "Birch, next day"))
    desk.open_again()
    assert desk.titles == ["Alder", "Birch, next day", "Cedar"]
    assert desk.library.notices == ()
    assert all(".brought-in-" in name for name in desk.names if name != FILE_NAME)
    assert verified(desk.folder / FILE_NAME).damage == ()


def test_so_it_does_when_it_is_brought_in_at_the_next_start(desk: Desk) -> None:
    desk.arrives(BIRCH)
    desk.library.save(CEDAR)
    desk.open_again()
    assert desk.titles == ["Alder", "Birch"]
    (told,) = desk.library.notices
    assert "lies beside the library" in told

    (copy,) = desk.keeping.copies()
    desk.keeping.bring_in(copy.path)

    assert desk.library.notices == ()
    desk.open_again()
    assert desk.titles == ["Alder", "Birch", "Cedar"]
    assert desk.library.notices == ()


@pytest.mark.parametrize("name", SYNC_CLIENTS)
def test_a_copy_is_found_whatever_it_is_called_and_is_put_away_once_brought_in(desk: Desk, name: str) -> None:
    path = desk.arrives(BIRCH, name=name)
    before = path.read_bytes()
    desk.open_again()
    assert any(name in told and "Backups" in told for told in desk.library.notices)

    (copy,) = desk.keeping.copies()
    brought_in = desk.keeping.bring_in(copy.path)

    assert desk.titles == ["Alder", "Birch"]
    assert desk.keeping.copies() == []
    (kept,) = brought_in.put_away
    assert kept.read_bytes() == before
    assert not path.exists()


def test_what_is_no_library_is_not_offered(desk: Desk) -> None:
    for name, content in (
        ("check-settings.json", b'{"talk_share": 0.5}'),
        ("plan.json", b'{"format": "front-foot-plan", "schema": 1}'),
        ("library (conflicted copy).json", b"{}\n"),
        ("library-EMPTY.json", b""),
        ("library-notes.json", b'{"meta": {"by": "another program"}}'),
        ("database.json", b'{"_default": {"1": {"title": "another program"}}}'),
        ("library.json.damaged-1", b'{"meta": {"1": {"schema": 1}}}'),
        ("notes.journal", b"dear diary"),
    ):
        (desk.folder / name).write_bytes(content)

    desk.open_again()

    assert desk.keeping.copies() == []
    assert desk.library.notices == ()


def test_a_copy_comes_with_the_journal_that_belongs_to_it(desk: Desk) -> None:
    for path in desk.theirs(BIRCH, close=False).glob("library.j*"):
        shutil.copy(path, desk.folder / path.name.replace("library", "library-ANNA"))

    (copy,) = desk.keeping.copies()
    brought_in = desk.keeping.bring_in(copy.path)

    assert desk.titles == ["Alder", "Birch"]
    assert len(brought_in.put_away) == 2
    assert desk.keeping.copies() == []


def test_a_journal_alone_is_a_copy_too(desk: Desk) -> None:
    desk.library.save(CEDAR)
    journal = desk.theirs(BIRCH, close=False) / "library.journal"
    shutil.copy(journal, desk.folder / "library.sync-conflict-20261123-101500-ABCDEFG.journal")

    (copy,) = desk.keeping.copies()
    desk.keeping.bring_in(copy.path)

    assert desk.titles == ["Alder", "Birch", "Cedar"]
    assert desk.keeping.copies() == []
    desk.open_again()
    assert desk.titles == ["Alder", "Birch", "Cedar"]


def test_a_journal_put_in_the_place_of_ours_is_brought_in_with_its_file(desk: Desk) -> None:
    desk.library.save(CEDAR)
    for path in desk.theirs(BIRCH, close=False).glob("library.j*"):
        shutil.copy(path, desk.folder / path.name)

    desk.library.save(with_field(CEDAR, "plan.call.title", "Cedar, later"))
    (copy,) = desk.keeping.copies()
    desk.keeping.bring_in(copy.path)

    assert desk.titles == ["Alder", "Birch", "Cedar, later"]
    desk.open_again()
    assert desk.titles == ["Alder", "Birch", "Cedar, later"]
    assert desk.library.notices == ()


def test_a_journal_without_a_whole_change_is_listed_as_not_opening(desk: Desk) -> None:
    journal = desk.theirs(BIRCH, close=False) / "library.journal"
    torn = desk.folder / "library-ANNA.journal"
    torn.write_bytes(journal.read_bytes()[:-1])

    (copy,) = desk.keeping.copies()

    assert (copy.path, copy.plans, copy.problem) == (torn, None, "there is no complete change in it")


def test_one_plan_alone_comes_and_the_copy_stays(desk: Desk) -> None:
    path = desk.arrives(BIRCH, CEDAR, name="library-ANNA.json")

    brought_in = desk.keeping.bring_in(path, BIRCH.plan.id)

    assert desk.titles == ["Alder", "Birch"]
    assert (
        brought_in_text(brought_in) == "Brought in library-ANNA.json. 1 plan that was only there is here now."
    )
    (copy,) = desk.keeping.copies()
    assert desk.keeping.open_copy(copy.path).compared == {
        ALDER.plan.id: "as it is here",
        BIRCH.plan.id: "as it is here",
        CEDAR.plan.id: "only there",
    }


def test_a_copy_one_is_done_with_is_put_away_and_nothing_of_it_comes(desk: Desk) -> None:
    path = desk.arrives(BIRCH, name="library-ANNA.json")

    kept = desk.keeping.put_away(path)

    assert kept.name == "library-ANNA.json.brought-in-1"
    assert desk.titles == ["Alder"]
    assert desk.keeping.copies() == []


def test_a_file_left_for_a_copy_is_given_back_when_it_is_put_away(desk: Desk) -> None:
    path = desk.arrives(BIRCH)
    desk.library.save(CEDAR)

    kept = desk.keeping.put_away(path)

    desk.open_again()
    assert desk.titles == ["Alder", "Cedar"]
    assert desk.library.notices == ()
    assert b"Birch" in kept.read_bytes()


def test_a_damaged_file_left_for_a_copy_is_given_back_too(desk: Desk) -> None:
    path = desk.folder / FILE_NAME
    path.write_bytes(b"half of a libr")
    desk.library.save(CEDAR)
    (copy,) = desk.keeping.copies()
    assert copy.plans is None

    kept = desk.keeping.put_away(copy.path)

    assert kept.read_bytes() == b"half of a libr"
    assert desk.library.notices == ()
    desk.open_again()
    assert desk.titles == ["Alder", "Cedar"]


def test_a_plan_changed_in_both_is_there_twice_and_that_is_said(desk: Desk) -> None:
    monday = (dt.date(2026, 11, 23),)
    theirs = with_field(with_field(ALDER, "plan.call.title", "Theirs"), "plan.edited_on", monday)
    path = desk.arrives(theirs, name="library-ANNA.json")
    desk.library.save(with_field(ALDER, "plan.call.title", "Ours"))

    brought_in = desk.keeping.bring_in(path)

    assert desk.titles == ["Theirs"]
    (version,) = desk.keeping.versions(ALDER.plan.id)
    assert desk.keeping.version(ALDER.plan.id, version.replaced).plan.call.title == "Ours"
    assert "1 plan stands as it is there; how it was here is among the earlier versions." in brought_in_text(
        brought_in
    )


def test_a_backup_is_made_before(desk: Desk) -> None:
    path = desk.arrives(BIRCH, name="library-ANNA.json")

    desk.keeping.bring_in(path)

    (backup,) = desk.keeping.backups()
    assert (backup.reason, backup.plans) == ("before a copy was brought in", 1)
    desk.keeping.restore(backup.path)
    assert desk.titles == ["Alder"]


def test_without_a_backup_nothing_is_brought_in(desk: Desk, tmp_path: Path) -> None:
    path = desk.arrives(BIRCH, name="library-ANNA.json")
    (tmp_path / "state").write_text("in the way")

    with pytest.raises(BackupNotMade):
        desk.keeping.bring_in(path)

    assert desk.titles == ["Alder"]
    assert path.exists()


def test_a_copy_that_is_not_wholly_readable_stays(desk: Desk) -> None:
    path = desk.arrives(BIRCH, CEDAR, name="library-ANNA.json")
    path.write_bytes(path.read_bytes().replace(b'"title":"Birch"', b'"title":"Birch","purpose":5'))

    brought_in = desk.keeping.bring_in(path)

    assert desk.titles == ["Alder", "Cedar"]
    assert "Not brought in, because it cannot be read: plans" in brought_in_text(brought_in)
    assert path.exists()


def test_a_copy_half_arrived_is_listed_as_not_opening(desk: Desk) -> None:
    path = desk.arrives(BIRCH, name="library-ANNA.json")
    path.write_bytes(path.read_bytes()[:200])

    (copy,) = desk.keeping.copies()

    assert copy.plans is None
    assert "it is not JSON" in copy.problem
    with pytest.raises(LibraryDamaged):
        desk.keeping.bring_in(path)
    assert path.exists()
    desk.keeping.put_away(path)
    assert desk.keeping.copies() == []


def test_a_copy_that_another_program_wrote_in_its_own_way_compares_by_what_it_says(desk: Desk) -> None:
    renamed = with_field(BIRCH, "client.notes", "Ours")
    desk.library.add([BIRCH, CEDAR])
    desk.library.save(renamed)
    path = desk.arrives(BIRCH, CEDAR, name="library-ANNA.json")
    path.write_text(json.dumps(json.loads(path.read_bytes()), indent=4))

    compared = desk.keeping.open_copy(path).compared

    assert compared == {
        ALDER.plan.id: "as it is here",
        BIRCH.plan.id: "differs",
        CEDAR.plan.id: "as it is here",
    }


def test_a_plan_whose_client_alone_was_changed_differs(desk: Desk) -> None:
    path = desk.arrives(with_field(ALDER, "client.notes", "Theirs"), name="library-ANNA.json")

    assert desk.keeping.open_copy(path).compared == {ALDER.plan.id: "differs"}


def test_a_copy_without_any_client_shows_its_plans_under_ours(desk: Desk) -> None:
    path = desk.arrives(with_field(ALDER, "plan.call.title", "Alder, theirs"), name="library-ANNA.json")
    file = json.loads(path.read_bytes())
    del file["clients"]
    path.write_text(json.dumps(file))

    (plan,) = desk.keeping.open_copy(path).summaries()

    assert (plan.client, plan.title) == ("Alder", "Alder, theirs")


def test_a_copy_with_nothing_in_it_says_so_when_it_is_looked_into(desk: Desk) -> None:
    path = desk.folder / "library-ANNA.json"
    path.write_bytes(b"{}")

    with pytest.raises(LibraryDamaged) as caught:
        desk.keeping.open_copy(path)

    assert str(caught.value).startswith(f"{path} is damaged: there is nothing in it.")


def test_a_journal_that_does_not_belong_to_the_copy_beside_it_is_brought_in_too(
    desk: Desk, tmp_path: Path
) -> None:
    copy = desk.arrives(BIRCH, name="library-ANNA.json")
    another = Library.open(tmp_path / "another")
    another.save(CEDAR)
    shutil.copy(tmp_path / "another" / "library.journal", desk.folder / "library-ANNA.journal")

    brought_in = desk.keeping.bring_in(copy)

    assert desk.titles == ["Alder", "Birch", "Cedar"]
    assert len(brought_in.put_away) == 2
    assert desk.keeping.copies() == []


def test_a_copy_with_its_journal_counts_each_plan_once(desk: Desk) -> None:
    for path in desk.theirs(BIRCH, close=False).glob("library.j*"):
        shutil.copy(path, desk.folder / path.name.replace("library", "library-ANNA"))

    brought_in = desk.keeping.bring_in(desk.folder / "library-ANNA.json")

    assert "1 plan that was only there is here now. The copy is kept" in brought_in_text(brought_in)


def test_a_file_that_changes_again_meanwhile_is_not_put_away(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.arrives(BIRCH)
    desk.library.save(CEDAR)
    merge = desk.library.merge

    def merge_while_more_arrives(*given: object, **named: object) -> object:
        result = merge(*given, **named)  # type: ignore[arg-type]
        desk.arrives(DOGWOOD)
        return result

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(desk.library, "merge", merge_while_more_arrives)
        brought_in = desk.keeping.bring_in(path)
    assert (
        f"It stays where it is: {path} was not written: another program has changed it again"
        in brought_in_text(brought_in)
    )
    assert desk.titles == ["Alder", "Birch", "Cedar"]
    assert b"Dogwood" in path.read_bytes()

    desk.keeping.bring_in(path)

    assert desk.titles == ["Alder", "Birch", "Cedar", "Dogwood"]
    assert desk.library.notices == ()


def test_a_copy_that_cannot_be_moved_is_brought_in_and_says_so(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.arrives(BIRCH, name="library-ANNA.json")

    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)

    brought_in = desk.keeping.bring_in(path)

    assert desk.titles == ["Alder", "Birch"]
    assert brought_in_text(brought_in).endswith("you may not write there.")


def test_a_file_that_is_taken_away_meanwhile_is_told_by_its_name(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.arrives(BIRCH)
    desk.library.save(CEDAR)
    merge = desk.library.merge

    def merge_while_it_is_taken_away(*given: object, **named: object) -> object:
        path.rename(path.with_name("taken away"))
        return merge(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.library, "merge", merge_while_it_is_taken_away)
    monkeypatch.setattr(desk.library, "look_for_copies", lambda: (path,))

    told = brought_in_text(desk.keeping.bring_in(path))

    assert f"It stays where it is: {path} was not written" in told
    assert desk.titles == ["Alder", "Birch", "Cedar"]


def test_a_former_copy_that_cannot_be_moved_keeps_nobody_from_going_home(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.arrives(BIRCH)
    desk.library.save(CEDAR)
    former = desk.library.file

    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as barred:
        barred.setattr(Path, "rename", refuse)
        told = brought_in_text(desk.keeping.bring_in(path))

    assert told.endswith("The copy is kept as library.json.brought-in-1.")
    assert desk.library.file == path
    (notice,) = desk.library.notices
    assert notice.startswith(f"{former.name} lies beside the library")
    desk.library.save(DOGWOOD)
    desk.open_again()
    assert desk.titles == ["Alder", "Birch", "Cedar", "Dogwood"]


def test_the_library_itself_is_no_copy(desk: Desk) -> None:
    with pytest.raises(PlannerError, match="is the library itself"):
        desk.keeping.bring_in(desk.folder / FILE_NAME)
    with pytest.raises(PlannerError, match="is the library itself"):
        desk.keeping.put_away(desk.folder / FILE_NAME)


def test_a_crash_while_going_home_loses_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.arrives(BIRCH)
    desk.library.save(CEDAR)

    def stop(*_given: object) -> None:
        raise FileNotWritten(path, "the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr("planner.store.durable_tables.DurableTables._continue_in", stop)
        assert "the disk is full" in brought_in_text(desk.keeping.bring_in(path))
    desk.open()  # as after a crash: the library before was never closed

    (copy,) = desk.keeping.copies()
    desk.keeping.bring_in(copy.path)

    assert desk.titles == ["Alder", "Birch", "Cedar"]
