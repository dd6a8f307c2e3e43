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
from planner.model.placed_time import read_stored, written_stored
from planner.model.plan import Plan
from planner.store.errors import LibraryNotWritten
from planner.store.records import decoded_as_stored
from planner.translation import _

T = TypeVar("T")


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


PLAN = msgspec.json.Decoder(StoredPlan, dec_hook=read_stored)
CLIENT = msgspec.json.Decoder(Client, dec_hook=read_stored)


def decoded(decoder: msgspec.json.Decoder[T], document: bytes | msgspec.Raw, path: Path, name: str) -> T:
    """Return the decoded document, its texts made fit by `with_fit_texts`.

    LibraryDamaged, naming the file, the document (`name`) and the field, if it does not fit.
    """
    return decoded_as_stored(decoder, with_fit_texts(document), path, name)


def with_fit_texts(document: bytes | msgspec.Raw) -> bytes | msgspec.Raw:
    """Return a document whose texts are as `fit_text` makes them; what is stored stays as it is.

    Libraries written before there was a rule hold what was pasted into them, in JSON's escapes.
    Opened so, such a plan can be edited and handed on like any other.
    """
    plain = bytes(document)
    # Told apart at a few thousandths of a millisecond, for a start looks at every document: one byte is
    # found many times faster than two, and it is rare.
    unfit = (b"\\" in plain and _UNFIT_ESCAPE.search(plain)) or (
        b"\xef" in plain and _SET_ASIDE.search(plain)
    )
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


def encoded(record: Part) -> bytes:
    """Return the record as JSON; LibraryNotWritten, naming the field, if JSON cannot hold its value."""
    try:
        return msgspec.json.encode(record, enc_hook=written_stored)
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
        msgspec.json.encode(value, enc_hook=written_stored)
    except (UnicodeEncodeError, OverflowError):
        return False
    return True
