"""Writing a file so that it is either wholly the new one or wholly the old one."""

import errno
import os
import stat
import sys
from pathlib import Path

from planner.model.errors import PlannerError

_REASONS = {
    errno.EACCES: "you may not write there",
    errno.EPERM: "you may not write there",
    errno.EROFS: "it is on a read-only disk",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "it would be larger than files may be there",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "a part of its path is a file, not a folder",
    errno.ENAMETOOLONG: "its name is too long",
}


class FileNotWritten(PlannerError):
    """A file could not be written; what was there before is still there. `reason` says why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} was not written: {reason}.")
        self.path = path
        self.reason = reason


def write_atomically(path: Path, data: bytes, *, mode: int = 0o600) -> None:
    """Put the data at the path, durably; a link is followed, the process's umask narrows `mode`.

    Readers see the old file or the new one, never a part. FileNotWritten if it cannot be done:
    then the old file is as it was and nothing else is left behind. A device or pipe is no file to
    replace: it is written to.
    """
    try:
        kind = _kind_of(path)
        if kind is None or stat.S_ISREG(kind):
            _replace(Path(os.path.realpath(path)), data, mode)
        else:
            path.write_bytes(data)
    except OSError as error:
        raise FileNotWritten(path, _reason(error)) from error


def _kind_of(path: Path) -> int | None:
    """Return the mode of what is at the path, None if nothing is; FileNotWritten if it must stay."""
    try:
        kind = path.stat().st_mode
    except FileNotFoundError:
        if path.parent.is_dir():
            return None
        raise FileNotWritten(path, f"there is no folder {path.parent}") from None
    if stat.S_ISREG(kind) and not kind & 0o222:
        raise FileNotWritten(path, "the file there is read-only")
    return kind


def _replace(target: Path, data: bytes, mode: int) -> None:
    unfinished = target.with_name(f".front-foot-{os.urandom(6).hex()}.tmp")
    try:
        _write_durably(unfinished, data, mode)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _make_name_durable(target.parent)


def _write_durably(path: Path, data: bytes, mode: int) -> None:
    binary = getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _make_name_durable(folder: Path) -> None:
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


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or (error.strerror or "the system gave no reason")
