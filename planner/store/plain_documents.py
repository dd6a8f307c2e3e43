"""Documents as JSON has them, changed without a model: no damaged or older field stands in the way."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

from planner.store.records import UNREADABLE
from planner.store.snapshot import Encoded

PlainDocument = dict[str, Any]


class _Ids(msgspec.Struct):
    id: object = ""
    client_id: object = ""


_IDS = msgspec.json.Decoder(_Ids)


def document_ids(tables: Encoded, table: str, *, named: str, one_id: str) -> Iterator[str]:
    """Yield the ids of a table's documents whose field `named`, `id` or `client_id`, is this one.

    Documents that no list shows are among them, such as a second one of the same id.
    """
    for doc_id, document in tables.get(table, {}).items():
        try:
            ids = _IDS.decode(document)
        except UNREADABLE:
            continue
        if getattr(ids, named) == one_id:
            yield doc_id


def plain_document(document: msgspec.Raw | bytes) -> PlainDocument:
    """Return a document with all that stands in it; {} if it is no JSON object."""
    try:
        held = msgspec.json.decode(document)
    except UNREADABLE:
        return {}
    return held if isinstance(held, dict) else {}


def with_each_part(value: Any, change: Callable[[PlainDocument], PlainDocument]) -> Any:
    """Return the value with every object in it, the outermost too, as `change` makes it, inner ones first."""
    if isinstance(value, dict):
        return change({name: with_each_part(inner, change) for name, inner in value.items()})
    if isinstance(value, list):
        return [with_each_part(inner, change) for inner in value]
    return value


def with_ids_replaced(
    document: PlainDocument, *, clients: Mapping[str, str], contacts: Mapping[str, str]
) -> PlainDocument:
    """Return a plan's or client's document with other ids wherever it names a client or a contact."""

    def replaced(part: PlainDocument) -> PlainDocument:
        return {name: _replaced(name, value, clients, contacts) for name, value in part.items()}

    changed: PlainDocument = with_each_part(document, replaced)
    return changed


def _replaced(name: str, value: Any, clients: Mapping[str, str], contacts: Mapping[str, str]) -> Any:
    if not isinstance(value, str) or not name.endswith("_id"):
        return value
    known = clients if name == "client_id" else contacts
    return known.get(value, value)


def object_in(document: PlainDocument, name: str) -> PlainDocument:
    """Return the object of that name in a document; {} if there is none."""
    held = document.get(name)
    return held if isinstance(held, dict) else {}


def rows_in(document: PlainDocument, name: str) -> list[PlainDocument]:
    """Return the objects in the list of that name in a document; [] if there is none."""
    held = document.get(name)
    return [row for row in held if isinstance(row, dict)] if isinstance(held, list) else []


def text_in(document: PlainDocument, name: str) -> str:
    """Return the text of that name in a document; "" if there is none."""
    held = document.get(name)
    return held if isinstance(held, str) else ""
