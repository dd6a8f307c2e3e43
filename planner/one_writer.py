"""One program at a time changes a library: a lock on its folder, kept by whoever may write."""

import contextlib
from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import QLockFile

from planner.model.errors import PlannerError

LOCK_NAME = "library.lock"


class LibraryInUse(PlannerError):
    """Another program has the library open for writing, here or on another computer."""

    def __init__(self, folder: Path, process: int, host: str, program: str) -> None:
        super().__init__(
            f"The library in {folder} is open already: in {program or 'a program'}, process {process} "
            f"on {host or 'an unknown computer'}. Close it there. If it runs no more, "
            f"remove {LOCK_NAME} from that folder."
        )
        self.process = process
        self.host = host


class OneWriter:
    """The right to change the library in a folder, until it is let go; use it in a `with`.

    That of a process which died is taken over. Where no lock can be made nobody else can write
    either, so none is needed: saving will say why it cannot be done.
    """

    def __init__(self, folder: Path, *, wait_ms: int = 0) -> None:
        """Take the right, the folder made if it is missing; LibraryInUse if another has it for so long."""
        with contextlib.suppress(OSError):  # told by whoever opens the library next
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / LOCK_NAME))
        self._lock.setStaleLockTime(0)  # a library may stay open for weeks
        if not self._lock.tryLock(wait_ms) and self._lock.error() == QLockFile.LockError.LockFailedError:
            process, host, program = self._lock.getLockInfo()
            raise LibraryInUse(folder, process, host, program)
        with contextlib.suppress(OSError):  # where no lock could be made
            (folder / LOCK_NAME).chmod(0o600)

    def let_go(self) -> None:
        """Let others write."""
        self._lock.unlock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.let_go()
