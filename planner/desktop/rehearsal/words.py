"""Text that is read from a distance: it grows and shrinks with the page."""

from PySide6.QtWidgets import QWidget

from planner.desktop.widgets.plain_text import PlainLabel


class SizedText(PlainLabel):
    """A text over as many lines as it needs, `size` times as large as the page's text."""

    def __init__(
        self, text: str = "", *, size: float = 1.0, bold: bool = False, role: str = "", parent: QWidget
    ) -> None:
        super().__init__(text, parent)
        self._size, self._bold = size, bold
        self._points = self.font().pointSizeF()
        self.setWordWrap(True)
        self.setProperty("role", role)

    def scale(self, points: float) -> None:
        """Set how large the page's text is, in points; this text is `size` times as large."""
        self._points = points
        self._set_font()

    def embolden(self, bold: bool) -> None:  # noqa: FBT001 - what is so of the text
        """Show the text bold or not."""
        if bold != self._bold:
            self._bold = bold
            self._set_font()

    def say(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            self.setText(text)

    def _set_font(self) -> None:
        font = self.font()
        font.setPointSizeF(self._points * self._size)
        font.setBold(self._bold)
        self.setFont(font)
