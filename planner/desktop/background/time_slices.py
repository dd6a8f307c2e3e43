"""Cooperative multitasking on the GUI thread: work in slices, so that keys are handled in between."""

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, Slot

from planner.desktop.background.debounce import Debounce

SLICE = 0.004
"""Seconds after which a slice ends. Its last step comes on top, and what Qt then lays out and paints."""


class TimeSlices(QObject):
    """Calls `do_step` until it returns False, a few times in each turn of the event loop."""

    def __init__(self, do_step: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._do_step = do_step
        self._ends = 0.0
        self._next_turn = Debounce(0, self)  # keys and painting that wait come before a timer without delay
        self._next_turn.elapsed.connect(self._do_slice)

    @Slot()
    def begin(self) -> None:
        """Do the next slice in the next turn of the event loop."""
        self._next_turn.trigger()

    @Slot()
    def cancel(self) -> None:
        """Stop calling `do_step`, until the next `begin`."""
        self._next_turn.cancel()

    def end_slice(self) -> None:
        """Have the slice end with the step it is in: what must come first waits in the event loop."""
        self._ends = 0.0

    def _do_slice(self) -> None:
        self._ends = perf_counter() + SLICE
        while self._do_step():
            if perf_counter() >= self._ends:
                self.begin()
                return
