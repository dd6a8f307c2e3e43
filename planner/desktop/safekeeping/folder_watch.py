"""Noticing that something was put into the library's folder while the window is open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject

from planner.desktop.background.debounce import Debounce

SETTLED_MS = 1_000
"""So long nothing must come or go before the folder is looked at: sync clients write in parts."""


class FolderWatch(QObject):
    """Calls `look` after names in a folder came or went, once none has for `settled_ms`.

    Where the system does not tell, as on some network disks, nothing is noticed before the next start.
    """

    def __init__(
        self, folder: Path, look: Callable[[], None], parent: QObject, *, settled_ms: int = SETTLED_MS
    ) -> None:
        super().__init__(parent)
        self._settled = Debounce(settled_ms, self)
        self._settled.elapsed.connect(look)
        watcher = QFileSystemWatcher([str(folder)], self)
        watcher.directoryChanged.connect(self._wait)

    def _wait(self, _folder: str) -> None:
        self._settled.trigger()
