"""What is undone and saved of one client, in its plans and beside them: undo commands and their stack."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.autosave import Autosave
from planner.model.mentions import mentions, with_present_names
from planner.model.plan import Preparation

if TYPE_CHECKING:
    import datetime as dt

    from planner.desktop.editing.document import PlanDocument

_EDIT_OF_A_FIELD = 1


class ClientHistory(QObject):
    """The undo steps and the saving that successive documents of one client share; the last one owns it.

    A step that changed a plan is taken back in that plan: if the document holds another or none, `turned`
    tells of the document that follows it, and the step is taken back there. One that changed the client alone
    is taken back wherever one is.
    """

    turned = Signal(object)
    """An undo step leads to another plan: the PlanDocument that holds it, before the step is shown."""

    def __init__(
        self,
        document: "PlanDocument",
        *,
        save: Callable[[Preparation], None],
        jobs: Jobs,
        delay_ms: int,
        retry_ms: int,
    ) -> None:
        super().__init__(document)
        self._document = document
        self._days_edited: dict[str, tuple[dt.date, ...]] = {}
        self.undo_stack = QUndoStack(self)
        self.autosave = Autosave(
            document.preparation,
            save=save,
            to_save=self._to_save,
            jobs=jobs,
            delay_ms=delay_ms,
            retry_ms=retry_ms,
            parent=self,
        )

    def go_on_in(self, document: "PlanDocument") -> None:
        """Have this document take the steps from now on; what it holds is on disk once all else is saved."""
        before = self._document.preparation.plan
        self.autosave.turn_to(document.preparation)
        self._days_edited[before.id] = self._document.preparation.plan.edited_on
        self._document = document
        self.setParent(document)

    def show_step(self, left: Preparation, reached: Preparation, paths: tuple[str, ...]) -> None:
        """Have the document that holds the step's plan show what the step leads to."""
        now = self._document.preparation
        if left.plan is reached.plan:
            preparation = msgspec.structs.replace(now, client=reached.client)
            if now.plan.id != reached.plan.id:  # that plan never knew the other names
                preparation, renamed = _with_names(preparation)
                paths = (*paths, *renamed)
        else:
            if now.plan.id != reached.plan.id:
                self._turn(msgspec.structs.replace(now, plan=left.plan))
            preparation = reached
        self._document.show_step(preparation, paths)

    def _turn(self, preparation: Preparation) -> None:
        plan = preparation.plan
        days = self._days_edited.get(plan.id, plan.edited_on)
        plan = msgspec.structs.replace(plan, edited_on=days)
        following = self._document.go_on_with(msgspec.structs.replace(preparation, plan=plan))
        self.turned.emit(following)

    def _to_save(self) -> Preparation:
        return self._document.stamped()


class EditCommand(QUndoCommand):
    """One undo step: the preparation before and after it. Both share what did not change."""

    def __init__(
        self,
        history: "ClientHistory",
        before: Preparation,
        after: Preparation,
        paths: tuple[str, ...],
        words: str,
        *,
        continues: bool = False,
    ) -> None:
        super().__init__(words)
        self._history, self._before = history, before
        self.after, self.paths, self.continues = after, paths, continues

    def redo(self) -> None:
        """Make the preparation after the step the current one."""
        self._history.show_step(self._before, self.after, self.paths)

    def undo(self) -> None:
        """Make the preparation before the step the current one."""
        self._history.show_step(self.after, self._before, self.paths)

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
        del self._history, self._before, self.after


def _with_names(preparation: Preparation) -> tuple[Preparation, tuple[str, ...]]:
    """Return the preparation with the contacts' present names, and the form paths of those that changed."""
    named = with_present_names(preparation)
    pairs = zip(mentions(preparation), mentions(named), strict=True)
    renamed = (mention.path for mention, other in pairs if mention.name != other.name)
    return named, tuple(path.removeprefix("plan.") for path in renamed)
