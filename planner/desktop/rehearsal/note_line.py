"""A line to note something in without leaving the call."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.desktop.fields.fit_characters import FitCharacters
from planner.desktop.widgets.input_line import InputLine
from planner.translation import _


class NoteLine(InputLine):
    """A line to type a note in: Enter keeps it, Esc gives it up; either closes the line.

    What is typed is told with each key, so that it is in the plan before Enter.
    """

    typed = Signal(str)
    """The note so far; "" when it is given up."""
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setValidator(FitCharacters(self))
        self.setPlaceholderText(_("Note what they said; Enter saves it, Esc drops it"))
        self.setAccessibleName(_("Note"))
        self.textEdited.connect(self.typed)
        self.hide()

    def open(self) -> None:
        """Show an empty line, ready for typing."""
        self.clear()
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the line on Enter, and on Esc after emitting `typed` with ""; type any other key."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._close()
        elif event.key() == Qt.Key.Key_Escape:
            self.typed.emit("")
            self._close()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
