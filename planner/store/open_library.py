"""A library's database, ready for work: recovered or brought up to date where it must be."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from planner.platform.files import FileNotWritten
from planner.store.database import LibraryDatabase
from planner.store.errors import LibraryDamaged, LibraryNotOpened
from planner.store.library_file import file_of
from planner.store.migrations import STEPS, MigrationStep, migrated
from planner.store.records import SCHEMA
from planner.store.snapshot import check_schema

if TYPE_CHECKING:
    from planner.store.backups import Backups

NAMED = 5
"""So many damaged documents are named in a notice; `verify` names them all."""


def opened_database(path: Path, backups: "Backups | None") -> tuple[LibraryDatabase, list[str]]:
    """Return the library's database in today's schema, and what to tell of how that came about.

    Without `backups` they are looked for in the usual place. LibraryNotOpened, LibraryDamaged,
    LibraryTooNew or BackupNotMade: nothing was changed.
    """
    told: list[str] = []
    try:
        database = LibraryDatabase(path)
    except LibraryDamaged as damage:
        from planner.store.recovery import recovered  # noqa: PLC0415 -- hardly ever wanted

        told += recovered(path, backups or _usual(path), damage)
        database = LibraryDatabase(path)
    if check_schema(database.durable.snapshot(), path) < SCHEMA:
        told += brought_up_to_date(database, path, backups or _usual(path))
    return database, told


def damage_notices(damage: Sequence[LibraryDamaged]) -> list[str]:
    """Return what to tell of single documents that cannot be read."""
    if not damage:
        return []
    named = "; ".join(one.what for one in damage[:NAMED])
    more = f" and {len(damage) - NAMED} more" if len(damage) > NAMED else ""
    told = f"Not everything in {damage[0].path} can be read. This was left as it is: {named}{more}."
    return [f"{told} A backup may still hold it."]


def _usual(path: Path) -> "Backups":
    from planner.store.backups import Backups  # noqa: PLC0415 -- as above

    return Backups(path.parent)


def brought_up_to_date(
    database: LibraryDatabase,
    path: Path,
    backups: "Backups",
    *,
    steps: Mapping[int, MigrationStep] = STEPS,
    schema: int = SCHEMA,
) -> list[str]:
    """Bring the library to the schema if it is of an older one, after a backup; return what to tell.

    BackupNotMade, LibraryNotOpened, LibraryDamaged or LibraryTooNew: the library is as it was.
    """
    kept = database.durable.snapshot()
    here = check_schema(kept, path, newest=schema)
    if here == schema:
        return []
    backup = backups.make(b"".join(file_of(kept)), f"before the change from schema {here} to {schema}")
    tables = database.durable.read() or {}
    try:
        database.durable.write(migrated(tables, steps, schema))
    except FileNotWritten as error:
        raise LibraryNotOpened(path, f"it must be brought up to date first, and {error.reason}") from error
    told = f"The library was brought up to date for this Front Foot, from schema {here} to {schema}."
    return [f"{told} As it was, it is kept in {backup.path.name}."]
