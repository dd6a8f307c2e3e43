"""What is made ready in the background before anybody asks for it."""

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot

from planner.desktop.background.jobs import IDLE, Jobs
from planner.desktop.crash import report_of


class Preparations(QObject):
    """Does the given works in the background, one after another, ahead of need; a failure is only logged.

    They are jobs, not threads of their own, so that closing waits for the one that runs: a thread that is
    still at work while the interpreter ends takes the process down with it. And they load nothing of Qt:
    PySide makes its types when they are first named, which must not happen in two threads at a time.
    """

    def __init__(
        self, works: Sequence[Callable[[], object]], *, jobs: Jobs, log: logging.Logger, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._works = tuple(works)
        self._jobs = jobs
        self._log = log

    @Slot()
    def begin(self) -> None:
        """Hand over all the works as IDLE jobs, in their order."""
        for work in self._works:
            self._jobs.run(work, done=self._take, failed=self._note_failure, queue=IDLE)

    def _take(self, _result: object) -> None:
        """Keep nothing: that it is loaded is all that was wanted."""

    def _note_failure(self, error: Exception) -> None:
        self._log.warning("not made ready: %s", report_of(error))
