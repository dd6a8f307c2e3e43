"""Bringing a library on disk to today's schema: a backup first, then one durable change."""

from collections.abc import Mapping
from pathlib import Path

from planner.platform.files import FileNotWritten
from planner.store.backups import Backups
from planner.store.database import LibraryDatabase
from planner.store.errors import LibraryNotOpened
from planner.store.library_file import file_of
from planner.store.migrations import STEPS, Step, migrated
from planner.store.records import SCHEMA
from planner.store.snapshot import check_schema


def brought_up_to_date(
    database: LibraryDatabase,
    path: Path,
    backups: Backups,
    *,
    steps: Mapping[int, Step] = STEPS,
    schema: int = SCHEMA,
) -> list[str]:
    """Bring the library to the schema if it is of an older one, after a backup; return what to tell.

    BackupNotMade, LibraryNotOpened, LibraryDamaged or LibraryTooNew: the library is as it was.
    """
    kept = database.kept.snapshot()
    here = check_schema(kept, path, newest=schema)
    if here == schema:
        return []
    backup = backups.make(b"".join(file_of(kept)), f"before the change from schema {here} to {schema}")
    tables = database.kept.read() or {}
    try:
        database.kept.write(migrated(tables, steps, schema))
    except FileNotWritten as error:
        raise LibraryNotOpened(path, f"it must be brought up to date first, and {error.reason}") from error
    told = f"The library was brought up to date for this Front Foot, from schema {here} to {schema}."
    return [f"{told} As it was, it is kept in {backup.path.name}."]
