"""What a library holds, at a glance: where each document is, and the list of plans."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NoReturn

import msgspec

from planner.store.errors import LibraryDamaged
from planner.store.records import CLIENT_GLANCE, PLAN_GLANCE, PlanSummary, decoded

Documents = Mapping[str, bytes | msgspec.Raw]
"""Encoded documents by document id."""


def _refuse(damage: LibraryDamaged) -> NoReturn:
    raise damage


class ClientEntry(msgspec.Struct, frozen=True):
    """A client's document and name."""

    doc_id: str
    name: str


class PlanEntry(msgspec.Struct, frozen=True):
    """A plan's document and summary, and the day it was put into the trash, if it is there."""

    doc_id: str
    summary: PlanSummary
    deleted_on: dt.date | None = None


class Contents(msgspec.Struct, frozen=True):
    """The clients and plans of a library by id; `listed` are the plans outside the trash, as listed."""

    clients: Mapping[str, ClientEntry] = {}
    plans: Mapping[str, PlanEntry] = {}
    listed: tuple[PlanSummary, ...] = ()

    def with_documents(
        self,
        clients: Documents,
        plans: Documents,
        path: Path,
        *,
        on_damage: Callable[[LibraryDamaged], None] = _refuse,
    ) -> "Contents":
        """Return the contents with these documents added or replaced.

        LibraryDamaged names the file at `path`, the document and the field if one cannot be read.
        With `on_damage`, that is called for each such document instead, which is then left out.
        """
        named = dict(self.clients)
        for doc_id, document in clients.items():
            try:
                client = decoded(CLIENT_GLANCE, document, path, f"clients {doc_id}")
                _check_id(client.id, named.get(client.id), path, "clients", doc_id)
                named[client.id] = ClientEntry(doc_id, client.name)
            except LibraryDamaged as damage:
                on_damage(damage)
        planned = {plan_id: _named(entry, named) for plan_id, entry in self.plans.items()}
        for doc_id, document in plans.items():
            try:
                entry = _entry(doc_id, document, named, path)
                _check_id(entry.summary.id, planned.get(entry.summary.id), path, "plans", doc_id)
                planned[entry.summary.id] = entry
            except LibraryDamaged as damage:
                on_damage(damage)
        return Contents(named, planned, _listed(planned.values()))

    def without_plans(self, plan_ids: Iterable[str]) -> "Contents":
        """Return the contents without these plans; their clients stay."""
        gone = set(plan_ids)
        planned = {plan_id: entry for plan_id, entry in self.plans.items() if plan_id not in gone}
        return Contents(self.clients, planned, _listed(planned.values()))

    def plans_of(self, client_ids: Iterable[str]) -> set[str]:
        """Return the ids of the clients' plans, those in the trash included."""
        wanted = set(client_ids)
        return {plan_id for plan_id, entry in self.plans.items() if entry.summary.client_id in wanted}


def _entry(
    doc_id: str, document: bytes | msgspec.Raw, clients: Mapping[str, ClientEntry], path: Path
) -> PlanEntry:
    plan = decoded(PLAN_GLANCE, document, path, f"plans {doc_id}")
    if plan.client_id not in clients:
        raise LibraryDamaged(path, f'plans {doc_id}, client_id: there is no client "{plan.client_id}"')
    return PlanEntry(doc_id, plan.summary(clients[plan.client_id].name), plan.deleted_on)


def _check_id(given: str, known: ClientEntry | PlanEntry | None, path: Path, table: str, doc_id: str) -> None:
    if not (doc_id.isascii() and doc_id.isdecimal()):
        raise LibraryDamaged(path, f"{table} {doc_id}: TinyDB numbers documents, and this is no number")
    if not given:
        raise LibraryDamaged(path, f"{table} {doc_id}, id: it is blank")
    if known is not None and known.doc_id != doc_id:
        raise LibraryDamaged(path, f'{table} {doc_id}, id: "{given}" is also document {known.doc_id}')


def _named(entry: PlanEntry, clients: Mapping[str, ClientEntry]) -> PlanEntry:
    name = clients[entry.summary.client_id].name
    if entry.summary.client == name:
        return entry
    return msgspec.structs.replace(entry, summary=msgspec.structs.replace(entry.summary, client=name))


def _listed(entries: Iterable[PlanEntry]) -> tuple[PlanSummary, ...]:
    return tuple(sorted((entry.summary for entry in entries if entry.deleted_on is None), key=_newest_first))


def _newest_first(summary: PlanSummary) -> tuple[bool, float, str, str, str]:
    starts = summary.starts
    when = 0 if starts is None else -starts.timestamp()
    return starts is not None, when, summary.client.casefold(), summary.title.casefold(), summary.id
