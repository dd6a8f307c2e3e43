"""From low to high on one scale for all drivers, with a mark at what is likely."""

from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

_HEIGHT, _TRACK, _MARK = 12, 6, 2


class RangeBar(QWidget):
    """A bar from low to high with a mark at what is likely; hidden where low and high are one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.shares: tuple[float, float, float] = (0, 0, 0)
        self.hide()

    def show_range(
        self, low: Fraction | None, likely: Fraction | None, high: Fraction | None, most: Fraction
    ) -> None:
        """Show a range on a scale from 0 to `most`.

        Hide if an amount is None, `low` and `high` are the same, or `most` is not above 0.
        """
        if low is None or likely is None or high is None or low == high or most <= 0:
            self.hide()
            return
        low_share, likely_share, high_share = (
            min(max(float(amount / most), 0.0), 1.0) for amount in (low, likely, high)
        )
        self.shares = (low_share, likely_share, high_share)
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        """Return 120 pixels by the bar's height; laid out, it takes all the width there is."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scale, the range and the mark."""
        low, likely, high = (share * self.width() for share in self.shares)
        top = (self.height() - _TRACK) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Midlight))
        painter.drawRoundedRect(QRectF(0, top, self.width(), _TRACK), _TRACK / 2, _TRACK / 2)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(QRectF(low, top, max(high - low, _MARK), _TRACK), _TRACK / 2, _TRACK / 2)
        painter.setBrush(self.palette().color(QPalette.ColorRole.WindowText))
        mark = min(max(likely - _MARK / 2, 0), self.width() - _MARK)
        painter.drawRect(QRectF(mark, 0, _MARK, self.height()))
        painter.end()
