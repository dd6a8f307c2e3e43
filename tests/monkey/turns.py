"""How events, timers and background work take turns with the acts, and how long each held the window up."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    QTimer,
    QTimerEvent,
)
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from planner.desktop.background.debounce import Debounce
from planner.desktop.background.jobs import Jobs, _Collection
from planner.desktop.frame.window import MainWindow
from tests.monkey.faults import MonkeyFailed

_NO_TIMERS = QEventLoop.ProcessEventsFlag.X11ExcludeTimers
_MOST_ROUNDS = 400
"""Work that makes more work than this has no end."""


class Turns:
    """Lets events through. The longest time that one act or one turn held the window up is kept."""

    def __init__(self, application: QApplication, *, eager: bool) -> None:
        self._application, self._eager = application, eager
        self.longest, self.longest_in = 0.0, ""
        self._name = ""

    def act(self, name: str, act: Callable[[], object]) -> None:
        """Act, then let through the events that follow."""
        self._name = name
        self._timed(act)
        self.let_events_through()

    def let_events_through(self) -> None:
        """Let everything happen that needs no time to pass; eager, whatever happens just now."""
        if self._eager:
            self._timed(self._application.processEvents)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            return
        for _ in range(_MOST_ROUNDS):
            self._timed(self._process)
            if not _Collection._open_everywhere:
                self._timed(self._process)
                if not _Collection._open_everywhere:
                    return
            self._wait_for_jobs()
        raise MonkeyFailed(f"{self._name}: the background work has no end")

    def let_time_pass(self, window: MainWindow) -> None:
        """Let everything happen that waits for a pause, one after the other, until nothing waits."""
        self._name = "time passes"
        for _ in range(_MOST_ROUNDS):
            self._timed(self._application.processEvents)
            waiting = [one for one in window.findChildren(QTimer) if one.isActive() and one.isSingleShot()]
            if not waiting and not _Collection._open_everywhere:
                return
            for timer in waiting:
                if isValid(timer) and timer.isActive():  # what the one before did may have closed its page
                    self._name = f"time passes ({type(_whose(timer)).__name__})"
                    due = QTimerEvent(timer.timerId())
                    self._timed(partial(QCoreApplication.sendEvent, timer, due))
                    self._let_all_through()
            self._let_all_through()
        raise MonkeyFailed(f"the window does not come to rest: {self._name}")

    def _let_all_through(self) -> None:
        eager, self._eager = self._eager, False
        self.let_events_through()
        self._eager = eager

    def _process(self) -> None:
        dispatcher = QAbstractEventDispatcher.instance()
        for _ in range(_MOST_ROUNDS):
            # Asked for by name: what is deleted later waits for the loop that runs, and here none does.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if not dispatcher.processEvents(_NO_TIMERS):
                return

    def _wait_for_jobs(self) -> None:
        """Wait for the threads without holding up the clock of the turns: a person sees no stall there."""
        for jobs in self._application.findChildren(Jobs):
            jobs.wait()

    def _timed(self, work: Callable[[], object]) -> None:
        begun = time.perf_counter()
        work()
        took = time.perf_counter() - begun
        if took > self.longest:
            self.longest, self.longest_in = took, self._name


def _whose(timer: QTimer) -> QObject | None:
    """Return who waits for the timer, which may be inside a Debounce."""
    parent = timer.parent()
    return parent.parent() if isinstance(parent, Debounce) else parent
