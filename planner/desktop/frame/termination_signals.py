"""The signals by which a system asks a program to end: SIGTERM, SIGHUP, SIGINT and Windows' SIGBREAK."""

import signal
import socket
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, Self

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_ASKING = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK") if hasattr(signal, name)
)


class TerminationSignals(QObject):
    """In a `with`, signals that ask the process to end emit `received` in Qt's loop and do not end it.

    A Python handler runs only between two Python instructions, and Qt's loop may wait for hours
    without one. So the interpreter's C handler writes the number into a socket that the loop watches.
    A signal that was ignored before, as `nohup` does with SIGHUP, stays ignored.
    """

    received = Signal(int)
    """The number of a signal that arrived."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading, self._writing = socket.socketpair()
        self._reading.setblocking(False)
        self._writing.setblocking(False)
        self._notifier = QSocketNotifier(self._reading.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self._handlers_before: dict[signal.Signals, Any] = {}
        self._wakeup_before = -1

    def __enter__(self) -> Self:
        self._wakeup_before = signal.set_wakeup_fd(self._writing.fileno(), warn_on_full_buffer=False)
        for number in _ASKING:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._handlers_before[number] = signal.signal(number, _go_on)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for number, handler in self._handlers_before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        self._notifier.setEnabled(False)
        self._reading.close()
        self._writing.close()

    def _read(self) -> None:
        with suppress(BlockingIOError):  # woken for nothing
            for number in self._reading.recv(4096):
                if number in self._handlers_before:
                    self.received.emit(number)


def _go_on(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the number is in the socket already."""
