"""Earlier versions of plans: one for each time somebody worked on one, kept small."""

import base64
import binascii
import datetime as dt
import threading
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from planner.model.plan import Preparation
from planner.store.database import LibraryDatabase
from planner.store.errors import LibraryDamaged, NoSuchPlan
from planner.store.records import decoded

KEPT = 50
"""So many versions of a plan are kept."""

TABLE = "history"


class Version(msgspec.Struct, frozen=True):
    """An earlier version of a plan: how it stood until it was changed at the moment `replaced` (UTC)."""

    doc_id: str
    plan_id: str
    replaced: dt.datetime


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
_PREPARATION = msgspec.json.Decoder(Preparation)

Changes = dict[str, bytes | None]
"""Documents of the table to put, and those to remove, by document id."""


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class History:
    """The earlier versions in a library. Where they are is looked up when first asked for."""

    def __init__(self, database: LibraryDatabase, path: Path, now: Callable[[], dt.datetime] = _now) -> None:
        self._database = database
        self._path = path
        self._now = now
        self._known: dict[str, list[Version]] | None = None
        self._looking = threading.Lock()

    def move_to(self, path: Path) -> None:
        """Name the library file by another path from now on."""
        self._path = path

    def versions(self, plan_id: str) -> list[Version]:
        """Return a plan's earlier versions, newest first."""
        return list(self._versions().get(plan_id, []))

    def preparation(self, plan_id: str, replaced: dt.datetime) -> Preparation:
        """Return the plan with its client as they stood until then; NoSuchPlan or LibraryDamaged."""
        newer = b""
        for version in self.versions(plan_id):
            newer = self._content(version, newer)
            if version.replaced == replaced:
                return decoded(_PREPARATION, newer, self._path, f"{TABLE} {version.doc_id}")
        raise NoSuchPlan(plan_id)

    def with_version(self, preparation: Preparation) -> Changes:
        """Return what to store so that the preparation is its plan's newest earlier version."""
        plan_id = preparation.plan.id
        content = msgspec.json.encode(preparation)
        known = self.versions(plan_id)
        doc_id = str(self._database.documents(TABLE).unused_id())
        changes: Changes = {doc_id: _document(plan_id, self._next_moment(known), content)}
        if known:
            changes[known[0].doc_id] = self._rewritten(known[0], content)
        changes |= dict.fromkeys((gone.doc_id for gone in known[KEPT - 1 :]), None)
        return changes

    def without(self, plan_ids: set[str]) -> Changes:
        """Return what to store so that nothing is left of these plans."""
        known = self._versions()
        return {version.doc_id: None for plan_id in plan_ids for version in known.get(plan_id, [])}

    def note(self, changes: Changes, plan_ids: Iterable[str]) -> None:
        """Take account of changes to these plans' versions that were stored."""
        known = self._versions()
        for plan_id in plan_ids:
            untouched = [one for one in known.get(plan_id, []) if one.doc_id not in changes]
            put = (_glanced(doc_id, one) for doc_id, one in changes.items() if one is not None)
            versions = untouched + [one for one in put if one is not None and one.plan_id == plan_id]
            known[plan_id] = sorted(versions, key=_moment, reverse=True)

    def forget(self) -> None:
        """Look everything up anew: the library is another one."""
        self._known = None

    def _next_moment(self, known: list[Version]) -> dt.datetime:
        """Return the present moment, later than the newest version whatever the clock says."""
        now = self._now().astimezone(dt.UTC)
        return max(now, known[0].replaced + dt.timedelta(microseconds=1)) if known else now

    def _rewritten(self, version: Version, newer: bytes) -> bytes:
        """Return a version that stood alone as one that needs the newer; as it is if it cannot be read."""
        try:
            content = self._content(version, b"")
        except LibraryDamaged:
            return self._kept(version)
        return _document(version.plan_id, version.replaced, content, newer)

    def _content(self, version: Version, newer: bytes) -> bytes:
        return _content(self._kept(version), newer, self._path, f"{TABLE} {version.doc_id}")

    def _kept(self, version: Version) -> bytes:
        document = self._database.documents(TABLE).document(version.doc_id)
        if document is None:
            raise LibraryDamaged(self._path, f"{TABLE} {version.doc_id}: it is not there any more")
        return bytes(document)

    def _versions(self) -> dict[str, list[Version]]:
        with self._looking:
            if self._known is None:
                self._known = _versions_in(self._database.documents(TABLE).encoded)
            return self._known


def damage_in(documents: Mapping[str, msgspec.Raw], path: Path) -> Iterator[LibraryDamaged]:
    """Yield what is wrong with each version that cannot be read."""
    known = _versions_in(documents)
    listed = {version.doc_id for versions in known.values() for version in versions}
    for doc_id in documents.keys() - listed:
        yield LibraryDamaged(path, f"{TABLE} {doc_id}: it does not say which plan's it is, and of when")
    for versions in known.values():
        newer = b""
        for version in versions:
            name = f"{TABLE} {version.doc_id}"
            try:
                newer = _content(documents[version.doc_id], newer, path, name)
                decoded(_PREPARATION, newer, path, name)
            except LibraryDamaged as damage:
                yield damage


def _versions_in(documents: Mapping[str, msgspec.Raw]) -> dict[str, list[Version]]:
    """Return the versions of each plan, newest first."""
    known: dict[str, list[Version]] = {}
    for doc_id, document in documents.items():
        version = _glanced(doc_id, document)
        if version is not None:
            known.setdefault(version.plan_id, []).append(version)
    for versions in known.values():
        versions.sort(key=_moment, reverse=True)
    return known


def _glanced(doc_id: str, document: bytes | msgspec.Raw) -> Version | None:
    try:
        glance = _GLANCE.decode(document)
    except msgspec.ValidationError:
        return None  # left where it is; `verify` names it
    return Version(doc_id, glance.plan_id, glance.replaced)


def _moment(version: Version) -> dt.datetime:
    return version.replaced


def _document(plan_id: str, replaced: dt.datetime, content: bytes, newer: bytes = b"") -> bytes:
    deflating = zlib.compressobj(9, zdict=newer) if newer else zlib.compressobj(9)
    deflated = deflating.compress(content) + deflating.flush()
    return msgspec.json.encode(StoredVersion(plan_id, replaced, base64.b64encode(deflated).decode()))


def _content(document: bytes | msgspec.Raw, newer: bytes, path: Path, name: str) -> bytes:
    stored = decoded(_STORED, document, path, name)
    try:
        return _inflated(base64.b64decode(stored.content, validate=True), newer)
    except (binascii.Error, zlib.error) as error:
        raise LibraryDamaged(path, f"{name}, content: {error}") from error


def _inflated(deflated: bytes, newer: bytes) -> bytes:
    inflating = zlib.decompressobj(zdict=newer) if newer else zlib.decompressobj()
    return inflating.decompress(deflated) + inflating.flush()
