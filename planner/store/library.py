"""The library: every client and plan, kept durably in one folder."""

import datetime as dt
import itertools
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import msgspec

from planner.files import FileNotWritten
from planner.model.client import Client
from planner.model.plan import Plan, Preparation
from planner.store.contents import ClientEntry, Contents, PlanEntry
from planner.store.database import LibraryDatabase
from planner.store.errors import (
    AmbiguousId,
    IdTaken,
    LibraryDamaged,
    LibraryNotOpened,
    LibraryNotWritten,
    LibraryTooNew,
    NoSuchPlan,
)
from planner.store.records import (
    CLIENT,
    CLIENT_GLANCE,
    META,
    PLAN,
    SCHEMA,
    Meta,
    PlanSummary,
    StoredPlan,
    decoded,
    encoded,
)
from planner.store.search import SearchIndex

FILE_NAME = "library.json"
META_DOCUMENTS = {"1": msgspec.json.encode(Meta())}

__all__ = ["FILE_NAME", "Library", "PlanSummary"]


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


class Library:
    """Clients and plans, as frozen values; the only one who talks to TinyDB.

    What returns has been stored durably. Every method may be called from any thread; changes take
    turns, reading waits for none of them.
    """

    def __init__(self, folder: Path, database: LibraryDatabase, today: Callable[[], dt.date]) -> None:
        self.folder = folder
        self._database = database
        self._today = today
        self._path = folder / FILE_NAME
        self._contents = self._first_look()
        self._changing = threading.Lock()
        self._index = SearchIndex()
        self._indexing = threading.Lock()
        self._to_index = set(self._contents.plans)

    @classmethod
    def open(cls, folder: Path, *, today: Callable[[], dt.date] = _today) -> Self:
        """Open the library in the folder, made if it is missing; nothing is written before the first save.

        LibraryNotOpened, LibraryDamaged or LibraryTooNew: nothing was changed.
        """
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except FileExistsError as error:
            raise LibraryNotOpened(folder, "it is no folder") from error
        except OSError as error:
            raise LibraryNotOpened(folder, error.strerror or "the system gave no reason") from error
        return cls(folder, LibraryDatabase(folder / FILE_NAME), today)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def summaries(self) -> list[PlanSummary]:
        """Return the plans outside the trash: those without a date, then the newest call first."""
        return list(self._contents.listed)

    def find(self, start_of_id: str) -> str:
        """Return the id of the one plan whose id is this or starts so; NoSuchPlan or AmbiguousId."""
        ids = [summary.id for summary in self._contents.listed]
        if start_of_id in ids:
            return start_of_id
        found = [one for one in ids if start_of_id and one.startswith(start_of_id)]
        if len(found) > 1:
            raise AmbiguousId(start_of_id, found)
        if not found:
            raise NoSuchPlan(start_of_id)
        return found[0]

    def preparation(self, plan_id: str) -> Preparation:
        """Return the plan with its client, from the trash too; NoSuchPlan or LibraryDamaged."""
        plan = self._stored(plan_id).plan()
        return Preparation(client=self._client(plan.client_id), plan=plan)

    def in_trash(self, plan_id: str) -> bool:
        """Whether the plan is in the trash; NoSuchPlan if it is nowhere."""
        return self._stored(plan_id).deleted_on is not None

    def clients(self) -> list[Client]:
        """Return every client by name, those without a plan too."""
        clients = (self._client(client_id) for client_id in self._contents.clients)
        return sorted(clients, key=lambda client: (client.name.casefold(), client.id))

    def matching(self, text: str) -> list[str]:
        """Return the ids of the plans in which every word of the text occurs, in the order listed.

        The first call reads all text and may take a moment.
        """
        with self._indexing:
            while self._to_index:
                self._index_plan(self._to_index.pop())
            found = self._index.matching(text)
        return [summary.id for summary in self._contents.listed if summary.id in found]

    def save(self, preparation: Preparation) -> None:
        """Store the plan and its client in one write; LibraryNotWritten leaves everything as before."""
        with self._changing:
            self._store([preparation])

    def add(self, preparations: Sequence[Preparation]) -> None:
        """Store new plans, their clients new or known, all or none of them, in one write.

        IdTaken if a plan's id is in use or a client's id belongs to another client.
        """
        with self._changing:
            self._refuse_taken_ids(preparations)
            self._store(preparations)

    def delete(self, plan_id: str) -> None:
        """Put the plan into the trash, with today's date; its client stays. NoSuchPlan."""
        self._mark_deleted(plan_id, self._today())

    def undelete(self, plan_id: str) -> None:
        """Bring the plan back from the trash; NoSuchPlan."""
        self._mark_deleted(plan_id, None)

    def _mark_deleted(self, plan_id: str, day: dt.date | None) -> None:
        with self._changing:
            stored = self._stored(plan_id)
            self._write([], [msgspec.structs.replace(stored, deleted_on=day)])

    def _refuse_taken_ids(self, preparations: Sequence[Preparation]) -> None:
        plan_ids = set(self._contents.plans)
        clients: dict[str, Client] = {}
        for new in preparations:
            if new.plan.id in plan_ids:
                raise IdTaken("plan.id", new.plan.id, "another plan")
            plan_ids.add(new.plan.id)
            if new.client.id in self._contents.clients:
                clients.setdefault(new.client.id, self._client(new.client.id))
            if clients.setdefault(new.client.id, new.client) != new.client:
                raise IdTaken("client.id", new.client.id, "another client")

    def _store(self, preparations: Sequence[Preparation]) -> None:
        for one in preparations:
            if not one.plan.id or not one.client.id or one.plan.client_id != one.client.id:
                raise ValueError("a plan needs an id and its client's")
        self._write([one.client for one in preparations], [self._as_stored(one.plan) for one in preparations])

    def _as_stored(self, plan: Plan) -> StoredPlan:
        """Return the plan as a document; what is in the trash stays there."""
        deleted_on = self._stored(plan.id).deleted_on if plan.id in self._contents.plans else None
        return StoredPlan(
            **{name: getattr(plan, name) for name in Plan.__struct_fields__}, deleted_on=deleted_on
        )

    def _write(self, clients: Sequence[Client], plans: Sequence[StoredPlan]) -> None:
        """Store the documents in one durable write, then let everybody see them."""
        before = self._contents
        client_documents = self._documents("clients", clients, before.clients)
        plan_documents = self._documents("plans", plans, before.plans)
        after = before.with_documents(client_documents, plan_documents, self._path)
        to_index = {plan.id for plan in plans} | after.plans_of(self._changed_clients(client_documents))
        try:
            self._database.put(
                {"meta": META_DOCUMENTS, "clients": client_documents, "plans": plan_documents, "blocks": {}}
            )
        except FileNotWritten as error:
            raise LibraryNotWritten(f"{error} The change is not stored.") from error
        self._contents = after
        self._to_index.update(to_index)

    def _documents(
        self,
        table: str,
        records: Sequence[Client] | Sequence[StoredPlan],
        known: Mapping[str, ClientEntry] | Mapping[str, PlanEntry],
    ) -> dict[str, bytes]:
        """Return the records encoded, by document id: the one they have, or an unused one."""
        unused = itertools.count(self._database.documents(table).unused_id())
        distinct = {record.id: record for record in records}
        return {
            known[one].doc_id if one in known else str(next(unused)): encoded(record)
            for one, record in distinct.items()
        }

    def _changed_clients(self, documents: Mapping[str, bytes]) -> set[str]:
        kept = self._database.documents("clients").encoded
        changed = (
            document
            for doc_id, document in documents.items()
            if doc_id not in kept or bytes(kept[doc_id]) != document
        )
        return {CLIENT_GLANCE.decode(document).id for document in changed}

    def _first_look(self) -> Contents:
        self._check_schema()
        clients, plans = (self._database.documents(name).encoded for name in ("clients", "plans"))
        return Contents().with_documents(clients, plans, self._path)

    def _check_schema(self) -> None:
        meta = self._database.documents("meta").encoded
        if "1" not in meta:
            if self._database.documents("plans") or self._database.documents("clients"):
                raise LibraryDamaged(self._path, "meta 1, schema: it is missing")
            return
        schema = decoded(META, meta["1"], self._path, "meta 1").schema
        if schema > SCHEMA:
            raise LibraryTooNew(self._path)

    def _stored(self, plan_id: str) -> StoredPlan:
        entry = self._contents.plans.get(plan_id)
        if entry is None:
            raise NoSuchPlan(plan_id)
        document = self._database.documents("plans").encoded[entry.doc_id]
        return decoded(PLAN, document, self._path, f"plans {entry.doc_id}")

    def _client(self, client_id: str) -> Client:
        doc_id = self._contents.clients[client_id].doc_id
        document = self._database.documents("clients").encoded[doc_id]
        return decoded(CLIENT, document, self._path, f"clients {doc_id}")

    def _index_plan(self, plan_id: str) -> None:
        entry = self._contents.plans[plan_id]
        client = self._contents.clients[entry.summary.client_id]
        plans, clients = (self._database.documents(name).encoded for name in ("plans", "clients"))
        self._index.put(plan_id, (plans[entry.doc_id], clients[client.doc_id]))
