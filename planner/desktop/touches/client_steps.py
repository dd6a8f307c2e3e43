"""What is done with clients outside a plan: stored off the GUI thread, one undo step each."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from planner.desktop.background.jobs import LIBRARY, Jobs
from planner.desktop.ports import Clock, Plans
from planner.desktop.touches.client_step import ClientStep, Work
from planner.desktop.widgets.plain_text import entry_text


class ClientSteps(QObject):
    """Carries out steps that change clients, in the order they were asked for, and tells what came of them.

    `undo_stack` holds the steps, so that each can be taken back and done again.
    """

    library_changed = Signal()
    done = Signal(object)
    """A ClientStep was carried out for the first time."""
    undone = Signal(str)
    """A step is being taken back; what it is called."""
    refused = Signal(object, str)
    """A ClientStep could not be stored, the first time it was tried; it, and why. `begin` tries it again."""
    failed = Signal(str)
    """A step could not be taken back, or not be done again; why, for the person to read."""

    def __init__(self, *, plans: Plans, jobs: Jobs, now: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self.plans, self.now = plans, now
        self._jobs = jobs
        self.undo_stack = QUndoStack(self)

    def carry_out(self, step: ClientStep) -> None:
        """Put a step on `undo_stack`, which begins it."""
        self.undo_stack.push(_StepCommand(self, step))

    def begin(self, step: ClientStep) -> None:
        """Carry a step out for the first time, in the background; `done` or `refused` follows."""
        self._jobs.run(
            partial(step.forwards, self.plans),
            done=partial(self._tell_done, step),
            failed=partial(self._tell_refused, step),
            queue=LIBRARY,
        )

    def work(self, work: Work) -> None:
        """Carry out, in the background, what takes a step back or does it again; `failed` if it cannot be."""
        self._jobs.run(
            partial(work, self.plans), done=self._tell_changed, failed=self._tell_failed, queue=LIBRARY
        )

    def _tell_done(self, step: ClientStep, _nothing: None) -> None:
        self.library_changed.emit()
        self.done.emit(step)

    def _tell_changed(self, _nothing: None) -> None:
        self.library_changed.emit()

    def _tell_refused(self, step: ClientStep, error: Exception) -> None:
        self.library_changed.emit()
        self.refused.emit(step, str(error))

    def _tell_failed(self, error: Exception) -> None:
        self.library_changed.emit()
        self.failed.emit(str(error))


class _StepCommand(QUndoCommand):
    """A step on the undo stack."""

    def __init__(self, actions: ClientSteps, step: ClientStep) -> None:
        super().__init__(entry_text(step.words))
        self._actions = actions
        self._step = step
        self._begun = False

    def redo(self) -> None:
        """Carry the step out, or do it again."""
        if not self._begun:
            self._begun = True
            self._actions.begin(self._step)
        else:
            self._actions.work(self._step.again or self._step.forwards)

    def undo(self) -> None:
        """Take the step back."""
        self._actions.undone.emit(self._step.words)
        self._actions.work(self._step.backwards)
