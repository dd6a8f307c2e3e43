"""Ending because the system wants it: everything is saved first."""

import logging
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from planner.desktop.frame.window import MainWindow

SIGNALLED = 128
"""The exit code after a signal is this and its number, as shells write it: 143 for SIGTERM."""


class SessionManager(Protocol):
    """What the system offers a program while a person logs out: QSessionManager."""

    def allowsInteraction(self) -> bool:
        """Whether the person may be asked something now; takes the turn to ask until `release`."""

    def release(self) -> None:
        """Let other programs ask."""

    def cancel(self) -> None:
        """Call the log-out off."""


class Shutdown(QObject):
    """Ends the program on a signal, and saves when the person logs out or shuts the computer down.

    `end_loop` ends all event loops with an exit code, a dialog's too.
    """

    def __init__(self, window: MainWindow, *, end_loop: Callable[[int], None], log: logging.Logger) -> None:
        super().__init__(window)
        self._window, self._end_loop, self._log = window, end_loop, log
        self._ending = self._not_saved = False

    @Slot(int)
    def end(self, signal_number: int) -> None:
        """Save and end, with the exit code 128 + the signal's number.

        Signals that arrive meanwhile change nothing. If it cannot be saved, the window stays and says
        why; the next signal then ends the program without it.
        """
        if self._ending:
            return
        self._ending = True
        saved = self._window.desk.close()
        self._ending = False
        if not saved and not self._not_saved:
            self._not_saved = True
            self._log.error("signal %d: stayed, for the plan could not be saved", signal_number)
            return
        self._log.info("signal %d: ended", signal_number)
        self._ending = True
        self._window.leave()
        self._end_loop(SIGNALLED + signal_number)

    def commit_data(self, session: SessionManager) -> None:
        """Save before a log-out and stay open, as another program may call the log-out off.

        If the plan cannot be saved, call it off ourselves, where the system allows that.
        """
        if self._window.desk.commit():
            return
        self._log.error("log-out: the plan could not be saved")
        if session.allowsInteraction():
            session.release()
            session.cancel()
