"""Writing a file so that it is either wholly the new one or wholly the old one."""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from planner.model.errors import PlannerError
from planner.translation import N_, _

_REASONS = {
    errno.EACCES: N_("you may not write there"),
    errno.EPERM: N_("you may not write there"),
    errno.EROFS: N_("it is on a read-only disk"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("your disk quota is used up"),
    errno.EFBIG: N_("it would be larger than files may be there"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of its path is a file, not a folder"),
    errno.ENAMETOOLONG: N_("its name is too long"),
}
_HELD_OPEN = (32, 33)
"""Windows' numbers for a file, or a part of it, that is in use."""

_UNFINISHED = ".front-foot-"
_LONG_S = 3_600

BINARY = getattr(os, "O_BINARY", 0)
"""What Windows needs to be told so that it does not change line ends."""


class FileNotWritten(PlannerError):
    """A file could not be written; `reason` says why.

    What was there before is still there, unless the folder alone could not be made durable afterwards.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(_("{path} was not written: {reason}.").format(path=path, reason=reason))
        self.path = path
        self.reason = reason


class Patience(msgspec.Struct, frozen=True):
    """The waits, in seconds, between attempts to replace a file that another program holds open."""

    seconds: tuple[float, ...] = ()
    sleep: Callable[[float], None] = time.sleep


_A_SECOND_AND_A_HALF = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
PATIENCE = Patience(_A_SECOND_AND_A_HALF if sys.platform == "win32" else ())
"""Windows refuses to replace a file while an indexer or a virus scanner looks at it. Elsewhere a
refusal is final."""


def write_atomically(
    path: Path, data: bytes | Iterable[bytes], *, mode: int = 0o600, patience: Patience = PATIENCE
) -> None:
    """Put the data at the path, durably; a link is followed, the process's umask narrows `mode`.

    Readers see the old file or the new one, never a part. FileNotWritten if it cannot be done: then the
    old file is as it was and nothing else is left behind, unless the new one is in place and only its
    folder could not be synced. A device or pipe is no file to replace: it is written to.
    """
    chunks = [data] if isinstance(data, bytes) else data
    try:
        kind = kind_to_replace(path)
        if kind is None or stat.S_ISREG(kind):
            target = Path(os.path.realpath(path))
            put_in_place(write_unfinished(target, chunks, mode=mode), target, patience=patience)
            make_names_durable(target.parent)
        else:
            path.write_bytes(b"".join(chunks))
    except OSError as error:
        raise FileNotWritten(path, reason_of(error)) from error


def write_unfinished(target: Path, chunks: Iterable[bytes], *, mode: int = 0o600) -> Path:
    """Write the chunks durably to a new file in the target's folder and return its path.

    OSError: then nothing is left behind. `put_in_place` gives it the target's name.
    """
    # In the target's own folder: a rename is one step only within a file system. The name is by chance,
    # because two programs may write the same file at once.
    unfinished = target.with_name(f"{_UNFINISHED}{os.urandom(6).hex()}.tmp")
    try:
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | BINARY, mode)
        try:
            for chunk in chunks:
                write_all(handle, chunk)
            make_durable(handle)
        finally:
            os.close(handle)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    return unfinished


def clear_away_unfinished(folder: Path, *, now: Callable[[], float] = time.time) -> None:
    """Remove the unfinished files in the folder that are over an hour old: programs that died left them.

    What cannot be removed stays. `now` gives the time in seconds since 1970, as the files' dates are.
    """
    long_ago = now() - _LONG_S
    for unfinished in folder.glob(f"{_UNFINISHED}*.tmp"):
        with contextlib.suppress(OSError):  # it does no harm but take room
            if unfinished.stat().st_mtime < long_ago:
                unfinished.unlink()


def put_in_place(unfinished: Path, target: Path, *, patience: Patience = PATIENCE) -> None:
    """Rename an unfinished file to the target, in place of what is there.

    OSError: the target is as it was, and the unfinished file is gone. The new name is durable only after
    `make_names_durable`.
    """
    try:
        _replace(unfinished, target, patience)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def write_all(handle: int, data: bytes) -> None:
    """Write all of the data to the handle; OSError: a part of it may be written."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def make_durable(handle: int) -> None:
    """Return when what was written to the file is on the disk; OSError if that is not certain."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 -- Windows has none

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # fsync leaves it in the drive's own memory there
    elif hasattr(os, "fdatasync"):
        os.fdatasync(handle)
    else:
        os.fsync(handle)


def make_names_durable(folder: Path) -> None:
    """Return when new, changed and removed names in the folder are on the disk; OSError if they cannot be.

    Does nothing on Windows, and on network disks that offer no such thing.
    """
    if sys.platform == "win32":
        return  # a folder cannot be opened there; the system keeps names in its own log
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network disks cannot: they have no such promise to keep
            raise
    finally:
        os.close(handle)


def reason_not_read(error: OSError) -> str:
    """Return why a file could not be read, in words that follow a colon."""
    return _("you may not read it") if isinstance(error, PermissionError) else reason_of(error)


def reason_of(error: OSError) -> str:
    """Return why the system refused, most often to write, in words of ours or its own that follow a colon."""
    if held_open(error):
        return _("another program holds it open")
    known = _REASONS.get(error.errno or 0)
    return _(known) if known else error.strerror or _("the system gave no reason")


def no_folder(folder: Path) -> str:
    """Return the words "there is no folder …", to follow a colon."""
    return _("there is no folder {folder}").format(folder=folder)


def held_open(error: OSError) -> bool:
    """Whether Windows refused because another program has the file open."""
    return getattr(error, "winerror", None) in _HELD_OPEN


def kind_to_replace(path: Path) -> int | None:
    """Return the mode (`st_mode`) of what is at the path, None if nothing is.

    FileNotWritten if it is a read-only file, or its folder is missing; OSError.
    """
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        if path.parent.is_dir():
            return None
        raise FileNotWritten(path, no_folder(path.parent)) from None
    if stat.S_ISREG(kind) and not kind & 0o222:
        raise FileNotWritten(path, _("the file there is read-only"))
    return kind


def _replace(unfinished: Path, target: Path, patience: Patience) -> None:
    for seconds in patience.seconds:
        try:
            unfinished.replace(target)
        except PermissionError:
            patience.sleep(seconds)
        else:
            return
    unfinished.replace(target)
