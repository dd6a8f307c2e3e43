"""From schema 2 to 3: outreach becomes touches, and a contact who was an opponent is a sceptic.

Ids are made from the client's id and the place of the touch, so that two copies of one library, brought up to
date apart, still know their touches to be the same.
"""

from typing import Any

import msgspec
from msgspec.structs import replace

from planner.model.contact_ids import touch_id
from planner.model.outreach import Outreach, touches_of
from planner.model.terms import Stance
from planner.model.text_at_path import TextAtPath

Document = dict[str, Any]


def to_schema_3(tables: dict[str, Document]) -> dict[str, Document]:
    """Return the library with the outreach of each client as touches, and sceptics for opponents."""
    if "clients" not in tables:
        return tables
    clients = {doc_id: _with_touches(_with_sceptics(client)) for doc_id, client in tables["clients"].items()}
    return {**tables, "clients": clients}


def _with_touches(client: Any) -> Any:
    """Return a client's document with touches in place of its outreach; a damaged one as it is."""
    if not isinstance(client, dict) or client.get("outreach") is None:
        return client
    try:
        outreach = msgspec.convert(client["outreach"], tuple[Outreach, ...])
        unread = msgspec.convert(client.get("unread", []), tuple[TextAtPath, ...])
    except msgspec.ValidationError:
        return client
    touches, unread = touches_of(outreach, unread)
    client_id = str(client.get("id") or "")
    with_ids = [replace(touch, id=touch_id(client_id, at)) for at, touch in enumerate(touches)]
    rest = {name: value for name, value in client.items() if name not in {"outreach", "unread"}}
    changed = {"touches": msgspec.to_builtins(with_ids), "unread": msgspec.to_builtins(unread)}
    return {**rest, **{name: value for name, value in changed.items() if value}}


def _with_sceptics(client: Any) -> Any:
    contacts = client.get("contacts") if isinstance(client, dict) else None
    if not isinstance(contacts, list) or not any(map(_is_opponent, contacts)):
        return client
    sceptic = {"stance": str(Stance.SCEPTIC)}
    changed = [{**contact, **sceptic} if _is_opponent(contact) else contact for contact in contacts]
    return {**client, "contacts": changed}


def _is_opponent(contact: Any) -> bool:
    return isinstance(contact, dict) and contact.get("stance") == "opponent"
