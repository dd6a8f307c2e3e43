"""What to store so that a client or person is gone, and by what a file is known that holds them."""

from collections.abc import Iterable, Mapping

import msgspec

from planner.model.library_values import Erasure
from planner.store.plain_documents import (
    PlainDocument,
    document_ids,
    object_in,
    plain_document,
    rows_in,
    text_in,
)
from planner.store.snapshot import Encoded
from planner.translation import _
from planner.wording.text import one_line


class Removal(msgspec.Struct, frozen=True):
    """What to store so that a client or person is gone, and what to tell of it.

    `traces` are texts, each as JSON has it, of which at least one stands in any file that holds the client.
    """

    documents: Mapping[str, Mapping[str, bytes | None]]
    erasure: Erasure
    traces: tuple[bytes, ...]

    @property
    def is_needed(self) -> bool:
        """Whether anything is there to be erased."""
        return any(self.documents.values())


def documents_of(tables: Encoded, table: str, *, named: str, one_id: str) -> dict[str, PlainDocument]:
    """Return, by document id, the documents of a table whose field `named`, `id` or `client_id`, is this."""
    found = document_ids(tables, table, named=named, one_id=one_id)
    return {doc_id: plain_document(tables[table][doc_id]) for doc_id in found}


def traces_of(
    client_id: str, clients: Iterable[PlainDocument], plans: Iterable[PlainDocument]
) -> tuple[bytes, ...]:
    """Return the ids of a client, its plans and its contacts, and its name, each as JSON has it."""
    texts = [client_id, *(text_in(plan, "id") for plan in plans)]
    for client in clients:
        texts += [text_in(client, "name"), *(text_in(row, "id") for row in rows_in(client, "contacts"))]
    return tuple(msgspec.json.encode(text) for text in dict.fromkeys(texts) if text.strip())


def plan_title(plan: PlainDocument) -> str:
    """Return what a plan is called, given its document; "a plan without a title" if nothing."""
    return one_line(text_in(object_in(plan, "call"), "title")) or _("a plan without a title")
