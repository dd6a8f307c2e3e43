"""Undo commands: each holds the preparation before and after one edit."""

from typing import Protocol

from PySide6.QtGui import QUndoCommand

from planner.model.plan import Preparation

_EDIT_OF_A_FIELD = 1


class UndoTarget(Protocol):
    """What an undo step acts on: the holder of the current preparation."""

    def show_step(self, left: Preparation, reached: Preparation, paths: tuple[str, ...]) -> None:
        """Go from the preparation on one side of a step to that on the other; they differ at the paths."""


class EditCommand(QUndoCommand):
    """One undo step: the preparation before and after it. Both share what did not change."""

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
        """Make the preparation after the step the current one."""
        self._holder.show_step(self._before, self.after, self.paths)

    def undo(self) -> None:
        """Make the preparation before the step the current one."""
        self._holder.show_step(self.after, self._before, self.paths)

    def id(self) -> int:
        """Return the number that all edits share: Qt offers steps of one number for merging."""
        return _EDIT_OF_A_FIELD

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the next step if it continues this one, and empty it; return whether it did."""
        # By a mark that the document sets, not by path or time: two bouts of typing in one field, with
        # another field between them, are two steps to the person who takes them back.
        if not isinstance(other, EditCommand) or not other.continues:
            return False
        self.after = other.after
        self.paths = tuple(dict.fromkeys((*self.paths, *other.paths)))
        other.let_go()
        return True

    def let_go(self) -> None:
        """Drop the preparations this step holds, once another step has taken it over; it is of no use after.

        PySide keeps a reference to each merged command for ever: every key would keep its plan.
        """
        del self._holder, self._before, self.after
