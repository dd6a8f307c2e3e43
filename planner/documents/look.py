"""How the page looks at a given size, and how much of long texts it shows."""

from dataclasses import dataclass, field
from typing import NamedTuple

SMALLEST_BODY = 7.5
BODY = 9.3


class Style(NamedTuple):
    """A kind of paragraph. Sizes in points at full size, tracking and leading in em."""

    size: float = BODY
    leading: float = 1.36
    bold: bool = False
    italic: bool = False
    tone: str = "ink"
    tracking: float = 0
    above: float = 2.0
    upper: bool = False
    smallest: float = SMALLEST_BODY


STYLES = {
    "body": Style(),
    "quiet": Style(tone="quiet"),
    "strong": Style(bold=True),
    "eyebrow": Style(7.2, 1.4, bold=True, tone="quiet", tracking=0.09, upper=True, smallest=6.6, above=5),
    "title": Style(21, 1.16, bold=True, above=1, smallest=14),
    "subtitle": Style(10, 1.34, tone="quiet", above=1),
    "moment": Style(11.5, 1.3, bold=True, above=0, smallest=9),
    "place": Style(9.6, 1.34, above=1),
    "ask": Style(14, 1.26, bold=True, above=2, smallest=10.5),
    "heading": Style(7.4, 1.4, bold=True, tracking=0.12, upper=True, smallest=6.8, above=0),
    "verdict": Style(10.6, 1.3, bold=True, above=3, smallest=8.4),
    "caption": Style(7.2, 1.3, tone="quiet", smallest=6.6, above=1),
    "more": Style(8.4, 1.35, italic=True, tone="quiet", above=2),
    "foot": Style(6.9, 1.3, tone="quiet", smallest=6.6, above=0),
}

_HEAD_START = (23, 13, 7, 3, 0)
_STEP = 3
_LINES = (None, 12, 9, 7, 6, 5, 4, 3, 3, 2, 2, 1)
_ITEMS = (None, 14, 11, 9, 7, 6, 5, 4, 4, 3, 2, 1)
LAST_LEVEL = _HEAD_START[0] + _STEP * (len(_LINES) - 1)


class Look:
    """The size of everything relative to full size, and how severely long texts are shortened.

    `level` 0 shows all; each further level shows less, what matters least (rank 4) first.
    """

    def __init__(self, scale: float = 1.0, level: int = 0) -> None:
        self.scale, self.level = scale, level
        last = len(_LINES) - 1
        severities = [min(max(level - start + 2, 0) // _STEP, last) for start in _HEAD_START]
        self._lines = tuple(_LINES[one] for one in severities)
        self._items = tuple(_ITEMS[one] for one in severities)

    def __hash__(self) -> int:
        return hash((self.scale, self.level))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Look) and (self.scale, self.level) == (other.scale, other.level)

    def size(self, style: Style) -> float:
        """Return a style's size in points."""
        return max(style.size * self.scale, style.smallest)

    def space(self, points: float) -> float:
        """Return a distance at this size."""
        return points * self.scale

    def most_lines(self, rank: int) -> int | None:
        """Return how many lines a paragraph of this rank may have; None for all."""
        return self._lines[rank]

    def most_items(self, rank: int) -> int | None:
        """Return how many entries a list of this rank may have; None for all."""
        return self._items[rank]


@dataclass
class Notes:
    """What came to light while drawing: what was shortened, in words."""

    shortened: list[str] = field(default_factory=list)

    def add(self, what: str) -> None:
        """Note it once."""
        if what and what not in self.shortened:
            self.shortened.append(what)
