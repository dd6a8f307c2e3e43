"""Actions to ask for, by commitment: taking one says which commitment the call is after."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from planner.coaching.check.suggestions import suggestions
from planner.desktop.check.suggested_actions import in_words
from planner.desktop.editing.document import PlanDocument
from planner.desktop.editing.plan_follower import PlanFollower
from planner.desktop.widgets.enter_button import EnterButton
from planner.desktop.widgets.layouts import stacked
from planner.model.ask import Action
from planner.model.terms import Commitment
from planner.translation import _


class AskSuggestions(PlanFollower):
    """A button with a menu of actions: those for the commitment chosen first, the others by commitment.

    An action chosen becomes the plan's ask, and its commitment the one the call is after.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = EnterButton(_("Suggestions…"), self)
        self.button.setProperty("role", "link")
        self.menu = QMenu(self)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._offer)
        self.button.clicked.connect(self._open)
        stacked(0, self).addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def paths(self) -> tuple[str, ...]:
        """Return nothing: the menu is made when it is opened."""
        return ()

    def show_plan(self, document: PlanDocument) -> None:
        """Show nothing of the plan until the menu is opened."""

    def _open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _offer(self) -> None:
        if (document := self._document) is None:
            return
        for entry in self.menu.actions():
            self.menu.removeAction(entry)
            entry.deleteLater()
        chosen = document.preparation.plan.call.commitment
        if chosen is not None:
            self._list(self.menu, chosen, document)
            self.menu.addSeparator()
        for commitment in Commitment:
            if commitment is not chosen:
                inner = QMenu(_(commitment.value), self.menu)
                self._list(inner, commitment, document)
                self.menu.addMenu(inner)

    def _list(self, menu: QMenu, commitment: Commitment, document: PlanDocument) -> None:
        for action in suggestions(commitment, document.preparation, document.today):
            entry = menu.addAction(in_words(action).replace("&", "&&"))
            entry.triggered.connect(partial(self._take, commitment, action))

    def _take(self, commitment: Commitment, action: Action, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        """Make it the ask, and its commitment the one the call is after, in one undo step."""
        if self._document is None:
            return
        self._document.edit_as_one_step(
            "call.commitment",
            commitment,
            words=_("the ask to a suggestion"),
            along={"ask.primary": action},
        )
        self.field_wanted.emit("ask.primary.action")
