"""Text that is read from a distance: it grows and shrinks with the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Words(QLabel):
    """A text over as many lines as it needs, `size` times as large as the page's text."""

    def __init__(
        self, text: str = "", *, size: float = 1.0, bold: bool = False, role: str = "", parent: QWidget
    ) -> None:
        super().__init__(text, parent)
        self._size, self._bold = size, bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)

    def scale(self, points: float) -> None:
        """Show the text relative to the page's text of so many points."""
        font = self.font()
        font.setPointSizeF(points * self._size)
        font.setBold(self._bold)
        self.setFont(font)

    def say(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            self.setText(text)

    def take_role(self, role: str) -> None:
        """Take the colour of another role."""
        if role != self.property("role"):
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
