"""Durable tables: in memory, in the journal (a write-ahead log), in the file of the last checkpoint."""

import contextlib
import datetime as dt
import hashlib
import os
import threading
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from planner.platform.files import (
    FileNotWritten,
    kind_to_replace,
    make_names_durable,
    put_in_place,
    reason_of,
    write_atomically,
    write_unfinished,
)
from planner.store.digested_pieces import DigestedPieces
from planner.store.journal import Journal, JournalMoved, quarantine
from planner.store.journal_record import NO_FILE, Change, Checkpoint, Tables, apply, digest_of
from planner.store.library_file import (
    NO_STAMP,
    Stamp,
    file_of,
    holds_nothing,
    journal_of,
    path_of_copy,
    stamp_at,
    stamp_of,
)
from planner.store.opening import Opened
from planner.store.records import SCHEMA
from planner.translation import _

_SIZE = 2
"""Where a stamp has the size."""

MOVES = 10
"""So often a change looks for a file that no other program takes at the same moment."""

BROUGHT_IN = "brought-in"
"""Names the files whose contents are in the library: `library (other copy …).json.brought-in-1`."""

CHECKPOINT_THREAD = "checkpoint"
"""Names the thread that makes a checkpoint while changes go on."""

CHECKPOINT_BEYOND = 4 << 20
"""How long a journal may grow, in bytes, or as long as the library file, before a checkpoint."""


class DurableTables:
    """The tables of one library, changed one at a time and durably.

    `tables` is changed in place under the lock `changing`, and is the same object throughout. `path` is the
    file it belongs to: a copy beside the one opened, once another program has changed that one.
    """

    def __init__(self, path: Path, opened: Opened, today: Callable[[], dt.date]) -> None:
        self.path = path
        self.tables: Tables = opened.tables
        self.changing = threading.Lock()
        self._notices = list(opened.notices)
        self._fork_notice: str | None = None
        self._journal = opened.journal
        self._disk = _disk_of(path)
        self._checkpoint_at = max(CHECKPOINT_BEYOND, opened.size)
        self.today = today
        self._ours = {NO_FILE, opened.whole}
        self._stamp: Stamp | None = opened.stamp
        self._changed = False
        self._one_checkpoint = threading.Lock()
        self._checkpointer: threading.Thread | None = None

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know, in sentences; while work goes on in a copy, one of them says so."""
        return (*self._notices, *([self._fork_notice] if self._fork_notice else []))

    def keep(self, change: Change) -> None:
        """Store a change durably, then make it in the tables; the caller holds `changing`.

        FileNotWritten: nothing has changed. Another program's change makes it go on in a copy; a long journal
        starts a checkpoint on a thread of its own.
        """
        # The order is the promise: nothing is in memory, and so shown as saved, before the journal has it
        # on the disk.
        self._require_own_base()
        self._append(change)
        self._changed = True
        apply(self.tables, change)
        if self._journal.length > self._checkpoint_at and self._checkpointer is None:
            self._checkpointer = threading.Thread(target=self._checkpoint_meanwhile, name=CHECKPOINT_THREAD)
            self._checkpointer.start()

    def _append(self, change: Change) -> None:
        """Store the change in our journal, elsewhere if another program has ours; FileNotWritten."""
        for _move in range(MOVES):
            try:
                self._journal.append(change)
            except JournalMoved:
                self._fork_to_copy()  # another may take that name too, before our journal is there
            else:
                return
        raise FileNotWritten(self.path, _("another program keeps changing it"))

    def close(self) -> None:
        """Wait for a checkpoint under way and make a last one, so that any TinyDB sees everything.

        If it fails nothing is lost, and `notices` says so.
        """
        checkpointer = self._checkpointer
        if checkpointer is not None:
            checkpointer.join()
        if self._journal.length or not self._is_there():
            self._checkpoint_or_tell()
        elif self._changed:
            self._require_own_base_or_tell()

    def go_home(self, read: Mapping[Path, bytes], home: Path) -> tuple[Path, ...]:
        """Write everything to `home`, the file left for a copy, and go on there.

        Returns where the files that were there are kept. `read` has, by path, the digest of each of
        them; their contents are in the tables by now. FileNotWritten, also if one has changed since: work
        goes on in the copy.
        """
        former, aside = self.path, []
        with self._one_checkpoint, self.changing:
            try:
                if journal_of(home).exists() and journal_of(home) not in read:
                    raise FileNotWritten(home, _("another program is changing it; look into it once more"))
                for path, digest in read.items():
                    data = path.read_bytes()
                    if digest_of(data) != digest:
                        raise FileNotWritten(
                            path, _("another program has changed it again; look into it once more")
                        )
                    aside.append(quarantine(path, BROUGHT_IN, put=partial(write_atomically, data=data)))
                journal_of(home).unlink(missing_ok=True)
                self._continue_in(home)
            except OSError as error:
                raise FileNotWritten(home, reason_of(error)) from error
            self._fork_notice = None
            with contextlib.suppress(OSError):  # we are home: where it stays, it is one more copy beside us
                quarantine(former, BROUGHT_IN, put=former.rename)
        return tuple(aside)

    def checkpoint(self) -> None:
        """Make a checkpoint: write the library file, then shorten the journal; changes may go on meanwhile.

        FileNotWritten: then everything is in the journal as before.
        """
        with self._one_checkpoint:
            with self.changing:
                path = self.path
                tables = {name: dict(table) for name, table in self.tables.items()}
                through = self._journal.sequence
                if not self._journal.length and self._is_there():
                    return
            try:
                kind_to_replace(path)
                self._is_ours()
                target = Path(os.path.realpath(path))
                # Written without the lock: changes go on meanwhile, into the journal, with numbers above
                # `through`. The copy of the tables is shallow; encoded documents never change.
                pieces = DigestedPieces(file_of(tables))
                unfinished = write_unfinished(target, pieces)
                with self.changing:
                    if self.path == path:
                        self._take_over(unfinished, target, pieces, through)
                    else:  # a change was stored elsewhere meanwhile, with everything: this file is another's
                        unfinished.unlink()
            except OSError as error:
                raise FileNotWritten(path, reason_of(error)) from error

    def _take_over(self, unfinished: Path, target: Path, pieces: DigestedPieces, through: int) -> None:
        """Make a file with all changes up to a number the library file, and let the journal follow it."""
        # The new file is synced before it gets the name, and the record that says so is in the journal
        # before that. A crash before the rename leaves the old file with its whole journal; after it, the
        # record tells which changes the file has already. The old digest stays ours until the folder is
        # synced: a power failure may bring the old file back.
        try:
            stamp = stamp_at(unfinished)
            self._require_ours()
            self._journal.append(Change(checkpoint=Checkpoint(pieces.base.hex(), through)))
            self._ours.add(pieces.whole)
            put_in_place(unfinished, target)
            make_names_durable(target.parent)
            self._ours, self._stamp = {NO_FILE, pieces.whole}, stamp
            self._checkpoint_at = max(CHECKPOINT_BEYOND, stamp[_SIZE])
            self._journal.rebase(pieces.base, through)
        except JournalMoved:
            self._fork_to_copy()
        finally:
            unfinished.unlink(missing_ok=True)

    def _require_ours(self) -> None:
        """JournalMoved unless the library file holds what we read or wrote, or nothing."""
        if not self._is_ours():
            raise JournalMoved

    def _require_own_base(self) -> None:
        """Be in a library file that holds what we read or wrote; FileNotWritten.

        Costs one look at the file's stamp, while nobody else has changed it. Where the file is gone
        or was emptied, it is written again; what another program put there is left alone.
        """
        try:
            stamp = stamp_at(self.path)
            if stamp == self._stamp:
                return
            if self._journal.base != NO_FILE and (stamp == NO_STAMP or holds_nothing(self.path)):
                self._continue_in(self.path)
            elif not self._is_ours():
                self._fork_to_copy()
        except OSError as error:
            raise FileNotWritten(self.path, reason_of(error)) from error

    def _is_ours(self) -> bool:
        """Whether the library file holds what we read or wrote, or nothing; OSError."""
        try:
            with self.path.open("rb") as file:
                stamp = stamp_of(os.fstat(file.fileno()))
                if stamp != self._stamp:
                    if hashlib.file_digest(file, "sha256").digest()[:16] not in self._ours:
                        return holds_nothing(self.path)
                    self._stamp = stamp
        except FileNotFoundError:
            pass
        return True

    def _fork_to_copy(self) -> None:
        """Go on in a file of our own: another program has changed the library file or the journal.

        FileNotWritten, and everything is as before.
        """
        # Whose file is right cannot be known here: the other program's may be a week of work on another
        # computer. So neither is overwritten; ours goes on beside it, and a person merges them later.
        former = self.path
        if not former.exists() and not self._journal.path.exists():
            self._continue_in(former)
            return
        self._continue_in(path_of_copy(former, self.today()))
        self._fork_notice = _(
            "{former} was changed by another program while it was open. That is left as it is; "
            "everything you have here is in {copy}, and so is what you change from now on. "
            "Bring in {name} from the page “Backups”, and both are one library again."
        ).format(former=former, copy=self.path.name, name=former.name)

    def write_again(self) -> None:
        """Write everything to the library file again if the file that holds it is gone; FileNotWritten.

        Until there is a library file, the journal holds it.
        """
        with self._one_checkpoint, self.changing:
            holds_it = self._journal.path if self._journal.base == NO_FILE else self.path
            if not holds_it.exists():
                self._disk = None
                self._continue_in(self.path)

    def move_to(self, path: Path) -> None:
        """Write everything to a file elsewhere and go on there; the files here stay. FileNotWritten."""
        with self._one_checkpoint, self.changing:
            self._continue_in(path, is_move=True)
            self._disk = _disk_of(path)

    def _continue_in(self, path: Path, *, is_move: bool = False) -> None:
        """Write everything to a file that is not there, and let a new journal follow it; FileNotWritten."""
        if not is_move and self._disk is not None and _disk_of(path) not in {None, self._disk}:
            # A stick was unmounted, and this is the bare folder it hung in: plugged in again, it would
            # hide what is written here. Only a person may want that.
            raise FileNotWritten(path, _("its disk was removed"))
        pieces, former = DigestedPieces(file_of(self.tables)), self._journal
        write_atomically(path, pieces)
        self._ours, self._stamp = {NO_FILE, pieces.whole}, None
        self._journal = Journal(journal_of(path), schema=SCHEMA, base=pieces.base, sequence=former.sequence)
        self.path = path
        if is_move:
            return  # the file left may need its journal: together they hold what was saved there
        with contextlib.suppress(OSError):  # it builds on a file that is no more, and is told of when opened
            former.discard()

    def _is_there(self) -> bool:
        """Whether the library file is there with something in it, if it has ever been."""
        return self._journal.base == NO_FILE or not holds_nothing(self.path)

    def _require_own_base_or_tell(self) -> None:
        try:
            with self.changing:
                self._require_own_base()
        except FileNotWritten as error:
            self._notices.append(_("{problem} What you changed may not be in it.").format(problem=error))

    def _checkpoint_meanwhile(self) -> None:
        try:
            self._checkpoint_or_tell()
        finally:
            self._checkpointer = None

    def _checkpoint_or_tell(self) -> None:
        try:
            self.checkpoint()
        except FileNotWritten as error:
            self._checkpoint_at = 2 * self._journal.length
            self._notices.append(
                _("{problem} Nothing is lost: the changes are in {journal}.").format(
                    problem=error, journal=self._journal.path.name
                )
            )


def _disk_of(path: Path) -> int | None:
    """Return the number of the disk that the folder of a file is on, None if there is no folder."""
    try:
        return path.parent.stat().st_dev
    except OSError:
        return None
