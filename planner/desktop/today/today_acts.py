"""What is done from Today: stored off the GUI thread, told, and undone like any edit."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from planner.desktop.background.jobs import LIBRARY, Jobs
from planner.desktop.ports import Plans
from planner.desktop.widgets.plain_text import entry_text
from planner.translation import _

if TYPE_CHECKING:
    from planner.desktop.today.library_changes import LibraryChange
    from planner.desktop.today.line_works import Called


class TodayActs(QObject):
    """Carries out acts one after the other, and tells what came of each.

    An act is on `undo_stack` once it is stored. Undone or done again, it works on what the library holds by
    then, and touches nothing else; where that cannot be, it says so and the act is forgotten. Where it
    cannot be stored, undo can be tried again.
    """

    library_changed = Signal()
    told = Signal(str)
    """Something was done, or done again; what."""
    undone = Signal(str)
    """Something was undone; what."""
    plan_made = Signal(str)
    """A plan was made, or begun before, that is to be worked on; its id."""
    failed = Signal(str)
    """Something could not be done; why."""

    def __init__(self, plans: Plans, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._plans, self._jobs = plans, jobs
        self.undo_stack = QUndoStack(self)

    def share_history(self, stack: QUndoStack) -> None:
        """Put acts on this stack from now on: one history for what is done with clients outside a plan."""
        self.undo_stack = stack

    def carry_out(self, act: "Called") -> None:
        """Do something in the background; once stored it is on the undo stack, under the act's name."""
        words, work = act
        self._jobs.run(
            partial(work, self._plans),
            done=partial(self._note_done, words),
            failed=self._tell_failed,
            queue=LIBRARY,
        )

    def take_back(self, act: "TodayCommand") -> None:
        """Take an act back in the background."""
        from planner.desktop.today.library_changes import take_back  # noqa: PLC0415 - not at the start

        self._retrace(act.words, act.change, take_back, undoing=True)

    def do_again(self, act: "TodayCommand") -> None:
        """Do an act again in the background, after it was taken back."""
        from planner.desktop.today.library_changes import do_again  # noqa: PLC0415 - not at the start

        self._retrace(act.words, act.change, do_again, undoing=False)

    def _retrace(
        self,
        words: str,
        change: "LibraryChange",
        work: "Callable[[Plans, LibraryChange], None]",
        *,
        undoing: bool,
    ) -> None:
        done = _("Undone: {what}.") if undoing else _("Done again: {what}.")
        amiss = _("Not undone: {what}. {why}") if undoing else _("Not done again: {what}. {why}")
        self._jobs.run(
            partial(work, self._plans, change),
            done=partial(self._tell_retraced, done.format(what=words), undoing=undoing),
            failed=partial(self._tell_not_retraced, words, change, amiss),
            queue=LIBRARY,
        )

    def _note_done(self, words: str, change: "LibraryChange") -> None:
        if change.is_stored:
            self.undo_stack.push(TodayCommand(self, words, change))
            self.library_changed.emit()
            self.told.emit(_("Done: {what}.").format(what=words))
        if change.to_open:
            self.plan_made.emit(change.to_open)

    def _tell_retraced(self, text: str, _nothing: None, *, undoing: bool) -> None:
        self.library_changed.emit()
        (self.undone if undoing else self.told).emit(text)

    def _tell_not_retraced(self, words: str, change: "LibraryChange", pattern: str, error: Exception) -> None:
        from planner.model.taken_back import ChangedSince  # noqa: PLC0415 - not at the start

        self._put_history_back(change, forget=isinstance(error, ChangedSince))
        self.library_changed.emit()
        self.failed.emit(pattern.format(what=words, why=error))

    def _put_history_back(self, change: "LibraryChange", *, forget: bool) -> None:
        """Have the history stand before the step that could not be retraced, or without it."""
        stack = self.undo_stack
        for at in range(stack.count()):
            command = stack.command(at)
            if not isinstance(command, TodayCommand) or command.change is not change:
                continue
            command.setObsolete(forget)
            if at in {stack.index(), stack.index() - 1}:
                command.rest()
                (stack.redo if at == stack.index() else stack.undo)()
            return

    def _tell_failed(self, error: Exception) -> None:
        self.library_changed.emit()
        self.failed.emit(str(error))


class TodayCommand(QUndoCommand):
    """An act that was stored, on the undo stack."""

    def __init__(self, acts: TodayActs, words: str, change: "LibraryChange") -> None:
        super().__init__(entry_text(words))
        self._acts = acts
        self.words, self.change = words, change
        self._resting = True
        """Whether the next step of the history only passes by: the library has it already."""

    def redo(self) -> None:
        """Do it again; nothing when it is put on the stack, for it has just been done, nor after `rest`."""
        if self._passes():
            self._acts.do_again(self)

    def undo(self) -> None:
        """Take it back; nothing after `rest`."""
        if self._passes():
            self._acts.take_back(self)

    def rest(self) -> None:
        """Have the next undo or redo of this act do nothing."""
        self._resting = True

    def _passes(self) -> bool:
        resting, self._resting = self._resting, False
        return not resting
