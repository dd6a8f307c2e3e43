"""A pill: a word or two on a rounded ground, in a row that is painted."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from planner.desktop.widgets.colours import Colours

_SMALLER = 0.9


def pill_width(painter: QPainter, text: str) -> int:
    """Return how wide the pill of a text is, in the painter's font."""
    usual = painter.font()
    painter.setFont(_small(usual))
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(text) + metrics.height() + 8
    painter.setFont(usual)
    return width


def paint_pill(painter: QPainter, left: int, top: int, text: str, colours: Colours, *, asks: bool) -> QRect:
    """Paint a pill with its left upper corner there, and return where it is.

    `asks` paints it in the colour of what asks for attention; the text says so without the colour.
    """
    usual = painter.font()
    ink, ground = (
        (colours.on_amber_soft, colours.amber_soft) if asks else (colours.on_accent_soft, colours.accent_soft)
    )
    width = pill_width(painter, text)
    painter.setFont(_small(usual))
    height = painter.fontMetrics().height() + 6
    pill = QRect(left, top, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(pill), height / 2, height / 2)
    painter.setPen(QColor(ink))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
    painter.setFont(usual)
    return pill


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * _SMALLER)
    return small
