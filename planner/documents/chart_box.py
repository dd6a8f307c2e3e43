"""A chart on the page: the drawing that the window shows, in points, with its words for who cannot see it."""

import math
from typing import Protocol

from planner.charts.chart import Chart
from planner.charts.drawing import Drawing, Mark, Polyline, Rectangle, Text
from planner.charts.hatching import strokes
from planner.charts.lettering import Lettering
from planner.charts.tones import LIGHT, Tone
from planner.documents.boxes import Box, PaintContext
from planner.documents.line_breaking import Line, break_lines
from planner.documents.page_style import STYLES, PageStyle
from planner.documents.shaping import Shaper
from planner.documents.sheet import PageCanvas, Point
from planner.documents.words import Span, Words

_TONES = {Tone.INK: "ink", Tone.QUIET: "quiet"}
_HATCH = 0.9
_ROUND = 16
"""Corners of a disc: at a few points across nobody sees them."""
_UNBROKEN = 1e9


class ChartBox(Box):
    """A chart on the page, lettered in the size of captions, smaller where the column is too narrow."""

    above = 5

    def __init__(self, chart: Chart, shaper: Shaper) -> None:
        self._chart, self._shaper = chart, shaper
        self._lines: dict[tuple[str, bool, str], Line] = {}

    def _measure(self, width: float, look: PageStyle) -> float:
        drawing = self._drawing(width, look)
        return drawing.height * _share(width, drawing)

    def _draw(self, on: PaintContext, x: float, y: float, width: float) -> None:
        drawing = self._drawing(width, on.look)
        with on.sheet.described(drawing.alt):
            _Pen(on.sheet, drawing, (x, y), _share(width, drawing), self._set).draw()

    def _drawing(self, width: float, look: PageStyle) -> Drawing:
        return self._chart.draw(width, Lettering(look.size(STYLES["caption"]), self._width))

    def _width(self, text: str, size: float, bold: bool) -> float:  # noqa: FBT001 (as Measure has it)
        return self._set(text, "ink", bold=bold).width * size

    def _set(self, text: str, tone: str, *, bold: bool) -> Line:
        """Return the text on one line, measured once for every size."""
        key = (text, bold, tone)
        if key not in self._lines:
            words = Words([Span(text, bold=bold, tone=tone)], self._shaper)
            self._lines[key] = break_lines(words, _UNBROKEN, self._shaper).lines[0]
        return self._lines[key]


class _Pen:
    """Draws one drawing onto the sheet, its top left corner at a point."""

    def __init__(
        self, sheet: PageCanvas, drawing: Drawing, corner: Point, share: float, set_text: "_SetText"
    ) -> None:
        self._sheet, self._drawing, self._set = sheet, drawing, set_text
        self._corner, self._share = corner, share

    def draw(self) -> None:
        for shape in self._drawing.shapes:
            if isinstance(shape, Rectangle):
                self._rectangle(shape)
            elif isinstance(shape, Polyline):
                self._stroke(shape.points, shape.tone, shape.thickness, shape.dash)
            elif isinstance(shape, Mark):
                self._mark(shape)
            else:
                self._text(shape)

    def _rectangle(self, shape: Rectangle) -> None:
        left, top, right, bottom = shape.box
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        if shape.fill is not None:
            self._sheet.area([self._at(*corner) for corner in corners], LIGHT[shape.fill])
        if shape.hatch is not None:
            for stroke in strokes(shape, self._drawing.em):
                self._stroke(stroke, shape.hatch, _HATCH)
        if shape.outline is not None:
            dash = 2.5 if shape.dashed else 0
            self._stroke(corners, shape.outline, shape.thickness, dash, closed=True)

    def _mark(self, shape: Mark) -> None:
        r = shape.radius
        turns = (2 * math.pi * number / _ROUND for number in range(_ROUND))
        disc = ((r * math.cos(turn), r * math.sin(turn)) for turn in turns)
        corners = tuple(disc) if shape.kind == "disc" else shape.corners()
        placed = [(shape.x + x, shape.y + y) for x, y in corners]
        fill = LIGHT[Tone.GROUND if shape.hollow else shape.tone]
        self._sheet.area([self._at(*point) for point in placed], fill)
        self._stroke(tuple(placed), shape.tone, 1.4, closed=True)

    def _text(self, shape: Text) -> None:
        x, y = self._at(shape.left, shape.y)
        line = self._set(shape.text, _TONES[shape.tone], bold=shape.bold)
        self._sheet.line_of_text(line, x, y, shape.size * self._share)

    def _stroke(
        self,
        points: tuple[Point, ...],
        tone: Tone,
        thickness: float,
        dash: float = 0,
        *,
        closed: bool = False,
    ) -> None:
        unit = self._drawing.unit * self._share
        placed = [self._at(*point) for point in points]
        self._sheet.stroke(placed, LIGHT[tone], thickness * unit, dash=dash * unit, closed=closed)

    def _at(self, x: float, y: float) -> Point:
        return self._corner[0] + x * self._share, self._corner[1] + y * self._share


class _SetText(Protocol):
    def __call__(self, text: str, tone: str, *, bold: bool) -> Line: ...


def _share(width: float, drawing: Drawing) -> float:
    """Return how much smaller than drawn it is set where the column is narrower than the least width."""
    return min(width / drawing.width, 1.0)
