"""From schema 1 to 2: contacts have ids that plans refer to, and promises are the client's alone.

Ids are made from the client's id and the contact's name, so that two copies of one library, brought up to
date apart, still know their contacts to be the same.
"""

import hashlib
from collections import Counter
from typing import Any

from planner.model.names import name_key
from planner.model.same_text import same_text

Document = dict[str, Any]


def to_schema_2(tables: dict[str, Document]) -> dict[str, Document]:
    """Return the library with an id for each contact, and with the promises of reflections at the clients.

    A plan's reference to a contact by name gets the id where the name is that of one contact alone.
    """
    clients = {doc_id: _with_contact_ids(client) for doc_id, client in tables.get("clients", {}).items()}
    places = {_id_of(client): doc_id for doc_id, client in clients.items()}
    plans = {}
    for doc_id, plan in tables.get("plans", {}).items():
        place = places.get(str(_member(plan, "client_id")))
        if place is None:
            plans[doc_id] = plan
        else:
            clients[place], plans[doc_id] = with_promises_at_client(clients[place], plan)
            plans[doc_id] = _with_references(plans[doc_id], _ids_by_name(clients[place]))
    changed = {name: table for name, table in (("clients", clients), ("plans", plans)) if name in tables}
    return {**tables, **changed}


def with_promises_at_client(client: Any, plan: Any) -> tuple[Any, Any]:
    """Return a client and one of its plans with the promises of the plan's reflection at the client.

    A promise the client has already stays and takes from the reflection what it lacks; one without a text is
    left out. Documents that are damaged are returned as they are.
    """
    known, told = _rows(client, ("promises",)), _rows(plan, ("reflection", "promises"))
    listed = _member(_member(plan, "reflection"), "promises") is not None
    if not isinstance(client, dict) or not listed or known is None or told is None:
        return client, plan
    promises = [dict(promise) for promise in known]
    for promise in told:
        existing = next((former for former in promises if _same_promise(former, promise)), None)
        if existing is not None:
            for name in ("due", "kept_on", "from_plan"):
                learned = _id_of(plan) if name == "from_plan" else promise.get(name)
                if learned and not existing.get(name):
                    existing[name] = learned
        elif str(promise.get("text", "")).strip():
            promises.append({**promise, "from_plan": _id_of(plan)})
    rest = {name: value for name, value in plan["reflection"].items() if name != "promises"}
    moved = {**client, "promises": promises} if promises else client
    return moved, {**plan, "reflection": rest}


def _same_promise(one: Document, other: Document) -> bool:
    sides = {one.get("by"), other.get("by")} - {None}
    return len(sides) < 2 and same_text(str(one.get("text", "")), str(other.get("text", "")))


def _with_contact_ids(client: Any) -> Any:
    contacts = _rows(client, ("contacts",))
    if not contacts:
        return client
    borne: Counter[str] = Counter()
    with_ids = []
    for contact in contacts:
        key = name_key(str(contact.get("name") or ""))
        borne[key] += 1
        source = f"{_id_of(client)}\n{key}\n{borne[key]}"
        with_ids.append({"id": hashlib.sha256(source.encode("utf-8", "replace")).hexdigest()[:12], **contact})
    return {**client, "contacts": with_ids}


def _ids_by_name(client: Any) -> dict[str, str]:
    """Return the id of each contact whose name no other has, by the key of the name."""
    contacts = _rows(client, ("contacts",)) or []
    keys = [name_key(str(contact.get("name") or "")) for contact in contacts]
    by_name = zip(keys, contacts, strict=True)
    return {key: contact["id"] for key, contact in by_name if key and keys.count(key) == 1}


_ROWS = (
    (("call", "attendees"), "contact", "contact_id"),
    (("conversation", "concerns"), "who", "who_id"),
    (("price", "drivers"), "confirmed_by", "confirmed_by_id"),
)
_SINGLE = (("ask", "primary"), ("ask", "fallback"), ("reflection", "obtained"))


def _with_references(plan: Any, ids: dict[str, str]) -> Any:
    for path, name, id_name in _ROWS:
        rows = _rows(plan, path)
        if rows:
            plan = _with(plan, path, [_referring(row, name, id_name, ids) for row in rows])
    for path in _SINGLE:
        action = _at(plan, path)
        if isinstance(action, dict):
            plan = _with(plan, path, _referring(action, "actor", "actor_id", ids))
    return plan


def _referring(document: Any, name: str, id_name: str, ids: dict[str, str]) -> Any:
    contact_id = ids.get(name_key(str(_member(document, name) or "")))
    return document if contact_id is None else {**document, id_name: contact_id}


def _rows(document: Any, path: tuple[str, ...]) -> list[Document] | None:
    """Return the rows of the list at the path, [] if there is none; None if the list is damaged."""
    listed = _at(document, path)
    if listed is None:
        return []
    rows = isinstance(listed, list) and all(isinstance(row, dict) for row in listed)
    return listed if rows else None


def _at(document: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        document = _member(document, name)
    return document


def _with(document: Document, path: tuple[str, ...], value: Any) -> Document:
    first, *rest = path
    return {**document, first: _with(document[first], tuple(rest), value) if rest else value}


def _member(document: Any, name: str) -> Any:
    return document.get(name) if isinstance(document, dict) else None


def _id_of(document: Any) -> str:
    return str(_member(document, "id") or "")
