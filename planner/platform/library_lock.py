"""One program at a time changes a library: the operating system's lock on a file in its folder.

The system's own lock dies with its process, needs no room on the disk, and cares for nothing a
file says. On POSIX that is flock, not fcntl's record lock: the latter belongs to a whole process,
so that two handles in one would not exclude each other, and any close of the file would let go of
it. Linux passes flock on to the server of a network disk, so it holds between computers there.
"""

import contextlib
import errno
import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from planner.model.errors import PlannerError
from planner.platform.files import BINARY, held_open, reason_of, write_all
from planner.platform.lock_holder import Holder, Machine, holder_in, text_of, this_machine, this_process
from planner.translation import _

LOCK_NAME = "library.lock"

_BETWEEN_TRIES_S = 0.05
_MOST_TEXT = 2_048
_MOST_REMOVALS = 100
_BUSY = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_FAR_BEHIND_THE_TEXT = 1 << 30
"""Windows lets nobody read what is locked, so what is locked there lies where no text is."""


class LibraryInUse(PlannerError):
    """Another program has the library open for writing; `holder` is who, None if that is not known."""

    def __init__(self, folder: Path, holder: Holder | None) -> None:
        super().__init__(_in_use(folder, holder))
        self.holder = holder


class LibraryNotLocked(PlannerError):
    """Whether another program has the library open cannot be seen from here; a person may know.

    `happened` is the message without the way out that the command line has; `assurance` is what
    the person would have to say for the library to be opened with `take_over`.
    """

    def __init__(self, happened: str, assurance: str) -> None:
        super().__init__(_("{happened} To open it all the same, add --take-over.").format(happened=happened))
        self.happened = happened
        self.assurance = assurance


class LibraryOpenElsewhere(LibraryNotLocked):
    """The folder says that another computer has the library open."""

    def __init__(self, folder: Path, holder: Holder) -> None:
        super().__init__(
            _(
                "The library in {folder} is open on another computer, {host}: in {program}, "
                "process {process}. Close it there, and wait until the folder is up to date here."
            ).format(folder=folder, host=holder.host, program=holder.program, process=holder.process),
            _("It isn't running any more"),
        )
        self.holder = holder


class LocksNotSupported(LibraryNotLocked):
    """The disk the library is on cannot lock files."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            _(
                "The disk of {folder} keeps no locks ({reason}), so it cannot be seen whether another "
                "program has the library open. Two at once would each miss what the other writes."
            ).format(folder=folder, reason=reason),
            _("No other program has it open"),
        )


class FolderNotMade(PlannerError):
    """There is no folder for the library, and none can be made."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            _(
                "There is no library in {folder}, and no folder can be made for one: {reason}. "
                "Is its disk connected? You can name another folder with --library."
            ).format(folder=folder, reason=reason)
        )


class FolderNotWritable(PlannerError):
    """Nothing can be written in the library's folder; `reason` says why. It can still be read."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            _("Nothing can be saved in {folder}: {reason}.").format(folder=folder, reason=reason)
        )
        self.folder = folder
        self.reason = reason


class LibraryLock:
    """The lock on a library's folder: who has it may change the library.

    Taken as this is made, kept until `release` or the end of the `with`.
    """

    def __init__(
        self, folder: Path, *, wait_ms: int = 0, take_over: bool = False, machine: Machine | None = None
    ) -> None:
        """Take the right, the folder made if it is missing.

        LibraryInUse if another program has it for as long as `wait_ms`; LibraryNotLocked if a
        person must say that none has, which `take_over` says; FolderNotMade; FolderNotWritable.
        """
        self._folder = folder
        self._path = folder / LOCK_NAME
        self._machine = machine or this_machine()
        _make(folder)
        self._handle = self._locked_within(wait_ms, take_over=take_over)
        try:
            if not take_over:
                self._refuse_another_computer()
            self._note_holder()
        except BaseException:
            os.close(self._handle)
            raise

    @property
    def is_in_force(self) -> bool:
        """Whether the file that is locked is still the one in the folder, so that others find it."""
        return self._is_there(self._handle)

    def release(self) -> None:
        """Give up the lock, so that others may write; its file is removed, or left empty if it cannot be."""
        with contextlib.suppress(
            OSError
        ):  # a full or lost disk: the next one takes an idle lock all the same
            os.ftruncate(self._handle, 0)
        # Still locked, so that nobody can have it when it goes; who waits for it sees that it went
        # (`_is_there`). Windows removes no file that is open, there the lock has to go first.
        if sys.platform == "win32":
            os.close(self._handle)
            self._remove()
        else:
            if self._is_there(self._handle):
                self._remove()
            os.close(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.release()

    def _remove(self) -> None:
        with contextlib.suppress(OSError):  # an empty lock file that nobody holds is in nobody's way
            self._path.unlink()

    def _locked_within(self, wait_ms: int, *, take_over: bool) -> int:
        """Return a handle of the file with the lock on it."""
        until = time.monotonic() + wait_ms / 1_000
        while (handle := self._locked(take_over=take_over)) is None:
            if time.monotonic() >= until:
                raise LibraryInUse(self._folder, self._holder_at_path())
            time.sleep(_BETWEEN_TRIES_S)
        return handle

    def _locked(self, *, take_over: bool) -> int | None:
        """Return a handle of the file with the lock on it, None if another has it."""
        for _removal in range(_MOST_REMOVALS):
            handle = self._opened()
            if handle is None:
                return None
            try:
                locked = _lock(handle)
            except OSError as error:
                if take_over:
                    return handle
                os.close(handle)
                raise LocksNotSupported(self._folder, error.strerror or str(error)) from error
            if locked and self._is_there(handle):
                return handle
            os.close(handle)
            if not locked:
                return None
            # Whoever had it removed it meanwhile: our lock is on a file that nobody else will find.
        return None

    def _opened(self) -> int | None:
        """Return a handle of the file, made if it is missing; None if another program lets nobody open it."""
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | BINARY | _NO_LINK, 0o600)
        except OSError as error:
            if held_open(error):
                return None
            raise FolderNotWritable(self._folder, reason_of(error)) from error
        if not os.access(self._folder, os.W_OK | os.X_OK):  # a lock file may be left from better days
            os.close(handle)
            raise FolderNotWritable(self._folder, _("you may not write there"))
        return handle

    def _is_there(self, handle: int) -> bool:
        """Whether the file of the handle is still the one everybody finds."""
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except OSError:
            return False

    def _refuse_another_computer(self) -> None:
        os.lseek(self._handle, 0, os.SEEK_SET)
        holder = holder_in(os.read(self._handle, _MOST_TEXT))
        if holder is not None and not holder.is_of(self._machine):
            raise LibraryOpenElsewhere(self._folder, holder)

    def _note_holder(self) -> None:
        """Say who has the library now; without harm where that cannot be written."""
        try:
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            write_all(self._handle, text_of(this_process(self._machine)))
            if hasattr(os, "fchmod"):
                os.fchmod(self._handle, 0o600)  # an older version or another program may have made it
        except OSError:
            with contextlib.suppress(OSError):  # better nothing than a part
                os.ftruncate(self._handle, 0)

    def _holder_at_path(self) -> Holder | None:
        try:
            return holder_in(self._path.read_bytes()[:_MOST_TEXT])
        except OSError:
            return None  # closed this moment, or on Windows held by an older version


def _in_use(folder: Path, holder: Holder | None) -> str:
    if holder is None:
        text = _(
            "The library in {folder} is open already: in another program. Close it there, then try again."
        )
        return text.format(folder=folder)
    return _(
        "The library in {folder} is open already: in {program}, process {process} on {host}. "
        "Close it there, then try again."
    ).format(folder=folder, program=holder.program, process=holder.process, host=holder.host)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError as error:
        raise FolderNotMade(folder, _("it is not a folder")) from error
    except OSError as error:
        raise FolderNotMade(folder, reason_of(error)) from error


def _lock(handle: int) -> bool:
    """Lock the file if nobody else has it locked, and say whether; OSError where files cannot be locked."""
    try:
        if sys.platform == "win32":  # untried: written by the manual
            import msvcrt  # noqa: PLC0415 -- elsewhere there is none

            os.lseek(handle, _FAR_BEHIND_THE_TEXT, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 -- Windows has none

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _BUSY:
            return False
        raise
    return True
