"""What an earlier version of a plan holds: a preparation, in the schema it was written in."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from planner.model.placed_time import read_stored
from planner.model.plan import Preparation
from planner.store.errors import LibraryDamaged
from planner.store.migrations import migrated
from planner.store.records import SCHEMA, UNREADABLE
from planner.store.version_documents import TABLE, content_of, versions_in
from planner.store.whole_records import decoded, encoded
from planner.translation import _


class _Content(Preparation, frozen=True):
    """What a version holds: a preparation, and the schema it is in; the first schema did not say."""

    schema: int = 1


class _Schema(msgspec.Struct):
    schema: int = 1


_CONTENT = msgspec.json.Decoder(_Content, dec_hook=read_stored)
_SCHEMA = msgspec.json.Decoder(_Schema)


def version_in(content: bytes, path: Path, name: str) -> Preparation:
    """Return the preparation that a version's content holds, of whatever schema; LibraryDamaged."""
    content = content_of_today(content)
    held = decoded(_CONTENT, content, path, name)
    return Preparation(client=held.client, plan=held.plan)


def content_from(preparation: Preparation) -> bytes:
    """Return a preparation as the content of a version, in today's schema."""
    return encoded(_Content(client=preparation.client, plan=preparation.plan, schema=SCHEMA))


def content_of_today(content: bytes) -> bytes:
    """Return the content of a version in today's schema; as it is if that cannot be read."""
    try:
        schema = _SCHEMA.decode(content).schema
        if schema >= SCHEMA:
            return content
        held = msgspec.json.decode(content)
        rows = {f"{name}s": {"1": held[name]} for name in ("client", "plan")}
    except (*UNREADABLE, KeyError):
        return content
    tables = migrated({"meta": {"1": {"schema": schema}}, **rows})
    return msgspec.json.encode(
        {"client": tables["clients"]["1"], "plan": tables["plans"]["1"], "schema": SCHEMA}
    )


def damage_in(documents: Mapping[str, msgspec.Raw], path: Path) -> Iterator[LibraryDamaged]:
    """Yield what is wrong with each version that cannot be read."""
    by_plan = versions_in(documents)
    listed = {version.doc_id for versions in by_plan.values() for version in versions}
    for doc_id in documents.keys() - listed:
        problem = _("it does not say which plan's it is, and of when")
        yield LibraryDamaged(path, f"{TABLE} {doc_id}: {problem}")
    for versions in by_plan.values():
        newer = b""
        for version in versions:
            name = f"{TABLE} {version.doc_id}"
            try:
                newer = content_of(documents[version.doc_id], newer, path, name)
                version_in(newer, path, name)
            except LibraryDamaged as damage:
                yield damage
