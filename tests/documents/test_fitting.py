"""How a page is made to fit: whole if it can be, closer set, then shortened no more than need be."""

from collections.abc import Mapping, Sequence

import pytest

from planner.documents.blocks import LINE_PITCH, TableRow, WritingLines
from planner.documents.boxes import Box, PaintContext, Stack
from planner.documents.fitting import SMALLEST, Layout, Paging
from planner.documents.fonts import FontBook
from planner.documents.page_style import PageStyle
from planner.documents.sheet import About, PageCanvas

A4 = Paging(595, 842)
ROOM = 770
"""The height between the margins and an empty footer, in points."""


class Matter(Box):
    """What takes so many points at full size, and fewer from each step on."""

    def __init__(self, points: float, fewer: Mapping[int, float] | None = None) -> None:
        self._points = {0: points} | dict(fewer or {})
        self.steps = tuple(fewer or ())
        self.drawn_at: float | None = None

    def _measure(self, width: float, look: PageStyle) -> float:
        del width
        return self._points[look.step(self.own)] * look.scale * look.leading

    def _draw(self, on: PaintContext, x: float, y: float, width: float) -> None:
        del on, x, width
        self.drawn_at = y


class RuledSheet(PageCanvas):
    """A sheet that notes how far down each line across it stands."""

    def __init__(self, paging: Paging) -> None:
        super().__init__(paging.width, paging.height, About("", "", "en-GB"), FontBook().face())
        self.rules: list[float] = []

    def rule(self, x: float, y: float, width: float, *, thickness: float = 0.5, tone: str = "hair") -> None:
        super().rule(x, y, width, thickness=thickness, tone=tone)
        self.rules.append(y)


def layout_of(*boxes: Box) -> Layout:
    def no_footer(_page: str, _shortened: Sequence[str]) -> TableRow:
        return TableRow([Stack([])], [1])

    return Layout(boxes, no_footer, A4)


def test_a_page_with_room_is_set_as_large_as_it_can_be() -> None:
    assert layout_of(Matter(ROOM / 2)).look == PageStyle(1.1)
    assert layout_of(Matter(ROOM)).look == PageStyle(1.0)


def test_a_page_slightly_too_full_is_set_closer_before_anything_is_cut() -> None:
    look = layout_of(Matter(ROOM / SMALLEST + 30, {10: 100})).look

    assert look.scale == SMALLEST
    assert 0.9 < look.leading < 1
    assert not any(look.cuts)


def test_a_page_too_full_for_that_is_shortened() -> None:
    long = Matter(ROOM / SMALLEST + 100, {10: 500})

    assert layout_of(long).look.step(long.own) == 10


def test_what_need_not_have_given_way_comes_back() -> None:
    long, short = Matter(1_000, {10: 500}), Matter(300, {10: 250})

    look = layout_of(long, short).look

    assert look.step(long.own) == 10
    assert look.step(short.own) == 0


def test_what_gave_way_first_comes_back_where_a_later_step_made_the_room() -> None:
    needed_less, long = Matter(300, {10: 100}), Matter(1_000, {20: 500})

    look = layout_of(needed_less, long).look

    assert look.step(needed_less.own) == 0
    assert look.step(long.own) == 20


def test_of_two_that_cannot_both_come_back_the_one_needed_more_does() -> None:
    needed_less, needed_more = Matter(300, {10: 100}), Matter(300, {20: 100})

    look = layout_of(needed_less, needed_more, Matter(1_000, {30: 500})).look

    assert (look.step(needed_less.own), look.step(needed_more.own)) == (10, 0)


def test_a_shortened_page_grows_into_the_room_it_has_won() -> None:
    look = layout_of(Matter(2_000, {10: 400})).look

    assert SMALLEST < look.scale < 0.9


def test_lines_to_write_on_share_what_room_is_left() -> None:
    sheet, below = RuledSheet(A4), Matter(100)

    layout_of(Matter(300), WritingLines(2), below).draw(sheet)

    assert len(sheet.rules) > 2
    assert below.drawn_at == pytest.approx(36 + ROOM - 100 * 1.1)
    assert max(sheet.rules) == pytest.approx(below.drawn_at)


def test_more_lines_than_a_page_holds_end_above_its_foot() -> None:
    sheet = RuledSheet(A4)
    too_many = int(ROOM / (LINE_PITCH * SMALLEST)) + 20

    layout_of(WritingLines(too_many)).draw(sheet)

    assert 0 < len(sheet.rules) < too_many
    assert max(sheet.rules) == pytest.approx(36 + ROOM)
