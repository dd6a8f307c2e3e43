"""The clients of a library at a glance, decoded when they are first wanted and again once they changed."""

from collections.abc import Mapping
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from planner.coaching.promises import is_open
from planner.model.characters import fit_text
from planner.model.client import Promise
from planner.model.client_summary import ClientSummary
from planner.model.placed_time import read_stored
from planner.model.touch import Touch
from planner.store.records import UNREADABLE
from planner.store.whole_records import with_fit_texts


class _Client(msgspec.Struct):
    """The fields of a stored client that its summary needs; each is whatever stands there.

    Read where a summary cannot be, which takes all fields in one go and is several times as fast.
    """

    id: str = ""
    name: object = ""
    headquarters: object = ""
    industry: object = ""
    dream_client: object = None
    dream_rank: object = None
    why_dream: object = ""
    archived: object = None
    touches: msgspec.Raw = msgspec.Raw(b"[]")
    promises: msgspec.Raw = msgspec.Raw(b"[]")


R = TypeVar("R", Touch, Promise)

_SUMMARY = msgspec.json.Decoder(ClientSummary, dec_hook=read_stored)
_CLIENT = msgspec.json.Decoder(_Client)
_TOUCHES = msgspec.json.Decoder(tuple[Touch, ...], dec_hook=read_stored)
_PROMISES = msgspec.json.Decoder(tuple[Promise, ...])


class ClientSummaries:
    """Summaries of clients by id. A client is decoded anew only when its document is another."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[msgspec.Raw, ClientSummary]] = {}

    def of(self, documents: Mapping[str, msgspec.Raw]) -> list[ClientSummary]:
        """Return the summaries of these documents, given by client id.

        One that is no JSON object is left out.
        """
        summaries = (self.one(client_id, document) for client_id, document in documents.items())
        return [summary for summary in summaries if summary is not None]

    def one(self, client_id: str, document: msgspec.Raw) -> ClientSummary | None:
        """Return the summary of a client's document; None if it is no JSON object.

        A field that cannot be read counts as blank: the client can still be found, and what is damaged is
        told when it is opened.
        """
        known = self._known.get(client_id)
        if known is not None and known[0] == document:
            return known[1]
        summary = _read(document)
        if summary is not None:
            self._known[client_id] = document, summary
        return summary


def _read(document: msgspec.Raw) -> ClientSummary | None:
    """Return a document's summary, read in one go, or field by field where one of them cannot be read."""
    try:
        summary = _SUMMARY.decode(with_fit_texts(document))
    except UNREADABLE:
        return _read_leniently(document)
    promises = tuple([promise for promise in summary.promises if is_open(promise)])
    return summary if promises == summary.promises else replace(summary, promises=promises)


def _read_leniently(document: msgspec.Raw) -> ClientSummary | None:
    try:
        client = _CLIENT.decode(document)
    except UNREADABLE:
        return None
    promises = _rows(_PROMISES, client.promises)
    rank = client.dream_rank
    return ClientSummary(
        id=client.id,
        name=_text(client.name),
        headquarters=_text(client.headquarters),
        industry=_text(client.industry),
        dream_client=client.dream_client is True,
        dream_rank=rank if isinstance(rank, int) and not isinstance(rank, bool) else None,
        why_dream=_text(client.why_dream),
        archived=client.archived is True,
        touches=_rows(_TOUCHES, client.touches),
        promises=tuple(promise for promise in promises if is_open(promise)),
    )


def _text(value: object) -> str:
    return fit_text(value) if isinstance(value, str) else ""


def _rows(decoder: msgspec.json.Decoder[tuple[R, ...]], document: msgspec.Raw) -> tuple[R, ...]:
    try:
        return decoder.decode(with_fit_texts(document))
    except UNREADABLE:
        return ()
