"""What may be dropped onto a line: text. Files go on to the window, which says what becomes of them."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit


def holds_files(data: QMimeData) -> bool:
    """Whether the data names files or folders of this computer, whatever text stands for them beside that."""
    return any(url.isLocalFile() for url in data.urls())


class TextDrops(QLineEdit):
    """A line onto which text can be dropped, and no files."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to the window."""
        if holds_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Insert the text and take the keys: what cannot be read is told once the line is left."""
        super().dropEvent(event)
        self.setFocus()
