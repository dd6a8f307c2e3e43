"""From when on the check speaks up, as the person set it: read once, kept, told when it changes."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from planner.coaching.check.thresholds import Thresholds
from planner.desktop.background.jobs import Jobs
from planner.desktop.ports import CheckSettings
from planner.model.errors import PlannerError

_QUEUE = "check settings"


class CheckThresholds(QObject):
    """Holds the thresholds in force: those kept, read on first use, or the usual ones if that fails."""

    changed = Signal()
    failed = Signal(str)
    """They could not be read or kept; why, for the person to read."""

    def __init__(self, kept: CheckSettings, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._kept = kept
        self._jobs = jobs
        self._now: Thresholds | None = None

    @property
    def now(self) -> Thresholds:
        """The thresholds in force, read on first use; if that fails, the usual ones (`failed` says why)."""
        if self._now is None:
            self._now = self._read()
        return self._now

    def change(self, thresholds: Thresholds) -> None:
        """Put these in force, emit `changed`, and keep them in the background; `failed` if that fails."""
        self._now = thresholds
        self.changed.emit()
        self._jobs.run(
            partial(self._kept.write, thresholds), done=self._note_kept, failed=self._tell, queue=_QUEUE
        )

    def keep_again(self) -> None:
        """Write the thresholds in force to where the library is now, as `change` does.

        Nothing if they are the usual ones.
        """
        if self.now != Thresholds():
            self.change(self.now)

    def _read(self) -> Thresholds:
        try:
            return self._kept.read()
        except PlannerError as error:
            self._tell(error)
            return Thresholds()

    def _note_kept(self, _nothing: None) -> None:
        """Nothing to tell: they are in force already."""

    def _tell(self, error: Exception) -> None:
        self.failed.emit(str(error))
