"""The repository of all clients and plans: stores them durably in one folder."""

import datetime as dt
import itertools
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from planner.model.plan_summary import PlanSummary
from planner.platform.clock import local_today
from planner.platform.files import FileNotWritten
from planner.store.contents import ClientEntry, Contents, LibraryCounts, PlanEntry
from planner.store.database import LibraryDatabase
from planner.store.errors import (
    IdTaken,
    LibraryAlreadyThere,
    LibraryFolderGone,
    LibraryNotOpened,
    LibraryNotWritten,
)
from planner.store.history import Changes
from planner.store.library_file import file_of, journal_of
from planner.store.open_library import opened_database
from planner.store.reading import FILE_NAME, LibraryReading
from planner.store.records import CLIENT_GLANCE, META_DOCUMENTS
from planner.store.snapshot import Snapshot
from planner.store.version_documents import TABLE
from planner.translation import _

if TYPE_CHECKING:
    from planner.model.client import Client
    from planner.model.plan import Plan, Preparation
    from planner.store.backups import Backups
    from planner.store.merging import Merged
    from planner.store.snapshot import Encoded
    from planner.store.whole_records import StoredPlan

__all__ = ["FILE_NAME", "Library", "PlanSummary"]


class Library(LibraryReading):
    """Clients and plans, as frozen values; the only one who talks to TinyDB.

    A method that changes something has stored it durably when it returns. Every method may be called from any
    thread; changes take turns, reading waits for none of them.
    """

    def __init__(
        self,
        folder: Path,
        database: LibraryDatabase,
        today: Callable[[], dt.date],
        notices: Sequence[str] = (),
    ) -> None:
        super().__init__(folder, database, notices)
        self._today = today
        self._being_edited: set[str] = set()
        self._changing = threading.Lock()
        self.is_failing = False
        """Whether what was last to be stored could not be."""
        self.is_gone = False
        """Whether that was because the folder is not there any more."""

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        read_only: bool = False,
        today: Callable[[], dt.date] = local_today,
        backups: "Backups | None" = None,
    ) -> Self:
        """Open the library in the folder, made if it is missing; nothing is written before the first save.

        One that cannot be read is recovered from what is left of it and its newest backup; one of
        an older schema is brought to today's, after a backup. LibraryNotOpened, LibraryDamaged,
        LibraryTooNew or BackupNotMade: nothing was changed.

        Read-only, nothing is ever written, not even to recover, and it may be open elsewhere: it is
        seen as it was at one moment, changes not yet in the library file included.
        """
        path = folder / FILE_NAME
        if read_only:
            return cls(folder, LibraryDatabase(path, read_only=True), today)
        _make(folder)
        database, notices = opened_database(path, backups)
        return cls(folder, database, today, notices)

    @property
    def is_read_only(self) -> bool:
        """Whether it was opened for reading only, and so cannot be changed; False after `move_to`."""
        return self._database.durable.is_read_only

    def close(self) -> None:
        """Write the journal's changes to the library file, unless read-only; nothing can be changed any more.

        If that fails nothing is raised: the changes stay in the journal, and `notices` says so.
        """
        self._database.close()

    def save(self, preparation: "Preparation") -> None:
        """Store the plan and its client in one write; LibraryNotWritten leaves everything as before.

        What was promised in its call leaves the client it was for before, if that is another one.

        The first save with a change after `begin_editing` keeps the plan as it was as an earlier version.
        """
        plan_id = preparation.plan.id
        with self._changing:
            here = self._before_editing(plan_id)
            is_version = here is not None and here != preparation and not _is_untouched(here.plan)
            earlier = self.history.with_version(here) if here is not None and is_version else {}
            self._store([preparation], earlier, self._left_by(preparation))
            if earlier:
                self.history.note(earlier, [plan_id])
            if here != preparation:
                self._being_edited.discard(plan_id)

    def save_client(self, client: "Client") -> None:
        """Store the client, known or new, in one durable write; LibraryNotWritten leaves all as before."""
        self.save_clients((client,))

    def save_clients(self, clients: "Sequence[Client]") -> None:
        """Store the clients, known or new, in one durable write; LibraryNotWritten leaves all as before."""
        if not all(client.id for client in clients):
            raise ValueError("a client needs an id")
        with self._changing:
            self._write(clients, [])

    def begin_editing(self, plan_id: str) -> None:
        """Have the next save that changes this plan keep it, as it stands now, as an earlier version."""
        self._being_edited.add(plan_id)

    def add(self, preparations: Sequence["Preparation"]) -> None:
        """Store new plans, their clients new or as they are here, all or none of them, in one write.

        IdTaken if a plan's id is in use, or a client's id is and the client here differs in anything;
        LibraryNotWritten.
        """
        with self._changing:
            self._refuse_taken_ids(preparations)
            self._store(preparations)

    def delete(self, plan_id: str) -> None:
        """Put the plan into the trash, with today's date; its client stays. NoSuchPlan, LibraryNotWritten."""
        self._mark_deleted(plan_id, self._today())

    def undelete(self, plan_id: str) -> None:
        """Bring the plan back from the trash; NoSuchPlan, LibraryNotWritten."""
        self._mark_deleted(plan_id, None)

    def remove(self, plan_ids: Iterable[str]) -> None:
        """Take these plans out of the trash for good, with their earlier versions, in one write.

        Their clients stay. Plans that are not in the trash are left alone. LibraryNotWritten.
        """
        with self._changing:
            plans = self._contents.plans
            plans_removed = {
                plan_id for plan_id in plan_ids if plan_id in plans and plans[plan_id].deleted_on is not None
            }
            if not plans_removed:
                return
            versions = self.history.without(plans_removed)
            removals: dict[str, bytes | None] = {plans[plan_id].doc_id: None for plan_id in plans_removed}
            self._put({"plans": removals, TABLE: versions})
            self._contents.remove_plans(plans_removed)
            self.history.note(versions, plans_removed)
            self._to_index.difference_update(plans_removed)

    def as_file(self) -> tuple[Iterator[bytes], LibraryCounts]:
        """Return the whole library as it stands, as a TinyDB file in pieces, and what is in it."""
        with self._changing:
            return file_of(self._database.durable.snapshot()), self._contents.counts

    @property
    def home(self) -> Path:
        """The library file in the folder, even while work goes on in a copy of it."""
        return self._path

    @property
    def file(self) -> Path:
        """The file that work goes on in: `home`, or a copy beside it once another program has changed it."""
        return self._database.durable.path

    def tables(self) -> "Encoded":
        """Return every document, encoded, by table and document id: a snapshot."""
        return self._database.durable.snapshot()

    def look_for_copies(self) -> tuple[Path, ...]:
        """Return the other copies of the library that lie beside it now: library files and journals."""
        return self._database.durable.look_for_copies()

    def go_home(self, read: Mapping[Path, bytes]) -> tuple[Path, ...]:
        """Write everything to the file that was opened, and work on there.

        What another program put there must be stored here already: its files, by path with their digests
        in `read`, are kept aside, and where is returned. FileNotWritten, also if one has changed since:
        then work goes on in the copy.
        """
        return self._database.durable.go_home(read)

    def merge(self, theirs: Snapshot, now: dt.datetime, *, only: Collection[str] | None = None) -> "Merged":
        """Bring another library into this one, or only its plans of these ids, in one durable write.

        Returns what became of its plans; `now` dates the versions that are kept. LibraryNotWritten leaves
        everything as before.
        """
        from planner.store.merge_side import MergeSide  # noqa: PLC0415 -- not at the start
        from planner.store.merging import merged  # noqa: PLC0415 -- as above

        with self._changing:
            ours = MergeSide(self._database.durable.snapshot(), self._path)
            result = merged(
                ours,
                MergeSide(theirs.tables, theirs.path),
                now=now,
                unused_id=self._unused_id,
                only=only,
            )
            self._put(result.documents)
            self._show(Snapshot(self._database.durable.snapshot(), self._path).contents)
        return result

    def replace(self, snapshot: Snapshot) -> None:
        """Put another library in the place of this one, in one durable write; LibraryNotWritten."""
        with self._changing:
            try:
                self._database.replace(snapshot.tables)
            except FileNotWritten as error:
                raise LibraryNotWritten(_("{problem} Nothing was restored.").format(problem=error)) from error
            self._show(snapshot.contents)

    def _show(self, contents: Contents) -> None:
        """Let everybody see what is stored now; `_changing` is held."""
        self._contents = contents
        self.history.forget()
        self._being_edited.clear()
        with self._indexing:
            self._index = None
            self._to_index = set(contents.plans)

    def _unused_id(self, table: str) -> int:
        return self._database.documents(table).unused_id()

    def write_again(self) -> None:
        """Write everything to the folder again, made if it is missing, if the library's file is gone.

        LibraryNotWritten.
        """
        with self._changing:
            try:
                _make(self.folder)
                self._database.durable.write_again()
            except (FileNotWritten, LibraryNotOpened) as error:
                raise LibraryNotWritten(str(error)) from error
            self.is_failing = self.is_gone = False

    def move_to(self, folder: Path) -> None:
        """Write everything to another folder and go on there, even if this one could only be read.

        What is here stays as it is. LibraryAlreadyThere or LibraryNotWritten: nothing was moved.
        """
        path = folder / FILE_NAME
        if path.exists() or journal_of(path).exists():
            raise LibraryAlreadyThere(folder)
        with self._changing:
            try:
                self._database.durable.move_to(path)
            except FileNotWritten as error:
                raise LibraryNotWritten(str(error)) from error
            self.folder, self._path = folder, path
            self.history.move_to(path)
            self.is_failing = self.is_gone = False

    def _mark_deleted(self, plan_id: str, day: dt.date | None) -> None:
        with self._changing:
            stored = self._stored(plan_id)
            self._write([], [msgspec.structs.replace(stored, deleted_on=day)])

    def _refuse_taken_ids(self, preparations: Sequence["Preparation"]) -> None:
        plan_ids = set(self._contents.plans)
        clients: dict[str, Client] = {}
        for new in preparations:
            if new.plan.id in plan_ids:
                raise IdTaken("plan.id", new.plan.id)
            plan_ids.add(new.plan.id)
            if new.client.id in self._contents.clients:
                clients.setdefault(new.client.id, self._client(new.client.id))
            if clients.setdefault(new.client.id, new.client) != new.client:
                raise IdTaken("client.id", new.client.id)

    def _before_editing(self, plan_id: str) -> "Preparation | None":
        """Return a plan as it stands, if somebody began to work on it and nothing is saved yet."""
        begun = plan_id in self._being_edited and plan_id in self._contents.plans
        return self.preparation(plan_id) if begun else None

    def _left_by(self, preparation: "Preparation") -> "list[Client]":
        """Return the client a plan was for before, as the plan leaves it; [] if that changes nothing."""
        from planner.coaching.another_client import left_by  # noqa: PLC0415 -- hardly ever wanted

        entry = self._contents.plans.get(preparation.plan.id)
        if entry is None or entry.summary.client_id == preparation.client.id:
            return []
        client = self._client(entry.summary.client_id)
        left = left_by(client, preparation.plan.id)
        return [] if left is client else [left]

    def _store(
        self,
        preparations: Sequence["Preparation"],
        earlier: Changes | None = None,
        clients: "Sequence[Client]" = (),
    ) -> None:
        for preparation in preparations:
            if (
                not preparation.plan.id
                or not preparation.client.id
                or preparation.plan.client_id != preparation.client.id
            ):
                raise ValueError("a plan needs an id and its client's")
        plans = [self._as_stored(preparation.plan) for preparation in preparations]
        self._write([*clients, *(preparation.client for preparation in preparations)], plans, earlier)

    def _as_stored(self, plan: "Plan") -> "StoredPlan":
        """Return the plan as a document; what is in the trash stays there."""
        from planner.model.plan import Plan  # noqa: PLC0415 -- not at the start
        from planner.store.whole_records import StoredPlan  # noqa: PLC0415 -- as above

        deleted_on = self._stored(plan.id).deleted_on if plan.id in self._contents.plans else None
        return StoredPlan(
            **{name: getattr(plan, name) for name in Plan.__struct_fields__}, deleted_on=deleted_on
        )

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
        self._to_index.update(to_index)

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


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError as error:
        raise LibraryNotOpened(folder, _("it is not a folder")) from error
    except OSError as error:
        raise LibraryNotOpened(folder, error.strerror or _("the system gave no reason")) from error


def _is_untouched(plan: "Plan") -> bool:
    """Whether a plan was made and nothing written into it."""
    from planner.model.fields import is_blank  # noqa: PLC0415 -- not at the start

    return not plan.unread and is_blank(msgspec.structs.replace(plan, id="", client_id="", edited_on=()))
