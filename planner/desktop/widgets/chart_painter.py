"""Paints a drawing with Qt, in the tones of the window."""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from planner.charts.drawing import Drawing, Mark, Polyline, Rectangle, Text
from planner.charts.hatching import strokes
from planner.charts.lettering import Lettering
from planner.charts.tones import Tone

_HATCH = 0.9


class Letters:
    """A font in the sizes of a chart, measured as it is painted."""

    def __init__(self, font: QFont, size: float) -> None:
        self._font = font
        self.sized = lru_cache(maxsize=32)(self._sized)
        self._metrics = lru_cache(maxsize=32)(self._measured)
        # A layout asks for the heights at several widths, and each drawing measures the same texts.
        self.width = lru_cache(maxsize=512)(self._width)
        self.lettering = Lettering(size, self.width)

    def _width(self, text: str, size: float, bold: bool) -> float:  # noqa: FBT001 (as Measure has it)
        """Return how wide a text is painted, in pixels."""
        return self._metrics(size, bold).horizontalAdvance(text)

    def _sized(self, size: float, bold: bool) -> QFont:  # noqa: FBT001 (a cache key)
        font = QFont(self._font)
        font.setPixelSize(max(int(size), 1))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font

    def _measured(self, size: float, bold: bool) -> QFontMetricsF:  # noqa: FBT001 (a cache key)
        return QFontMetricsF(self.sized(size, bold))


class ChartPainter:
    """Paints the shapes of one drawing, edges on whole pixels of the screen."""

    def __init__(
        self, painter: QPainter, drawing: Drawing, tones: Mapping[Tone, str], letters: Letters
    ) -> None:
        self._painter, self._drawing = painter, drawing
        self._colours = {tone: QColor(colour) for tone, colour in tones.items()}
        self._letters = letters
        self._fine = painter.device().devicePixelRatio()

    def paint(self) -> None:
        """Paint every shape in order."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for shape in self._drawing.shapes:
            if isinstance(shape, Rectangle):
                self._rectangle(shape)
            elif isinstance(shape, Polyline):
                self._line(shape)
            elif isinstance(shape, Mark):
                self._mark(shape)
            else:
                self._text(shape)

    def _rectangle(self, shape: Rectangle) -> None:
        painter, area = self._painter, self._snapped(shape)
        if shape.fill is not None:
            painter.fillRect(area, self._colours[shape.fill])
        if shape.hatch is not None:
            painter.setPen(self._pen(shape.hatch, _HATCH))
            for low, high in strokes(shape, self._drawing.em):
                painter.drawLine(QPointF(*low), QPointF(*high))
        if shape.outline is not None:
            painter.setPen(self._pen(shape.outline, shape.thickness, 2.5 if shape.dashed else 0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)

    def _line(self, shape: Polyline) -> None:
        self._painter.setPen(self._pen(shape.tone, shape.thickness, shape.dash))
        straight = len(shape.points) == 2 and any(
            abs(start - end) < 1e-6 for start, end in zip(*shape.points, strict=True)
        )
        points = [self._on_pixel(x, y) if straight else QPointF(x, y) for x, y in shape.points]
        self._painter.drawPolyline(QPolygonF(points))

    def _mark(self, shape: Mark) -> None:
        colour, middle, radius = self._colours[shape.tone], QPointF(shape.x, shape.y), shape.radius
        self._painter.setPen(self._pen(shape.tone, 1.4))
        self._painter.setBrush(self._colours[Tone.GROUND] if shape.hollow else colour)
        if shape.kind == "disc":
            self._painter.drawEllipse(middle, radius, radius)
        else:
            corners = [QPointF(shape.x + x, shape.y + y) for x, y in shape.corners()]
            self._painter.drawPolygon(QPolygonF(corners))

    def _text(self, shape: Text) -> None:
        self._painter.setFont(self._letters.sized(shape.size, shape.bold))
        self._painter.setPen(self._colours[shape.tone])
        self._painter.drawText(QPointF(shape.left, shape.y), shape.text)

    def _pen(self, tone: Tone, thickness: float, dash: float = 0) -> QPen:
        wide = thickness * self._drawing.unit
        pen = QPen(self._colours[tone], wide)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin if not dash else Qt.PenJoinStyle.RoundJoin)
        if dash:
            pen.setDashPattern([dash * self._drawing.unit / wide] * 2)
        return pen

    def _snapped(self, shape: Rectangle) -> QRectF:
        left, right = (self._snap(edge, self._drawing.width) for edge in (shape.box.left, shape.box.right))
        top, bottom = (self._snap(edge, self._drawing.height) for edge in (shape.box.top, shape.box.bottom))
        return QRectF(left, top, right - left, bottom - top)

    def _on_pixel(self, x: float, y: float) -> QPointF:
        return QPointF(self._snap(x, self._drawing.width), self._snap(y, self._drawing.height))

    def _snap(self, at: float, most: float) -> float:
        """Return the middle of the screen's pixel in which a coordinate lies, the last one at the most."""
        return (int(min(at * self._fine, most * self._fine - 1)) + 0.5) / self._fine
