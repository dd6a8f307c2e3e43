"""Fitting a page: as large as it can be, then smaller, then visibly shortened; always the same way."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

from planner.documents.blocks import TableRow, WritingLines, draw_lines
from planner.documents.boxes import Box, PaintContext
from planner.documents.page_style import Notes, PageStyle
from planner.documents.sheet import PageCanvas
from planner.documents.shortening import Shortening
from planner.translation import _

T = TypeVar("T")

_SCALES = tuple(scale / 1000 for scale in range(1100, 799, -20))
SMALLEST = _SCALES[-1]
_LARGEST_WHEN_CUT = 0.86
"""A cut text set larger shows fewer words, so it grows no further than is good for reading."""
_SMALLEST_LETTER = 0.35 * 7.5 * 7.5
"""Points squared that a letter takes at the least, on the average of a text."""
_CLOSER = 0.94
"""The leading of a page that is too full even at the smallest size, relative to a page's that is not."""
_SIDE, _TOP, _BOTTOM = 38.0, 36.0, 30.0


class Paging(NamedTuple):
    """The size of a page in points, and how many pages there may be at most."""

    width: float
    height: float
    most_pages: int = 1

    @property
    def text_width(self) -> float:
        """The width between the margins, in points."""
        return self.width - 2 * _SIDE

    def text_height(self, footer: TableRow, look: PageStyle) -> float:
        """Return the height between the upper margin and the footer, in points."""
        return self.height - _TOP - _BOTTOM - footer.height(self.text_width, look) - 6


class Layout:
    """Sets the blocks of a document onto pages; `look` is the style found for it.

    It is the largest that fits on one page, else on as many as there may be; where even the smallest is too
    large, lines move closer and then texts are shortened.
    """

    def __init__(
        self, boxes: Sequence[Box], footer: Callable[[str, Sequence[str]], TableRow], paging: Paging
    ) -> None:
        self._boxes, self._footer, self._paging = list(boxes), footer, paging
        self._plain_footer = footer("", ())
        self.look = self._fitted()

    def draw(self, sheet: PageCanvas) -> tuple[int, Notes]:
        """Draw every page; return the number of pages, and the notes of what was shortened."""
        pages = self._pages(self.look)
        on = PaintContext(sheet, self.look, Notes())
        width = self._paging.text_width
        for number, boxes in enumerate(pages, start=1):
            if number > 1:
                sheet.next_page()
            self._draw_page(on, boxes)
            page_number = (
                _("{page} of {count}").format(page=number, count=len(pages)) if len(pages) > 1 else ""
            )
            footer = self._footer(page_number, on.notes.shortened)
            top = self._paging.height - _BOTTOM - self._plain_footer.height(width, self.look)
            footer.draw(on, _SIDE, top, width)
        return len(pages), on.notes

    def _draw_page(self, on: PaintContext, boxes: Sequence[Box]) -> None:
        width, y = self._paging.text_width, _TOP
        # Less than none where one box alone is higher than a page: lines to write on are then fewer.
        spare = self._room(self.look) - self._height(boxes, self.look)
        share = spare / max(sum(isinstance(box, WritingLines) for box in boxes), 1)
        for at, box in enumerate(boxes):
            y += self.look.space(box.above) if at else 0
            height = box.height(width, self.look)
            if isinstance(box, WritingLines):
                height += share
                draw_lines(on, _SIDE, y, width, height)
            else:
                box.draw(on, _SIDE, y, width)
            y += height

    def _fitted(self) -> PageStyle:
        """Return the largest look that fits: on one page whole, on as many as may be, or shortened."""
        for most, largest in ((1, _SCALES[0]), (self._paging.most_pages, 1.0)):
            if self._may_fit(most) and self._fits(PageStyle(SMALLEST), most):
                scales = [scale for scale in _SCALES if scale <= largest]
                return PageStyle(_first(scales, partial(self._fits_at, most), SMALLEST))
        return self._shortened(self._paging.most_pages)

    def _shortened(self, most: int) -> PageStyle:
        """Return the look at the smallest size that cuts as little as will do, then as large as it can be."""
        close = PageStyle(SMALLEST, _CLOSER)
        if self._may_fit(most) and self._fits(close, most):
            return close
        shortening = Shortening(self._boxes)
        looks = shortening.looks(close) or [close]  # where nothing can give way
        look = _lowest(looks, lambda tried: self._fits(tried, most))
        look = shortening.restored(look, lambda tried: self._fits(tried, most))
        scales = [look._replace(scale=scale) for scale in _SCALES if scale <= _LARGEST_WHEN_CUT]
        return _first(scales, lambda tried: self._fits(tried, most), look)

    def _fits_at(self, most_pages: int, scale: float) -> bool:
        return self._fits(PageStyle(scale), most_pages)

    def _fits(self, look: PageStyle, most_pages: int) -> bool:
        pages, room = self._pages(look), self._room(look)
        return len(pages) <= most_pages and all(self._height(page, look) <= room for page in pages)

    def _may_fit(self, most_pages: int) -> bool:
        """Whether measuring is worth it: no page holds more letters than this, however small."""
        area = self._paging.width * self._paging.height * most_pages
        return sum(box.char_count for box in self._boxes) * _SMALLEST_LETTER < area

    def _pages(self, look: PageStyle) -> list[list[Box]]:
        pages: list[list[Box]] = [[]]
        for box in self._boxes:
            if pages[-1] and self._height([*pages[-1], box], look) > self._room(look):
                pages.append([])
            pages[-1].append(box)
        return pages

    def _room(self, look: PageStyle) -> float:
        return self._paging.text_height(self._plain_footer, look)

    def _height(self, boxes: Sequence[Box], look: PageStyle) -> float:
        width = self._paging.text_width
        return sum(
            box.height(width, look) + (look.space(box.above) if at else 0) for at, box in enumerate(boxes)
        )


def _lowest(levels: Sequence[T], holds: Callable[[T], bool]) -> T:
    """Return the first level that holds, or the last; looked for from the end, where measuring is cheap."""
    # Gallops from the end: the later levels shorten more, so measuring them is cheaper by far than
    # measuring the whole text, and most pages need only the last few levels or none at all.
    stride, high = 1, len(levels) - 1
    while high >= stride and holds(levels[high - stride]):
        high -= stride
        stride *= 2
    return _first(levels[max(high - stride + 1, 0) : high], holds, levels[high])


def _first(levels: Sequence[T], holds: Callable[[T], bool], otherwise: T) -> T:
    """Return the first level that holds, given that all later ones hold too."""
    # Halving needs that what fits at one level fits at all later ones. Widths grow evenly with the size,
    # but line breaks do not: a smaller size may take a line more. It is then one level too low, never
    # too high, since what is returned was measured.
    low, high = 0, len(levels)
    while low < high:
        middle = (low + high) // 2
        if holds(levels[middle]):
            high = middle
        else:
            low = middle + 1
    return levels[low] if low < len(levels) else otherwise
