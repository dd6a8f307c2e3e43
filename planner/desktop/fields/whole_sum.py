"""A sum with its result, said under the line that is too narrow for them."""

from PySide6.QtWidgets import QLineEdit, QWidget

from planner.desktop.widgets.plain_text import PlainLabel

_FRAME = 12
"""Pixels of a line's frame and padding, both sides together."""


class WholeSum(PlainLabel):
    """Says all that stands in a line; hidden while the line shows it, or is typed in."""

    def __init__(self, line: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._line = line
        self.setWordWrap(True)
        self.setProperty("role", "hint")
        self.hide()

    def follow_line(self, *, holds_sum: bool) -> None:
        """Say what stands in the line if that is a sum, the line cuts it off and nobody types there."""
        text, metrics = self._line.text(), self._line.fontMetrics()
        margins = 2 * metrics.averageCharWidth() + _FRAME
        cut = metrics.horizontalAdvance(text) > self._line.width() - margins
        self.setText(text)
        self.setVisible(holds_sum and cut and not self._line.hasFocus())
