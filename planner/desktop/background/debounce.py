"""Debouncing: many calls in a short time become one."""

from enum import Enum, auto

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot


class DelayFrom(Enum):
    """Which call the delay is counted from."""

    LAST_CALL = auto()
    """Each call begins the delay anew, so it elapses once the calls pause."""
    FIRST_CALL = auto()
    """Calls during the delay put nothing off, so it elapses even if the calls never pause."""


class Debounce(QObject):
    """Makes many calls of `trigger` one `elapsed`, `delay_ms` after the last of them or after the first.

    `delay_from` says which. With its parent it goes too, and a pending `elapsed` is dropped.
    """

    elapsed = Signal()

    def __init__(
        self,
        delay_ms: int,
        parent: QObject,
        *,
        delay_from: DelayFrom = DelayFrom.LAST_CALL,
        precise: bool = False,
    ) -> None:
        """`precise` keeps the delay to the millisecond; else Qt may stretch it by a twentieth."""
        super().__init__(parent)
        self._delay_from = delay_from
        kind = Qt.TimerType.PreciseTimer if precise else Qt.TimerType.CoarseTimer
        self._timer = QTimer(self, singleShot=True, timerType=kind)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self.elapsed)

    @property
    def pending(self) -> bool:
        """Whether there was a call for which `elapsed` is still to come."""
        return self._timer.isActive()

    @Slot()
    def trigger(self) -> None:
        """Start the delay before `elapsed`; if it runs already, start it anew with LAST_CALL alone."""
        if self._delay_from is DelayFrom.LAST_CALL or not self.pending:
            self._timer.start()

    def cancel(self) -> None:
        """Drop the pending `elapsed`, if there is one."""
        self._timer.stop()

    def flush(self) -> None:
        """Emit the pending `elapsed` now instead of after the delay; nothing happens if none is pending."""
        if self.pending:
            self._timer.stop()
            self.elapsed.emit()
