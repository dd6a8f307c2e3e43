"""The list of the six steps: which one is shown, and how far each has come."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.coaching.progress import Progress
from planner.desktop.form_fields import STEPS

_PROGRESS = Qt.ItemDataRole.UserRole
_GAP = 10
_INSET = 8


class StepList(QListWidget):
    """One line a step: a number while empty, half a disc once started, a tick when ready."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Steps")
        self.setItemDelegate(_StepDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setSpacing(1)
        for step in STEPS:
            self.addItem(QListWidgetItem(step.title))
        for number in range(len(STEPS)):
            self.show_progress(number, Progress.EMPTY)
        self.setCurrentRow(0)

    def show_progress(self, number: int, progress: Progress) -> None:
        """Show how far a step has come."""
        item = self.item(number)
        item.setData(_PROGRESS, progress.value)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{STEPS[number].title}, {progress}")

    def leave_out(self, steps: frozenset[int]) -> None:
        """List all steps but these."""
        for number in range(self.count()):
            self.setRowHidden(number, number in steps)

    def progress(self, number: int) -> Progress:
        """Return how far a step is shown to have come."""
        return Progress(self.item(number).data(_PROGRESS))

    def sizeHint(self) -> QSize:
        """Return the room for all steps, none cut off."""
        height = sum(self.sizeHintForRow(row) + 2 * self.spacing() for row in range(self.count()))
        return QSize(self.sizeHintForColumn(0) + 2 * self.spacing(), height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest title, and the height of two steps."""
        return QSize(self.sizeHint().width(), 2 * self.sizeHintForRow(0))


class _StepDelegate(QStyledItemDelegate):
    """Draws a step: its mark, its title, and a frame around it when it has the focus."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics = option.fontMetrics
        bold = QFont(option.font)
        bold.setBold(True)
        width = metrics.horizontalAdvance(index.data()) * 1.12
        mark = _mark_size(option)
        return QSize(int(width) + mark + _GAP + 2 * _INSET, max(mark, metrics.height()) + 2 * _INSET)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        _paint_ground(painter, option, area, chosen=chosen)
        size = _mark_size(option)
        mark = QRectF(area.left() + _INSET, area.center().y() - size / 2 + 0.5, size, size)
        _paint_mark(painter, palette, mark, Progress(index.data(_PROGRESS)), index.row() + 1)
        font = QFont(option.font)
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        text = area.adjusted(_INSET + size + _GAP, 0, -_INSET, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data())
        painter.restore()


def _mark_size(option: QStyleOptionViewItem) -> int:
    return option.fontMetrics.height() + 2


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, area: QRectF, *, chosen: bool) -> None:
    soft = QColor(option.palette.color(QPalette.ColorRole.Accent))
    frame = area.adjusted(1, 1, -1, -1)
    if chosen:
        ground = QColor(soft)
        ground.setAlphaF(0.14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(frame, 6, 6)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(soft, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 6, 6)


def _paint_mark(painter: QPainter, palette: QPalette, mark: QRectF, progress: Progress, number: int) -> None:
    accent = palette.color(QPalette.ColorRole.Accent)
    circle = mark.adjusted(1, 1, -1, -1)
    if progress is Progress.EMPTY:
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(QPen(quiet, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        small = QFont(painter.font())
        small.setPointSizeF(small.pointSizeF() * 0.85)
        painter.setFont(small)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(number))
        return
    painter.setPen(QPen(accent, 1.5))
    painter.setBrush(accent if progress is Progress.READY else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    if progress is Progress.STARTED:
        painter.setBrush(accent)
        painter.drawPie(circle, 90 * 16, 180 * 16)
        return
    painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), mark.width() / 9))
    painter.drawPolyline(_tick(circle))


def _tick(circle: QRectF) -> QPolygonF:
    return QPolygonF(
        [
            QPointF(circle.left() + circle.width() * across, circle.top() + circle.height() * down)
            for across, down in ((0.28, 0.52), (0.45, 0.68), (0.73, 0.34))
        ]
    )
