"""Where the open library lies: the lock on its folder, and the ways to write it again or elsewhere."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Self

from planner.platform.library_lock import FolderNotWritable, LibraryLock
from planner.store.library import Library


class LibraryPlace:
    """An open library with the lock on its folder.

    Where the folder cannot be written to, the library is open for reading only and `read_only`
    says why. `remember` is handed the new folder after a move; it says whether the next start
    opens that by itself. Every method may be called from any thread.
    """

    def __init__(
        self,
        library: Library,
        lock: LibraryLock | None,
        *,
        read_only: str = "",
        remember: Callable[[Path], bool] = lambda _folder: False,
    ) -> None:
        self.library = library
        self.read_only = read_only
        self._lock = lock
        self._remember = remember
        self._moving = threading.Lock()

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        take_over: bool = False,
        remember: Callable[[Path], bool] = lambda _folder: False,
    ) -> Self:
        """Return the folder's library, open and locked; for reading only, unlocked, if not writable.

        `take_over`: a person says that no other program has it open, where the lock cannot tell. `remember`
        is kept for `move_to`, not called here. Raises what Library.open and, but for FolderNotWritable,
        LibraryLock raise.
        """
        try:
            lock = LibraryLock(folder, take_over=take_over)
        except FolderNotWritable as error:
            library = Library.open(folder, read_only=True)
            return cls(library, None, read_only=str(error), remember=remember)
        try:
            return cls(Library.open(folder), lock, remember=remember)
        except BaseException:
            lock.release()
            raise

    @property
    def folder(self) -> Path:
        """The folder the library is in."""
        return self.library.folder

    @property
    def is_gone(self) -> bool:
        """Whether the folder was gone when something was last to be saved."""
        return self.library.is_gone

    @property
    def is_failing(self) -> bool:
        """Whether the last attempt to save failed."""
        return self.library.is_failing

    def look(self) -> bool:
        """Return whether the folder is there now."""
        return self.folder.is_dir()

    def make_again(self) -> None:
        """Make the folder again, lock it anew if the lock is lost; write everything if the file is gone.

        LibraryNotWritten or what LibraryLock raises.
        """
        with self._moving:
            if self._lock is None or not self._lock.is_in_force:
                self._hold(LibraryLock(self.folder))
            self.library.write_again()

    def move_to(self, folder: Path) -> bool:
        """Write everything to another folder and go on there; return whether the next start opens that.

        The folder left stays as it is. LibraryNotWritten or what LibraryLock raises: nothing was moved.
        """
        with self._moving:
            lock = LibraryLock(folder)
            try:
                self.library.move_to(folder)
            except BaseException:
                lock.release()
                raise
            self._hold(lock)
            self.read_only = ""
        return self._remember(folder)

    def close(self) -> None:
        """Bring the library file up to date and release the lock, so that others may write."""
        with self._moving:
            try:
                self.library.close()
            finally:
                self._hold(None)

    def _hold(self, lock: LibraryLock | None) -> None:
        former, self._lock = self._lock, lock
        if former is not None:
            former.release()
