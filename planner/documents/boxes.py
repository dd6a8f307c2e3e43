"""What a page is made of: boxes that know their height at a width and draw themselves."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from planner.documents.page_style import Notes, PageStyle
from planner.documents.sheet import PageCanvas

Key = tuple[float, float, float, tuple[int, ...]]


class PaintContext(NamedTuple):
    """What a box draws with: the canvas, the page's style, and notes of what was left out or cut."""

    sheet: PageCanvas
    look: PageStyle
    notes: Notes


class Box(ABC):
    """A part of the page that measures and draws itself.

    `above` is the space it wants above it, in points at full size. `steps` are the steps at which it shows
    less itself. Parts with steps are numbered: `own` is its number, −1 without steps; `first` to `last` are
    the numbers of all such parts within it.
    """

    above: float = 0
    parts: Sequence["Box"] = ()
    steps: tuple[int, ...] = ()
    own = -1
    first = last = 0

    def height(self, width: float, look: PageStyle) -> float:
        """Return the height in points that the box takes at this width; measured once and remembered."""
        key = self.key(width, look)
        known = self._heights.get(key)
        if known is None:
            known = self._heights[key] = self._measure(width, look)
        return known

    def draw(self, on: PaintContext, x: float, y: float, width: float) -> None:
        """Draw the box at this width, its top left corner at x, y, in points; y counts from the top down."""
        self._draw(on, x, y, width)

    def key(self, width: float, look: PageStyle) -> Key:
        """Return what the box's height depends on: width, scale, leading and the cuts of parts within."""
        return width, look.scale, look.leading, look.cuts[self.first : self.last]

    def shown(self, look: PageStyle) -> Sequence["Box"]:
        """Return the boxes directly within that are not left out."""
        del look
        return self.parts

    def left_out(self, look: PageStyle) -> Counter[str]:
        """Return how many entries of lists within are left out, by noun."""
        return total([part.left_out(look) for part in self.shown(look) if part.entries])

    @cached_property
    def entries(self) -> Counter[str]:
        """How many entries of lists there are within, by noun."""
        return total([part.entries for part in self.parts])

    @cached_property
    def char_count(self) -> int:
        """How many characters of text there are within, before anything is cut."""
        return sum(part.char_count for part in self.parts)

    @cached_property
    def _heights(self) -> dict[Key, float]:
        return {}

    @abstractmethod
    def _measure(self, width: float, look: PageStyle) -> float: ...

    @abstractmethod
    def _draw(self, on: PaintContext, x: float, y: float, width: float) -> None: ...


class Stack(Box):
    """Boxes below each other; a box of height 0 takes no space above it either."""

    def __init__(self, boxes: Sequence[Box], *, above: float = 0) -> None:
        self.parts = list(boxes)
        self.above = above

    def _measure(self, width: float, look: PageStyle) -> float:
        whole = 0.0
        for box in self.shown(look):
            height = box.height(width, look)
            if height:
                whole += height + (look.space(box.above) if whole else 0)
        return whole

    def _draw(self, on: PaintContext, x: float, y: float, width: float) -> None:
        top = y
        for box in self.shown(on.look):
            height = box.height(width, on.look)
            if height:
                y += on.look.space(box.above) if y > top else 0
                box.draw(on, x, y, width)
                y += height


def total(counts: Iterable[Counter[str]]) -> Counter[str]:
    """Return the sum of the counts, its keys in the order in which they first come."""
    counted: Counter[str] = Counter()
    for count in counts:
        if count:
            counted.update(count)
    return counted
