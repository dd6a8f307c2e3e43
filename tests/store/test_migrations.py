import datetime as dt
import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from planner.store import open_library
from planner.store.backup_file import library_in
from planner.store.backups import Backups
from planner.store.database import LibraryDatabase
from planner.store.errors import BackupNotMade, LibraryNotOpened, LibraryTooNew
from planner.store.library import FILE_NAME, Library
from planner.store.migrations import STEPS, Tables, migrated, schema_of
from planner.store.open_library import brought_up_to_date
from planner.store.records import SCHEMA
from planner.store.snapshot import tables_of
from tests.store.test_failures import full_disk

SAMPLES = Path(__file__).parents[1] / "data" / "library"


def sample(schema: int) -> Path:
    return SAMPLES / f"schema-{schema}.json"


def without_sample_or_step(steps: Mapping[int, object], schema: int) -> list[int]:
    """The schemas of which there is no sample, or from which no step leads on."""
    return [
        number
        for number in range(1, schema + 1)
        if not sample(number).exists() or (number < schema and number not in steps)
    ]


def test_every_schema_has_a_sample_and_a_step() -> None:
    assert without_sample_or_step(STEPS, SCHEMA) == []
    assert not STEPS.keys() - range(1, SCHEMA), "a step from a schema there never was"


def test_a_schema_without_sample_or_step_would_be_noticed() -> None:
    assert without_sample_or_step(STEPS, SCHEMA + 1) == [SCHEMA, SCHEMA + 1]


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_the_sample_of_every_schema_opens_with_all_it_holds(folder: Path, schema: int) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(sample(schema).read_bytes())

    library = Library.open(folder)

    (plan,) = library.summaries()
    (trashed,) = library.trash()
    preparation = library.preparation(plan.id)
    assert (plan.client, plan.title) == ("Tarn Valley Water", "Metering, second talk")
    assert preparation.plan.case.why_now == "The regulator's report is due in March."
    assert preparation.client.contacts[0].name == "Ines Halvorsen"
    assert trashed.deleted_on == dt.date(2026, 11, 20)
    (version,) = library.history.versions(plan.id)
    assert library.history.preparation(plan.id, version.replaced).plan.call.title == "Metering"
    assert bool(library.notices) == (schema < SCHEMA)  # the change is told, and nothing else


@pytest.mark.parametrize("schema", range(1, SCHEMA + 1))
def test_a_step_changes_nothing_it_is_given(schema: int) -> None:
    tables = json.loads(sample(schema).read_text(encoding="utf-8"))
    before = json.dumps(tables)

    after = migrated(tables)

    assert json.dumps(tables) == before
    assert schema_of(after) == SCHEMA


def test_a_step_keeps_what_else_a_library_says_of_itself() -> None:
    tables = {"meta": {"1": {"schema": SCHEMA, "made": "2026-11-02"}, "2": {"other": True}}, "clients": {}}

    after = migrated(tables, steps={SCHEMA: with_shout}, schema=SCHEMA + 1)

    assert after["meta"] == {"1": {"schema": SCHEMA + 1, "made": "2026-11-02"}, "2": {"other": True}}


def test_a_library_that_says_nothing_of_itself_does_so_after_a_step() -> None:
    after = migrated({"clients": {}}, steps={SCHEMA: with_shout}, schema=SCHEMA + 1)

    assert after == {"clients": {}, "meta": {"1": {"schema": SCHEMA + 1}}}


def with_shout(tables: Tables) -> Tables:
    """A step of tests: every client is called loudly."""
    clients = {doc_id: {**one, "name": one["name"].upper()} for doc_id, one in tables["clients"].items()}
    return {**tables, "clients": clients}


@pytest.fixture
def path(folder: Path) -> Path:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(sample(SCHEMA).read_bytes())
    return folder / FILE_NAME


@pytest.fixture
def backups(folder: Path, tmp_path: Path) -> Backups:
    return Backups(folder, home=tmp_path / "state")


def content(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    loaded.pop("seal", None)
    return loaded


def test_an_older_library_is_backed_up_and_then_changed_as_a_whole(path: Path, backups: Backups) -> None:
    before = content(path)
    database = LibraryDatabase(path)

    told = brought_up_to_date(database, path, backups, steps={SCHEMA: with_shout}, schema=SCHEMA + 1)
    database.close()

    assert content(path) == {
        **with_shout(before),
        "meta": {"1": {**before["meta"]["1"], "schema": SCHEMA + 1}},
    }
    (backup,) = backups.backups()
    assert json.loads(library_in(backup.path)).items() >= before.items()
    assert backup.path.name in told[0]


def test_a_backup_of_an_older_schema_is_looked_into_as_one_of_today(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_tomorrow = partial(migrated, steps={SCHEMA: with_shout}, schema=SCHEMA + 1)
    monkeypatch.setattr("planner.store.snapshot.SCHEMA", SCHEMA + 1)
    monkeypatch.setattr("planner.store.snapshot.migrated", to_tomorrow)

    tables = tables_of(path.read_bytes(), path)

    decoded = {
        name: {doc_id: json.loads(bytes(document)) for doc_id, document in table.items()}
        for name, table in tables.items()
    }
    assert decoded == to_tomorrow(json.loads(path.read_text(encoding="utf-8")))
    assert decoded["clients"]["1"]["name"] == "TARN VALLEY WATER"


def test_an_older_library_is_brought_up_to_date_as_it_is_opened(
    path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_tomorrow = partial(brought_up_to_date, steps={SCHEMA: with_shout}, schema=SCHEMA + 1)
    monkeypatch.setattr(open_library, "SCHEMA", SCHEMA + 1)
    monkeypatch.setattr(open_library, "brought_up_to_date", to_tomorrow)
    before = content(path)

    database, told = open_library.opened_database(path, backups)
    database.close()

    assert content(path)["clients"] == with_shout(before)["clients"]
    (backup,) = backups.backups()
    (notice,) = told
    assert notice == (
        f"The library was brought up to date for this Front Foot, from schema {SCHEMA} to {SCHEMA + 1}. "
        f"As it was, it is kept in {backup.path.name}."
    )


def test_a_library_of_today_is_left_alone(path: Path, backups: Backups) -> None:
    assert brought_up_to_date(LibraryDatabase(path), path, backups) == []
    assert backups.backups() == []


def test_a_newer_library_is_refused_and_untouched(path: Path, backups: Backups) -> None:
    path.write_bytes(path.read_bytes().replace(f'"schema":{SCHEMA}'.encode(), b'"schema":99'))
    before = path.read_bytes()

    with pytest.raises(LibraryTooNew, match=r"written by a newer Front Foot\. It was not changed"):
        Library.open(path.parent, backups=backups)

    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [FILE_NAME]


def test_without_a_backup_nothing_is_changed(path: Path, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    before = path.read_bytes()

    with pytest.raises(BackupNotMade):
        brought_up_to_date(
            LibraryDatabase(path),
            path,
            Backups(folder, home=tmp_path / "file"),
            steps={SCHEMA: with_shout},
            schema=SCHEMA + 1,
        )

    assert path.read_bytes() == before


def test_a_change_that_cannot_be_written_leaves_the_library_as_it_was(
    path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    database = LibraryDatabase(path)

    with monkeypatch.context() as broken:
        broken.setattr("planner.store.journal.make_durable", full_disk)
        with pytest.raises(LibraryNotOpened, match="must be brought up to date first"):
            brought_up_to_date(database, path, backups, steps={SCHEMA: with_shout}, schema=SCHEMA + 1)

    assert path.read_bytes() == before
    assert Library.open(path.parent).summaries()[0].client == "Tarn Valley Water"
