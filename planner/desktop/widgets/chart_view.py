"""A chart in a form: as wide as there is room, in the colours of the window."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Property, QEvent, QPointF, QSize
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontInfo,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from planner.charts.chart import SMALLEST_WIDTH, Chart
from planner.charts.drawing import Drawing
from planner.charts.tones import DARK, LIGHT, Tone
from planner.desktop.widgets.chart_painter import ChartPainter, Letters
from planner.translation import _

_SMALLER = 0.92
"""The letters of a chart relative to those around it."""
_TITLE = 1.8
"""The height of a title in em."""
_USUAL_WIDTH = 44
"""How many em wide a chart likes to be."""


class ChartView(QWidget):
    """Shows a chart; what it says is its accessible description. Without one it takes no room.

    `titled` in a form has the chart's title above it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._letters: Letters | None = None
        self._drawings: dict[int, Drawing] = {}
        self._titled = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setVisible(False)

    @property
    def chart(self) -> Chart | None:
        """The chart shown; None if none is."""
        return self._chart

    def show_chart(self, chart: Chart | None) -> None:
        """Show a chart in place of the one before; None hides the view."""
        if chart == self._chart:
            return
        self._chart = chart
        self.setAccessibleName(chart.title if chart else "")
        self.setAccessibleDescription(chart.alt if chart else "")
        self.setVisible(chart is not None)
        self._renew()

    def drawing(self, width: int) -> Drawing | None:
        """Return what is painted at a width; None without a chart."""
        if self._chart is None:
            return None
        if width not in self._drawings:
            self._drawings[width] = self._chart.draw(width, self._fitting().lettering)
        return self._drawings[width]

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the drawing, and of the title above it, at a width; 0 without a chart."""
        drawing = self.drawing(width)
        if drawing is None:
            return 0
        return round(self._title_height() + drawing.height * self._share(width, drawing) + 0.5)

    def sizeHint(self) -> QSize:
        """Return a width at which charts read well, and the height at that width."""
        width = round(_USUAL_WIDTH * self._fitting().lettering.size)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least width, and the height at the width there is, 0 without a chart."""
        width = round(SMALLEST_WIDTH * self._fitting().lettering.size)
        return QSize(width, 0 if self._chart is None else self.heightForWidth(max(self.width(), width)))

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in another font; colours are looked up with each painting."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._letters = None
            self._renew()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing in the tones of the window."""
        drawing = self.drawing(self.width())
        if drawing is None:
            return
        tones = DARK if self.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT
        painter = QPainter(self)
        if self._titled:
            self._paint_title(painter, tones)
        share = self._share(self.width(), drawing)
        painter.scale(share, share)
        ChartPainter(painter, drawing, tones, self._fitting()).paint()
        painter.end()

    def _paint_title(self, painter: QPainter, tones: Mapping[Tone, str]) -> None:
        """Paint the title, and begin below it."""
        assert self._chart is not None
        letters = self._fitting().lettering
        painter.setFont(self._fitting().sized(letters.size, False))
        painter.setPen(QColor(tones[Tone.QUIET]))
        title = letters.shortened(self._chart.title, self.width())
        painter.drawText(QPointF(0, letters.size), title)
        painter.translate(0, self._title_height())

    def _title_height(self) -> float:
        """Return the room for the title, in whole pixels: edges stay crisp below it."""
        return float(round(_TITLE * self._fitting().lettering.size)) if self._titled else 0.0

    def _read_titled(self) -> bool:
        return self._titled

    def _write_titled(self, titled: bool) -> None:  # noqa: FBT001 (a Qt property is set so)
        self._titled = titled
        self._renew()

    titled: Any = Property(bool, _read_titled, _write_titled)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show a menu whose one entry copies the chart's numbers."""
        menu = QMenu(self)
        menu.addAction(_("&Copy the numbers"), self.copy_numbers)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def copy_numbers(self) -> None:
        """Put the chart's numbers on the clipboard, as rows of cells parted by tabs; none without a chart."""
        if self._chart is not None:
            lines = ("\t".join(row) for row in self._chart.rows())
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _fitting(self) -> Letters:
        if self._letters is None:
            self._letters = Letters(self.font(), QFontInfo(self.font()).pixelSize() * _SMALLER)
        return self._letters

    @staticmethod
    def _share(width: int, drawing: Drawing) -> float:
        """Return how much smaller than drawn it is painted, in less than the smallest width."""
        return min(width / drawing.width, 1.0)

    def _renew(self) -> None:
        self._drawings.clear()
        self.updateGeometry()
        self.update()
