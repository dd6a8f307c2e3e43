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
        """Every document, encoded, by document id; a snapshot."""
        return _storage_of(self).encoded(self.name)

    def __len__(self) -> int:
        return len(self.encoded)

    def unused_id(self) -> int:
        """Return a document id above every id in the table."""
        return max(map(int, self.encoded), default=0) + 1

    def _read_table(self) -> dict[str, Any]:
        return _storage_of(self).read_table(self.name)


class LibraryDatabase(TinyDB):
    """The library's TinyDB: stock to look at, with a durable change across tables."""

    table_class = DocumentTable

    def __init__(self, path: Path) -> None:
        super().__init__(path, storage=LibraryStorage)

    def documents(self, name: str) -> DocumentTable:
        """Return the table of the name; it may be empty."""
        table = self.table(name)
        assert isinstance(table, DocumentTable)
        return table

    def put(self, documents: Mapping[str, Mapping[str, bytes]]) -> None:
        """Add or replace encoded documents, by table and document id, in one durable write.

        FileNotWritten leaves file and memory as they were.
        """
        storage = self.storage
        assert isinstance(storage, LibraryStorage)
        storage.put(documents)
        for name in documents:
            self.table(name).clear_cache()


def _storage_of(table: Table) -> LibraryStorage:
    storage = table.storage
    assert isinstance(storage, LibraryStorage)
    return storage
