"""A client is erased, and nothing of it is left in any file."""

import datetime as dt
import random
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from planner.model.client import Client
from planner.model.fields import with_field
from planner.model.library_values import Erasure
from planner.model.plan import Preparation
from planner.platform.files import FileNotWritten
from planner.store import durable_tables
from planner.store.backups import Backups
from planner.store.errors import BackupNotDeleted, ClientErased, LibraryNotWritten
from planner.store.journal import quarantine
from planner.store.library import FILE_NAME, Library
from planner.store.safekeeping import Safekeeping
from planner.store.verify import verified
from tests.builders import a_plan
from tests.store.conftest import TODAY
from tests.store.plans import another_plan_of
from tests.store.planted import files_with, planted
from tests.store.recorded_disk import RecordedDisk, after_power_loss

NOON = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)
OTHER = a_plan(**{"client.name": "Hollis & Grey", "call.title": "Stays"})


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(folder: Path, tmp_path: Path, clock: Clock) -> Backups:
    return Backups(folder, home=tmp_path / "state", now=clock)


@pytest.fixture
def keeping(library: Library, backups: Backups) -> Safekeeping:
    return Safekeeping(library, backups)


def filled(library: Library) -> Preparation:
    """Store a client with a plan that has an earlier version, one in the trash, and another client."""
    first = planted("Zq")
    library.add([first, OTHER])
    library.begin_editing(first.plan.id)
    now = planted("Yq", like=first)
    library.save(now)
    trashed = another_plan_of(now, **{"plan.call.title": "Xqtrash"})
    library.add([trashed])
    library.delete(trashed.plan.id)
    return now


def still_there(library: Library) -> list[tuple[str, str]]:
    return [(summary.client, summary.title) for summary in library.summaries()]


def test_nothing_of_a_client_erased_is_left_in_any_file(
    library: Library, keeping: Safekeeping, folder: Path, tmp_path: Path
) -> None:
    now = filled(library)
    keeping.back_up()
    assert files_with("Zq", folder, tmp_path / "state") != []

    erased = keeping.erase(now.client.id)
    keeping.delete_backups(backup.path for backup in erased.backups)

    for word in ("Zq", "Yq", "Xq", now.client.id, now.plan.id):
        assert files_with(word, folder, tmp_path / "state") == []
    assert still_there(library) == [("Hollis & Grey", "Stays")]
    assert library.matching("yq1") == library.matching_clients("yq1") == []
    assert [client.id for client in library.client_summaries()] == [OTHER.client.id]
    assert library.trash() == []
    assert library.history.versions(now.plan.id) == []
    library.close()
    assert verified(folder / FILE_NAME).damage == ()
    assert files_with("Yq", folder) == []


def test_what_goes_is_told_before_and_after_in_the_same_words(library: Library, keeping: Safekeeping) -> None:
    now = filled(library)
    backup = keeping.back_up()

    before = keeping.what_would_go(now.client.id)
    after = keeping.erase(now.client.id)

    assert before.name == now.client.name
    assert before.plans == (now.plan.call.title,)
    assert before.in_trash == ("Xqtrash",)
    assert (before.versions, before.contacts, before.touches, before.news) == (1, 1, 1, 1)
    assert [held.path for held in before.backups] == [backup.path]
    assert replace(after, backups=()) == replace(before, backups=())
    assert [held.goes_on for held in after.backups] == [TODAY + dt.timedelta(days=7), None]
    assert keeping.what_would_go("nobody").plans == ()


def test_what_was_kept_aside_goes_and_another_copy_stays_and_is_named(library: Library, folder: Path) -> None:
    now = filled(library)
    library.close()
    data = (folder / FILE_NAME).read_bytes()
    again = Library.open(folder)
    aside = [
        quarantine(folder / FILE_NAME, what, put=lambda path: path.write_bytes(data))
        for what in ("damaged", "brought-in")
    ]
    unfinished = folder / ".front-foot-0123456789ab.tmp"
    unfinished.write_bytes(data[: len(data) // 2])
    copy = folder / "library (other copy ANNA 2026-11-20).json"
    copy.write_bytes(data)
    innocent = quarantine(folder / FILE_NAME, "torn", put=lambda path: path.write_bytes(b"half a word"))

    erased = again.erase(now.client.id)

    assert set(erased.files) == {*aside, unfinished}
    assert erased.copies == (copy,)
    assert erased.problem == ""
    assert files_with("Yq", folder) == [copy.name]
    assert innocent.exists()
    put_away = Safekeeping(again, Backups(folder, home=folder.parent / "s")).put_away(copy)
    assert again.erase(now.client.id).files == (put_away,)
    assert files_with("Yq", folder) == []
    again.close()


def test_a_plan_that_went_to_another_client_keeps_no_version_of_the_one_erased(
    library: Library, folder: Path
) -> None:
    first = planted("Zq")
    library.add([first, OTHER])
    library.begin_editing(first.plan.id)
    moved = Preparation(client=OTHER.client, plan=replace(first.plan, client_id=OTHER.client.id))
    library.save(with_field(moved, "plan.case.why_now", "Theirs now"))
    library.begin_editing(first.plan.id)
    library.save(with_field(moved, "plan.case.why_now", "Later"))

    erased = library.erase(first.client.id)

    assert erased.versions == 1
    (version,) = library.history.versions(first.plan.id)
    assert library.history.preparation(first.plan.id, version.replaced).plan.case.why_now == "Theirs now"
    assert files_with(first.client.name, folder) == []


def test_a_plan_of_the_client_that_no_list_can_show_goes_too(library: Library, folder: Path) -> None:
    now = filled(library)
    library.close()
    path = folder / FILE_NAME
    second = b',\n"77": {"id":"%s","client_id":"%s","call":{"title":"Wqdamaged","minutes":"x"}}\n},\n"' % (
        now.plan.id.encode(),
        now.client.id.encode(),
    )
    path.write_bytes(path.read_bytes().replace(b'\n},\n"blocks', second + b"blocks"))
    again = Library.open(folder)
    assert files_with("Wqdamaged", folder) == [FILE_NAME]

    again.erase(now.client.id)

    assert files_with("Wqdamaged", folder) == []
    assert still_there(again) == [("Hollis & Grey", "Stays")]
    again.close()


def test_a_client_erased_is_not_brought_back_by_what_was_still_open(library: Library) -> None:
    now = filled(library)
    library.erase(now.client.id)

    with pytest.raises(ClientErased, match="was erased while this was open"):
        library.save(with_field(now, "plan.case.why_now", "Typed meanwhile"))
    with pytest.raises(ClientErased):
        library.save_client(now.client)

    assert still_there(library) == [("Hollis & Grey", "Stays")]


def test_it_comes_back_whole_from_the_backup_made_before(library: Library, keeping: Safekeeping) -> None:
    now = filled(library)

    erased = keeping.erase(now.client.id)
    keeping.restore(erased.backups[0].path)

    assert library.preparation(now.plan.id) == now
    assert len(library.trash()) == len(library.history.versions(now.plan.id)) == 1
    library.save(with_field(now, "plan.case.why_now", "Goes on"))


def test_the_backup_made_before_goes_after_seven_days_and_is_no_other_backup(
    library: Library, keeping: Safekeeping, backups: Backups, clock: Clock, folder: Path, tmp_path: Path
) -> None:
    now = filled(library)
    keeping.erase(now.client.id)

    keeping.keep_house(TODAY)
    assert [backup.goes_on is None for backup in backups.backups()] == [True, False], "that of today is made"
    recovering = backups.newest_good()
    assert recovering is not None
    assert now.client.id not in recovering[1].contents.clients
    clock.now = NOON + dt.timedelta(days=6)
    keeping.keep_house(clock.now.date())
    assert files_with("Yq", folder, tmp_path / "state") != []
    clock.now = NOON + dt.timedelta(days=7)
    keeping.keep_house(clock.now.date())

    assert files_with("Yq", folder, tmp_path / "state") == []
    assert [backup.goes_on for backup in backups.backups()] == [None] * 3


@pytest.mark.parametrize("days", [-30, 30])
def test_a_clock_that_was_wrong_keeps_nothing_of_what_was_erased(
    library: Library, keeping: Safekeeping, backups: Backups, clock: Clock, days: int
) -> None:
    now = filled(library)
    clock.now = NOON + dt.timedelta(days=days)
    keeping.erase(now.client.id)

    clock.now = NOON
    keeping.keep_house(TODAY)

    assert all(backup.goes_on is None for backup in backups.everywhere())


def test_a_damaged_backup_made_before_goes_too(library: Library, keeping: Safekeeping, clock: Clock) -> None:
    now = filled(library)
    (before,) = keeping.erase(now.client.id).backups
    before.path.write_bytes(before.path.read_bytes()[:-30])
    assert [held.path for held in keeping.backups_holding(now.client.id)] == [before.path]

    clock.now += dt.timedelta(days=8)
    keeping.keep_house(clock.now.date())

    assert not before.path.exists()


def test_the_only_client_erased_is_not_missed(
    library: Library, keeping: Safekeeping, clock: Clock, backups: Backups
) -> None:
    now = planted("Zq")
    library.save(now)
    keeping.back_up()

    keeping.erase(now.client.id)
    clock.now += dt.timedelta(days=8)

    assert keeping.keep_house(clock.now.date()) == ()
    assert keeping.missed is None
    assert all(backup.goes_on is None for backup in backups.backups())


def test_a_backup_in_a_folder_that_was_left_is_found_and_deleted(
    library: Library, keeping: Safekeeping, tmp_path: Path
) -> None:
    now = filled(library)
    places = [tmp_path / "stick", tmp_path / "disk", None]
    made = []
    for place in places:
        keeping.choose_folder(place)
        made.append(keeping.back_up().path)

    held = keeping.backups_holding(now.client.id)
    keeping.delete_backups(backup.path for backup in held)

    assert {backup.path for backup in held} == set(made)
    assert [path.exists() for path in made] == [False] * 3


def test_only_backups_of_this_library_are_deleted(keeping: Safekeeping, tmp_path: Path) -> None:
    letter = tmp_path / "letter.zip"
    letter.write_bytes(b"PK")

    with pytest.raises(BackupNotDeleted, match="it is no backup of this library"):
        keeping.delete_backups([letter])

    assert letter.exists()


def test_in_a_library_only_read_nothing_is_erased_and_no_backup_made(
    library: Library, backups: Backups, folder: Path
) -> None:
    now = filled(library)
    only_read = Library.open(folder, read_only=True)
    with pytest.raises(LibraryNotWritten, match="Nothing was erased"):
        Safekeeping(only_read, backups).erase(now.client.id)
    assert backups.everywhere() == []


def test_what_cannot_be_stored_erases_nothing_and_leaves_no_backup(
    library: Library, keeping: Safekeeping, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = filled(library)
    with monkeypatch.context() as broken:
        broken.setattr("planner.store.journal.make_durable", _full_disk)
        with pytest.raises(LibraryNotWritten, match="the disk is full"):
            keeping.erase(now.client.id)

    assert library.preparation(now.plan.id) == now
    assert backups.everywhere() == []
    library.save(with_field(now, "plan.case.why_now", "Goes on"))


def test_where_the_file_cannot_be_written_anew_that_is_told_and_made_good_on_close(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = filled(library)
    with monkeypatch.context() as broken:
        broken.setattr("planner.store.durable_tables.write_unfinished", _full_disk)
        erased = library.erase(now.client.id)

    assert "the disk is full" in erased.problem
    assert "once it is closed" in erased.problem
    assert still_there(library) == [("Hollis & Grey", "Stays")]
    library.close()
    assert files_with("Yq", folder) == []


def test_whatever_copies_or_replaces_the_library_and_an_erasure_take_turns(
    library: Library, keeping: Safekeeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = filled(library)
    dream = Client(id="c1", name="Dream")
    library.save_client(dream)
    free: list[bool] = []
    make_of = Backups.make_of

    def watched(*given: Any, **named: Any) -> Any:
        other = threading.Thread(target=lambda: free.append(library.taking_turns.acquire(blocking=False)))
        other.start()
        other.join()
        return make_of(*given, **named)

    monkeypatch.setattr(Backups, "make_of", watched)

    made = keeping.back_up()
    keeping.restore(made.path)
    keeping.merge_clients(OTHER.client.id, dream.id)
    keeping.keep_house(TODAY + dt.timedelta(days=40))
    keeping.erase(now.client.id)
    keeping.begin_afresh()

    assert free == [False] * 6


def test_a_backup_that_was_under_way_is_among_those_that_hold_what_was_erased(
    library: Library, keeping: Safekeeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = filled(library)
    begun, may_go_on = threading.Event(), threading.Event()
    make_of = Backups.make_of

    def slow(*given: Any, **named: Any) -> Any:
        begun.set()
        assert may_go_on.wait(30)
        return make_of(*given, **named)

    monkeypatch.setattr(Backups, "make_of", slow)
    under_way = threading.Thread(target=keeping.back_up)
    under_way.start()
    assert begun.wait(30)
    told: list[Erasure] = []
    erasing = threading.Thread(target=lambda: told.append(keeping.erase(now.client.id)))
    erasing.start()
    may_go_on.set()
    under_way.join()
    erasing.join()

    assert len(told[0].backups) == 2
    assert [client.id for client in library.clients()] == [OTHER.client.id]


@pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be synced there")
def test_the_power_may_fail_at_any_moment_of_an_erasure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    disk = RecordedDisk(work)
    with monkeypatch.context() as watched:
        watched.setattr(durable_tables, "CHECKPOINT_BEYOND", 1 << 30)
        disk.watch(watched)
        library = Library.open(work)
        now = filled(library)
        begun = len(disk.steps)
        library.erase(now.client.id)
        disk.note("done")
    everybody, nobody_else = {now.client.id, OTHER.client.id}, {OTHER.client.id}

    for at in range(begun, len(disk.steps) + 1):
        for number, state in enumerate(after_power_loss(disk.steps[:at], random.Random(at))):
            folder = tmp_path / f"{at} {number}"
            folder.mkdir()
            for name, data in state.items():
                (folder / name).write_bytes(data)
            found = Library.open(folder)
            clients = {client.id for client in found.clients()}
            assert clients == nobody_else if at == len(disk.steps) else clients in (everybody, nobody_else)
            assert len(found.summaries()) == len(clients)
            found.close()
            assert verified(folder / FILE_NAME).damage == ()
            if clients == nobody_else:
                assert files_with("Yq", folder) == []


def test_a_client_without_a_plan_is_erased_too(library: Library, folder: Path) -> None:
    library.save_client(Client(id="c1", name="Vqdream", archived=True))

    assert library.erase("c1").name == "Vqdream"

    assert library.clients() == []
    assert files_with("Vqdream", folder) == []


def _full_disk(*_arguments: object, **_named: object) -> None:
    raise FileNotWritten(Path("library.json"), "the disk is full")
