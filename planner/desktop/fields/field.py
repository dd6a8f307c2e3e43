"""What every input of a form has in common."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from planner.desktop.widgets.popup_anchor import PopupAnchor
from planner.desktop.widgets.type_ahead import TypeAhead

_MOST_CHOICES = 12
"""So many are seen without scrolling: all ten commitments, and none."""


def value_property(read: Callable[[Any], Any], show: Callable[[Any, Any], None], notify: Signal) -> Any:
    """Return the USER property of an input: the value, of the model's Python type.

    `show` must change nothing, neither text nor cursor, if it is given the value that is shown already.
    """
    return Property(object, read, show, notify=notify, user=True)


def text_property(read: Callable[[Any], str], write: Callable[[Any, str], None]) -> Any:
    """Return a property that a form sets as text."""
    return Property(str, read, write)


class CalmCombo(QComboBox):
    """The box of every choice. Closed, it leaves the mouse wheel to the form; open, its list scrolls.

    What is typed leads to the entry it begins, in the closed box and in the list. The list moves with the
    box, or closes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Qt's own takes the focus by the wheel too
        self.setMaxVisibleItems(_MOST_CHOICES)
        self._type_ahead = TypeAhead()
        self._anchor: PopupAnchor | None = None

    def offer_all(self) -> None:
        """Put in the entries that are looked up only when somebody asks for them; none here."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form: who scrolls chooses nothing."""
        event.ignore()

    def showPopup(self) -> None:
        """Show the list with all entries, and keep it at the box."""
        self.offer_all()
        super().showPopup()
        if self._anchor is None:
            self._anchor = PopupAnchor(self)
            self.view().installEventFilter(self)
        if self.view().isVisible():  # a list without entries is not shown
            self._anchor.hold(self.view().window())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the entry that begins with what is typed, unless the box is editable; pass Esc on."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif (entry := self._entry_typed(event, self.currentIndex())) is None:
            super().keyPressEvent(event)
        elif entry != self.currentIndex():
            self.setCurrentIndex(entry)
            self.activated.emit(entry)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget what was typed so far: the next key begins another search."""
        super().focusOutEvent(event)
        self._type_ahead.forget()

    def eventFilter(self, _list: QObject, event: QEvent) -> bool:
        """Go in the open list to the entry that is typed."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        entry = self._entry_typed(event, self.view().currentIndex().row())
        if entry is None:
            return False
        self.view().setCurrentIndex(self.model().index(entry, self.modelColumn()))
        return True

    def _entry_typed(self, event: QKeyEvent, at: int) -> int | None:
        if self.isEditable() or not event.text():
            return None
        if event.text().isprintable():
            self.offer_all()
        return self._type_ahead.entry(event, [self.itemText(row) for row in range(self.count())], at)


class CalmSpin(QSpinBox):
    """The box of a number that can be stepped through by its arrows; it leaves the mouse wheel alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls."""
        event.ignore()
