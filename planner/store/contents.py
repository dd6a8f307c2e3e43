"""What a library holds, at a glance: where each document is, and the list of plans."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from planner.store.errors import LibraryDamaged
from planner.store.records import CLIENT_GLANCE, PLAN_GLANCE, PlanSummary, decoded

Documents = Mapping[str, bytes | msgspec.Raw]
"""Encoded documents by document id."""


class ClientEntry(msgspec.Struct, frozen=True):
    """A client's document and name."""

    doc_id: str
    name: str


class PlanEntry(msgspec.Struct, frozen=True):
    """A plan's document and summary, and whether it is in the trash."""

    doc_id: str
    summary: PlanSummary
    deleted: bool


class Contents(msgspec.Struct, frozen=True):
    """The clients and plans of a library by id; `listed` are the plans outside the trash, as listed."""

    clients: Mapping[str, ClientEntry] = {}
    plans: Mapping[str, PlanEntry] = {}
    listed: tuple[PlanSummary, ...] = ()

    def with_documents(self, clients: Documents, plans: Documents, path: Path) -> "Contents":
        """Return the contents with these documents added or replaced.

        LibraryDamaged names the file at `path`, the document and the field if one cannot be read.
        """
        named = dict(self.clients)
        for doc_id, document in clients.items():
            client = decoded(CLIENT_GLANCE, document, path, f"clients {doc_id}")
            _check_id(client.id, named.get(client.id), path, f"clients {doc_id}")
            named[client.id] = ClientEntry(doc_id, client.name)
        planned = {plan_id: _named(entry, named) for plan_id, entry in self.plans.items()}
        for doc_id, document in plans.items():
            plan = decoded(PLAN_GLANCE, document, path, f"plans {doc_id}")
            _check_id(plan.id, planned.get(plan.id), path, f"plans {doc_id}")
            if plan.client_id not in named:
                raise LibraryDamaged(
                    path, f'plans {doc_id}, client_id: there is no client "{plan.client_id}"'
                )
            summary = plan.summary(named[plan.client_id].name)
            planned[plan.id] = PlanEntry(doc_id, summary, plan.deleted_on is not None)
        return Contents(named, planned, _listed(planned.values()))

    def plans_of(self, client_ids: Iterable[str]) -> set[str]:
        """Return the ids of the clients' plans, those in the trash included."""
        wanted = set(client_ids)
        return {plan_id for plan_id, entry in self.plans.items() if entry.summary.client_id in wanted}


def _check_id(given: str, known: ClientEntry | PlanEntry | None, path: Path, document: str) -> None:
    if not given:
        raise LibraryDamaged(path, f"{document}, id: it is blank")
    if known is not None and known.doc_id != document.rpartition(" ")[2]:
        raise LibraryDamaged(path, f'{document}, id: "{given}" is also document {known.doc_id}')


def _named(entry: PlanEntry, clients: Mapping[str, ClientEntry]) -> PlanEntry:
    name = clients[entry.summary.client_id].name
    if entry.summary.client == name:
        return entry
    return msgspec.structs.replace(entry, summary=msgspec.structs.replace(entry.summary, client=name))


def _listed(entries: Iterable[PlanEntry]) -> tuple[PlanSummary, ...]:
    return tuple(sorted((entry.summary for entry in entries if not entry.deleted), key=_newest_first))


def _newest_first(summary: PlanSummary) -> tuple[bool, float, str, str, str]:
    starts = summary.starts
    when = 0 if starts is None else -starts.timestamp()
    return starts is not None, when, summary.client.casefold(), summary.title.casefold(), summary.id
