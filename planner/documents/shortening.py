"""Shortening a page: as many steps as it takes, then back whatever still finds room."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from planner.documents.boxes import Box
from planner.documents.page_style import PageStyle

Fits = Callable[[PageStyle], bool]


class Shortening:
    """Numbers the parts of a page that can show less, and returns page styles that cut them."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._boxes = boxes
        self._parts: list[Box] = []
        for box in boxes:
            self._number(box)

    def looks(self, look: PageStyle) -> list[PageStyle]:
        """Return for each step, lowest first, the style with the parts cut so far; [] if none has steps.

        A part is cut to the highest of its own steps that is not above it; 0, uncut, if it has none.
        """
        steps = sorted({step for part in self._parts for step in part.steps})
        return [look._replace(cuts=tuple([_level(part, step) for part in self._parts])) for step in steps]

    def restored(self, look: PageStyle, fits: Fits) -> PageStyle:
        """Return the style with each cut taken back a step if the page still fits, highest steps first."""
        # Levels cut every part alike, up to the one that made the page fit; most of them cut more than
        # that took. What was given up last matters most, so it is tried first.
        for step in sorted(set(look.cuts), reverse=True):
            if step:
                look = self._undone(look, step, fits)
        return look

    def _undone(self, look: PageStyle, step: int, fits: Fits) -> PageStyle:
        """Return the look with each part at this step taken one step back, if it fits so."""
        parts = [part for part in self._shown(look) if look.cuts[part.own] == step]
        together = _eased(look, parts)
        if parts and fits(together):
            return together
        for part in parts:
            eased = _eased(look, [part])
            if fits(eased):
                look = eased
        return look

    def _shown(self, look: PageStyle) -> Iterator[Box]:
        """Yield the parts that can be seen at all."""
        waiting = list(reversed(self._boxes))
        while waiting:
            box = waiting.pop()
            if box.steps:
                yield box
            waiting.extend(reversed(box.shown(look)))

    def _number(self, box: Box) -> None:
        box.first = len(self._parts)
        for part in box.parts:
            self._number(part)
        if box.steps:
            box.own = len(self._parts)
            self._parts.append(box)
        box.last = len(self._parts)


def _level(part: Box, step: int) -> int:
    """Return the part's own step that counts when the page has come to a step; 0 for none yet."""
    at = bisect_right(part.steps, step)
    return part.steps[at - 1] if at else 0


def _eased(look: PageStyle, parts: Sequence[Box]) -> PageStyle:
    cuts = list(look.cuts)
    for part in parts:
        at = bisect_left(part.steps, cuts[part.own])
        cuts[part.own] = part.steps[at - 1] if at else 0
    return look._replace(cuts=tuple(cuts))
