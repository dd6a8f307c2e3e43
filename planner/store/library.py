"""The repository of all clients and plans: stores them durably in one folder."""

import datetime as dt
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from planner.model.library_values import Erasure, MergedClients
from planner.model.plan_summary import PlanSummary
from planner.platform.clock import local_today
from planner.platform.files import FileNotWritten
from planner.store.contents import LibraryCounts
from planner.store.database import LibraryDatabase
from planner.store.errors import (
    LibraryAlreadyThere,
    LibraryNotOpened,
    LibraryNotWritten,
    SameClient,
)
from planner.store.library_file import file_of, journal_of
from planner.store.open_library import opened_database
from planner.store.reading import FILE_NAME
from planner.store.snapshot import Snapshot
from planner.store.writing import LibraryWriting
from planner.translation import _
from planner.wording.lists import sentences

if TYPE_CHECKING:
    from planner.store.backups import Backups
    from planner.store.merging import Merged
    from planner.store.removal import Removal
    from planner.store.snapshot import Encoded

__all__ = ["FILE_NAME", "Library", "PlanSummary"]


class Library(LibraryWriting):
    """Clients and plans, as frozen values; the only one who talks to TinyDB.

    A method that changes something has stored it durably when it returns. Every method may be called from any
    thread; changes take turns, reading waits for none of them.
    """

    def __init__(
        self,
        folder: Path,
        database: LibraryDatabase,
        today: Callable[[], dt.date],
        notices: Sequence[str] = (),
    ) -> None:
        super().__init__(folder, database, today, notices)
        self.taking_turns = threading.RLock()
        """Held by whoever copies, replaces or erases in the library as a whole: a backup under way is never
        one of what was erased meanwhile."""

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        read_only: bool = False,
        today: Callable[[], dt.date] = local_today,
        backups: "Backups | None" = None,
    ) -> Self:
        """Open the library in the folder, made if it is missing; its file is not until the first save.

        One that cannot be read is recovered at once from what is left of it and its newest backup, and one
        of an older schema brought to today's, after a backup; `notices` says so. LibraryNotOpened,
        LibraryDamaged, LibraryTooNew or BackupNotMade: nothing was changed.

        Read-only, nothing is ever written, not even to recover, and it may be open elsewhere: it is
        seen as it was at one moment, changes not yet in the library file included.
        """
        path = folder / FILE_NAME
        if read_only:
            return cls(folder, LibraryDatabase(path, read_only=True), today)
        _make(folder)
        database, notices = opened_database(path, backups)
        return cls(folder, database, today, notices)

    @property
    def is_read_only(self) -> bool:
        """Whether it was opened for reading only, and so cannot be changed; False after `move_to`."""
        return self._database.durable.is_read_only

    def close(self) -> None:
        """Write the journal's changes to the library file, unless read-only; nothing can be changed any more.

        If that fails nothing is raised: the changes stay in the journal, and `notices` says so.
        """
        self._database.close()

    def merge_clients(self, kept_id: str, other_id: str) -> MergedClients:
        """Make two clients one in one durable write: what the other has becomes the kept one's.

        See `coaching.client_merge`. All plans of the other come along, those in the trash and earlier
        versions too; who has one open must read it anew before saving it. SameClient, LibraryDamaged if one
        of the clients cannot be read, LibraryNotWritten.
        """
        from planner.coaching.client_merge import united  # noqa: PLC0415 -- hardly ever wanted
        from planner.store.merging_clients import one_client_of_two  # noqa: PLC0415 -- as above

        with self._changing:
            kept, other = self._client(kept_id), self._client(other_id)
            if kept_id == other_id:
                raise SameClient(kept.name)
            union = united(kept, other, _("From “{client}”:").format(client=other.name))
            entries = [self._contents.plans[plan_id] for plan_id in self._contents.plans_of([other_id])]
            in_trash = sum(entry.deleted_on is not None for entry in entries)
            tables = self._database.durable.snapshot()
            doc_id = self._contents.clients[kept_id].doc_id
            self._put(one_client_of_two(tables, union, doc_id=doc_id, other_id=other_id, path=self._path))
            self._look_again()
        return MergedClients(
            name=kept.name,
            other=other.name,
            plans=len(entries),
            in_trash=in_trash,
            contacts_united=union.united,
            contacts_added=union.added,
            noted=union.noted,
        )

    def what_would_go(self, client_id: str, contact_id: str = "") -> Erasure:
        """Return what `erase` would erase, and what would be left; backups are not looked into.

        May take long. Nothing of a client or contact that is not known is named but files that hold it.
        """
        return self._removal(client_id, contact_id).erasure

    def erase(self, client_id: str, contact_id: str = "") -> Erasure:
        """Erase a client with all that is theirs, or only one of its contacts; return what went.

        It goes from the plans, those in the trash and earlier versions too, in one durable write; then the
        library file is written anew and the journal emptied, so that no byte of it is left in either, and
        files kept aside that hold it are deleted. Where that fails, `problem` says so. Who has a plan of
        the client open must close it before: of a client erased nothing can be saved any more.
        LibraryNotWritten: nothing was erased.
        """
        with self._changing:
            removal = self._removal(client_id, contact_id)
            if removal.is_needed:
                self._put(removal.documents)
                self._look_again()
            if not contact_id:
                self._erased.add(client_id)
        erasure = removal.erasure
        return msgspec.structs.replace(erasure, problem=self._without_traces(erasure.files))

    def as_file(self) -> tuple[Iterator[bytes], LibraryCounts]:
        """Return the whole library as it stands, as a TinyDB file in pieces, and what is in it."""
        with self._changing:
            return file_of(self._database.durable.snapshot()), self._contents.counts

    @property
    def home(self) -> Path:
        """The library file in the folder, even while work goes on in a copy of it."""
        return self._path

    @property
    def file(self) -> Path:
        """The file that work goes on in: `home`, or a copy beside it once another program has changed it."""
        return self._database.durable.path

    def tables(self) -> "Encoded":
        """Return every document, encoded, by table and document id: a snapshot."""
        return self._database.durable.snapshot()

    def look_for_copies(self) -> tuple[Path, ...]:
        """Return the other copies of the library that lie beside it now: library files and journals."""
        return self._database.durable.look_for_copies()

    def go_home(self, read: Mapping[Path, bytes]) -> tuple[Path, ...]:
        """Write everything to the file that was opened, and work on there.

        What another program put there must be stored here already: its files, by path with their digests
        in `read`, are kept aside, and where is returned. FileNotWritten, also if one has changed since:
        then work goes on in the copy.
        """
        return self._database.durable.go_home(read)

    def merge(self, theirs: Snapshot, now: dt.datetime, *, only: Collection[str] | None = None) -> "Merged":
        """Bring another library into this one, or only its plans of these ids, in one durable write.

        Returns what became of its plans; `now` dates the versions that are kept. LibraryNotWritten leaves
        everything as before.
        """
        from planner.store.merge_side import MergeSide  # noqa: PLC0415 -- not at the start
        from planner.store.merging import merged  # noqa: PLC0415 -- as above

        with self._changing:
            ours = MergeSide(self._database.durable.snapshot(), self._path)
            result = merged(
                ours,
                MergeSide(theirs.tables, theirs.path),
                now=now,
                unused_id=self._unused_id,
                only=only,
            )
            self._put(result.documents)
            self._show(Snapshot(self._database.durable.snapshot(), self._path).contents)
            self._erased.clear()
        return result

    def replace(self, snapshot: Snapshot) -> None:
        """Put another library in the place of this one, in one durable write; LibraryNotWritten."""
        with self._changing:
            try:
                self._database.replace(snapshot.tables)
            except FileNotWritten as error:
                raise LibraryNotWritten(_("{problem} Nothing was restored.").format(problem=error)) from error
            self._show(snapshot.contents)
            self._erased.clear()

    def _removal(self, client_id: str, contact_id: str) -> "Removal":
        """Return what to store to erase a client or contact; the files beside it are told, too."""
        from planner.store.erasing import removal_of  # noqa: PLC0415 -- hardly ever wanted
        from planner.store.set_aside import holding, set_aside_beside  # noqa: PLC0415 -- as above

        removal = removal_of(self._database.durable.snapshot(), client_id, contact_id, self._path)
        aside = [file for path in {self._path, self.file} for file in set_aside_beside(path)]
        erasure = msgspec.structs.replace(
            removal.erasure,
            files=holding(dict.fromkeys(aside), removal.traces),
            copies=holding(self.look_for_copies(), removal.traces),
        )
        return msgspec.structs.replace(removal, erasure=erasure)

    def _without_traces(self, files: Sequence[Path]) -> str:
        """Write the library file anew and delete the files; return what of that failed, else ""."""
        from planner.store.set_aside import delete_files  # noqa: PLC0415 -- hardly ever wanted

        problem = ""
        try:
            self._database.durable.checkpoint()
        except FileNotWritten as error:
            text = _("{problem} It is erased from the library, and from its files once it is closed.")
            problem = text.format(problem=error)
        return sentences((problem, delete_files(files)))

    def _unused_id(self, table: str) -> int:
        return self._database.documents(table).unused_id()

    def write_again(self) -> None:
        """Write everything to the folder again, made if it is missing, if the library's file is gone.

        LibraryNotWritten.
        """
        with self._changing:
            try:
                _make(self.folder)
                self._database.durable.write_again()
            except (FileNotWritten, LibraryNotOpened) as error:
                raise LibraryNotWritten(str(error)) from error
            self.is_failing = self.is_gone = False

    def move_to(self, folder: Path) -> None:
        """Write everything to another folder and go on there, even if this one could only be read.

        What is here stays as it is. LibraryAlreadyThere or LibraryNotWritten: nothing was moved.
        """
        path = folder / FILE_NAME
        if path.exists() or journal_of(path).exists():
            raise LibraryAlreadyThere(folder)
        with self._changing:
            try:
                self._database.durable.move_to(path)
            except FileNotWritten as error:
                raise LibraryNotWritten(str(error)) from error
            self.folder, self._path = folder, path
            self.history.move_to(path)
            self.is_failing = self.is_gone = False


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError as error:
        raise LibraryNotOpened(folder, _("it is not a folder")) from error
    except OSError as error:
        raise LibraryNotOpened(folder, error.strerror or _("the system gave no reason")) from error
