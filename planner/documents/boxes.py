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
    """What is drawn on, how it looks, and what came to light."""

    sheet: PageCanvas
    look: PageStyle
    notes: Notes


class Box(ABC):
    """A part of the page.

    `above` is the space it wants above it, in points at full size. `steps` are those at which it
    gives way itself; `own` is its number among the parts that do, `first` to `last` the numbers of
    all of them within it.
    """

    above: float = 0
    parts: Sequence["Box"] = ()
    steps: tuple[int, ...] = ()
    own = -1
    first = last = 0

    def height(self, width: float, look: PageStyle) -> float:
        """Return the height in points that the box takes at this width."""
        key = self.key(width, look)
        known = self._heights.get(key)
        if known is None:
            known = self._heights[key] = self._measure(width, look)
        return known

    def draw(self, on: PaintContext, x: float, y: float, width: float) -> None:
        """Draw the box with its top left corner at x, y."""
        self._draw(on, x, y, width)

    def key(self, width: float, look: PageStyle) -> Key:
        """Return what the box's inside depends on."""
        return width, look.scale, look.leading, look.cuts[self.first : self.last]

    def shown(self, look: PageStyle) -> Sequence["Box"]:
        """Return the boxes within that are not left out."""
        del look
        return self.parts

    def left_out(self, look: PageStyle) -> Counter[str]:
        """Return how many entries of lists are left out within, by what they are called."""
        return total([part.left_out(look) for part in self.shown(look) if part.entries])

    @cached_property
    def entries(self) -> Counter[str]:
        """How many entries of lists there are within, by what they are called."""
        return total([part.entries for part in self.parts])

    @cached_property
    def char_count(self) -> int:
        """How many letters there are within, before anything is cut."""
        return sum(part.char_count for part in self.parts)

    @cached_property
    def _heights(self) -> dict[Key, float]:
        return {}

    @abstractmethod
    def _measure(self, width: float, look: PageStyle) -> float: ...

    @abstractmethod
    def _draw(self, on: PaintContext, x: float, y: float, width: float) -> None: ...


class Stack(Box):
    """Boxes below each other; one without height takes no space at all."""

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
    """Return the sum of the counts, in the order in which they come."""
    counted: Counter[str] = Counter()
    for one in counts:
        if one:
            counted.update(one)
    return counted
