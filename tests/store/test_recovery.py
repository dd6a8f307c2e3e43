import datetime as dt
import json
from pathlib import Path

import pytest
from tinydb import TinyDB

import planner.store.recovery
from planner.model.fields import with_field
from planner.platform.files import FileNotWritten, write_atomically
from planner.store.backups import Backups
from planner.store.errors import LibraryDamaged, LibraryNotOpened, LibraryTooNew
from planner.store.library import FILE_NAME, Library
from planner.store.records import SCHEMA
from planner.store.verify import verified
from tests.builders import a_plan

NOON = dt.datetime(2026, 11, 22, 12, 0, tzinfo=dt.UTC)
PLANS = [
    a_plan(**{"call.title": title, "client.name": f"Client {title}"}) for title in ("One", "Two", "Three")
]


@pytest.fixture
def backups(folder: Path, tmp_path: Path) -> Backups:
    return Backups(folder, home=tmp_path / "state", now=lambda: NOON)


@pytest.fixture
def path(library: Library, folder: Path) -> Path:
    """A closed library of three plans."""
    library.add(PLANS)
    library.close()
    return folder / FILE_NAME


def titles(library: Library) -> list[str]:
    return sorted(plan.title for plan in library.summaries())


def kept_aside(path: Path) -> list[bytes]:
    return [one.read_bytes() for one in sorted(path.parent.iterdir()) if ".damaged-" in one.name]


def test_one_broken_document_costs_that_document_alone(path: Path, backups: Backups) -> None:
    file = path.read_bytes().replace(b'"title":"Two"', b'"title":"Two')
    path.write_bytes(file)

    library = Library.open(path.parent, backups=backups)

    assert titles(library) == ["One", "Three"]
    assert "Recovered: 2 plans." in library.notices
    assert library.notices[-1] == f"Not recovered: plans 2 (id {PLANS[1].plan.id})."
    assert kept_aside(path) == [file]
    with TinyDB(path) as stock:
        assert [plan.doc_id for plan in stock.table("plans")] == [1, 3]


def test_plans_are_recovered_even_where_no_client_is_left(path: Path, backups: Backups) -> None:
    path.write_bytes(path.read_bytes().replace(b'"name":"Client', b'"name":Client'))

    library = Library.open(path.parent, backups=backups)
    library.close()

    assert "Recovered: 3 plans." in library.notices
    with TinyDB(path) as stock:
        assert [plan["call"]["title"] for plan in stock.table("plans")] == ["One", "Two", "Three"]
        assert len(stock.table("clients")) == 0


def test_what_is_broken_comes_from_the_newest_backup(path: Path, backups: Backups) -> None:
    backups.make(path.read_bytes(), "at start")
    path.write_bytes(path.read_bytes().replace(b'"title":"Two"', b'"title":Two"'))

    library = Library.open(path.parent, backups=backups)

    assert titles(library) == ["One", "Three", "Two"]
    assert library.preparation(PLANS[1].plan.id) == PLANS[1]
    assert any("3 plans, 1 of them from the backup of 2026-11-22" in notice for notice in library.notices)
    assert library.notices[-1].endswith(f"older than you left it: plans 2 (id {PLANS[1].plan.id}).")


def test_the_versions_of_a_plan_are_not_mixed_with_those_in_the_backup(path: Path, backups: Backups) -> None:
    library = Library.open(path.parent)
    plan = PLANS[0]
    for title in ("One, second", "One, third", "One, fourth"):
        backups.make_of(*library.as_file(), "on demand")
        library.begin_editing(plan.plan.id)
        plan = with_field(plan, "plan.call.title", title)
        library.save(plan)
    library.close()
    path.write_bytes(path.read_bytes().replace(b'"title":"Two"', b'"title":Two"'))

    library = Library.open(path.parent, backups=backups)

    versions = library.history.versions(plan.plan.id)
    read = [library.history.preparation(plan.plan.id, one.replaced).plan.call.title for one in versions]
    assert read == ["One, third", "One, second", "One"]
    library.close()
    assert verified(path).damage == ()


def test_the_journal_is_played_on_top(path: Path, backups: Backups) -> None:
    backups.make(path.read_bytes(), "at start")
    crashed = Library.open(path.parent)
    changed = with_field(PLANS[1], "plan.call.title", "Two, changed")
    crashed.save(changed)  # and never closed: the change is in the journal alone
    path.write_bytes(b"\0" * 500)

    library = Library.open(path.parent, backups=backups)

    assert titles(library) == ["One", "Three", "Two, changed"]
    assert any("1 change in its journal" in notice for notice in library.notices)
    library.save(with_field(changed, "plan.call.title", "Two, again"))
    library.close()
    assert titles(Library.open(path.parent)) == ["One", "Three", "Two, again"]


def test_without_anything_left_and_without_a_backup_nothing_is_touched(path: Path, backups: Backups) -> None:
    path.write_bytes(b"\0" * 500)

    with pytest.raises(LibraryDamaged, match="it is no"):
        Library.open(path.parent, backups=backups)

    assert path.read_bytes() == b"\0" * 500
    assert kept_aside(path) == []


@pytest.mark.parametrize("failing", [1, 2])
def test_a_recovery_that_cannot_be_written_changes_nothing_and_is_done_the_next_time(
    path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    file = path.read_bytes().replace(b'"title":"Two"', b'"title":"Two')
    path.write_bytes(file)
    written: list[Path] = []

    def write_or_not(at: Path, data: bytes) -> None:
        written.append(at)
        if len(written) == failing:
            raise FileNotWritten(at, "the disk is full")
        write_atomically(at, data)

    with monkeypatch.context() as broken:
        broken.setattr(planner.store.recovery, "write_atomically", write_or_not)
        with pytest.raises(LibraryNotOpened, match="it is damaged, and the disk is full"):
            Library.open(path.parent, backups=backups)
    assert path.read_bytes() == file

    assert titles(Library.open(path.parent, backups=backups)) == ["One", "Three"]


def test_a_journal_that_cannot_be_put_aside_is_told_with_the_library_it_is_of(
    path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library.open(path.parent).save(PLANS[0])  # and never closed
    Library.open(path.parent).save(with_field(PLANS[0], "plan.call.title", "One, changed"))
    path.write_bytes(path.read_bytes().replace(b'"title":"Two"', b'"title":"Two'))

    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "rename", refuse)
        with pytest.raises(LibraryNotOpened) as caught:
            Library.open(path.parent, backups=backups)

    assert str(caught.value) == f"{path} cannot be opened: it is damaged, and you may not write there."


def test_a_document_whose_number_another_has_in_the_backup_takes_none_from_it(
    path: Path, folder: Path, backups: Backups
) -> None:
    """A new library has counted from 1 again since the backup was made."""
    backups.make(path.read_bytes(), "at start")
    path.unlink()
    library = Library.open(folder)
    others = [a_plan(**{"call.title": title, "client.name": f"Client {title}"}) for title in ("Four", "Five")]
    library.add(others)
    library.close()
    path.write_bytes(path.read_bytes().replace(b'"title":"Five"', b'"title":"Five'))

    recovered = Library.open(folder, backups=backups)

    assert titles(recovered) == ["Four", "One", "Three", "Two"]
    for preparation in (others[0], *PLANS):
        assert recovered.preparation(preparation.plan.id) == preparation


def test_a_broken_client_that_the_journal_has_whole_is_nothing_to_tell(path: Path, backups: Backups) -> None:
    backups.make(path.read_bytes(), "at start")
    renamed = with_field(PLANS[1], "client.name", "Client Two, renamed")
    Library.open(path.parent).save(renamed)  # and never closed: the journal has the client
    path.write_bytes(path.read_bytes().replace(b'"name":"Client Two"', b'"name":"Client Two'))

    library = Library.open(path.parent, backups=backups)

    assert library.preparation(renamed.plan.id) == renamed
    assert library.notices[-1] == "The 1 change in its journal came on top."
    assert not any("older than you left it" in notice for notice in library.notices)


@pytest.mark.parametrize("broken", [b'"plans"', b'"clients"', b'"meta"'])
def test_a_broken_name_of_a_table_loses_nothing(path: Path, backups: Backups, broken: bytes) -> None:
    path.write_bytes(path.read_bytes().replace(broken, b'"pl\0ans"'))

    library = Library.open(path.parent, backups=backups)

    assert [library.preparation(one.plan.id) for one in PLANS] == PLANS


def test_cut_at_any_length_the_whole_documents_before_the_cut_are_recovered(
    path: Path, backups: Backups
) -> None:
    whole = path.read_bytes()
    lines = [line.rstrip(b",") for line in whole.split(b"\n") if b'"id"' in line]
    for length in range(1, len(whole) - 3, 41):
        path.write_bytes(whole[:length])
        (path.parent / "library.journal").unlink(missing_ok=True)
        left = [line for line in lines if line in whole[:length]]
        try:
            library = Library.open(path.parent, backups=backups)
        except LibraryDamaged:
            assert left == []
        else:
            assert len(library.summaries()) == sum(b'"client_id"' in line for line in left)
            library.close()


def test_a_damaged_library_of_a_newer_version_is_left_alone(path: Path, backups: Backups) -> None:
    path.write_bytes(path.read_bytes().replace(f'"schema":{SCHEMA}'.encode(), b'"schema":99')[:-20])
    before = path.read_bytes()

    with pytest.raises(LibraryTooNew, match=f"^{path} was written by a newer"):
        Library.open(path.parent, backups=backups)

    assert path.read_bytes() == before


def test_single_damaged_documents_are_kept_told_and_passed_over(path: Path, backups: Backups) -> None:
    file = json.loads(path.read_text())
    file["plans"]["2"]["call"]["minutes"] = "long"
    file["plans"]["9"] = {"id": "p9", "client_id": "gone"}
    file["clients"]["x"] = {"id": "cx"}
    file["clients"]["7"] = {"id": ""}
    file["plans"]["8"] = file["plans"]["1"]
    path.write_text(json.dumps(file))

    library = Library.open(path.parent, backups=backups)
    library.save(with_field(PLANS[0], "plan.call.title", "Changed"))
    library.close()

    assert titles(library) == ["Changed", "Three"]
    changed, notice = library.notices
    assert "is not as Front Foot left it" in changed
    assert f"plans 2 (id {PLANS[1].plan.id}), call.minutes: Expected `int" in notice
    assert 'plans 9, client_id: there is no client "gone"' in notice
    assert "clients x: TinyDB numbers documents, and this is not a number" in notice
    assert "clients 7, id: it is blank" in notice
    assert f'plans 8, id: "{PLANS[0].plan.id}" is also document 1' in notice
    after = json.loads(path.read_text())
    assert after["plans"]["2"] == file["plans"]["2"]
    assert after["plans"]["9"] == file["plans"]["9"]
    assert after["clients"]["x"] == file["clients"]["x"]


@pytest.mark.parametrize(("damaged", "more"), [(5, ""), (7, " and 2 more")])
def test_of_many_damaged_documents_five_are_named_and_the_rest_counted(
    path: Path, backups: Backups, damaged: int, more: str
) -> None:
    file = json.loads(path.read_text())
    file["plans"] |= {
        str(number): {"id": f"p{number}", "client_id": "gone"} for number in range(10, 10 + damaged)
    }
    path.write_text(json.dumps(file))

    library = Library.open(path.parent, backups=backups)

    named = "; ".join(f'plans {number}, client_id: there is no client "gone"' for number in range(10, 15))
    assert library.notices[-1] == (
        f"Not everything in {path} can be read. This was left as it is: {named}{more}. "
        "A backup may still hold it."
    )
