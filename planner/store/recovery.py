"""A library that cannot be opened as it is: what is left of it, its newest backup, its journal."""

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from planner.model.library_values import Backup
from planner.platform.files import FileNotWritten, reason_of, write_atomically
from planner.store.backups import Backups
from planner.store.errors import LibraryDamaged, LibraryNotOpened, LibraryTooNew
from planner.store.journal import quarantine
from planner.store.journal_record import Tables, applied, scan_records
from planner.store.library_file import CHECKSUM_TABLE, file_of, journal_of, read_if_there
from planner.store.plain_documents import plain_document
from planner.store.records import META_DOCUMENTS, SCHEMA, id_in
from planner.store.salvage import Salvage, Unread, salvaged, unused_id
from planner.store.snapshot import Encoded, in_todays_schema
from planner.translation import _, ngettext
from planner.wording.lists import comma_list


def recovered(path: Path, backups: Backups, damage: LibraryDamaged) -> list[str]:
    """Make a readable library of what is left, the damaged file kept beside it; return what to tell.

    Each document comes from the damaged file itself, else from the newest backup that opens; the
    changes in the journal come on top. `damage` is raised if there is nothing, LibraryTooNew for a newer
    journal, LibraryNotOpened if the library cannot be written: then nothing was changed.
    """
    file = read_if_there(path)
    journal = journal_of(path)
    records = scan_records(read_if_there(journal)).records
    salvage = salvaged(file)
    if any(record.schema > SCHEMA for record in records):
        raise LibraryTooNew(path)
    current = _as_of_today(applied(salvage.tables, (record.change for record in records)), path)
    newest = backups.newest_good()
    saved: Encoded = newest[1].tables if newest else {}
    if not any(tables.get(name) for tables in (current, saved) for name in ("plans", "clients")):
        raise damage
    tables = _with_missing(current, saved)
    try:
        aside = quarantine(path, "damaged", put=lambda name: write_atomically(name, file))
        write_atomically(path, b"".join(file_of(tables)))
        if journal.exists():
            quarantine(journal, "recovered", put=journal.rename)
    except FileNotWritten as error:
        raise LibraryNotOpened(path, _damaged_and(error.reason)) from error
    except OSError as error:
        raise LibraryNotOpened(path, _damaged_and(reason_of(error))) from error
    notices = _told(tables, current, salvage, newest[0] if newest else None)
    if records:
        text = ngettext(
            "The {count:,} change in its journal came on top.",
            "The {count:,} changes in its journal came on top.",
            len(records),
        )
        notices.append(text.format(count=len(records)))
    kept_as = _("{path} was damaged; as it was, it is kept as {copy}.").format(path=path, copy=aside.name)
    return [kept_as, *notices]


def _damaged_and(reason: str) -> str:
    return _("it is damaged, and {reason}").format(reason=reason)


_META = {doc_id: msgspec.Raw(document) for doc_id, document in META_DOCUMENTS.items()}


def _as_of_today(tables: Tables, path: Path) -> Encoded:
    """Return what was read in today's schema, which it is in if it does not say otherwise."""
    tables.pop(CHECKSUM_TABLE, None)
    try:
        return in_todays_schema(tables, path)
    except LibraryDamaged:
        return tables | {"meta": _META}


def _with_missing(left: Encoded, saved: Encoded) -> Tables:
    """Return what is left, and what only the backup has: clients, plans, all versions of a plan."""
    tables = {name: dict(table) for name, table in left.items()}
    for name, table in saved.items():
        table_here = tables.setdefault(name, {})
        ids = _ids(table_here)
        for doc_id, document in table.items():
            if not id_in(document) or id_in(document) not in ids:
                table_here[doc_id if doc_id not in table_here else unused_id(table_here)] = document
    return tables


def _ids(table: Mapping[str, msgspec.Raw]) -> set[str]:
    return {id_in(document) for document in table.values()}


def _told(tables: Tables, current: Encoded, salvage: Salvage, backup: Backup | None) -> list[str]:
    """Return what was recovered, and what was not."""
    plans, clients = (_ids(tables.get(name, {})) for name in ("plans", "clients"))
    newest = _ids(current.get("plans", {})) | _ids(current.get("clients", {}))
    missing = plans - newest
    count = len(plans)
    if backup is not None and missing:
        text = ngettext(
            "Recovered: {count:,} plan, {missing} of them from the backup of {moment}.",
            "Recovered: {count:,} plans, {missing} of them from the backup of {moment}.",
            count,
        )
        notices = [text.format(count=count, missing=len(missing), moment=_moment(backup.taken))]
    else:
        notices = [
            ngettext("Recovered: {count:,} plan.", "Recovered: {count:,} plans.", count).format(count=count)
        ]
    notices += _told_of_clients(tables, newest, backup)
    unread = [document for document in salvage.unread if not document.id or document.id not in newest]
    older = [document for document in unread if document.id in plans | clients]
    lost = [document for document in unread if document not in older]
    if older:
        text = _("As of the backup, and so perhaps older than you left it: {documents}.")
        notices.append(text.format(documents=_named(older)))
    if lost:
        notices.append(_("Not recovered: {documents}.").format(documents=_named(lost)))
    return notices


def _told_of_clients(tables: Tables, newest: set[str], backup: Backup | None) -> list[str]:
    """Return how many clients without a plan were recovered, [] if there are none."""
    planned = {plain_document(document).get("client_id") for document in tables.get("plans", {}).values()}
    alone = _ids(tables.get("clients", {})) - planned - {""}
    missing = alone - newest
    if backup is not None and missing:
        text = ngettext(
            "Recovered: {count:,} client without a plan, {missing} of them from the backup of {moment}.",
            "Recovered: {count:,} clients without a plan, {missing} of them from the backup of {moment}.",
            len(alone),
        )
        return [text.format(count=len(alone), missing=len(missing), moment=_moment(backup.taken))]
    text = ngettext(
        "Recovered: {count:,} client without a plan.",
        "Recovered: {count:,} clients without a plan.",
        len(alone),
    )
    return [text.format(count=len(alone))] if alone else []


def _named(documents: Iterable[Unread]) -> str:
    return comma_list(document.name for document in documents)


def _moment(moment: dt.datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
