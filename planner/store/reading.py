"""The reading half of the repository: clients and plans as frozen values, from any thread."""

import contextlib
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from planner.model.library_values import TrashedPlan
from planner.model.plan_summary import PlanSummary
from planner.store.contents import ClientEntry, Contents, PlanEntry
from planner.store.database import LibraryDatabase
from planner.store.errors import AmbiguousId, LibraryDamaged, NoSuchPlan
from planner.store.growing_index import GrowingIndex
from planner.store.history import VersionHistory
from planner.store.open_library import damage_notices
from planner.store.snapshot import Snapshot
from planner.translation import _

if TYPE_CHECKING:
    from planner.coaching.insights.call_record import CallRecord
    from planner.coaching.insights.touch_record import TouchRecord
    from planner.model.client import Client
    from planner.model.client_summary import ClientSummary
    from planner.model.plan import Plan, Preparation
    from planner.store.client_summaries import ClientSummaries
    from planner.store.whole_records import StoredPlan

FILE_NAME = "library.json"

LibraryMark = tuple[Contents, int]
"""A point in the life of an opened library, to ask later what has changed since."""


class LibraryReading:
    """The clients and plans of a library, to be read; `notices` names the documents that cannot be."""

    def __init__(self, folder: Path, database: LibraryDatabase, notices: Sequence[str] = ()) -> None:
        self.folder = folder
        self._database = database
        self._path = folder / FILE_NAME
        self._told = list(notices)
        self._contents = self._first_look()
        self.history = VersionHistory(database, self._path)
        self._plan_index = GrowingIndex(self._documents_of, self._contents.plans)
        self._client_index = GrowingIndex(self._client_documents, self._contents.clients)
        self._client_summaries: ClientSummaries | None = None

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of the library, in sentences.

        That is what was recovered, kept aside or found changed, what is damaged, and other copies beside it.
        """
        return (*self._database.durable.notices, *self._told)

    @property
    def holds_anything(self) -> bool:
        """Whether there is any plan, in the trash or not, or any client."""
        return bool(self._contents.plans or self._contents.clients)

    def summaries(self) -> list[PlanSummary]:
        """Return the plans outside the trash, sorted by id."""
        return self._contents.listed

    def summaries_of(self, client_id: str) -> list[PlanSummary]:
        """Return the client's plans outside the trash, sorted by id; none for a client that is not known."""
        return self._contents.listed_of(client_id)

    def client_summaries(self) -> "list[ClientSummary]":
        """Return every client at a glance, archived ones too, sorted by id."""
        documents = self._database.documents("clients").encoded
        entries = sorted(self._contents.clients.items())
        return self._summaries_of_clients().of(
            {client_id: documents[entry.doc_id] for client_id, entry in entries if entry.doc_id in documents}
        )

    def client_summary(self, client_id: str) -> "ClientSummary | None":
        """Return the client at a glance; None if there is none of that id."""
        entry = self._contents.clients.get(client_id)
        document = None if entry is None else self._database.documents("clients").document(entry.doc_id)
        return None if document is None else self._summaries_of_clients().one(client_id, document)

    def changed_clients(self, mark: LibraryMark | None) -> tuple[LibraryMark, frozenset[str] | None]:
        """Return a new mark, and the ids of the clients changed since the mark given, or whose plans were.

        None for the ids says that everything may have changed: no mark was given, or the whole library was
        replaced.
        """
        contents = self._contents
        since = 0 if mark is None or mark[0] is not contents else mark[1]
        at, changed = contents.changed_since(since)
        return (contents, at), changed if mark is not None and mark[0] is contents else None

    def client(self, client_id: str) -> "Client":
        """Return the client; LibraryDamaged if it cannot be read or there is none of that id."""
        return self._client(client_id)

    def find(self, start_of_id: str) -> str:
        """Return the id of the one plan outside the trash whose id is this or starts with it.

        NoSuchPlan, also for "", or AmbiguousId.
        """
        ids = [summary.id for summary in self._contents.listed]
        if start_of_id in ids:
            return start_of_id
        matches = [plan_id for plan_id in ids if start_of_id and plan_id.startswith(start_of_id)]
        if len(matches) > 1:
            raise AmbiguousId(start_of_id, matches)
        if not matches:
            raise NoSuchPlan(start_of_id)
        return matches[0]

    def preparation(self, plan_id: str) -> "Preparation":
        """Return the plan with its client, from the trash too; NoSuchPlan or LibraryDamaged.

        Contacts whom the plan mentions by id have their present name, whatever the plan was saved with.
        """
        from planner.model.mentions import with_present_names  # noqa: PLC0415 -- not at the start
        from planner.model.plan import Preparation  # noqa: PLC0415 -- as above

        plan = self._stored(plan_id).plan()
        return with_present_names(Preparation(client=self._client(plan.client_id), plan=plan))

    def plans_of(self, client_id: str) -> list["Plan"]:
        """Return the client's plans outside the trash: the oldest call first, those without a date last.

        One that cannot be read is left out; none for a client that is not known.
        """
        plans = []
        for plan_id in self._contents.plans_of([client_id]):
            with contextlib.suppress(LibraryDamaged, NoSuchPlan):  # told when opened, or removed this moment
                stored = self._stored(plan_id)
                if stored.deleted_on is None:
                    plans.append(stored.plan())
        return sorted(plans, key=_oldest_first)

    def in_trash(self, plan_id: str) -> bool:
        """Whether the plan is in the trash; NoSuchPlan if it is nowhere, LibraryDamaged if unreadable."""
        return self._stored(plan_id).deleted_on is not None

    def clients(self) -> list["Client"]:
        """Return every client that can be read, by name, those without a plan too."""
        clients = []
        for client_id in list(self._contents.clients):
            with contextlib.suppress(LibraryDamaged):  # told when a plan of theirs is opened, and by verify
                clients.append(self._client(client_id))
        return sorted(clients, key=lambda client: (client.name.casefold(), client.id))

    def matching(self, text: str) -> list[str]:
        """Return the ids, sorted, of the plans outside the trash in which every word of the text occurs.

        A word counts within longer ones and in any case; the client's texts count too; a blank text matches
        all. The first call reads all text and may take a moment.
        """
        matches = self._plan_index.matching(text)
        return [summary.id for summary in self._contents.listed if summary.id in matches]

    def matching_clients(self, text: str) -> list[str]:
        """Return the ids, sorted, of the clients in whose own texts every word of the text occurs.

        Archived clients and those without a plan are found too; the texts of plans do not count. A word
        counts within longer ones and in any case; a blank text matches all.
        """
        matches = self._client_index.matching(text)
        return sorted(matches & self._contents.clients.keys())

    def call_records(self) -> list["CallRecord"]:
        """Return what insights read of each call that was looked back on, or whose plan dropped intentions.

        Plans in the trash are left out. Takes a moment.
        """
        from planner.store.call_records import call_records  # noqa: PLC0415 -- not at the start

        return list(
            call_records(dict(self._contents.plans), self._database.documents("plans").encoded, self._path)
        )

    def touch_records(self) -> list["TouchRecord"]:
        """Return what insights read of each touch that was done, of ours and of theirs, client by client."""
        from planner.coaching.insights.touch_record import touch_records_of  # noqa: PLC0415 -- not at the start

        return list(touch_records_of(self.client_summaries()))

    def trash(self) -> list[TrashedPlan]:
        """Return the plans in the trash, those deleted last first; clients of one name are told apart."""
        from planner.wording.clients_apart import client_labels, clients_of  # noqa: PLC0415 -- not at the start

        entries = list(self._contents.plans.values())
        clients = client_labels(clients_of(entry.summary for entry in entries))
        trashed = (
            TrashedPlan(
                entry.summary.id, clients[entry.summary.client_id], entry.summary.title, entry.deleted_on
            )
            for entry in entries
            if entry.deleted_on is not None
        )
        return sorted(trashed, key=lambda plan: (plan.deleted_on, plan.id), reverse=True)

    def _summaries_of_clients(self) -> "ClientSummaries":
        from planner.store.client_summaries import ClientSummaries  # noqa: PLC0415 -- not for a command alone

        if self._client_summaries is None:
            self._client_summaries = ClientSummaries()
        return self._client_summaries

    def _first_look(self) -> Contents:
        snapshot = Snapshot(self._database.durable.snapshot(), self._path)
        self._told += damage_notices(snapshot.damage)
        return snapshot.contents

    def _stored(self, plan_id: str) -> "StoredPlan":
        from planner.store.whole_records import PLAN, decoded  # noqa: PLC0415 -- not at the start

        entry = self._contents.plans.get(plan_id)
        if entry is None:
            raise NoSuchPlan(plan_id)
        return decoded(PLAN, self._document("plans", entry), self._path, f"plans {entry.doc_id}")

    def _client(self, client_id: str) -> "Client":
        from planner.store.whole_records import CLIENT, decoded  # noqa: PLC0415 -- not at the start

        entry = self._contents.clients.get(client_id)
        if entry is None:
            problem = _('there is no client "{id}" any more').format(id=client_id)
            raise LibraryDamaged(self._path, f"clients: {problem}")
        return decoded(CLIENT, self._document("clients", entry), self._path, f"clients {entry.doc_id}")

    def _document(self, table: str, entry: ClientEntry | PlanEntry) -> msgspec.Raw:
        document = self._database.documents(table).document(entry.doc_id)
        if document is None:  # it was removed, or everything replaced, this very moment
            problem = _("it is not there any more")
            raise LibraryDamaged(self._path, f"{table} {entry.doc_id}: {problem}")
        return document

    def _client_documents(self, client_id: str) -> list[msgspec.Raw]:
        """Return a client's document in a list; none if it was removed this very moment."""
        entry = self._contents.clients.get(client_id)
        document = None if entry is None else self._database.documents("clients").document(entry.doc_id)
        return [] if document is None else [document]

    def _documents_of(self, plan_id: str) -> list[msgspec.Raw]:
        """Return a plan's document and its client's; none if it was removed this very moment."""
        entry = self._contents.plans.get(plan_id)
        client = None if entry is None else self._contents.clients.get(entry.summary.client_id)
        if entry is None or client is None:
            return []
        tables = (("plans", entry.doc_id), ("clients", client.doc_id))
        documents = (self._database.documents(table).document(doc_id) for table, doc_id in tables)
        return [document for document in documents if document is not None]


def _oldest_first(plan: "Plan") -> tuple[bool, float, str]:
    starts = plan.call.starts
    if starts is None and plan.call.day is not None:
        return False, dt.datetime.combine(plan.call.day, dt.time(), dt.UTC).timestamp(), plan.id
    return starts is None, 0 if starts is None else starts.timestamp(), plan.id
