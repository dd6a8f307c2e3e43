"""A client, or one of its contacts, taken out of a library: what goes, and what is rewritten."""

from pathlib import Path

from planner.model.library_values import Erasure
from planner.store.person_removal import removal_of_person
from planner.store.plain_documents import PlainDocument, object_in, rows_in, text_in
from planner.store.removal import Removal, documents_of, plan_title, traces_of
from planner.store.snapshot import Encoded
from planner.store.version_changes import changed_versions
from planner.store.version_documents import TABLE
from planner.wording.text import one_line


def removal_of(tables: Encoded, client_id: str, contact_id: str, path: Path) -> Removal:
    """Return what to store so that the client, or only the contact, is gone from the library's tables.

    Nothing is needed where no document has these ids. `path` names the library file in errors.
    """
    if contact_id:
        return removal_of_person(tables, client_id, contact_id, path)
    return _of_client(tables, client_id, path)


def _of_client(tables: Encoded, client_id: str, path: Path) -> Removal:
    clients = documents_of(tables, "clients", named="id", one_id=client_id)
    plans = documents_of(tables, "plans", named="client_id", one_id=client_id)
    plan_ids = {text_in(plan, "id") for plan in plans.values()}

    def without(plan_id: str, content: PlainDocument) -> PlainDocument | None:
        whose = {object_in(content, "client").get("id"), object_in(content, "plan").get("client_id")}
        return None if plan_id in plan_ids or client_id in whose else content

    versions = changed_versions(tables, without, path, about=client_id)
    unread = [doc_id for doc_id, plan_id in versions.unread.items() if plan_id in plan_ids]
    client = next(iter(clients.values()), {})
    shown = tuple(plan_title(plan) for plan in plans.values() if not text_in(plan, "deleted_on"))
    erasure = Erasure(
        name=one_line(text_in(client, "name")),
        plans=shown,
        in_trash=tuple(plan_title(plan) for plan in plans.values() if text_in(plan, "deleted_on")),
        versions=versions.count + len(unread),
        touches=len(rows_in(client, "touches")),
        promises=len(rows_in(client, "promises")),
        news=len(rows_in(client, "news")),
        contacts=len(rows_in(client, "contacts")),
    )
    documents: dict[str, dict[str, bytes | None]] = {
        "clients": dict.fromkeys(clients),
        "plans": dict.fromkeys(plans),
        TABLE: {**versions.documents, **dict.fromkeys(unread)},
    }
    return Removal(documents, erasure, traces_of(client_id, clients.values(), plans.values()))
