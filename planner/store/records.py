"""What the library's documents hold: clients and plans as in the model, defaults left out.

A default is therefore part of the library's schema: changing one in the model needs a migration.
"""

import datetime as dt
import re
from pathlib import Path
from typing import TypeVar

import msgspec

from planner.model.characters import fit_text
from planner.model.client import Client
from planner.model.part import Part
from planner.model.plan import Plan
from planner.model.plan_summary import PlanSummary
from planner.model.terms import CallKind, Commitment, Outcome
from planner.store.decoding_problem import decoding_problem
from planner.store.errors import LibraryDamaged, LibraryNotWritten
from planner.translation import _

T = TypeVar("T")

SCHEMA = 2
"""The number of this schema, kept in the one document of the table `meta`."""


class StoredPlan(Plan, frozen=True):
    """A plan as a document of the table `plans`.

    The trash is no place of its own: a plan in it is the same document with the day it was deleted
    beside its other fields. So deleting and bringing back changes one document and loses nothing,
    and any TinyDB sees the trash with `where("deleted_on").exists()`.
    """

    deleted_on: dt.date | None = None

    def plan(self) -> Plan:
        """Return the plan without the day of its deletion."""
        return Plan(**{name: getattr(self, name) for name in Plan.__struct_fields__})


class _Attendee(msgspec.Struct):
    contact: str = ""


class _Call(msgspec.Struct):
    title: str = ""
    starts: dt.datetime | None = None
    day: dt.date | None = None
    minutes: int | None = None
    kind: CallKind | None = None
    commitment: Commitment | None = None
    attendees: list[_Attendee] = []


class _Reflection(msgspec.Struct):
    held_on: dt.date | None = None
    outcome: Outcome | None = None


class PlanGlance(msgspec.Struct, kw_only=True):
    """The fields of a stored plan that its summary needs; decoding it skips all others."""

    id: str
    client_id: str
    deleted_on: dt.date | None = None
    edited_on: list[dt.date] = []
    call: _Call = msgspec.field(default_factory=_Call)
    reflection: _Reflection = msgspec.field(default_factory=_Reflection)

    def summary(self, client: str) -> PlanSummary:
        """Return the plan's summary; `client` is the client's name."""
        call, attendees = self.call, self.call.attendees
        return PlanSummary(
            id=self.id,
            client_id=self.client_id,
            client=client,
            title=fit_text(call.title),
            starts=call.starts,
            day=None if call.starts else call.day,
            minutes=call.minutes,
            kind=call.kind,
            commitment=call.commitment,
            first_attendee=fit_text(attendees[0].contact) if attendees else "",
            attendee_count=len(attendees),
            outcome=self.reflection.outcome,
            held_on=self.reflection.held_on,
            last_edited=self.edited_on[-1] if self.edited_on else None,
            edited_days=len(self.edited_on),
        )


class ClientGlance(msgspec.Struct):
    """The fields of a stored client that summaries need."""

    id: str
    name: str = ""


class Meta(msgspec.Struct):
    """The one document of the table `meta`: the number of the library's schema."""

    schema: int = SCHEMA


class _Whose(msgspec.Struct):
    """What tells a client or plan from others, and the plan a version is of."""

    id: str = ""
    plan_id: str = ""


META_DOCUMENTS = {"1": msgspec.json.encode(Meta())}
"""The documents of the table `meta`, encoded, by document id."""

PLAN = msgspec.json.Decoder(StoredPlan)
PLAN_GLANCE = msgspec.json.Decoder(PlanGlance)
CLIENT = msgspec.json.Decoder(Client)
CLIENT_GLANCE = msgspec.json.Decoder(ClientGlance)
META = msgspec.json.Decoder(Meta)
_WHOSE = msgspec.json.Decoder(_Whose)


UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError)
"""What decoding raises for a document that does not fit or is no JSON at all."""


def decoded(decoder: msgspec.json.Decoder[T], document: bytes | msgspec.Raw, path: Path, name: str) -> T:
    """Return the decoded document, its texts made fit by `with_fit_texts`; as `decoded_as_stored` else."""
    return decoded_as_stored(decoder, with_fit_texts(document), path, name)


def decoded_as_stored(
    decoder: msgspec.json.Decoder[T], document: bytes | msgspec.Raw, path: Path, name: str
) -> T:
    """Return the decoded document, its texts as they are stored: for a glance that makes fit what it shows.

    LibraryDamaged, naming the file, the document (`name`) and the field, if it does not fit.
    """
    try:
        return decoder.decode(document)
    except UNREADABLE as error:
        what, _at, field = str(error).partition(" - at `$")
        field = field.rstrip("`").removeprefix(".")
        id_of = re.match(rb'\s*{"id":\s*"([\w-]{1,64})"', bytes(document))
        label = f"{name} (id {id_of[1].decode()})" if id_of else name
        place = f"{label}, {field}" if field else label
        raise LibraryDamaged(path, f"{place}: {decoding_problem(what)}") from error


def with_fit_texts(document: bytes | msgspec.Raw) -> bytes | msgspec.Raw:
    """Return a document whose texts are as `fit_text` makes them; what is stored stays as it is.

    Libraries written before there was a rule hold what was pasted into them, in JSON's escapes.
    Opened so, such a plan can be edited and handed on like any other.
    """
    plain = bytes(document)
    # Told apart at a few thousandths of a millisecond, for a start looks at every document: one byte is
    # found many times faster than two, and it is rare.
    unfit = _UNFIT_ESCAPE.search(plain) or (b"\xef" in plain and _SET_ASIDE.search(plain))
    if not unfit:
        return document
    return _ANY_ESCAPE.sub(_fit_escape, plain)


_UNFIT_ESCAPE = re.compile(rb"\\(?:u00[01]|[bf]|u[fF]{3}[eEfF])")
"""May match the end of an escaped backslash too: enough to tell which documents to look into."""
_SET_ASIDE = re.compile(rb"\xef\xbf[\xbe\xbf]")
_ANY_ESCAPE = re.compile(rb"\\u[0-9a-fA-F]{4}|\\.|\xef\xbf[\xbe\xbf]")


def _fit_escape(found: re.Match[bytes]) -> bytes:
    escape = found[0]
    if escape.startswith((b"\\ud", b"\\uD")):  # half of a pair, which JSON writes one by one
        return escape
    text: str = msgspec.json.decode(b'"' + escape + b'"')
    fit = fit_text(text)
    return escape if fit == text else msgspec.json.encode(fit)[1:-1]


def id_in(document: msgspec.Raw) -> str:
    """Return the id in a client's or plan's document, the plan's id in a version's; "" if it has none."""
    try:
        whose = _WHOSE.decode(document)
    except UNREADABLE:
        return ""
    return whose.id or whose.plan_id


def encoded(record: Part) -> bytes:
    """Return the record as JSON; LibraryNotWritten, naming the field, if JSON cannot hold its value."""
    try:
        return msgspec.json.encode(record)
    except (UnicodeEncodeError, OverflowError) as error:
        field = _unstorable(record, "")
        raise LibraryNotWritten(
            _("{field} holds a character or number that cannot be stored; the change is not stored.").format(
                field=field
            )
        ) from error


def _unstorable(value: object, path: str) -> str:
    """Return the path of the first field that cannot be encoded."""
    if isinstance(value, Part):
        inner = [(f"{path}.{name}".lstrip("."), getattr(value, name)) for name in value.__struct_fields__]
    elif isinstance(value, tuple):
        inner = [(f"{path}[{at}]", row) for at, row in enumerate(value)]
    else:
        return path
    return next(_unstorable(member, place) for place, member in inner if not _fits_json(member))


def _fits_json(value: object) -> bool:
    try:
        msgspec.json.encode(value)
    except (UnicodeEncodeError, OverflowError):
        return False
    return True
