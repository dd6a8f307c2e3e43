"""A row of two lines in one of the window's lists, painted in the window's colours."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from planner.desktop.widgets.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TwoLineRow(QStyledItemDelegate):
    """The base of the lists' delegates: paints the ground and the two lines of a row."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of two lines, for headings too: one height for all keeps long lists fast."""
        return QSize(0, 2 * option.fontMetrics.lineSpacing() + 24)

    def paint_ground(self, painter: QPainter, area: QRect, index: Index) -> None:
        """Paint the ground of the row if it is the current one, or the thin line below any other."""
        colours = self._theme.colours
        if self._view.currentIndex() != index:
            painter.setPen(QColor(colours.hairline))
            painter.drawLine(area.bottomLeft(), area.bottomRight())
            return
        painter.setPen(QPen(QColor(colours.accent), 2) if self._view.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 6, 6)

    def paint_heading(self, painter: QPainter, area: QRect, text: str) -> None:
        """Paint a heading, in small quiet capitals, at the foot of its area."""
        font = QFont(painter.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        font.setWeight(QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours.muted))
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(area.adjusted(0, 0, 0, -8), bottom, text.upper())

    def paint_lines(
        self,
        painter: QPainter,
        area: QRect,
        lines: tuple[str, str],
        *,
        bold: bool = False,
        quiet: bool = False,
        amiss: bool = False,
    ) -> None:
        """Paint one line above the other, each cut with a mark where it is too long.

        `bold` and `quiet` are said of the first line, `amiss` of the second.
        """
        colours = self._theme.colours
        above = QRect(area.left(), area.top(), area.width(), area.height() // 2)
        usual = QFont(painter.font())
        if bold:
            strong = QFont(usual)
            strong.setWeight(QFont.Weight.Bold)
            painter.setFont(strong)
        painter.setPen(QColor(colours.muted if quiet else colours.text))
        _draw_elided(painter, above, lines[0])
        painter.setFont(usual)
        painter.setPen(QColor(colours.problem if amiss else colours.muted))
        _draw_elided(painter, above.translated(0, above.height()), lines[1])


def _draw_elided(painter: QPainter, area: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, _LEFT, shown)
