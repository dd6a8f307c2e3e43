"""One contact of a client taken out of a library: from the client, its plans, and their earlier versions."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from planner.model.library_values import Erasure
from planner.store.erased_person import ErasedPerson
from planner.store.plain_documents import PlainDocument, object_in, rows_in, text_in
from planner.store.removal import Removal, documents_of, plan_title, traces_of
from planner.store.snapshot import Encoded
from planner.store.version_changes import changed_versions
from planner.store.version_documents import TABLE
from planner.translation import _
from planner.wording.field_words import path_in_words, rows_from_one
from planner.wording.text import one_line


def removal_of_person(tables: Encoded, client_id: str, contact_id: str, path: Path) -> Removal:
    """Return what to store so that a contact is gone from all that the library has of the client.

    Texts that still name the person are left, and `still_named` of the erasure says where.
    """
    clients = documents_of(tables, "clients", named="id", one_id=client_id)
    plans = documents_of(tables, "plans", named="client_id", one_id=client_id)
    client = next(iter(clients.values()), {})
    rows = [row for row in rows_in(client, "contacts") if row.get("id") == contact_id]
    contact = rows[0] if rows else {"id": contact_id}
    past = _contents_of(tables, client_id, path)
    person = ErasedPerson(contact, client)
    for document in (*clients.values(), *plans.values(), *(held for pair in past for held in pair)):
        person.meet(document)
    clients_after = {at: person.out_of_client(held) for at, held in clients.items()}
    plans_after = {at: person.out_of_plan(held) for at, held in plans.items()}
    mentions = person.mentions

    def without(_plan_id: str, content: PlainDocument) -> PlainDocument:
        held = object_in(content, "client")
        if held.get("id") != client_id:
            return content
        plan = person.out_of_plan(object_in(content, "plan"))
        return {**content, "client": person.out_of_client(held), "plan": plan}

    versions = changed_versions(tables, without, path, about=client_id)
    plan_ids = {text_in(plan, "id") for plan in plans.values()}
    unread = [doc_id for doc_id, plan_id in versions.unread.items() if plan_id in plan_ids]
    erasure = Erasure(
        name=one_line(text_in(contact, "name")),
        is_person=True,
        versions=versions.count + len(unread),
        contacts=len(rows),
        mentions=mentions,
        still_named=tuple(
            dict.fromkeys(
                (
                    *_named_now(person, clients_after, plans_after),
                    *(
                        _("an earlier version of {place}").format(place=place)
                        for place in _named_once(person, past)
                    ),
                )
            )
        ),
    )
    documents: dict[str, Mapping[str, bytes | None]] = {
        "clients": _changed(clients, clients_after),
        "plans": _changed(plans, plans_after),
        TABLE: {**versions.documents, **dict.fromkeys(unread)},
    }
    return Removal(documents, erasure, traces_of(client_id, clients.values(), plans.values()))


def _contents_of(tables: Encoded, client_id: str, path: Path) -> list[tuple[PlainDocument, PlainDocument]]:
    """Return the client and the plan in each earlier version that holds the client."""
    found: list[tuple[PlainDocument, PlainDocument]] = []

    def look(_plan_id: str, content: PlainDocument) -> PlainDocument:
        if object_in(content, "client").get("id") == client_id:
            found.append((object_in(content, "client"), object_in(content, "plan")))
        return content

    changed_versions(tables, look, path, about=client_id)
    return found


def _named_now(
    person: ErasedPerson, clients: Mapping[str, PlainDocument], plans: Mapping[str, PlainDocument]
) -> Iterator[str]:
    """Yield in words where texts of the client and its plans still name the person."""
    for client in clients.values():
        for field in person.named_in(client, "client"):
            yield _in_words(field)
    for plan in plans.values():
        yield from _named_in_plan(person, plan)


def _named_once(person: ErasedPerson, past: list[tuple[PlainDocument, PlainDocument]]) -> Iterator[str]:
    """Yield in words where texts in earlier versions still name the person, each with the plan's name."""
    for client, plan in past:
        for field in person.named_in(person.out_of_client(client), "client"):
            yield _("“{plan}”: {field}").format(plan=plan_title(plan), field=_in_words(field))
        yield from _named_in_plan(person, person.out_of_plan(plan))


def _named_in_plan(person: ErasedPerson, plan: PlainDocument) -> Iterator[str]:
    for field in person.named_in(plan):
        yield _("“{plan}”: {field}").format(plan=plan_title(plan), field=_in_words(field))


def _in_words(field: str) -> str:
    return path_in_words(rows_from_one(field))


def _changed(
    before: Mapping[str, PlainDocument], after: Mapping[str, PlainDocument]
) -> dict[str, bytes | None]:
    return {doc_id: msgspec.json.encode(held) for doc_id, held in after.items() if held != before[doc_id]}
