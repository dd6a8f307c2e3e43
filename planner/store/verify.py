"""Looking through a whole library for what is damaged, without changing anything."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from planner.store.errors import LibraryDamaged
from planner.store.journal_record import scan_records
from planner.store.library_file import journal_of, read_if_there
from planner.store.opening import open_read_only
from planner.store.records import META, SCHEMA
from planner.store.snapshot import Snapshot
from planner.store.version_contents import damage_in
from planner.store.version_documents import TABLE
from planner.store.whole_records import CLIENT, PLAN, decoded
from planner.translation import _

_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {"meta": META, "clients": CLIENT, "plans": PLAN}


class VerifyResult(msgspec.Struct, frozen=True):
    """How many plans and clients are in a library, and a line for each damage: file, document, field, why.

    `plans` includes those in the trash; neither number includes documents that cannot even be listed.
    """

    plans: int
    clients: int
    damage: tuple[str, ...]


def verified(path: Path) -> VerifyResult:
    """Return what is damaged in the library file at the path, its journal included; changes nothing.

    LibraryNotOpened or LibraryTooNew if it cannot be read at all.
    """
    try:
        opened = open_read_only(path, schema=SCHEMA)
        snapshot = Snapshot(opened.tables, path)
    except LibraryDamaged as error:
        return VerifyResult(0, 0, (f"{path}: {error.what}", *_unread(path)))
    contents = snapshot.contents
    damage = (f"{path}: {document.what}" for document in _damage_in(snapshot, path))
    return VerifyResult(
        len(contents.plans), len(contents.clients), (*opened.notices, *damage, *_damaged_changes(path))
    )


def _damage_in(snapshot: Snapshot, path: Path) -> Iterator[LibraryDamaged]:
    """Yield what is wrong, each document once."""
    reported = set()
    for damage in snapshot.damage:
        reported.add(_document(damage))
        yield damage
    for name, decoder in _DECODERS.items():
        for doc_id, document in snapshot.tables.get(name, {}).items():
            try:
                decoded(decoder, document, path, f"{name} {doc_id}")
            except LibraryDamaged as error:
                if _document(error) not in reported:
                    yield error
    yield from damage_in(snapshot.tables.get(TABLE, {}), path)


def _damaged_changes(path: Path) -> Iterator[str]:
    """Yield where the journal holds no whole changes."""
    journal = journal_of(path)
    data = read_if_there(journal)
    scan = scan_records(data)
    for start, end in scan.damaged:
        text = _("bytes {start:,} to {end:,} are not a complete change").format(start=start, end=end)
        yield f"{journal}: {text}"
    if scan.torn < len(data):
        text = _("the last change, from byte {start:,}, was not written whole").format(start=scan.torn)
        yield f"{journal}: {text}"


def _document(damage: LibraryDamaged) -> tuple[str, ...]:
    """Return the table and the document id a damage begins with."""
    return tuple(damage.what.replace(",", " ").replace(":", " ").split()[:2])


def _unread(path: Path) -> Iterator[str]:
    """Yield what else can be said of a library that is no JSON: which documents cannot be read."""
    from planner.store.salvage import salvaged  # noqa: PLC0415 -- hardly ever wanted

    problem = _("it cannot be read")
    for document in salvaged(read_if_there(path)).unread:
        yield f"{path}: {document.name}: {problem}"
