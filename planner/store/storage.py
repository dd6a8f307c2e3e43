"""The library file: TinyDB's own JSON format, kept in memory as encoded documents."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from planner.files import write_atomically
from planner.store.errors import LibraryDamaged, LibraryNotOpened

Table = dict[str, msgspec.Raw]
Tables = dict[str, Table]

_DECODER = msgspec.json.Decoder(Tables)


class LibraryStorage(Storage):
    """TinyDB's storage over one file, replaced as a whole by every change.

    Documents stay encoded until asked for and are decoded afresh each time, so nothing handed out
    can change what is kept, and a change encodes only the documents it touches. A `Raw` is a slice
    of the file as it was read: that buffer lives on as long as one document of it is unchanged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tables = _tables_in(path)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return every table with its documents, fresh; None for an empty library."""
        return {name: self.read_table(name) for name in self._tables} or None

    def read_table(self, name: str) -> dict[str, Any]:
        """Return one table with its documents, fresh; empty if there is none of the name."""
        return {doc_id: msgspec.json.decode(document) for doc_id, document in self.encoded(name).items()}

    def encoded(self, name: str) -> Mapping[str, msgspec.Raw]:
        """Return one table's documents as they are kept, by document id; a snapshot."""
        return self._tables.get(name, {})

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Keep exactly these tables; nothing is written if they are what is kept already.

        FileNotWritten leaves file and memory as they were.
        """
        self._keep(
            {
                name: {
                    str(doc_id): self._encoded(name, str(doc_id), document)
                    for doc_id, document in table.items()
                }
                for name, table in data.items()
            }
        )

    def put(self, documents: Mapping[str, Mapping[str, bytes]]) -> None:
        """Add or replace encoded documents, by table and document id, in one durable write.

        Nothing is written if they are kept already. FileNotWritten leaves file and memory as they were.
        """
        changed = dict(self._tables)
        for name, table in documents.items():
            kept = changed.get(name, {})
            changed[name] = kept | {
                doc_id: _same_or_new(kept.get(doc_id), one) for doc_id, one in table.items()
            }
        self._keep(changed)

    def _encoded(self, name: str, doc_id: str, document: object) -> msgspec.Raw:
        return _same_or_new(self.encoded(name).get(doc_id), msgspec.json.encode(document))

    def _keep(self, tables: Tables) -> None:
        if not _is_same(tables, self._tables):
            self._write_file(tables)
            self._tables = tables

    def _write_file(self, tables: Tables) -> None:
        """Make the tables durable. The one place that decides how a change reaches the disk."""
        write_atomically(self._path, file_of(tables))


def file_of(tables: Mapping[str, Mapping[str, msgspec.Raw]]) -> bytes:
    """Return the tables as a TinyDB file, one document a line."""
    parts: list[bytes | msgspec.Raw] = []
    for number, (name, table) in enumerate(tables.items()):
        parts += [b",\n" if number else b"{\n", msgspec.json.encode(name), b": {"]
        for row, (doc_id, document) in enumerate(table.items()):
            parts += [b",\n" if row else b"\n", msgspec.json.encode(doc_id), b": ", document]
        parts.append(b"\n}" if table else b"}")
    parts.append(b"\n}\n" if tables else b"{}\n")
    return b"".join(parts)


def _same_or_new(kept: msgspec.Raw | None, document: bytes) -> msgspec.Raw:
    return kept if kept is not None and bytes(kept) == document else msgspec.Raw(document)


def _is_same(tables: Tables, kept: Tables) -> bool:
    return tables.keys() == kept.keys() and all(
        table.keys() == kept[name].keys() and all(one is kept[name][doc_id] for doc_id, one in table.items())
        for name, table in tables.items()
    )


def _tables_in(path: Path) -> Tables:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise LibraryNotOpened(path, error.strerror or "the system gave no reason") from error
    if not data.strip():
        return {}  # TinyDB itself makes an empty file of a library not yet written
    try:
        return _DECODER.decode(data)
    except msgspec.ValidationError as error:
        raise LibraryDamaged(path, f"it is no TinyDB file ({error})") from error
    except msgspec.DecodeError as error:
        raise LibraryDamaged(path, f"it is no JSON ({error})") from error
