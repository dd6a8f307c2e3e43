"""How documents are written: all of a change in one durable write, and then everybody sees it."""

import itertools
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from planner.platform.files import FileNotWritten
from planner.store.contents import ClientEntry, Contents, PlanEntry
from planner.store.database import LibraryDatabase
from planner.store.errors import LibraryFolderGone, LibraryNotWritten
from planner.store.history import Changes
from planner.store.reading import LibraryReading
from planner.store.records import CLIENT_GLANCE, META_DOCUMENTS
from planner.store.snapshot import Snapshot
from planner.store.version_documents import TABLE
from planner.translation import _

if TYPE_CHECKING:
    from planner.model.client import Client
    from planner.store.whole_records import StoredPlan


class LibraryWriting(LibraryReading):
    """A library that can be changed; changes take turns under the lock `_changing`."""

    def __init__(self, folder: Path, database: LibraryDatabase, notices: Sequence[str] = ()) -> None:
        super().__init__(folder, database, notices)
        self._being_edited: set[str] = set()
        self._changing = threading.Lock()
        self.is_failing = False
        """Whether what was last to be stored could not be."""
        self.is_gone = False
        """Whether that was because the folder is not there any more."""

    def _write(
        self, clients: Sequence["Client"], plans: Sequence["StoredPlan"], earlier: Changes | None = None
    ) -> None:
        """Store the documents in one durable write, then let everybody see them."""
        contents = self._contents
        client_documents = self._documents("clients", clients, contents.clients)
        plan_documents = self._documents("plans", plans, contents.plans)
        entries = contents.entries_of(client_documents, plan_documents, self._path)
        to_index = {plan.id for plan in plans} | contents.plans_of(self._changed_clients(client_documents))
        documents: dict[str, Mapping[str, bytes | None]] = {
            "meta": META_DOCUMENTS,
            "clients": client_documents,
            "plans": plan_documents,
            "blocks": {},
        }
        if earlier:
            documents[TABLE] = earlier
        self._put(documents)
        contents.put(entries)
        self._plan_index.note(to_index)
        self._client_index.note({client.id for client in clients})

    def _put(self, documents: Mapping[str, Mapping[str, bytes | None]]) -> None:
        try:
            self._database.put(documents)
        except FileNotWritten as error:
            self.is_failing, self.is_gone = True, not self.folder.is_dir()
            if self.is_gone:
                raise LibraryFolderGone(self.folder) from error
            raise LibraryNotWritten(_("{problem} The change is not stored.").format(problem=error)) from error
        self.is_failing = self.is_gone = False

    def _documents(
        self,
        table: str,
        records: "Sequence[Client] | Sequence[StoredPlan]",
        known: Mapping[str, ClientEntry] | Mapping[str, PlanEntry],
    ) -> dict[str, bytes]:
        """Return the records encoded, by document id: the one they have, or an unused one."""
        from planner.store.whole_records import encoded  # noqa: PLC0415 -- not at the start

        unused = itertools.count(self._database.documents(table).unused_id())
        distinct = {record.id: record for record in records}
        return {
            known[record_id].doc_id if record_id in known else str(next(unused)): encoded(record)
            for record_id, record in distinct.items()
        }

    def _changed_clients(self, documents: Mapping[str, bytes]) -> set[str]:
        stored = self._database.documents("clients")
        changed = (
            document
            for doc_id, document in documents.items()
            if stored.document(doc_id) != msgspec.Raw(document)
        )
        return {CLIENT_GLANCE.decode(document).id for document in changed}

    def _look_again(self) -> None:
        """Let everybody see what is stored now, the work on plans going on; `_changing` is held."""
        editing = set(self._being_edited)
        self._show(Snapshot(self._database.durable.snapshot(), self._path).contents)
        self._being_edited |= editing & self._contents.plans.keys()

    def _show(self, contents: Contents) -> None:
        """Let everybody see what is stored now; `_changing` is held."""
        self._client_summaries = None
        self._contents = contents
        self.history.forget()
        self._being_edited.clear()
        self._plan_index.begin_anew(contents.plans)
        self._client_index.begin_anew(contents.clients)
