"""A push button that Enter presses too."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShortcutEvent
from PySide6.QtWidgets import QPushButton


class EnterButton(QPushButton):
    """A push button that Enter presses as Space does: outside a dialog Qt lets Space alone do so."""

    def event(self, event: QEvent) -> bool:
        """Click the button at once when its mnemonic is pressed.

        Qt shows the button pressed for 100 ms first: what is typed in them would go to the old place.
        """
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what Space and a click do."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():  # a key still held is one press
                self.click()
        else:
            super().keyPressEvent(event)
