"""A library that cannot be opened as it is: what is left of it, its newest backup, its journal."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from planner.files import FileNotWritten, reason_of, write_atomically
from planner.store.backups import Backup, Backups
from planner.store.changes import Tables, applied, found_in
from planner.store.errors import LibraryDamaged, LibraryNotOpened, LibraryTooNew
from planner.store.journal import set_aside
from planner.store.library_file import file_of, journal_of, read_if_there
from planner.store.records import CLIENT_GLANCE, META, META_DOCUMENTS, SCHEMA
from planner.store.salvage import Salvage, Unread, salvaged, unused_id
from planner.store.snapshot import Encoded


def recovered(path: Path, backups: Backups, damage: LibraryDamaged) -> list[str]:
    """Make a readable library of what is left, the damaged file kept beside it; return what to tell.

    Each document comes from the damaged file itself, else from the newest backup that opens; the
    changes in the journal come on top. `damage` is raised if there is nothing; LibraryNotOpened if
    the library cannot be written. Then nothing was changed.
    """
    file = read_if_there(path)
    journal = journal_of(path)
    records = found_in(read_if_there(journal)).records
    left = salvaged(file)
    if any(record.schema > SCHEMA for record in records) or _schema(left.tables) > SCHEMA:
        raise LibraryTooNew(path)
    newest = backups.newest_good()
    saved: Encoded = newest[1].tables if newest else {}
    if not any(tables.get(name) for tables in (left.tables, saved) for name in ("plans", "clients")):
        raise damage
    changes = [record.change for record in records]
    tables = applied({"meta": _META, **_with_missing(left.tables, saved)}, changes)
    try:
        aside = set_aside(path, "damaged", put=lambda name: write_atomically(name, file))
        write_atomically(path, b"".join(file_of(tables)))
        if journal.exists():
            set_aside(journal, "recovered", put=journal.rename)
    except FileNotWritten as error:
        raise LibraryNotOpened(path, f"it is damaged, and {error.reason}") from error
    except OSError as error:
        raise LibraryNotOpened(path, f"it is damaged, and {reason_of(error)}") from error
    told = _told(tables, left, newest[0] if newest else None, len(changes))
    return [f"{path} was damaged; as it was, it is kept as {aside.name}.", *told]


_META = {doc_id: msgspec.Raw(document) for doc_id, document in META_DOCUMENTS.items()}


def _schema(tables: Tables) -> int:
    meta = tables.get("meta", {}).get("1")
    try:
        return SCHEMA if meta is None else META.decode(meta).schema
    except msgspec.ValidationError:
        return SCHEMA


def _with_missing(left: Tables, saved: Encoded) -> Tables:
    """Return what is left, and what only the backup has."""
    tables = {name: dict(table) for name, table in left.items()}
    for name, table in saved.items():
        kept = tables.setdefault(name, {})
        known = _ids(kept)
        for doc_id, document in table.items():
            if name in {"clients", "plans"}:
                if _id(document) not in known:
                    kept[doc_id if doc_id not in kept else unused_id(kept)] = document
            else:
                kept.setdefault(doc_id, document)
    return tables


def _ids(table: Mapping[str, msgspec.Raw]) -> set[str]:
    return {_id(document) for document in table.values()}


def _id(document: msgspec.Raw) -> str:
    try:
        return CLIENT_GLANCE.decode(document).id
    except msgspec.ValidationError:
        return ""


def _told(tables: Tables, left: Salvage, backup: Backup | None, changes: int) -> list[str]:
    plans, in_file = _ids(tables.get("plans", {})), _ids(left.tables.get("plans", {}))
    sources = [f"{len(plans & in_file)} from the damaged file itself"]
    if backup is not None and plans - in_file:
        sources.append(f"{len(plans - in_file)} from the backup of {_moment(backup.taken)} or the journal")
    if changes:
        sources.append(f"{_count(changes, 'change')} from the journal on top")
    here = plans | _ids(tables.get("clients", {}))
    lost = [one for one in left.unread if one.id not in here]
    again = [one for one in left.unread if one.id in here]
    notices = [f"Recovered: {_count(len(plans), 'plan')}, {', '.join(sources)}."]
    if again:
        notices.append(
            f"What could not be read in the damaged file may be older than you left it: {_named(again)}."
        )
    if lost:
        notices.append(f"Not recovered: {_named(lost)}.")
    return notices


def _named(documents: Iterable[Unread]) -> str:
    return ", ".join(one.name for one in documents)


def _moment(moment: dt.datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
