"""Earlier versions of plans changed in what they hold, in all of a library at once."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from planner.model.library_values import Version
from planner.store.errors import LibraryDamaged
from planner.store.records import UNREADABLE
from planner.store.snapshot import Encoded
from planner.store.version_contents import content_of_today
from planner.store.version_documents import TABLE, content_of, document_of, versions_in

Content = dict[str, Any]
"""What a version holds, as JSON has it: `client`, `plan` and the `schema` they are in."""

ContentChange = Callable[[str, Content], Content | None]
"""Given a plan's id and a content, returns the content to hold instead; None for a version that is to go."""


class ChangedVersions(msgspec.Struct, frozen=True):
    """The documents of the history to put, or None to remove, by id; `count` versions change or go.

    Versions that build on one of them are written again too. `unread` has, by document id, the ids of the
    plans whose versions could not be read; they stay.
    """

    documents: dict[str, bytes | None]
    count: int
    unread: dict[str, str]


def changed_versions(tables: Encoded, change: ContentChange, path: Path, *, about: str) -> ChangedVersions:
    """Return what to store so that earlier versions hold what `change` makes of them; `path` is the file.

    Contents in which the id `about` stands are handed to `change`, in today's schema.
    """
    sought = about.encode()
    history = tables.get(TABLE, {})
    documents: dict[str, bytes | None] = {}
    unread: dict[str, str] = {}
    count = 0
    for plan_id, versions in versions_in(history).items():
        left: list[tuple[Version, bytes]] = []
        changed_here = 0
        for version, content in _readable(versions, tables, path):
            if content is None:
                unread[version.doc_id] = plan_id
                continue
            after = _changed(plan_id, content, change) if sought in content else content
            changed_here += after is not content
            if after is None:
                documents[version.doc_id] = None
            else:
                left.append((version, after))
        if changed_here:
            newer = b""
            for version, content in left:
                documents[version.doc_id] = document_of(plan_id, version.replaced, content, newer)
                newer = content
        count += changed_here
    return ChangedVersions(documents, count, unread)


def _readable(versions: list[Version], tables: Encoded, path: Path) -> Iterator[tuple[Version, bytes | None]]:
    """Yield each version of a plan, newest first, with what it holds, None if that cannot be read."""
    newer = b""
    for version in versions:
        document = tables[TABLE][version.doc_id]
        try:
            newer = content_of(document, newer, path, version.doc_id)
        except LibraryDamaged:
            yield version, None
        else:
            yield version, newer


def _changed(plan_id: str, content: bytes, change: ContentChange) -> bytes | None:
    """Return the content as `change` makes it, the very same if it makes nothing of it or it is no JSON."""
    try:
        held = msgspec.json.decode(content_of_today(content))
    except UNREADABLE:
        return content
    after = change(plan_id, held) if isinstance(held, dict) else held
    return content if after == held else None if after is None else msgspec.json.encode(after)
