"""Python's collection of cycles, on the GUI thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_MS = 1_000
FULL_EVERY = 300
"""Every so many looks the old objects are gone through too; it takes longer than a frame."""


class GarbageCollection(QObject):
    """Collects Python's cycles by a timer on the GUI thread; turns Python's own collector off.

    Python collects in whichever thread allocates: in one that makes a page or folds the library it
    would delete widgets and timers that belong to the GUI thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._looks = 0
        timer = QTimer(self)
        timer.timeout.connect(self._look)
        timer.start(LOOK_MS)

    @Slot()
    def collect_all(self) -> None:
        """Collect every cycle now, old objects too; it takes longer than a frame."""
        gc.collect()

    @Slot()
    def _look(self) -> None:
        self._looks += 1
        if self._looks % FULL_EVERY == 0:
            gc.collect()
            return
        young, middle, _ = gc.get_count()
        most_young, most_middle, _ = gc.get_threshold()
        if young > most_young:
            gc.collect(1 if middle > most_middle else 0)
