"""Autosave: soon after an edit, in order, and again when it could not."""

from collections.abc import Callable
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from planner.desktop.background.debounce import Debounce, DelayFrom
from planner.desktop.background.jobs import LIBRARY, Jobs
from planner.desktop.ports import Plans
from planner.model.errors import PlannerError
from planner.model.plan import Preparation

AUTOSAVE_MS = 500
"""So long after the first unsaved key a save begins. Even on a busy machine it is written within a second."""

_LONGEST_RETRY_MS = 60_000


class SaveState(Enum):
    """Whether the plan as shown is on disk, waits to be saved, is being saved, or could not be saved."""

    SAVED = auto()
    UNSAVED = auto()
    SAVING = auto()
    FAILED = auto()


class Autosave(QObject):
    """Saves the newest preparation, one save at a time.

    A save begins `delay_ms` after the first edit that no save has included yet; further edits do not
    put it off. What could not be saved is tried again after `retry_ms`, then after twice that, up to
    a minute; an edit brings the next try to within `retry_ms`. `turn_to` goes on with the preparation of
    another plan.
    """

    state_changed = Signal()
    _ended = Signal()

    def __init__(
        self,
        saved: Preparation,
        *,
        save: Callable[[Preparation], None],
        to_save: Callable[[], Preparation],
        jobs: Jobs,
        delay_ms: int,
        retry_ms: int,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._saved: Preparation | None = saved
        self._newest = saved
        self._left: tuple[Preparation, ...] = ()
        self._save, self._to_save, self._jobs = save, to_save, jobs
        self._retry_ms, self._failures = retry_ms, 0
        self._running: tuple[Preparation, ...] = ()
        self._newest_running: Preparation | None = None
        self._state, self.error = SaveState.SAVED, ""
        self._delay = Debounce(delay_ms, self, delay_from=DelayFrom.FIRST_CALL, precise=True)
        self._delay.elapsed.connect(self.save_now)
        self._retry = QTimer(self, singleShot=True)  # no debounce: each failure sets another delay
        self._retry.timeout.connect(self.save_now)

    @property
    def state(self) -> SaveState:
        """Whether the newest preparation is on disk, waits to be saved, is being saved, or could not be."""
        return self._state

    @property
    def saved(self) -> Preparation | None:
        """The preparation that is on disk for certain; None after a save that failed."""
        return self._saved

    def note(self, newest: Preparation) -> None:
        """Make this the newest preparation, and have it saved after the delay.

        After a failure it is saved within `retry_ms`. No save follows if this very object is saved already or
        is being saved.
        """
        # By identity: values are frozen, so what is the same object is what was saved; to compare two
        # plans field by field would be felt with each key.
        self._newest = newest
        if newest is (self._newest_running or self._saved) and not self._left:
            self._delay.cancel()
            if not self._running:
                self._become(SaveState.SAVED)
        elif self._state is SaveState.FAILED:
            self._retry.start(min(self._retry.remainingTime(), self._retry_ms))
        else:
            self._delay.trigger()
            if self._state is SaveState.SAVED:
                self._become(SaveState.UNSAVED)

    def turn_to(self, stored: Preparation) -> None:
        """Make the preparation of another plan the newest; on disk it is like this, once all else is saved.

        What is not saved yet of the one before is saved by and by, ahead of anything noted from now on.
        """
        if self._newest is not self._saved:
            being_saved = self._newest is self._newest_running
            # Saved a second time it does no harm; lost with a save that fails it would.
            self._left = (*self._left, self._newest if being_saved else self._to_save())
        self._newest = self._saved = stored
        self._newest_running = None

    def save_now(self) -> None:
        """Start saving at once, unless all is saved; what is newer than a running save is saved after it."""
        self._delay.cancel()
        self._retry.stop()
        if self._running or self._all_saved:
            return
        self._running = self._left
        if self._newest is not self._saved:
            self._newest_running = self._newest = self._to_save()
            self._running = (*self._left, self._newest)
        self.error = ""  # of the last try; this one has not failed
        self._become(SaveState.SAVING)
        work = partial(_save_each, self._save, self._running)
        self._jobs.run(work, done=self._succeeded, failed=self._failed, queue=LIBRARY)

    def close_saved(self) -> bool:
        """Save, and return True once everything is on disk; False if a save failed.

        Meanwhile Qt's events go on, but what the person types and clicks waits.
        """
        self._wait()
        while not self._all_saved:
            self.save_now()
            self._wait()
            if self._state is SaveState.FAILED:
                return False
        return True

    @property
    def _all_saved(self) -> bool:
        return self._newest is self._saved and not self._left

    def _wait(self) -> None:
        if self._running:
            loop = QEventLoop()
            self._ended.connect(loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _succeeded(self, _nothing: object) -> None:
        written = {id(preparation) for preparation in self._running}
        self._left = tuple(kept for kept in self._left if id(kept) not in written)
        if self._newest_running is not None:
            self._saved = self._newest_running
        self._end_run()
        self._failures, self.error = 0, ""
        if self._all_saved:
            self._become(SaveState.SAVED)
        elif self._delay.pending:
            self._become(SaveState.UNSAVED)
        else:
            self.save_now()  # its time came while the other save ran
        self._ended.emit()

    def _failed(self, error: Exception) -> None:
        self._delay.cancel()
        if self._newest_running is not None:
            self._saved = None
        self._end_run()
        self.error = str(error) if isinstance(error, PlannerError) else f"{type(error).__name__}: {error}"
        self._become(SaveState.FAILED)
        self._retry.start(min(self._retry_ms * 2**self._failures, _LONGEST_RETRY_MS))
        self._failures += 1
        self._ended.emit()

    def _end_run(self) -> None:
        self._running, self._newest_running = (), None

    def _become(self, state: SaveState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit()


def _save_each(save: Callable[[Preparation], None], preparations: tuple[Preparation, ...]) -> None:
    """Save one after the other, the newest last: the client stands in each as it was then."""
    for preparation in preparations:
        save(preparation)


def saving_in(plans: Plans) -> Callable[[Preparation], None]:
    """Return what saves a plan with its client in the library, or a client alone, whose plan has no id."""
    return partial(_save_in, plans)


def _save_in(plans: Plans, preparation: Preparation) -> None:
    if preparation.plan.id:
        plans.save(preparation)
    else:
        plans.save_client(preparation.client)
