"""How the page looks at a given size, and how much of long texts it shows."""

from dataclasses import dataclass, field
from typing import NamedTuple

SMALLEST_BODY = 7.5
BODY = 9.3


class Style(NamedTuple):
    """A kind of paragraph. Sizes in points at full size, tracking in em, leading relative to the size.

    A balanced one has lines of about the same length rather than a last word alone.
    """

    size: float = BODY
    leading: float = 1.36
    bold: bool = False
    italic: bool = False
    tone: str = "ink"
    tracking: float = 0
    above: float = 2.0
    upper: bool = False
    smallest: float = SMALLEST_BODY
    balanced: bool = False


STYLES = {
    "body": Style(),
    "quiet": Style(tone="quiet"),
    "strong": Style(bold=True),
    "eyebrow": Style(7.2, 1.4, bold=True, tone="quiet", tracking=0.09, upper=True, smallest=6.6, above=5),
    "title": Style(21, 1.16, bold=True, above=1, smallest=14, balanced=True),
    "subtitle": Style(10, 1.34, tone="quiet", above=1),
    "moment": Style(11.5, 1.3, bold=True, above=0, smallest=9),
    "place": Style(9.6, 1.34, above=1),
    "ask": Style(14, 1.26, bold=True, above=2, smallest=10.5, balanced=True),
    "heading": Style(7.4, 1.4, bold=True, tracking=0.12, upper=True, smallest=6.8, above=0),
    "verdict": Style(10.2, 1.3, bold=True, above=3, smallest=8.4, balanced=True),
    "caption": Style(7.2, 1.3, tone="quiet", smallest=6.6, above=1),
    "figures": Style(8, 1.25, above=0),
    "hint": Style(italic=True, tone="quiet"),
    "after": Style(above=10),
    "more": Style(8.4, 1.35, italic=True, tone="quiet", above=2),
    "foot": Style(6.9, 1.3, tone="quiet", smallest=6.6, above=0),
    "day-time": Style(16, 1.2, bold=True, smallest=15, above=0),
    "day-client": Style(17, 1.2, bold=True, smallest=16, above=0, balanced=True),
    "day-ask": Style(13, 1.28, bold=True, smallest=12, above=1),
    "day-line": Style(12, 1.3, smallest=11.5, above=3),
    "day-place": Style(12, 1.3, smallest=11.5, above=7),
    "day-quiet": Style(10.5, 1.3, tone="quiet", smallest=10, above=8),
    "day-foot": Style(11.5, 1.3, tone="quiet", smallest=11, above=0),
}


class PageStyle(NamedTuple):
    """The style of a whole page: size and leading relative to full, and how much is cut.

    `cuts` holds the step of each numbered part; () shows all.
    """

    scale: float = 1.0
    leading: float = 1.0
    cuts: tuple[int, ...] = ()

    def size(self, style: Style) -> float:
        """Return a style's letter size in points on this page, at least its smallest."""
        return max(style.size * self.scale, style.smallest)

    def pitch(self, style: Style) -> float:
        """Return the distance from line to line of a style in points."""
        return self.size(style) * style.leading * self.leading

    def space(self, points: float) -> float:
        """Return a distance in points, given at full size, on this page."""
        return points * self.scale

    def step(self, part: int) -> int:
        """Return the step that a part is cut to; 0 if it is shown in full."""
        return self.cuts[part] if self.cuts and part >= 0 else 0


@dataclass
class Notes:
    """What was shortened while drawing: `dropped` left out without a sign on the page, `cut` with one."""

    dropped: dict[str, None] = field(default_factory=dict)
    cut: dict[str, None] = field(default_factory=dict)

    @property
    def shortened(self) -> list[str]:
        """The names of all that was shortened, once each, what was dropped first."""
        return [name for name in self.dropped | self.cut if name]
