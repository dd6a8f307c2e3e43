"""What a library holds, at a glance: where each document is, and the list of plans."""

import bisect
import datetime as dt
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NoReturn, Self

import msgspec

from planner.model.characters import fit_text
from planner.model.plan_summary import PlanSummary
from planner.store.errors import LibraryDamaged
from planner.store.records import CLIENT_GLANCE, PLAN_GLANCE, decoded_as_stored
from planner.translation import _

Documents = Mapping[str, bytes | msgspec.Raw]
"""Encoded documents by document id."""


def _refuse(damage: LibraryDamaged) -> NoReturn:
    raise damage


class LibraryCounts(msgspec.Struct, frozen=True):
    """How many plans are outside the trash, how many in it, and how many clients there are."""

    plans: int
    in_trash: int
    clients: int


class ClientEntry(msgspec.Struct, frozen=True):
    """A client at a glance: the id of its document, its name, and what tells it from others of that name."""

    doc_id: str
    name: str
    headquarters: str = ""
    industry: str = ""

    @property
    def named(self) -> tuple[str, str, str]:
        """Its name, headquarters and industry, in this order, as the summaries of its plans have them."""
        return self.name, self.headquarters, self.industry


class PlanEntry(msgspec.Struct, frozen=True):
    """A plan at a glance: the id of its document, its summary, and if in the trash the day of deletion."""

    doc_id: str
    summary: PlanSummary
    deleted_on: dt.date | None = None


class Entries(msgspec.Struct, frozen=True):
    """Entries of clients and plans by id."""

    clients: Mapping[str, ClientEntry]
    plans: Mapping[str, PlanEntry]


class Contents:
    """The clients and plans of a library by id, and the plans outside the trash.

    Putting an entry takes as long in a large library as in a small one. Any thread may read while
    one changes.
    """

    def __init__(self) -> None:
        self.clients: dict[str, ClientEntry] = {}
        self.plans: dict[str, PlanEntry] = {}
        self._plans_of: dict[str, set[str]] = {}
        self._listed: list[PlanSummary] = []
        self._listing = threading.Lock()
        self._changed: list[str] = []

    @classmethod
    def of(
        cls, clients: Documents, plans: Documents, path: Path, on_damage: Callable[[LibraryDamaged], None]
    ) -> Self:
        """Return the contents of a whole library.

        `on_damage` is called for each document that cannot be read; it is left out.
        """
        contents = cls()
        entries = contents.entries_of(clients, plans, path, on_damage=on_damage)
        contents.clients = dict(entries.clients)
        contents.plans = dict(entries.plans)
        for entry in contents.plans.values():
            contents._plans_of.setdefault(entry.summary.client_id, set()).add(entry.summary.id)
        shown = (entry.summary for entry in contents.plans.values() if entry.deleted_on is None)
        contents._listed = sorted(shown, key=_id)
        return contents

    @property
    def listed(self) -> list[PlanSummary]:
        """The plans outside the trash, sorted by id, in a new list; who shows them sorts them."""
        with self._listing:
            return self._listed.copy()

    def entries_of(
        self,
        clients: Documents,
        plans: Documents,
        path: Path,
        *,
        on_damage: Callable[[LibraryDamaged], None] = _refuse,
    ) -> Entries:
        """Return the entries of documents that are to be put; nothing is changed.

        LibraryDamaged, naming the file at `path`, the document and the field, if one cannot be read. With
        `on_damage` that is called instead, and the document left out.
        """
        named: dict[str, ClientEntry] = {}
        for doc_id, document in clients.items():
            try:
                client = decoded_as_stored(CLIENT_GLANCE, document, path, f"clients {doc_id}")
                known = named.get(client.id) or self.clients.get(client.id)
                _check_id(client.id, known, path, "clients", doc_id)
                texts = (client.name, client.headquarters, client.industry)
                name, *place = (fit_text(text) if isinstance(text, str) else "" for text in texts)
                named[client.id] = ClientEntry(doc_id, name, *place)
            except LibraryDamaged as damage:
                on_damage(damage)

        def client_of(client_id: str) -> ClientEntry | None:
            return named.get(client_id) or self.clients.get(client_id)

        planned: dict[str, PlanEntry] = {}
        for doc_id, document in plans.items():
            try:
                entry = _entry(doc_id, document, client_of, path)
                plan_id = entry.summary.id
                _check_id(plan_id, planned.get(plan_id) or self.plans.get(plan_id), path, "plans", doc_id)
                planned[plan_id] = entry
            except LibraryDamaged as damage:
                on_damage(damage)
        return Entries(named, planned)

    def put(self, entries: Entries) -> None:
        """Add or replace entries; what a client is called goes into the summaries of all its plans."""
        changed = dict(entries.plans)
        self._changed += entries.clients
        for client_id, client in entries.clients.items():
            self.clients[client_id] = client
            for plan_id in self.plans_of([client_id]):
                entry = self.plans[plan_id]
                if _named(entry.summary) != client.named:
                    changed.setdefault(plan_id, _renamed(entry, client))
        with self._listing:
            for plan_id, entry in changed.items():
                self._unlist(plan_id)
                self._changed.append(entry.summary.client_id)
                self.plans[plan_id] = entry
                self._plans_of.setdefault(entry.summary.client_id, set()).add(plan_id)
                if entry.deleted_on is None:
                    bisect.insort(self._listed, entry.summary, key=_id)

    def remove_plans(self, plan_ids: Iterable[str]) -> None:
        """Remove the plans of these ids; their clients stay. KeyError for an id that is not there."""
        with self._listing:
            for plan_id in plan_ids:
                self._unlist(plan_id)
                del self.plans[plan_id]

    def changed_since(self, mark: int) -> tuple[int, frozenset[str]]:
        """Return a new mark, and the ids of the clients who changed since the mark given, or whose plans did.

        0 is the mark of the contents as they were made.
        """
        return len(self._changed), frozenset(self._changed[mark:])

    def listed_of(self, client_id: str) -> list[PlanSummary]:
        """Return the client's plans outside the trash, sorted by id."""
        plans = self.plans
        entries = [plans.get(plan_id) for plan_id in sorted(self._plans_of.get(client_id, ()))]
        return [entry.summary for entry in entries if entry is not None and entry.deleted_on is None]

    @property
    def counts(self) -> LibraryCounts:
        """How many plans and clients there are."""
        plans = len(self.listed)
        return LibraryCounts(plans, len(self.plans) - plans, len(self.clients))

    def plans_of(self, client_ids: Iterable[str]) -> set[str]:
        """Return the ids of the clients' plans, those in the trash included."""
        return {plan_id for client_id in client_ids for plan_id in self._plans_of.get(client_id, ())}

    def _unlist(self, plan_id: str) -> None:
        entry = self.plans.get(plan_id)
        if entry is not None:
            at = bisect.bisect_left(self._listed, plan_id, key=_id)
            if at < len(self._listed) and self._listed[at].id == plan_id:
                del self._listed[at]
            self._plans_of[entry.summary.client_id].discard(plan_id)
            self._changed.append(entry.summary.client_id)


def _entry(
    doc_id: str, document: bytes | msgspec.Raw, client_of: Callable[[str], ClientEntry | None], path: Path
) -> PlanEntry:
    plan = decoded_as_stored(PLAN_GLANCE, document, path, f"plans {doc_id}")
    client = client_of(plan.client_id)
    if client is None:
        problem = _('there is no client "{id}"').format(id=plan.client_id)
        raise LibraryDamaged(path, f"plans {doc_id}, client_id: {problem}")
    return PlanEntry(doc_id, plan.summary(*client.named), plan.deleted_on)


def _check_id(
    record_id: str, entry: ClientEntry | PlanEntry | None, path: Path, table: str, doc_id: str
) -> None:
    if not (doc_id.isascii() and doc_id.isdecimal()):
        problem = _("TinyDB numbers documents, and this is not a number")
        raise LibraryDamaged(path, f"{table} {doc_id}: {problem}")
    if not record_id:
        problem = _("it is blank")
        raise LibraryDamaged(path, f"{table} {doc_id}, id: {problem}")
    if entry is not None and entry.doc_id != doc_id:
        problem = _('"{id}" is also document {document}').format(id=record_id, document=entry.doc_id)
        raise LibraryDamaged(path, f"{table} {doc_id}, id: {problem}")


def _renamed(entry: PlanEntry, client: ClientEntry) -> PlanEntry:
    name, headquarters, industry = client.named
    summary = msgspec.structs.replace(
        entry.summary, client=name, client_headquarters=headquarters, client_industry=industry
    )
    return msgspec.structs.replace(entry, summary=summary)


def _named(summary: PlanSummary) -> tuple[str, str, str]:
    return summary.client, summary.client_headquarters, summary.client_industry


def _id(summary: PlanSummary) -> str:
    return summary.id
