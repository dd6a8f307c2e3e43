"""Text that people wrote, shown as the characters it is made of, without markup, mnemonic or placeholder.

Qt guesses: a label takes what looks like HTML for HTML, a button or menu entry takes `&` for a mnemonic, a
window's title takes `[*]` for the mark of what is not saved.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget


class PlainLabel(QLabel):
    """A label that shows its text as it is. Every label of the window is one; a test holds it so."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def plain_box(icon: QMessageBox.Icon, title: str, text: str, parent: QWidget | None = None) -> QMessageBox:
    """Return a message box, not yet shown, with a text shown as it is; the caller adds the buttons."""
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(text)
    return box


def entry_text(text: str) -> str:
    """Return a text for a menu entry or a button that is to show each `&` in it."""
    return text.replace("&", "&&")


def title_text(text: str) -> str:
    """Return a text for a window's title that is to show each `[*]` in it."""
    return text.replace("[*]", "[*][*]")
