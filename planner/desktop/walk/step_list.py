"""The list of the six steps: which one is shown, and how far each has come."""

from typing import Any

from PySide6.QtCore import Property, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
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
from planner.desktop.editing.form_fields import IN_ONE_FORM, STEPS, TEN_MINUTES
from planner.translation import _, ngettext
from planner.wording.lists import comma_list

_PROGRESS = Qt.ItemDataRole.UserRole
_FINDINGS = Qt.ItemDataRole.UserRole + 1
_GAP = 10
_INSET = 8


class StepList(QListWidget):
    """One line a step: a number while empty, half a disc once started, a tick when ready.

    A badge at its end counts what the check sees there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground, self._ink = QColor(), QColor()
        self.setAccessibleName(_("Steps"))
        self.setItemDelegate(_StepDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setSpacing(1)
        for step in STEPS:
            self.addItem(QListWidgetItem(_(step.title)))
        for number in range(len(STEPS)):
            self.show_progress(number, Progress.EMPTY)
        self.setCurrentRow(0)

    def show_progress(self, number: int, progress: Progress) -> None:
        """Show how far a step has come."""
        self._set_value(number, _PROGRESS, progress.value)
        self._speak(number)

    def show_findings(self, number: int, count: int) -> None:
        """Show how many open findings belong to a step, as a badge; 0 shows none."""
        if count != self.findings(number):
            self._set_value(number, _FINDINGS, count)
            self._speak(number)

    def findings(self, number: int) -> int:
        """Return how many open findings a step is shown to have."""
        return int(self._value(number, _FINDINGS) or 0)

    def list_in_one(self, wanted: bool) -> None:  # noqa: FBT001 - as setVisible
        """List the steps before the call as one (True), the ten-minute plan, or each by itself (False)."""
        self._set_value(0, Qt.ItemDataRole.DisplayRole, _(TEN_MINUTES.title if wanted else STEPS[0].title))
        for number in IN_ONE_FORM - {0}:
            self.setRowHidden(number, wanted)
        self._speak(0)

    def progress(self, number: int) -> Progress:
        """Return how far a step is shown to have come."""
        return Progress(self._value(number, _PROGRESS))

    def _speak(self, number: int) -> None:
        """Say of a step what its line shows."""
        count = self.findings(number)
        title = str(self._value(number, Qt.ItemDataRole.DisplayRole))
        progress = _(self.progress(number).value)
        findings = ngettext("{count} finding", "{count} findings", count).format(count=count)
        spoken = comma_list((title, progress, findings) if count else (title, progress))
        self._set_value(number, Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _set_value(self, number: int, role: int, value: object) -> None:
        self.model().setData(self.model().index(number, 0), value, role)

    def _value(self, number: int, role: int) -> Any:
        return self.model().index(number, 0).data(role)

    def _read_ground(self) -> QColor:
        return self._ground

    def _write_ground(self, ground: QColor) -> None:
        self._ground = QColor(ground)

    def _read_ink(self) -> QColor:
        return self._ink

    def _write_ink(self, ink: QColor) -> None:
        self._ink = QColor(ink)

    badgeGround: Any = Property(QColor, _read_ground, _write_ground)
    badgeInk: Any = Property(QColor, _read_ink, _write_ink)

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
        return QSize(int(width) + 2 * (mark + _GAP + _INSET), max(mark, metrics.height()) + 2 * _INSET)

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
        _paint_mark(painter, palette, mark, Progress(index.data(_PROGRESS)), self._number(index.row()))
        font = QFont(option.font)
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        text = area.adjusted(_INSET + size + _GAP, 0, -_INSET, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data())
        if count := int(index.data(_FINDINGS) or 0):
            self._paint_badge(painter, area, size, count)
        painter.restore()

    def _number(self, row: int) -> int:
        """Return the number of a step among those listed, from 1."""
        steps = self.parent()
        assert isinstance(steps, StepList)
        return sum(not steps.isRowHidden(above) for above in range(row + 1))

    def _paint_badge(self, painter: QPainter, area: QRectF, size: int, count: int) -> None:
        steps = self.parent()
        assert isinstance(steps, StepList)
        width = max(size, painter.fontMetrics().horizontalAdvance(str(count)) + _INSET)
        badge = QRectF(area.right() - _INSET - width, area.center().y() - size / 2 + 0.5, width, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(steps.badgeGround)
        painter.drawRoundedRect(badge, size / 3, size / 3)
        small = QFont(painter.font())
        small.setPointSizeF(small.pointSizeF() * 0.9)
        small.setBold(True)
        painter.setFont(small)
        painter.setPen(steps.badgeInk)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(count))


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
