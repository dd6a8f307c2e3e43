"""Other copies of a library that lie beside it, whoever made them: found by name and by contents."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from planner.store.errors import LibraryDamaged, LibraryTooNew
from planner.store.journal_record import MAGIC, Tables, applied, digest_of, scan_records
from planner.store.library_file import journal_of, read_if_there
from planner.store.opening import open_read_only
from planner.store.records import SCHEMA, id_in
from planner.store.snapshot import Encoded, Snapshot, in_todays_schema
from planner.translation import _

_BEGINNING = 4096
_LIBRARY = rb'\s*\{\s*"(?:meta|clients|plans|history|blocks)"\s*:\s*\{\s*(?:\}|"\d+"\s*:\s*\{)'
"""How a file begins that TinyDB wrote and that holds a table of ours."""


class CopySnapshot(msgspec.Struct, frozen=True):
    """What is in another copy, and the files it was read from: the digest of the bytes by path."""

    snapshot: Snapshot
    files: dict[Path, bytes]


def forks_beside(path: Path) -> list[Path]:
    """Return the files beside a library file that are named `<its name> (other copy …)`, sorted by name.

    Front Foot made them when two programs had changed the library.
    """
    start, end = f"{path.stem} (other copy ", f"){path.suffix}"
    return [file for file in _files(path) if file.name.startswith(start) and file.name.endswith(end)]


def copies_beside(path: Path, at_work_in: Path) -> tuple[Path, ...]:
    """Return the other copies in a library file's folder: library files, then journals that lie alone.

    They are known by what they hold, for each sync client names them in its own way. `at_work_in` and its
    journal are left out. While that is a copy, the file at `path` counts as another one, whatever it holds.
    """
    ours = {at_work_in.name, journal_of(at_work_in).name}
    others = [file for file in _files(path) if file.name not in ours]
    libraries = [
        file for file in others if file.suffix == path.suffix and (file.name == path.name or is_library(file))
    ]
    journal_names = {journal_of(library).name for library in libraries}
    journals = [
        file
        for file in others
        if file.suffix == ".journal" and file.name not in journal_names and is_journal(file)
    ]
    return (*libraries, *journals)


def is_library(path: Path) -> bool:
    """Whether a file begins as our JSON does, with one of our tables; False for `{}`, or if unreadable."""
    return re.match(_LIBRARY, _beginning(path)) is not None


def is_journal(path: Path) -> bool:
    """Whether a file begins as a journal does; False if it cannot be read."""
    return _beginning(path).startswith(MAGIC)


def opened_copy(path: Path, ours: Encoded) -> CopySnapshot:
    """Return what is in a library file, its journal included, or in a journal that lies alone.

    The changes in a journal alone are applied to `ours`, our tables: it holds each document it changed as a
    whole. LibraryNotOpened, LibraryDamaged (also if there is nothing in it) or LibraryTooNew.
    """
    if is_journal(path):
        data = read_if_there(path)
        return CopySnapshot(Snapshot(_on_top(path, data, ours), path), {path: digest_of(data)})
    journal = read_if_there(journal_of(path))
    opened = open_read_only(path, schema=SCHEMA)
    files = {path: opened.whole}
    if opened.journal.length:
        files[journal_of(path)] = digest_of(journal)
    if not opened.tables:
        raise LibraryDamaged(path, _("there is nothing in it"))
    snapshot = Snapshot(in_todays_schema(opened.tables, path), path)
    if snapshot.damage:  # made of a journal alone, it may lack the clients of its plans
        snapshot = Snapshot(_with_clients(snapshot, ours), path)
    return CopySnapshot(snapshot, files)


def _with_clients(snapshot: Snapshot, ours: Encoded) -> Encoded:
    """Return the copy's tables with the clients that only we have."""
    from planner.store.salvage import unused_id  # noqa: PLC0415 -- hardly ever wanted

    clients = dict(snapshot.tables.get("clients", {}))
    for document in ours.get("clients", {}).values():
        if id_in(document) not in snapshot.contents.clients:
            clients[unused_id(clients)] = document
    return {**snapshot.tables, "clients": clients}


def _on_top(path: Path, data: bytes, ours: Encoded) -> Tables:
    records = scan_records(data).records
    if not records:
        raise LibraryDamaged(path, _("there is no complete change in it"))
    if any(record.schema > SCHEMA for record in records):
        raise LibraryTooNew(path)
    return applied(ours, (record.change for record in records))


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_BEGINNING)
    except OSError:
        return b""


def _files(path: Path) -> Iterator[Path]:
    """Yield the files in a library file's folder, by name; none if it cannot be looked at."""
    try:
        names = sorted(path.parent.iterdir())
    except OSError:
        names = []
    return (entry for entry in names if entry.is_file())
