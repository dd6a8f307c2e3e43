"""TinyDB over the library file, with the few operations it lacks."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from tinydb import TinyDB
from tinydb.table import Table

from planner.store.storage import LibraryStorage


class DocumentTable(Table):
    """One table of the library; reading it decodes no other."""

    @property
    def encoded(self) -> Mapping[str, msgspec.Raw]:
        """Every document, encoded, by document id; a snapshot, which takes time to make."""
        return _storage_of(self).encoded(self.name)

    def document(self, doc_id: str) -> msgspec.Raw | None:
        """Return one document, encoded, None if there is none."""
        return _storage_of(self).document(self.name, doc_id)

    def __len__(self) -> int:
        return _storage_of(self).count(self.name)

    def unused_id(self) -> int:
        """Return a document id above every id in the table."""
        return _storage_of(self).unused_id(self.name)

    def _read_table(self) -> dict[str, Any]:
        return _storage_of(self).read_table(self.name)


class LibraryDatabase(TinyDB):
    """A TinyDB over the library file, with durable writes of encoded documents to several tables at once."""

    table_class = DocumentTable

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        super().__init__(path, read_only=read_only, storage=LibraryStorage)

    @property
    def durable(self) -> LibraryStorage:
        """The storage itself, for what TinyDB's own interface does not offer."""
        assert isinstance(self.storage, LibraryStorage)
        return self.storage

    def documents(self, name: str) -> DocumentTable:
        """Return the table of the name; it may be empty."""
        table = self.table(name)
        assert isinstance(table, DocumentTable)
        return table

    def put(self, documents: Mapping[str, Mapping[str, bytes | None]]) -> None:
        """Add or replace encoded documents, or remove those given as None, in one durable write.

        They are named by table and document id. FileNotWritten leaves file and memory as they were.
        """
        self.durable.put(documents)
        for name in documents:
            self.table(name).clear_cache()

    def replace(self, tables: Mapping[str, Mapping[str, msgspec.Raw]]) -> None:
        """Make these documents, by table and id, the only ones, in one durable write.

        FileNotWritten leaves file and memory as they were.
        """
        stored = self.durable.snapshot()
        changes: dict[str, dict[str, bytes | None]] = {name: dict.fromkeys(stored[name]) for name in stored}
        for name, table in tables.items():
            changes.setdefault(name, {}).update(
                {doc_id: bytes(document) for doc_id, document in table.items()}
            )
        self.put(changes)


def _storage_of(table: Table) -> LibraryStorage:
    storage = table.storage
    assert isinstance(storage, LibraryStorage)
    return storage
