"""What must not happen while the monkey plays: exceptions, warnings of Qt, the crash dialog."""

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

EXPECTED = ("This plugin does not support", "Mouse event", "Keyboard event", "QXcbClipboard")
"""Starts of what Qt says of a platform without a screen, and of the test library's own events."""


class MonkeyFailed(Exception):
    """Something that must not happen has happened."""


class Faults:
    """Notes what went wrong, in whichever thread, until somebody asks."""

    def __init__(self) -> None:
        self.noted: list[str] = []

    def listen(self) -> None:
        """Hear of exceptions and of Qt's warnings; who heard of exceptions before still does."""
        self._excepthook, sys.excepthook = sys.excepthook, self._note_exception
        self._thread_hook, threading.excepthook = threading.excepthook, self._note_in_thread
        sys.unraisablehook = self._note_unraisable
        qInstallMessageHandler(self._note_message)

    def note(self, fault: str) -> None:
        """Take note of a fault."""
        self.noted.append(fault)

    def require_none(self) -> None:
        """Raise MonkeyFailed with everything noted, if anything was."""
        if self.noted:
            raise MonkeyFailed("\n".join(self.noted))

    def _note_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.note("".join(traceback.format_exception(kind, error, trace)))
        self._excepthook(kind, error, trace)

    def _note_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        self.note("".join(traceback.format_exception(caught.exc_value)))
        self._thread_hook(caught)

    def _note_unraisable(self, caught: "sys.UnraisableHookArgs") -> None:
        self.note(f"{caught.err_msg}: " + "".join(traceback.format_exception(caught.exc_value)))

    def _note_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        serious = kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}
        if serious and not message.startswith(EXPECTED):
            self.note(f"Qt {context.category}: {message}\n{''.join(traceback.format_stack(limit=12))}")
