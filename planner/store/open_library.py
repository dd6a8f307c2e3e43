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
from planner.translation import _, ngettext
from planner.wording.lists import semicolon_list

if TYPE_CHECKING:
    from planner.store.backups import Backups

NAMED = 5
"""So many damaged documents are named in a notice; `verify` names them all."""


def opened_database(path: Path, backups: "Backups | None") -> tuple[LibraryDatabase, list[str]]:
    """Return the library's database in today's schema, and what to tell of a recovery or migration.

    Without `backups` they are looked for in the usual place. LibraryNotOpened, LibraryDamaged,
    LibraryTooNew or BackupNotMade: nothing was changed.
    """
    notices: list[str] = []
    try:
        database = LibraryDatabase(path)
    except LibraryDamaged as damage:
        from planner.store.recovery import recovered  # noqa: PLC0415 -- hardly ever wanted

        notices += recovered(path, backups or _usual(path), damage)
        database = LibraryDatabase(path)
    if check_schema(database.durable.snapshot(), path) < SCHEMA:
        notices += brought_up_to_date(database, path, backups or _usual(path))
    return database, notices


def damage_notices(damage: Sequence[LibraryDamaged]) -> list[str]:
    """Return one notice of the documents that cannot be read, the first five named; [] for none."""
    if not damage:
        return []
    path = damage[0].path
    names = semicolon_list(document.what for document in damage[:NAMED])
    more = len(damage) - NAMED
    if more <= 0:
        text = _(
            "Not everything in {path} can be read. This was left as it is: {documents}. "
            "A backup may still hold it."
        )
        return [text.format(path=path, documents=names)]
    text = ngettext(
        "Not everything in {path} can be read. This was left as it is: {documents} and {count} more. "
        "A backup may still hold it.",
        "Not everything in {path} can be read. This was left as it is: {documents} and {count} more. "
        "A backup may still hold it.",
        more,
    )
    return [text.format(path=path, documents=names, count=more)]


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
    """Bring a library of an older schema to `schema`, after a backup; return what to tell, else [].

    BackupNotMade, LibraryNotOpened, LibraryDamaged or LibraryTooNew: the library is as it was.
    """
    stored = database.durable.snapshot()
    stored_schema = check_schema(stored, path, newest=schema)
    if stored_schema == schema:
        return []
    backup = backups.make(
        b"".join(file_of(stored)), f"before the change from schema {stored_schema} to {schema}"
    )
    tables = database.durable.read() or {}
    try:
        database.durable.write(migrated(tables, steps, schema))
    except FileNotWritten as error:
        reason = _("it must be brought up to date first, and {reason}").format(reason=error.reason)
        raise LibraryNotOpened(path, reason) from error
    text = _(
        "The library was brought up to date for this Front Foot, from schema {former} to {schema}. "
        "As it was, it is kept in {backup}."
    )
    return [text.format(former=stored_schema, schema=schema, backup=backup.path.name)]
