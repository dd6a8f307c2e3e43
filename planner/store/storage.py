"""TinyDB's storage over the library file and its journal."""

import contextlib
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from planner.model.errors import PlannerError
from planner.platform.clock import local_today
from planner.platform.files import FileNotWritten
from planner.store.copies import copies_beside, forks_beside
from planner.store.durable_tables import DurableTables
from planner.store.journal_record import REMOVED, Change, Documents, Tables
from planner.store.library_file import journal_of
from planner.store.opening import open_for_writing, open_read_only
from planner.store.records import SCHEMA
from planner.translation import N_, _

_READ_ONLY = N_("it was opened for reading only")


class LibraryStorage(Storage):
    """TinyDB's storage over one file and a journal beside it, in which each change is stored immediately.

    Documents stay encoded until asked for and are decoded afresh each time, so nothing handed out
    can change what is kept, and a change costs what it holds, not what the library holds. When the
    journal is long, and on close, a checkpoint writes it to the file, which any TinyDB opens.

    May be used from several threads. LibraryNotOpened, LibraryDamaged or LibraryTooNew if it cannot
    be opened.
    """

    def __init__(
        self,
        path: Path | str,
        *,
        read_only: bool = False,
        today: Callable[[], dt.date] = local_today,
    ) -> None:
        path = Path(path)
        forks = [] if read_only else forks_beside(path)
        opened = (
            open_read_only(path, schema=SCHEMA)
            if read_only
            else open_for_writing(path, schema=SCHEMA, today=today())
        )
        self._kept = DurableTables(path, opened, today)
        self._finish(forks)
        self._home = path
        self._copies = copies_beside(path, self.path)
        self._refuses = _READ_ONLY if read_only else ""
        self._highest: dict[str, int] = {}

    @property
    def path(self) -> Path:
        """The file the documents are stored in: the one opened or moved to, or a copy beside it.

        It is a copy once another program has changed that file, until `go_home`.
        """
        return self._kept.path

    @property
    def is_read_only(self) -> bool:
        """Whether it was opened for reading only; False after `move_to`."""
        return self._refuses == _READ_ONLY

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know, in sentences: what was recovered, kept aside or found changed.

        One more for each other copy that lay beside the library when that was last looked at.
        """
        return (*self._kept.notices, *(self._told_of(copy) for copy in self._copies if copy != self._home))

    def look_for_copies(self) -> tuple[Path, ...]:
        """Return the other copies of the library that lie beside it now: library files and journals."""
        self._copies = copies_beside(self._home, self.path)
        return self._copies

    def go_home(self, read: Mapping[Path, bytes]) -> tuple[Path, ...]:
        """Write everything to the file that was opened, and work on there.

        What another program put there must be stored here already: its files, by path with their digests
        in `read`, are kept aside, and where is returned. FileNotWritten, also if one has changed since:
        then work goes on in the copy.
        """
        self._refuse()
        return self._kept.go_home(read, self._home)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return every table with its documents, fresh; None for an empty library."""
        return {name: self.read_table(name) for name in list(self._kept.tables)} or None

    def read_table(self, name: str) -> dict[str, Any]:
        """Return one table with its documents, fresh; empty if there is none of the name."""
        return {doc_id: msgspec.json.decode(document) for doc_id, document in self.encoded(name).items()}

    def encoded(self, name: str) -> Documents:
        """Return one table's documents as they are kept, by document id; a snapshot."""
        return dict(self._kept.tables.get(name, {}))

    def document(self, name: str, doc_id: str) -> msgspec.Raw | None:
        """Return one document as it is kept, None if there is none."""
        return self._kept.tables.get(name, {}).get(doc_id)

    def snapshot(self) -> Tables:
        """Return all tables as they are kept at one moment; takes time to make."""
        with self._kept.changing:
            return {name: dict(table) for name, table in self._kept.tables.items()}

    def count(self, name: str) -> int:
        """Return how many documents a table holds."""
        return len(self._kept.tables.get(name, {}))

    def unused_id(self, name: str) -> int:
        """Return a document id above every one the table has had since it was opened."""
        if name not in self._highest:
            self._highest[name] = _highest(self.encoded(name))
        return self._highest[name] + 1

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Keep exactly these tables; nothing is written if they are what is kept already.

        FileNotWritten leaves file and memory as they were.
        """
        with self._kept.changing:
            tables = {
                name: documents
                for name, table in data.items()
                if (documents := self._difference(name, table)) or name not in self._kept.tables
            }
            self._keep(Change(tables, tuple(name for name in self._kept.tables if name not in data)))

    def put(self, documents: Mapping[str, Mapping[str, bytes | None]]) -> None:
        """Add or replace encoded documents, by table and document id, in one durable write.

        None removes one. Nothing is written if they are kept already; if one is new, all are, so
        that the record tells by itself what was stored. FileNotWritten leaves file and memory as
        they were.
        """
        tables = {
            name: {
                doc_id: REMOVED if document is None else msgspec.Raw(document)
                for doc_id, document in table.items()
            }
            for name, table in documents.items()
        }
        with self._kept.changing:
            if any(self._is_new(name, table) for name, table in tables.items()):
                self._keep(Change(tables))

    def checkpoint(self) -> None:
        """Write the changes in the journal to the library file; FileNotWritten: they stay in the journal."""
        self._refuse()
        self._kept.checkpoint()

    def write_again(self) -> None:
        """Write everything to the library file again if the file that holds it is gone.

        Until there is a library file, the journal holds it. FileNotWritten, also if nothing may be changed.
        """
        self._refuse()
        self._kept.write_again()

    def move_to(self, path: Path) -> None:
        """Write everything to a file that is not there, and go on in it; FileNotWritten.

        It can be changed there even if this was opened for reading only.
        """
        if not self.is_read_only:
            self._refuse()
        self._kept.move_to(path)
        self._home, self._copies = path, ()
        self._refuses = ""

    def close(self) -> None:
        """Write the journal's changes to the library file, unless read-only; nothing can be changed any more.

        If that fails nothing is raised: the changes stay in the journal, and `notices` says so.
        """
        if not self._refuses:
            self._refuses = N_("it is closed")
            self._kept.close()

    def _finish(self, forks: Iterable[Path]) -> None:
        """Fold what work in other copies left in their journals."""
        for copy in forks:
            if journal_of(copy).exists():
                with contextlib.suppress(PlannerError):  # it stays as it is, and is told all the same
                    LibraryStorage(copy, today=self._kept.today).close()

    def _told_of(self, copy: Path) -> str:
        from planner.store.restore_command import restore_command  # noqa: PLC0415 -- hardly ever wanted

        return _(
            "{copy} lies beside the library: another copy of it, made when two programs or computers "
            "changed it. Look into it and bring it in on the page “Backups”, or with: {command}"
        ).format(copy=copy.name, command=restore_command(copy.parent, copy))

    def _keep(self, change: Change) -> None:
        if not change.tables and not change.dropped:
            return
        self._refuse()
        self._kept.keep(change)
        for name in self._highest.keys() & change.tables.keys():
            self._highest[name] = max(self._highest[name], _highest(change.tables[name]))

    def _refuse(self) -> None:
        if self._refuses:
            raise FileNotWritten(self.path, _(self._refuses))

    def _is_new(self, name: str, documents: Documents) -> bool:
        table = self._kept.tables.get(name)
        if table is None:
            return True
        return any(table.get(doc_id, REMOVED) != document for doc_id, document in documents.items())

    def _difference(self, name: str, table: Mapping[Any, Any]) -> Documents:
        """Return the documents to put so that the table holds exactly the given ones."""
        stored = self._kept.tables.get(name, {})
        documents = {
            str(doc_id): msgspec.Raw(msgspec.json.encode(document)) for doc_id, document in table.items()
        }
        removals = {doc_id: REMOVED for doc_id in stored if doc_id not in documents}
        return removals | {
            doc_id: document for doc_id, document in documents.items() if stored.get(doc_id) != document
        }


def _highest(doc_ids: Iterable[str]) -> int:
    return max(map(int, filter(str.isdecimal, doc_ids)), default=0)
