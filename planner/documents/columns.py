"""Two columns: sections that may stand in either go where there is room."""

from collections.abc import Sequence

from planner.documents.blocks import LINE_PITCH, draw_lines
from planner.documents.boxes import Box, Key, PaintContext, Stack
from planner.documents.page_style import PageStyle
from planner.documents.rows import Section

_GUTTER = 19.0


class Columns(Box):
    """Sections in two columns, a wide left and a narrow right one, in their order within each.

    A section that names no column goes where there is more room. What is left free under the shorter column
    is ruled with lines to write on, if it is high enough for more than two.
    """

    above = 11

    def __init__(self, sections: Sequence[Section], *, left_share: float) -> None:
        self._sections = list(sections)
        self.parts = self._sections
        self._share = left_share
        self._placed: dict[Key, tuple[Stack, Stack]] = {}

    def _measure(self, width: float, look: PageStyle) -> float:
        columns = self._columns(width, look)
        spaces = self._widths(width, look)
        return max(column.height(space, look) for column, space in zip(columns, spaces, strict=True))

    def _draw(self, on: PaintContext, x: float, y: float, width: float) -> None:
        whole = self.height(width, on.look)
        spaces = self._widths(width, on.look)
        for column, space in zip(self._columns(width, on.look), spaces, strict=True):
            column.draw(on, x, y, space)
            used = column.height(space, on.look) + on.look.space(6)
            if whole - used > 2 * on.look.space(LINE_PITCH):
                draw_lines(on, x, y + used, space, whole - used)
            x += space + on.look.space(_GUTTER)

    def _widths(self, width: float, look: PageStyle) -> tuple[float, float]:
        room = width - look.space(_GUTTER)
        return room * self._share, room * (1 - self._share)

    def _columns(self, width: float, look: PageStyle) -> tuple[Stack, Stack]:
        key = self.key(width, look)
        if key not in self._placed:
            self._placed[key] = self._place(width, look)
        return self._placed[key]

    def _place(self, width: float, look: PageStyle) -> tuple[Stack, Stack]:
        """Put what may stand in either column into the one that is shorter so far, tallest first."""
        wide, narrow = self._widths(width, look)
        sides: dict[int, str] = {at: section.column for at, section in enumerate(self._sections)}
        left = self._total([section for section in self._sections if section.column == "left"], wide, look)
        right = self._total(
            [section for section in self._sections if section.column == "right"], narrow, look
        )
        free = [at for at, section in enumerate(self._sections) if section.column not in ("left", "right")]
        free.sort(key=lambda at: -self._sections[at].height(wide, look))
        for at in free:
            in_left, in_right = (self._total([self._sections[at]], space, look) for space in (wide, narrow))
            if left + in_left <= right + in_right:
                sides[at], left = "left", left + in_left
            else:
                sides[at], right = "right", right + in_right
        return (
            Stack([section for at, section in enumerate(self._sections) if sides[at] == "left"]),
            Stack([section for at, section in enumerate(self._sections) if sides[at] == "right"]),
        )

    @staticmethod
    def _total(sections: Sequence[Section], width: float, look: PageStyle) -> float:
        return sum(section.height(width, look) + look.space(section.above) for section in sections)
