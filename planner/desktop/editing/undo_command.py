"""Undo commands: each holds the preparation before and after one edit."""

from typing import Protocol

from PySide6.QtGui import QUndoCommand

from planner.model.plan import Preparation

_EDIT_OF_A_FIELD = 1


class UndoTarget(Protocol):
    """What a step changes: the holder of the current preparation."""

    def show_step(self, preparation: Preparation, paths: tuple[str, ...]) -> None:
        """Take the preparation over; the fields at the paths differ from before."""


class EditCommand(QUndoCommand):
    """One step: the preparation before and after it. Both share what did not change."""

    def __init__(
        self,
        holder: UndoTarget,
        before: Preparation,
        after: Preparation,
        paths: tuple[str, ...],
        words: str,
        *,
        continues: bool = False,
    ) -> None:
        super().__init__(words)
        self._holder, self._before = holder, before
        self.after, self.paths, self.continues = after, paths, continues

    def redo(self) -> None:
        """Show what stood after the step."""
        self._holder.show_step(self.after, self.paths)

    def undo(self) -> None:
        """Show what stood before the step."""
        self._holder.show_step(self._before, self.paths)

    def id(self) -> int:
        """Say that steps of editing may merge."""
        return _EDIT_OF_A_FIELD

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the step that continues this one."""
        # By a mark that the document sets, not by path or time: two bouts of typing in one field, with
        # another field between them, are two steps to the person who takes them back.
        if not isinstance(other, EditCommand) or not other.continues:
            return False
        self.after = other.after
        self.paths = tuple(dict.fromkeys((*self.paths, *other.paths)))
        other.let_go()
        return True

    def let_go(self) -> None:
        """Forget what is changed and how; nothing is done with a step taken over by another.

        PySide keeps a reference to each merged command for ever: every key would keep its plan.
        """
        del self._holder, self._before, self.after
