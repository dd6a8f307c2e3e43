"""Pages and tables for others: for the person's eyes alone at first, and never over the library itself."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from planner.platform.files import FileNotWritten, write_atomically
from planner.store.check_settings import FILE_NAME as CHECK_SETTINGS
from planner.store.reading import FILE_NAME as LIBRARY
from planner.translation import _
from planner.wording.file_names import as_disks_compare

_OURS = re.compile(
    rf"{re.escape(Path(LIBRARY).stem)}[. ].*|{re.escape(CHECK_SETTINGS)}|\.front-foot-.*", re.DOTALL
)
"""The names of a library's files, casefolded; of its journal, lock, other copies and damaged parts too."""


class ExportFiles:
    """Writes files to hand on, which the person alone may read: they say what a client said.

    Recipients get them by mail or in a shared folder, where the mode does not count. `library` is a folder.
    """

    def __init__(self, library: Path) -> None:
        self._library = library

    def write(self, path: Path, data: bytes) -> None:
        """Write the data to the path, whole and with mode 0600, whatever mode a file there had.

        FileNotWritten: what was there is still there. Raised too if the path leads, directly or by a link,
        to a file of the library or its backups.
        """
        if self._is_ours(path):
            raise FileNotWritten(path, _("it belongs to the library; choose another name or folder"))
        write_atomically(path, data)

    def _is_ours(self, path: Path) -> bool:
        target = Path(os.path.realpath(path))
        return (
            any(
                _is_same(place.parent, self._library) and _OURS.fullmatch(as_disks_compare(place.name))
                for place in (path, target)
            )
            or any(_is_same(target.parent, folder) for folder in self._backup_folders())
            or any(_is_same(target, file) for file in self._files())
        )

    def _files(self) -> Iterator[Path]:
        """Yield the files of the library and of its backups: a hard link has another name elsewhere."""
        for folder in (self._library, *self._backup_folders()):
            if folder.is_dir():
                is_library = folder is self._library
                yield from (
                    file
                    for file in folder.iterdir()
                    if not is_library or _OURS.fullmatch(as_disks_compare(file.name))
                )

    def _backup_folders(self) -> tuple[Path, ...]:
        from planner.store.backups import Backups  # noqa: PLC0415 - not at the start of the window

        return Backups(self._library).folders


def _is_same(one: Path, other: Path) -> bool:
    """Whether both lead to the same file or folder; what is not there is no other's."""
    try:
        return one.samefile(other)
    except OSError:
        return False
