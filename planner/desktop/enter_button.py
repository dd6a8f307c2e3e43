"""A push button that Enter presses too."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton


class EnterButton(QPushButton):
    """Pressed by Enter as by Space: outside a dialog Qt lets Space alone press a button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what Space and a click do."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
