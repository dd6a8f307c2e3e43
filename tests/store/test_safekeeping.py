import contextlib
import datetime as dt
import threading
from pathlib import Path

import pytest

from planner.model.errors import PlannerError
from planner.model.fields import with_field
from planner.model.library_values import KEPT_IN_TRASH
from planner.store.backups import Backups
from planner.store.errors import BackupNotMade, BackupNotOpened, NoSuchPlan
from planner.store.library import Library
from planner.store.safekeeping import Safekeeping
from tests.builders import a_plan
from tests.store.conftest import TODAY
from tests.store.plans import another_plan_of

NOON = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)


@pytest.fixture
def backups(folder: Path, tmp_path: Path) -> Backups:
    return Backups(folder, home=tmp_path / "state", now=lambda: NOON)


@pytest.fixture
def keeping(library: Library, backups: Backups) -> Safekeeping:
    return Safekeeping(library, backups)


def titles(library: Library) -> list[str]:
    return sorted(plan.title for plan in library.summaries())


def test_a_backup_of_an_open_library_holds_what_was_saved_a_moment_ago(
    library: Library, keeping: Safekeeping
) -> None:
    library.save(a_plan(**{"call.title": "Just saved"}))

    inside = keeping.open(keeping.back_up().path)

    assert [plan.title for plan in inside.summaries()] == ["Just saved"]
    assert inside.preparation(inside.summaries()[0].id).plan.call.title == "Just saved"


def test_restoring_puts_everything_back_and_keeps_what_was(
    library: Library, keeping: Safekeeping, folder: Path
) -> None:
    first = a_plan(**{"call.title": "Alder"})
    library.save(first)
    backup = keeping.back_up()
    library.save(with_field(first, "plan.call.title", "Birch"))
    library.save(a_plan(**{"call.title": "Cedar"}))
    assert len(library.matching("cedar")) == 1

    before = keeping.restore(backup.path)

    assert titles(library) == ["Alder"]
    assert library.matching("alder") == [first.plan.id]
    assert library.matching("cedar") == []
    library.save(a_plan(**{"call.title": "Dogwood"}))
    library.close()
    assert titles(Library.open(folder)) == ["Alder", "Dogwood"]
    assert sorted(plan.title for plan in keeping.open(before.path).summaries()) == ["Birch", "Cedar"]


def test_what_is_no_backup_restores_nothing(library: Library, keeping: Safekeeping, tmp_path: Path) -> None:
    library.save(a_plan(**{"call.title": "Alder"}))
    (tmp_path / "no.zip").write_bytes(b"PK")

    with pytest.raises(BackupNotOpened):
        keeping.restore(tmp_path / "no.zip")

    assert titles(library) == ["Alder"]
    assert keeping.backups() == []


def test_without_a_backup_of_now_nothing_is_restored(
    library: Library, keeping: Safekeeping, backups: Backups, tmp_path: Path
) -> None:
    library.save(a_plan(**{"call.title": "Alder"}))
    backup = backups.make_of(*library.as_file(), "on demand").path.rename(tmp_path / "moved.zip")
    library.save(a_plan(**{"call.title": "Birch"}))
    backups.folder.rmdir()
    backups.folder.write_text("in the way")

    with pytest.raises(BackupNotMade):
        keeping.restore(backup)

    assert titles(library) == ["Alder", "Birch"]


def test_one_plan_comes_back_as_a_copy_with_the_client_there_is(
    library: Library, keeping: Safekeeping
) -> None:
    first = a_plan(**{"call.title": "Alder", "case.why_now": "As it was"})
    library.save(first)
    backup = keeping.back_up()
    now = with_field(with_field(first, "plan.case.why_now", "As it is"), "client.notes", "newer")
    library.save(now)

    restored = keeping.restore_copy(keeping.open(backup.path).preparation(first.plan.id))

    copy = library.preparation(restored)
    assert (copy.plan.call.title, copy.plan.case.why_now) == ("Alder (restored)", "As it was")
    assert copy.client == now.client
    assert library.preparation(first.plan.id) == now


def test_a_copy_brings_its_client_along_where_there_is_none(library: Library, keeping: Safekeeping) -> None:
    elsewhere = a_plan(**{"client.name": "Hollis"})

    restored = keeping.restore_copy(elsewhere)

    assert library.preparation(restored).client == elsewhere.client


def test_at_start_a_backup_is_made_when_the_last_is_old(library: Library, keeping: Safekeeping) -> None:
    library.save(a_plan())

    assert keeping.keep_house(TODAY) == ()
    assert keeping.keep_house(TODAY) == ()

    (backup,) = keeping.backups()
    assert backup.reason == "at start"


def test_an_empty_library_is_not_backed_up_but_a_lost_one_is_told(
    keeping: Safekeeping, backups: Backups, tmp_path: Path
) -> None:
    assert keeping.keep_house(TODAY) == ()
    assert keeping.backups() == []
    other = Library.open(tmp_path / "other")
    other.save(a_plan())
    backups.make_of(*other.as_file(), "on demand")

    assert keeping.keep_house(TODAY) == ()

    assert keeping.missed is not None
    assert "There is a backup of 2026-11-23" in keeping.missed.told


def test_a_backup_that_cannot_be_made_is_told_and_nothing_is_purged(
    library: Library, keeping: Safekeeping, backups: Backups
) -> None:
    gone = a_plan()
    library.save(gone)
    library.delete(gone.plan.id)
    backups.folder.parent.mkdir()
    backups.folder.write_text("in the way")

    (told,) = keeping.keep_house(TODAY + KEPT_IN_TRASH)

    assert told.startswith("No backup was made: ")
    assert len(library.trash()) == 1


def test_the_trash_is_kept_for_thirty_days_and_then_purged_after_a_backup(
    library: Library, keeping: Safekeeping, folder: Path
) -> None:
    kept, gone = a_plan(), a_plan(**{"call.title": "Deleted", "client.name": "Tarn"})
    library.add([kept, gone])
    library.begin_editing(gone.plan.id)
    library.save(with_field(gone, "plan.call.title", "Deleted later"))
    library.delete(gone.plan.id)
    (trashed,) = keeping.trash()
    assert (trashed.client, trashed.title, trashed.deleted_on) == ("Tarn", "Deleted later", TODAY)

    keeping.keep_house(TODAY + KEPT_IN_TRASH - dt.timedelta(days=1))
    assert len(keeping.trash()) == 1
    keeping.keep_house(TODAY + KEPT_IN_TRASH)
    library.close()

    again = Library.open(folder)
    assert again.trash() == []
    assert again.history.versions(gone.plan.id) == []
    with pytest.raises(NoSuchPlan):
        again.preparation(gone.plan.id)
    assert [plan.id for plan in again.summaries()] == [kept.plan.id]
    assert keeping.open(keeping.backups()[0].path).contents.plans.keys() == {kept.plan.id, gone.plan.id}


def test_emptying_the_trash_leaves_the_client_and_its_other_plans(
    library: Library, keeping: Safekeeping
) -> None:
    gone = a_plan(**{"call.title": "gone for good"})
    other = another_plan_of(gone)
    library.add([gone, other])
    library.delete(gone.plan.id)

    keeping.empty_trash()

    assert keeping.trash() == []
    assert [plan.id for plan in library.summaries()] == [other.plan.id]
    assert library.matching("gone for good") == []
    library.save(gone)
    assert len(library.summaries()) == 2


def test_a_clock_set_back_purges_nothing(library: Library, keeping: Safekeeping) -> None:
    gone = a_plan()
    library.save(gone)
    library.delete(gone.plan.id)

    keeping.keep_house(TODAY - dt.timedelta(days=400))

    assert len(keeping.trash()) == 1


def test_readers_survive_a_restore_under_their_feet(library: Library, keeping: Safekeeping) -> None:
    few = [a_plan(**{"call.title": f"Few {at}"}) for at in range(3)]
    library.add(few)
    small = keeping.back_up()
    library.add([a_plan(**{"call.title": f"Many {at}"}) for at in range(60)])
    large = keeping.back_up()
    ended = threading.Event()
    broken: list[BaseException] = []

    def read() -> None:
        try:
            while not ended.is_set():
                for plan in library.summaries():
                    with contextlib.suppress(PlannerError):
                        library.preparation(plan.id)
                library.clients()
                library.trash()
                library.matching("many")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
            broken.append(error)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for backup in [small, large] * 5:
        keeping.restore(backup.path)
    ended.set()
    for reader in readers:
        reader.join()

    assert broken == []
    assert len(library.summaries()) == 63
    assert len(library.matching("many")) == 60
