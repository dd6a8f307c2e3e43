"""The library's tables: in memory, in a journal that takes every change, and folded into a file."""

import contextlib
import datetime as dt
import hashlib
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from planner.files import (
    FileNotWritten,
    kind_to_replace,
    make_names_durable,
    put_in_place,
    reason_of,
    write_atomically,
    write_unfinished,
)
from planner.store.changes import NO_FILE, Change, Fold, Tables, apply
from planner.store.journal import Journal, JournalMoved
from planner.store.library_file import base_of, file_of, journal_of, path_of_copy
from planner.store.opening import Opened
from planner.store.records import SCHEMA

FOLD_BEYOND = 4 << 20
"""How long a journal may grow, in bytes, or as long as the library file, before it is folded."""


class KeptTables:
    """The tables of one library, changed one at a time and durably.

    `tables` are replaced by nobody and changed in place, under `changing`. `path` is the file they
    belong to: a copy beside the one opened, once another program has changed that one.
    """

    def __init__(self, path: Path, opened: Opened, today: Callable[[], dt.date]) -> None:
        self.path = path
        self.tables: Tables = opened.tables
        self.changing = threading.Lock()
        self.notices = list(opened.notices)
        self._journal = opened.journal
        self._disk = _disk_of(path)
        self._fold_at = max(FOLD_BEYOND, opened.size)
        self.today = today
        self._ours = {NO_FILE, opened.whole}
        self._seen: tuple[int, ...] = ()
        self._one_fold = threading.Lock()
        self._folder: threading.Thread | None = None

    def keep(self, change: Change) -> None:
        """Make the change, durably; FileNotWritten, and nothing has changed. `changing` is held."""
        if not self._is_there():
            self._go_on_in(self.path)
        try:
            self._journal.append(change)
        except JournalMoved:
            self._part_ways()
            self._journal.append(change)
        apply(self.tables, change)
        if self._journal.length > self._fold_at and self._folder is None:
            self._folder = threading.Thread(target=self._fold_meanwhile, name="fold")
            self._folder.start()

    def close(self) -> None:
        """Fold what is in the journal, so that any TinyDB sees it; nothing is lost if that fails."""
        folder = self._folder
        if folder is not None:
            folder.join()
        if self._journal.length or not self._is_there():
            self._fold_or_tell()

    def fold(self) -> None:
        """Bring the library file up to date and shorten the journal; changes may go on meanwhile.

        FileNotWritten: then everything is in the journal as before.
        """
        with self._one_fold:
            with self.changing:
                tables = {name: dict(table) for name, table in self.tables.items()}
                through = self._journal.sequence
                if not self._journal.length and self._is_there():
                    return
            try:
                kind_to_replace(self.path)
                self._is_ours()
                target = Path(os.path.realpath(self.path))
                pieces = _Pieces(file_of(tables))
                unfinished = write_unfinished(target, pieces)
                with self.changing:
                    self._take_over(unfinished, target, pieces, through)
            except OSError as error:
                raise FileNotWritten(self.path, reason_of(error)) from error

    def _take_over(self, unfinished: Path, target: Path, pieces: "_Pieces", through: int) -> None:
        """Make a file with all changes up to a number the library file, and let the journal follow it."""
        try:
            size = unfinished.stat().st_size
            self._require_ours()
            self._journal.append(Change(folded=Fold(pieces.base.hex(), through)))
            self._ours.add(pieces.whole)
            put_in_place(unfinished, target)
            make_names_durable(target.parent)
            self._ours = {NO_FILE, pieces.whole}
            self._fold_at = max(FOLD_BEYOND, size)
            self._journal.rebase(pieces.base, through)
        except JournalMoved:
            self._part_ways()
        finally:
            unfinished.unlink(missing_ok=True)

    def _require_ours(self) -> None:
        """JournalMoved unless the library file holds what we read or wrote, or nothing."""
        if not self._is_ours():
            raise JournalMoved

    def _is_ours(self) -> bool:
        """Whether the library file holds what we read or wrote, or nothing."""
        try:
            with self.path.open("rb") as file:
                stat = os.fstat(file.fileno())
                seen = (stat.st_ino, stat.st_size, stat.st_mtime_ns)
                if seen != self._seen:
                    if hashlib.file_digest(file, "sha256").digest()[:16] not in self._ours:
                        return False
                    self._seen = seen
        except FileNotFoundError:
            pass
        return True

    def _part_ways(self) -> None:
        """Go on in a file of our own: another program has changed the library file or the journal.

        FileNotWritten, and everything is as before.
        """
        former = self.path
        if not former.exists() and not self._journal.path.exists():
            self._go_on_in(former)
            return
        self._go_on_in(path_of_copy(former, self.today()))
        self.notices.append(
            f"{former} was changed by another program while it was open. That is left as it is; "
            f"everything you have here is in {self.path.name}, and so is what you change from now on."
        )

    def write_again(self) -> None:
        """Write everything to the library file again if what holds it is gone; FileNotWritten."""
        with self._one_fold, self.changing:
            holds_it = self._journal.path if self._journal.base == NO_FILE else self.path
            if not holds_it.exists():
                self._disk = None
                self._go_on_in(self.path)

    def move_to(self, path: Path) -> None:
        """Write everything to a file elsewhere and go on there; what is here stays; FileNotWritten."""
        with self._one_fold, self.changing:
            self._go_on_in(path, is_move=True)
            self._disk = _disk_of(path)

    def _go_on_in(self, path: Path, *, is_move: bool = False) -> None:
        """Write everything to a file that is not there, and let a new journal follow it; FileNotWritten."""
        if not is_move and self._disk is not None and _disk_of(path) not in {None, self._disk}:
            # A stick was unmounted, and this is the bare folder it hung in: plugged in again, it would
            # hide what is written here. Only a person may want that.
            raise FileNotWritten(path, "its disk was taken away")
        pieces, left = _Pieces(file_of(self.tables)), self._journal
        write_atomically(path, pieces)
        self._ours, self._seen = {NO_FILE, pieces.whole}, ()
        self._journal = Journal(journal_of(path), schema=SCHEMA, base=pieces.base, sequence=left.sequence)
        self.path = path
        if is_move:
            return  # the file left may need its journal: together they hold what was saved there
        with contextlib.suppress(OSError):  # it builds on a file that is no more, and is told of when opened
            left.discard()

    def _is_there(self) -> bool:
        """Whether the library file is there, if it has ever been."""
        return self._journal.base == NO_FILE or self.path.exists()

    def _fold_meanwhile(self) -> None:
        try:
            self._fold_or_tell()
        finally:
            self._folder = None

    def _fold_or_tell(self) -> None:
        try:
            self.fold()
        except FileNotWritten as error:
            self._fold_at = 2 * self._journal.length
            self.notices.append(f"{error} Nothing is lost: the changes are in {self._journal.path.name}.")


def _disk_of(path: Path) -> int | None:
    """Return the number of the disk that the folder of a file is on, None if there is no folder."""
    try:
        return path.parent.stat().st_dev
    except OSError:
        return None


class _Pieces:
    """A library file on its way to the disk; once it is through, which file it is."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = pieces
        self._digest = hashlib.sha256()
        self._last = b""

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self._digest.update(piece)
            self._last = piece
            yield piece

    @property
    def whole(self) -> bytes:
        """The digest of all of it."""
        return self._digest.digest()[:16]

    @property
    def base(self) -> bytes:
        """What a journal calls it."""
        return base_of(self._last, self.whole)
