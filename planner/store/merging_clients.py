"""Two clients of one library made one: what to store."""

from pathlib import Path

import msgspec

from planner.coaching.client_merge import UnitedClient
from planner.store.plain_documents import PlainDocument, document_ids, plain_document, with_ids_replaced
from planner.store.snapshot import Encoded
from planner.store.version_changes import changed_versions
from planner.store.version_documents import TABLE
from planner.store.whole_records import encoded

Documents = dict[str, dict[str, bytes | None]]


def one_client_of_two(
    tables: Encoded, united: UnitedClient, *, doc_id: str, other_id: str, path: Path
) -> Documents:
    """Return what to store so that the united client, kept as document `doc_id`, is the only one of the two.

    All plans of the other, those in the trash and earlier versions included, become the united one's.
    """
    clients = {other_id: united.client.id}

    def moved(document: PlainDocument) -> PlainDocument:
        return with_ids_replaced(document, clients=clients, contacts=united.contact_ids)

    def version_moved(_plan_id: str, content: PlainDocument) -> PlainDocument:
        plan, client = content.get("plan"), content.get("client")
        if not isinstance(plan, dict) or plan.get("client_id") != other_id:
            return content
        after = {**content, "plan": moved(plan)}
        if isinstance(client, dict):
            after["client"] = {**_with_contact_ids(moved(client), united), "id": united.client.id}
        return after

    plans = document_ids(tables, "plans", named="client_id", one_id=other_id)
    others = document_ids(tables, "clients", named="id", one_id=other_id)
    return {
        "clients": {**dict.fromkeys(others), doc_id: encoded(united.client)},
        "plans": {at: msgspec.json.encode(moved(plain_document(tables["plans"][at]))) for at in plans},
        TABLE: changed_versions(tables, version_moved, path, about=other_id).documents,
    }


def _with_contact_ids(client: PlainDocument, united: UnitedClient) -> PlainDocument:
    contacts = client.get("contacts")
    if not isinstance(contacts, list):
        return client
    return {**client, "contacts": [_with_own_id(contact, united) for contact in contacts]}


def _with_own_id(contact: object, united: UnitedClient) -> object:
    if not isinstance(contact, dict) or not isinstance(former := contact.get("id"), str):
        return contact
    return {**contact, "id": united.contact_ids.get(former, former)}
