"""What every input of a form has in common."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

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
    """A combo box that takes no notice of the mouse wheel unless it has the focus: the form scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(_MOST_CHOICES)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form unless this box is being worked in."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
