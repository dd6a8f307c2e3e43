"""The line to search the plans with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from planner.desktop.widgets.input_line import InputLine
from planner.translation import _


class SearchLine(InputLine):
    """The line to search the plans with: Esc clears it, Down emits `left_downwards`."""

    left_downwards = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        keys = QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        self.setPlaceholderText(_("Search clients, titles, everything you wrote — {keys}").format(keys=keys))
        self.setAccessibleName(_("Search the plans"))
        self.textChanged.connect(self._offer_to_clear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc, emit `left_downwards` on Down; else type as any line does."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def _offer_to_clear(self, text: str) -> None:
        """Show the button that clears; its picture takes 8 ms to load, which the start need not pay."""
        self.setClearButtonEnabled(bool(text))
