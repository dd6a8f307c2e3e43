"""How the page looks at a given size, and how much of long texts it shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

SMALLEST_BODY = 7.5
BODY = 9.3


class Style(NamedTuple):
    """A kind of paragraph. Sizes in points at full size, tracking and leading in em.

    Balanced ones have lines of about one length rather than a last word alone.
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
    "hint": Style(italic=True, tone="quiet"),
    "after": Style(above=10),
    "more": Style(8.4, 1.35, italic=True, tone="quiet", above=2),
    "foot": Style(6.9, 1.3, tone="quiet", smallest=6.6, above=0),
}

_LINES = (None, 8, 6, 5, 4, 3, 3, 3, 2, 2, 2, 2, 1)
_ENTRIES = (None, 12, 9, 7, 6, 5, 4, 3, 3, 2, 2, 1)
_LINES_FROM = (60, 32, 16, 4, 1)
_ENTRIES_FROM = (67, 47, 29, 16, 9)
_STEP = 10
LAST_LEVEL = _LINES_FROM[0] + _STEP * (len(_LINES) - 1)
"""Each level takes one step: from one rank's paragraphs a few lines, or from its lists a few entries.

What matters least (rank 4) is cut before what matters most.
"""

Rungs = tuple[int, ...]


class Look(NamedTuple):
    """The size of everything relative to full size, and how severely long texts are shortened.

    For each rank, how far down the ladders of lines and of entries it has come; 0 shows all.
    """

    scale: float = 1.0
    lines: Rungs = (0, 0, 0, 0, 0)
    entries: Rungs = (0, 0, 0, 0, 0)

    @classmethod
    def at_level(cls, scale: float, level: int) -> "Look":
        """Return the look at a size, shortened by so many steps."""
        return cls(scale, _rungs(_LINES, level, _LINES_FROM), _rungs(_ENTRIES, level, _ENTRIES_FROM))

    def fuller(self) -> Iterator[Callable[["Look"], list["Look"]]]:
        """Yield, for one rank's paragraphs or lists after the other, how a look shows them fuller.

        What was cut most comes first. Each gives looks from the fullest to the one as it is.
        """
        cut = [(-rung, rank, "lines") for rank, rung in enumerate(self.lines) if rung]
        cut += [(-rung, rank, "entries") for rank, rung in enumerate(self.entries) if rung]
        for rung, rank, ladder in sorted(cut):
            yield partial(_from_fullest, rank=rank, ladder=ladder, rungs=-rung)

    def size(self, style: Style) -> float:
        """Return a style's size in points."""
        return max(style.size * self.scale, style.smallest)

    def space(self, points: float) -> float:
        """Return a distance at this size."""
        return points * self.scale

    def most_lines(self, rank: int) -> int | None:
        """Return how many lines a paragraph of this rank may have; None for all."""
        return _LINES[self.lines[rank]]

    def most_entries(self, rank: int) -> int | None:
        """Return how many entries a list of this rank may have; None for all."""
        return _ENTRIES[self.entries[rank]]


def _rungs(ladder: tuple[int | None, ...], level: int, starts: Rungs) -> Rungs:
    """Return how far down the ladder each rank has come at a level."""
    return tuple(min(max(level - start + _STEP, 0) // _STEP, len(ladder) - 1) for start in starts)


def _from_fullest(look: Look, *, rank: int, ladder: str, rungs: int) -> list[Look]:
    now: Rungs = getattr(look, ladder)
    fuller = [(*now[:rank], rung, *now[rank + 1 :]) for rung in range(rungs + 1)]
    if ladder == "lines":
        return [look._replace(lines=one) for one in fuller]
    return [look._replace(entries=one) for one in fuller]


@dataclass
class Notes:
    """What came to light while drawing: what was shortened, in words."""

    shortened: list[str] = field(default_factory=list)

    def add(self, what: str) -> None:
        """Note it once."""
        if what and what not in self.shortened:
            self.shortened.append(what)
