"""What can still be read of a library file that is no JSON any more: one document at a time."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from planner.model.client import Client
from planner.store.journal_record import Tables

_START = re.compile(r'"(?P<table>[a-z_]+)":\s*\{\s*(?=")|"(?P<doc_id>\d+)":\s*(?=\{)')
_ID = re.compile(r'\{\s*"id":\s*"([\w-]{1,64})"')
_CLIENT_FIELDS = frozenset(Client.__struct_encode_fields__)
_DECODER = json.JSONDecoder()


class Unread(msgspec.Struct, frozen=True):
    """A document that cannot be read; `id` is that of its plan or client, "" where not even that can."""

    table: str
    doc_id: str
    id: str

    @property
    def name(self) -> str:
        """What to call it: `plans 3 (id 0c1f…)`."""
        return f"{self.table} {self.doc_id}" + (f" (id {self.id})" if self.id else "")


class Salvage(msgspec.Struct, frozen=True):
    """The documents that could be read, and those that could not."""

    tables: Tables
    unread: tuple[Unread, ...]


def salvaged(file: bytes) -> Salvage:
    """Return every document that can be read in a damaged library file.

    Where a table's name is lost, what its documents hold tells which it is.
    """
    text = file.decode(errors="surrogateescape")
    tables: Tables = {}
    unread: list[Unread] = []
    for table, doc_id, document, record_id in _documents_in(text):
        encoded = _encoded(document)
        if encoded is None:
            unread.append(Unread(table, doc_id, record_id))
        else:
            place = tables.setdefault(table_of(document) or table, {})
            place[doc_id if doc_id not in place else unused_id(place)] = encoded
    return Salvage(tables, tuple(unread))


def table_of(document: Mapping[str, Any] | None) -> str:
    """Return the table a document belongs to by what it holds, "" if that does not tell."""
    fields = set(document or ())
    if "id" in fields and fields <= _CLIENT_FIELDS:  # one without a name has no field of that name
        return "clients"
    for table, needed in (
        ("history", {"plan_id", "content"}),
        ("plans", {"id", "client_id"}),
        ("clients", {"id", "name"}),
        ("meta", {"schema"}),
    ):
        if needed <= fields:
            return table
    return ""


def unused_id(table: Mapping[str, object]) -> str:
    """Return a document id above every one in the table."""
    return str(max((int(doc_id) for doc_id in table if doc_id.isdecimal()), default=0) + 1)


def _documents_in(text: str) -> Iterator[tuple[str, str, dict[str, Any] | None, str]]:
    """Yield table, document id, document (None if unreadable) and the id that stands in it."""
    at, table = 0, ""
    while (start := _START.search(text, at)) is not None:
        at = start.end()
        if start["table"] is not None:
            table = start["table"]
            continue
        id_match = _ID.match(text, at)
        try:
            document, at = _DECODER.raw_decode(text, at)
        except ValueError:
            document = None
        yield table, start["doc_id"], document, id_match[1] if id_match else ""


def _encoded(document: dict[str, Any] | None) -> msgspec.Raw | None:
    try:
        return None if document is None else msgspec.Raw(msgspec.json.encode(document))
    except UnicodeEncodeError:
        return None  # bytes that are no text
