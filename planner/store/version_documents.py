"""Earlier versions of plans as documents: each deflated against the next newer one."""

import base64
import binascii
import datetime as dt
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from planner.model.library_values import Version
from planner.store.errors import LibraryDamaged
from planner.translation import _

TABLE = "history"

LARGEST = 64 << 20
"""So many bytes a version may have, inflated: thousands of times what a full plan takes."""


class StoredVersion(msgspec.Struct, frozen=True, omit_defaults=True):
    """A version as a document of the table `history`.

    `content` is a preparation as JSON, deflated (zlib) and in base 64. That of a plan's newest
    version stands alone; every other is deflated with the JSON of the next newer one as its
    dictionary, which makes it a tenth as large.
    """

    plan_id: str
    replaced: dt.datetime
    content: str = ""


class _Glance(msgspec.Struct):
    plan_id: str
    replaced: dt.datetime


_GLANCE = msgspec.json.Decoder(_Glance)
_STORED = msgspec.json.Decoder(StoredVersion)


def versions_in(documents: Mapping[str, msgspec.Raw]) -> dict[str, list[Version]]:
    """Return each plan's versions by plan id, newest first; documents that do not say theirs are left out."""
    by_plan: dict[str, list[Version]] = {}
    for doc_id, document in documents.items():
        version = glanced(doc_id, document)
        if version is not None:
            by_plan.setdefault(version.plan_id, []).append(version)
    for versions in by_plan.values():
        versions.sort(key=moment_of, reverse=True)
    return by_plan


def glanced(doc_id: str, document: bytes | msgspec.Raw) -> Version | None:
    """Return which version a document is, without its content; None if it does not say."""
    try:
        glance = _GLANCE.decode(document)
    except msgspec.ValidationError:
        return None  # left where it is; `verify` names it
    return Version(doc_id, glance.plan_id, glance.replaced)


def contents_of(versions: Sequence[Version], documents: Mapping[str, msgspec.Raw], path: Path) -> list[bytes]:
    """Return what each of a plan's versions, newest first, holds: a preparation as JSON; LibraryDamaged."""
    contents: list[bytes] = []
    for version in versions:
        newer = contents[-1] if contents else b""
        contents.append(content_of(documents[version.doc_id], newer, path, f"{TABLE} {version.doc_id}"))
    return contents


def chain_of(plan_id: str, versions: Sequence[tuple[dt.datetime, bytes]]) -> list[bytes]:
    """Return the encoded documents of a plan's versions, given as moment and content, newest first."""
    newer = [b"", *(content for _, content in versions)]
    return [
        document_of(plan_id, replaced, content, newer[at]) for at, (replaced, content) in enumerate(versions)
    ]


def moment_of(version: Version) -> dt.datetime:
    """Return when the version gave way."""
    return version.replaced


def document_of(plan_id: str, replaced: dt.datetime, content: bytes, newer: bytes = b"") -> bytes:
    """Return a version as an encoded document; `newer` is the next newer version's content, b"" if none."""
    deflating = zlib.compressobj(9, zdict=newer) if newer else zlib.compressobj(9)
    deflated = deflating.compress(content) + deflating.flush()
    return msgspec.json.encode(StoredVersion(plan_id, replaced, base64.b64encode(deflated).decode()))


def content_of(document: bytes | msgspec.Raw, newer: bytes, path: Path, name: str) -> bytes:
    """Return what a version holds, a preparation as JSON; LibraryDamaged.

    `newer` is the next newer version's content, b"" for the newest; `name` is the document's in messages.
    """
    from planner.store.whole_records import decoded  # noqa: PLC0415 -- not at the start

    stored = decoded(_STORED, document, path, name)
    try:
        return _inflated(base64.b64decode(stored.content, validate=True), newer)
    except (binascii.Error, zlib.error) as error:
        raise LibraryDamaged(path, f"{name}, content: {error}") from error


def _inflated(deflated: bytes, newer: bytes) -> bytes:
    inflating = zlib.decompressobj(zdict=newer) if newer else zlib.decompressobj()
    content = inflating.decompress(deflated, LARGEST)
    if inflating.unconsumed_tail:
        raise zlib.error(_("it would be more than {count:,} bytes").format(count=LARGEST))
    return content + inflating.flush()
