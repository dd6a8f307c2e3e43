"""A drawing: plain shapes and texts in the order in which they are painted.

Lengths are units of whoever asked for it: pixels on the screen, points on the page. x counts to the
right, y down from the top; thickness and dashes are in twelfths of an em. Neither Qt nor ReportLab is
needed to make one or to look into it.
"""

from enum import StrEnum
from typing import Literal, NamedTuple

import msgspec

from planner.charts.tones import Tone

ASCENT, DESCENT = 0.8, 0.24
"""How far letters reach above and below their baseline, in em."""


class Anchor(StrEnum):
    """Which part of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Bounds(NamedTuple):
    """The room that a shape takes."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Bounds", slack: float = 0.01) -> bool:
        """Whether the two share more than an edge."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > slack and down > slack


class Rectangle(msgspec.Struct, frozen=True, kw_only=True):
    """A bar or an area: filled, hatched and outlined as named, in this order."""

    x: float
    y: float
    width: float
    height: float
    fill: Tone | None = None
    hatch: Tone | None = None
    outline: Tone | None = None
    thickness: float = 0.8
    dashed: bool = False

    @property
    def box(self) -> Bounds:
        """The room it takes."""
        return Bounds(self.x, self.y, self.x + self.width, self.y + self.height)


class Polyline(msgspec.Struct, frozen=True, kw_only=True):
    """A line through two or more points; `dash` is the length of a stroke and of the gap, 0 for solid."""

    points: tuple[tuple[float, float], ...]
    tone: Tone = Tone.INK
    thickness: float = 0.8
    dash: float = 0

    @property
    def box(self) -> Bounds:
        """The room it takes."""
        xs, ys = zip(*self.points, strict=True)
        return Bounds(min(xs), min(ys), max(xs), max(ys))


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A point of a line made visible: a disc, a square or a diamond around its middle, hollow or full."""

    x: float
    y: float
    radius: float
    kind: Literal["disc", "square", "diamond"] = "disc"
    hollow: bool = False
    tone: Tone = Tone.INK

    @property
    def box(self) -> Bounds:
        """The room it takes."""
        return Bounds(self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius)

    def corners(self) -> tuple[tuple[float, float], ...]:
        """Return the corners of a square or a diamond in turn, as offsets from its middle; not for a disc."""
        r = self.radius
        if self.kind == "diamond":
            return (0, -r), (r, 0), (0, r), (-r, 0)
        return (-r, -r), (r, -r), (r, r), (-r, r)


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """One line of text on its baseline y; `width` is its measured width, `anchor` the part of it at x."""

    x: float
    y: float
    text: str
    size: float
    width: float
    anchor: Anchor = Anchor.START
    bold: bool = False
    tone: Tone = Tone.INK

    @property
    def left(self) -> float:
        """The x at which the text begins."""
        back = {Anchor.START: 0.0, Anchor.MIDDLE: self.width / 2, Anchor.END: self.width}
        return self.x - back[self.anchor]

    @property
    def box(self) -> Bounds:
        """The room it takes."""
        left = self.left
        return Bounds(left, self.y - ASCENT * self.size, left + self.width, self.y + DESCENT * self.size)


Shape = Rectangle | Polyline | Mark | Text


class Drawing(msgspec.Struct, frozen=True, kw_only=True):
    """Shapes within width and height, and the words for who cannot see them; `em` is the letters' size."""

    width: float
    height: float
    em: float
    alt: str
    shapes: tuple[Shape, ...]

    @property
    def unit(self) -> float:
        """The length in which thickness and dashes are given: a twelfth of an em."""
        return self.em / 12

    def texts(self) -> tuple[Text, ...]:
        """Return the texts alone."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Text))

    def bars(self) -> tuple[Rectangle, ...]:
        """Return the rectangles alone."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Rectangle))
