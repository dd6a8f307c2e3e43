"""Earlier versions of plans: one for each time somebody worked on one, kept small."""

import datetime as dt
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from planner.model.library_values import Version
from planner.store.database import LibraryDatabase
from planner.store.errors import LibraryDamaged, NoSuchPlan
from planner.store.version_documents import (
    TABLE,
    content_of,
    document_of,
    glanced,
    moment_of,
    versions_in,
)
from planner.translation import _

if TYPE_CHECKING:
    from planner.model.plan import Preparation

KEPT = 50
"""So many versions of a plan are kept."""

Changes = dict[str, bytes | None]
"""Documents of the table to put, and those to remove, by document id."""


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class VersionHistory:
    """The earlier versions of a library's plans, found on first use."""

    def __init__(self, database: LibraryDatabase, path: Path, now: Callable[[], dt.datetime] = _now) -> None:
        self._database = database
        self._path = path
        self._now = now
        self._known: dict[str, list[Version]] | None = None
        self._looking = threading.Lock()

    def move_to(self, path: Path) -> None:
        """Name the library file by `path` in error messages from now on."""
        self._path = path

    def versions(self, plan_id: str) -> list[Version]:
        """Return a plan's earlier versions, newest first; [] for an unknown plan."""
        return list(self._versions().get(plan_id, []))

    def preparation(self, plan_id: str, replaced: dt.datetime) -> "Preparation":
        """Return the plan with its client as they stood until `replaced`, the moment of one of its versions.

        NoSuchPlan if no version has that moment; LibraryDamaged.
        """
        from planner.store.version_contents import version_in  # noqa: PLC0415 -- not at the start

        newer = b""
        for version in self.versions(plan_id):
            newer = self._content(version, newer)
            if version.replaced == replaced:
                return version_in(newer, self._path, f"{TABLE} {version.doc_id}")
        raise NoSuchPlan(plan_id)

    def with_version(self, preparation: "Preparation") -> Changes:
        """Return the documents to put, None to remove, to make the preparation its plan's newest version.

        Versions beyond the newest 50 are removed. Nothing is stored here.
        """
        from planner.store.version_contents import content_from  # noqa: PLC0415 -- not at the start

        plan_id = preparation.plan.id
        content = content_from(preparation)
        versions = self.versions(plan_id)
        doc_id = str(self._database.documents(TABLE).unused_id())
        changes: Changes = {doc_id: document_of(plan_id, self._next_moment(versions), content)}
        if versions:
            changes[versions[0].doc_id] = self._rewritten(versions[0], content)
        changes |= dict.fromkeys((version.doc_id for version in versions[KEPT - 1 :]), None)
        return changes

    def without(self, plan_ids: set[str]) -> Changes:
        """Return the documents to remove, each id with None, so that no version of these plans is left."""
        by_plan = self._versions()
        return {version.doc_id: None for plan_id in plan_ids for version in by_plan.get(plan_id, [])}

    def note(self, changes: Changes, plan_ids: Iterable[str]) -> None:
        """Bring what is known of these plans' versions up to date with `changes`, which are stored by now."""
        by_plan = self._versions()
        for plan_id in plan_ids:
            untouched = [version for version in by_plan.get(plan_id, []) if version.doc_id not in changes]
            put = (glanced(doc_id, document) for doc_id, document in changes.items() if document is not None)
            versions = untouched + [
                version for version in put if version is not None and version.plan_id == plan_id
            ]
            by_plan[plan_id] = sorted(versions, key=moment_of, reverse=True)

    def forget(self) -> None:
        """Forget what was found, because the library is another one: it is looked up anew on next use."""
        self._known = None

    def _next_moment(self, versions: list[Version]) -> dt.datetime:
        """Return the present moment, later than the newest version whatever the clock says."""
        now = self._now().astimezone(dt.UTC)
        return max(now, versions[0].replaced + dt.timedelta(microseconds=1)) if versions else now

    def _rewritten(self, version: Version, newer: bytes) -> bytes:
        """Return a version that stood alone as one that needs the newer; as it is if it cannot be read."""
        try:
            content = self._content(version, b"")
        except LibraryDamaged:
            return self._kept(version)
        return document_of(version.plan_id, version.replaced, content, newer)

    def _content(self, version: Version, newer: bytes) -> bytes:
        return content_of(self._kept(version), newer, self._path, f"{TABLE} {version.doc_id}")

    def _kept(self, version: Version) -> bytes:
        document = self._database.documents(TABLE).document(version.doc_id)
        if document is None:
            problem = _("it is not there any more")
            raise LibraryDamaged(self._path, f"{TABLE} {version.doc_id}: {problem}")
        return bytes(document)

    def _versions(self) -> dict[str, list[Version]]:
        with self._looking:
            if self._known is None:
                self._known = versions_in(self._database.documents(TABLE).encoded)
            return self._known
