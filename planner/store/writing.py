"""The writing half of the repository: plans and clients stored, each change in one durable write."""

import datetime as dt
import itertools
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from planner.platform.files import FileNotWritten
from planner.store.contents import ClientEntry, Contents, PlanEntry
from planner.store.database import LibraryDatabase
from planner.store.errors import ClientErased, IdTaken, LibraryFolderGone, LibraryNotWritten
from planner.store.history import Changes
from planner.store.reading import LibraryReading
from planner.store.records import CLIENT_GLANCE, META_DOCUMENTS
from planner.store.snapshot import Snapshot
from planner.store.version_documents import TABLE
from planner.translation import _

if TYPE_CHECKING:
    from planner.model.client import Client
    from planner.model.plan import Plan, Preparation
    from planner.store.whole_records import StoredPlan


class LibraryWriting(LibraryReading):
    """A library in which clients and plans are stored; changes take turns under the lock `_changing`."""

    def __init__(
        self,
        folder: Path,
        database: LibraryDatabase,
        today: Callable[[], dt.date],
        notices: Sequence[str] = (),
    ) -> None:
        super().__init__(folder, database, notices)
        self._today = today
        self._erased: set[str] = set()
        self._being_edited: set[str] = set()
        self._changing = threading.Lock()
        self.is_failing = False
        """Whether what was last to be stored could not be."""
        self.is_gone = False
        """Whether that was because the folder is not there any more."""

    def save(self, preparation: "Preparation") -> None:
        """Store the plan and its client in one write; LibraryNotWritten leaves everything as before.

        What was promised in its call leaves the client it was for before, if that is another one.

        The first save with a change after `begin_editing` keeps the plan as it was, unless nothing was in it,
        as an earlier version.
        """
        plan_id = preparation.plan.id
        with self._changing:
            self._refuse_erased(preparation.client)
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
            for client in clients:
                self._refuse_erased(client)
            self._write(clients, [])

    def begin_editing(self, plan_id: str) -> None:
        """Have the next save that changes this plan keep it, as it is before that, as an earlier version.

        One that nothing was written into is not kept.
        """
        self._being_edited.add(plan_id)

    def add(self, preparations: Sequence["Preparation"]) -> None:
        """Store new plans, their clients new or as they are here, all or none of them, in one write.

        IdTaken if a plan's id is in use, or a client's id is and the client here differs in anything;
        LibraryNotWritten.
        """
        with self._changing:
            self._refuse_taken_ids(preparations)
            self._store(preparations)
            self._erased.difference_update(new.client.id for new in preparations)

    def delete(self, plan_id: str) -> None:
        """Put the plan into the trash, with today's date; its client stays.

        NoSuchPlan, LibraryDamaged if it cannot be read, LibraryNotWritten.
        """
        self._mark_deleted(plan_id, self._today())

    def undelete(self, plan_id: str) -> None:
        """Bring the plan back from the trash; NoSuchPlan, LibraryDamaged, LibraryNotWritten."""
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
            self._plan_index.forget(plans_removed)

    def _mark_deleted(self, plan_id: str, day: dt.date | None) -> None:
        with self._changing:
            stored = self._stored(plan_id)
            self._write([], [msgspec.structs.replace(stored, deleted_on=day)])

    def _refuse_erased(self, client: "Client") -> None:
        """ClientErased if the client was: what was being typed when it went must not bring it back."""
        if client.id in self._erased:
            raise ClientErased(client.name)

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


def _is_untouched(plan: "Plan") -> bool:
    """Whether a plan was made and nothing written into it."""
    from planner.model.fields import is_blank  # noqa: PLC0415 -- not at the start

    return not plan.unread and is_blank(msgspec.structs.replace(plan, id="", client_id="", edited_on=()))
