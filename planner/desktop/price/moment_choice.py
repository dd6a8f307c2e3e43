"""When the price is said, chosen from the agenda instead of typed."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from planner.coaching.price_words.moments import moments
from planner.desktop.editing.document import PlanDocument
from planner.desktop.widgets.child_widget import part
from planner.desktop.widgets.plain_text import entry_text
from planner.model.terms import DisclosureDiscussion
from planner.translation import _


class MomentChoice(QObject):
    """The button that offers the agenda's items with the minute each begins, for when the price is said.

    Choosing one is one undo step; it also notes that the price is discussed in this call.
    """

    def __init__(self, form: QWidget, document: PlanDocument) -> None:
        super().__init__(form)
        self._document = document
        self._button = part(form, QPushButton, "chooseMomentButton")
        self._menu = QMenu(self._button)
        self._menu.triggered.connect(self._choose)
        self._button.setMenu(self._menu)

    def refresh(self) -> None:
        """Offer the items of the agenda as it is now; hide the button if it has none."""
        offered = moments(self._document.preparation.plan.conversation)
        if offered != tuple(action.text().replace("&&", "&") for action in self._menu.actions()):
            self._menu.clear()
            for moment in offered:
                self._menu.addAction(entry_text(moment))
        self._button.setVisible(bool(offered))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self._document.edit_as_one_step(
            "price.disclosure.when",
            action.text().replace("&&", "&"),
            words=_("when the price is said"),
            along={"price.disclosure.discussion": DisclosureDiscussion.THIS_CALL},
        )
