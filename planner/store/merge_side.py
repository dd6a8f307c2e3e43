"""One of two libraries that are merged: its plans, clients and earlier versions by id."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec

from planner.model.client import Client
from planner.store.errors import LibraryDamaged
from planner.store.snapshot import Encoded, Snapshot
from planner.store.version_contents import version_in
from planner.store.version_documents import TABLE, contents_of, versions_in
from planner.store.whole_records import CLIENT, PLAN, StoredPlan, decoded

Past = list[tuple[dt.datetime, bytes]]
"""Earlier versions, newest first: when each gave way, and the preparation as JSON."""


class MergeSide:
    """One of two libraries that are merged, as it stood at one moment; looked up by plan or client id.

    LibraryDamaged for what cannot be read; KeyError for a plan or client it does not have. `unread` says
    which documents cannot even be listed.
    """

    def __init__(self, tables: Encoded, path: Path) -> None:
        self.tables = tables
        snapshot = Snapshot(tables, path)
        self.contents = snapshot.contents
        self.unread = tuple(damage.what for damage in snapshot.damage)
        self.path = path
        self._versions = versions_in(tables.get(TABLE, {}))

    def plan(self, plan_id: str) -> StoredPlan:
        """Return a plan, with the day it was deleted if it is in the trash."""
        doc_id = self.contents.plans[plan_id].doc_id
        return decoded(PLAN, self.plan_document(plan_id), self.path, f"plans {doc_id}")

    def client(self, client_id: str) -> Client:
        """Return a client."""
        doc_id = self.contents.clients[client_id].doc_id
        return decoded(CLIENT, self.client_document(client_id), self.path, f"clients {doc_id}")

    def plan_document(self, plan_id: str) -> msgspec.Raw:
        """Return a plan's document as it is stored, encoded."""
        return self.tables["plans"][self.contents.plans[plan_id].doc_id]

    def client_document(self, client_id: str) -> msgspec.Raw:
        """Return a client's document as it is stored, encoded."""
        return self.tables["clients"][self.contents.clients[client_id].doc_id]

    def has_plan_as_in(self, other: "MergeSide", plan_id: str) -> bool:
        """Whether this library has a plan byte for byte as `other` does, which must have it."""
        is_here = plan_id in self.contents.plans
        return is_here and self.plan_document(plan_id) == other.plan_document(plan_id)

    def has_client_as_in(self, other: "MergeSide", client_id: str) -> bool:
        """Whether this library has a client byte for byte as `other` does, which must have it."""
        is_here = client_id in self.contents.clients
        return is_here and self.client_document(client_id) == other.client_document(client_id)

    def version_documents(self, plan_id: str) -> dict[str, bytes]:
        """Return a plan's earlier versions as they are stored, newest first, by document id."""
        versions = self._versions.get(plan_id, [])
        return {version.doc_id: bytes(self.tables[TABLE][version.doc_id]) for version in versions}

    def past(self, plan_id: str) -> Past:
        """Return a plan's earlier versions, newest first: when each gave way, and the preparation as JSON."""
        versions = self._versions.get(plan_id, [])
        contents = contents_of(versions, self.tables.get(TABLE, {}), self.path)
        return [(version.replaced, content) for version, content in zip(versions, contents, strict=True)]

    def past_clients(self, client_id: str) -> Iterator[Client]:
        """Yield how the client once stood, from the versions of its plans that can be read."""
        for plan_id in self.plans_of(client_id):
            with contextlib.suppress(LibraryDamaged):  # named when the plan itself is merged
                for _, content in self.past(plan_id):
                    yield version_in(content, self.path, f"{TABLE} of {plan_id}").client

    def plans_of(self, client_id: str) -> list[str]:
        """Return the ids of a client's plans, the one worked on last first."""
        plans = sorted(self.contents.plans_of([client_id]))
        return sorted(plans, key=self._last_edited, reverse=True)

    def last_worked_on(self, client_id: str) -> dt.date:
        """Return the last day on which a plan of the client was worked on, `date.min` if never."""
        return max(map(self._last_edited, self.contents.plans_of([client_id])), default=dt.date.min)

    def _last_edited(self, plan_id: str) -> dt.date:
        return self.contents.plans[plan_id].summary.last_edited or dt.date.min
