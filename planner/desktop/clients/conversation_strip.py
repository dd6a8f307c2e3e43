"""The sales conversation so far as a strip: ten boxes, what is obtained filled, what is next framed."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.coaching.week.conversation_so_far import CommitmentSoFar
from planner.desktop.widgets.theme import Theme
from planner.translation import _

_GAP, _PADDING = 6, 6
_SMALLER = 0.85
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter


class ConversationStrip(QWidget):
    """Shows the ten commitments in their usual order; said in words, it is the accessible description.

    The boxes stand on as many lines as their longest word needs.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._so_far: tuple[CommitmentSoFar, ...] = ()
        self.setAccessibleName(_("The sales conversation so far"))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_so_far(self, so_far: Sequence[CommitmentSoFar], in_words: str) -> None:
        """Show the commitments; `in_words` says which are obtained and which is next."""
        self._so_far = tuple(so_far)
        self.setAccessibleDescription(in_words)
        self.setToolTip(in_words)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines of boxes at a width."""
        lines = -(-len(self._so_far) // self._boxes_on_a_line(width)) if self._so_far else 0
        return lines * (self._height() + _GAP)

    def sizeHint(self) -> QSize:
        """Return the room of one line of boxes."""
        return QSize(10 * self._least_width(), self.heightForWidth(10 * (self._least_width() + _GAP)))

    def minimumSizeHint(self) -> QSize:
        """Return the room of two boxes on a line."""
        return QSize(2 * self._least_width() + _GAP, self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the boxes in the window's colours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on_line = self._boxes_on_a_line(self.width())
        width = (self.width() - (on_line - 1) * _GAP) / on_line
        for at, commitment in enumerate(self._so_far):
            line, column = divmod(at, on_line)
            top = line * (self._height() + _GAP) + 1
            box = QRectF(column * (width + _GAP) + 1, top, width - 2, self._height() - 2)
            self._paint_box(painter, box, commitment)
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRectF, commitment: CommitmentSoFar) -> None:
        colours = self._theme.colours
        ground, ink = (
            (colours.accent, colours.on_accent)
            if commitment.obtained
            else (colours.page, colours.accent)
            if commitment.is_next
            else (colours.grey_soft, colours.on_grey_soft)
        )
        painter.setPen(QPen(QColor(colours.accent), 2) if commitment.is_next else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(self._font(bold=commitment.is_next))
        painter.setPen(QColor(ink))
        inside = box.adjusted(_PADDING, 0, -_PADDING, 0)
        if commitment.obtained:
            _draw_tick(painter, QPointF(box.right() - _PADDING - 4, box.top() + 9))
        painter.drawText(inside, _WRAPPED, _(commitment.commitment.value))

    def _font(self, *, bold: bool = True) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _least_width(self) -> int:
        """Return the width of a box that cuts no word of any commitment."""
        metrics = QFontMetrics(self._font())
        words = (word for one in self._so_far for word in _(one.commitment.value).split())
        return max((metrics.horizontalAdvance(word) for word in words), default=60) + 2 * _PADDING + 4

    def _height(self) -> int:
        return 2 * QFontMetrics(self._font()).height() + 12

    def _boxes_on_a_line(self, width: int) -> int:
        fits = (width + _GAP) // (self._least_width() + _GAP)
        return next((count for count in (10, 5, 4, 3) if count <= fits), 2)


def _draw_tick(painter: QPainter, at: QPointF) -> None:
    """Draw a tick, so that what is obtained does not hang on its colour."""
    painter.save()
    painter.setPen(QPen(painter.pen().color(), 1.8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    tick = QPainterPath(at + QPointF(-4, 0))
    tick.lineTo(at + QPointF(-1, 3))
    tick.lineTo(at + QPointF(4, -3))
    painter.drawPath(tick)
    painter.restore()
