"""What of value a touch gives them: typed, or taken from the case for change."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from planner.coaching.week.case_values import CaseValue, case_values
from planner.desktop.fields.text import LongField
from planner.desktop.widgets.plain_text import entry_text
from planner.model.case import Case
from planner.model.conversation import Conversation
from planner.model.plan import Plan
from planner.model.same_text import text_key
from planner.translation import _
from planner.wording.text import capitalised, labelled

_BUTTON = 22
_LONGEST = 90
"""So many letters of an offer stand in the menu."""


class ValueField(LongField):
    """A text, for which Alt+Down, or the button, offers the forces, proofs and questions of the case.

    One that is taken says of which kind the value is, too. Without a case there is nothing to offer, and no
    button.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read: Callable[[str], object] | None = None
        self._button = QToolButton(self)
        self._button.setProperty("role", "unfold")
        self._button.setArrowType(Qt.ArrowType.DownArrow)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setCursor(Qt.CursorShape.ArrowCursor)
        self._button.setFixedWidth(_BUTTON)
        self._button.clicked.connect(self.show_offers)
        how = _("Take something from the case for change (Alt+Down)")
        self._button.setAccessibleName(how)
        self._button.setToolTip(how)
        self._button.hide()

    def read_beside(self, read: Callable[[str], object]) -> None:
        """Read the case and the questions by `read` from now on; show the button if they offer something."""
        self._read = read
        offers = bool(self.offers())
        self._button.setVisible(offers)
        self.setViewportMargins(0, 0, _BUTTON if offers else 0, 0)

    def look_beside(self, _path: str) -> None:
        """Do nothing: where this field is used, the case does not change."""

    def offers(self) -> tuple[CaseValue, ...]:
        """Return what can be taken from the case for change."""
        if self._read is None:
            return ()
        case, conversation = self._read("case"), self._read("conversation")
        assert isinstance(case, Case)
        assert isinstance(conversation, Conversation)
        return case_values(replace(Plan(), case=case, conversation=conversation))

    def companion_edits(self, read: Callable[[str], object]) -> dict[str, object]:
        """Return `value_kind` for the offer that the text is; {} if it is none, or of that kind already."""
        key = text_key(self._text())
        kind = next((offer.kind for offer in self.offers() if text_key(offer.text) == key), None)
        return {} if kind is None or read("value_kind") == kind else {"value_kind": kind}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the offers on Alt+Down, if there are any; else type as any text does."""
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt_down and self.offers():
            self.show_offers()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button in the upper corner."""
        super().resizeEvent(event)
        self._button.move(self.width() - _BUTTON - 4, 4)

    def show_offers(self) -> None:
        """Show the menu of what can be taken."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for offer in self.offers():
            text = offer.text if len(offer.text) <= _LONGEST else f"{offer.text[:_LONGEST]}…"
            entry = menu.addAction(entry_text(labelled(capitalised(_(offer.kind.value)), text)))
            entry.triggered.connect(partial(self._take, offer.text))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        menu.setActiveAction(menu.actions()[0])

    def _take(self, text: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self.setPlainText(text)
        self.setFocus()
