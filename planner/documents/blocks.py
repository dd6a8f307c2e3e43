"""The blocks of page markup: entries of lists, tables, frames, lines to write on."""

from collections.abc import Sequence

from planner.documents.boxes import Box, PaintContext, Stack
from planner.documents.overflow_policy import Levels, most_at
from planner.documents.page_style import PageStyle
from planner.documents.paragraph import Paragraph

LINE_PITCH = 19.0


class HorizontalRule(Box):
    """A horizontal line across the column."""

    def __init__(self, *, thickness: float = 0.5, tone: str = "hair", above: float = 6) -> None:
        self.above = above
        self._thickness, self._tone = thickness, tone

    def _measure(self, width: float, look: PageStyle) -> float:
        del width
        return look.space(2.5)

    def _draw(self, on: PaintContext, x: float, y: float, width: float) -> None:
        on.sheet.rule(x, y, width, thickness=self._thickness, tone=self._tone)


class ListItem(Box):
    """An entry of a list: its mark (a dot or a box to tick), and its content beside it."""

    def __init__(self, body: Stack, *, mark: str, ticked: bool = False, above: float = 2) -> None:
        self._body, self._mark, self._ticked = body, mark, ticked
        self.parts = [body]
        self.above = above

    def _measure(self, width: float, look: PageStyle) -> float:
        return self._body.height(width - self._indent(look), look)

    def _draw(self, on: PaintContext, x: float, y: float, width: float) -> None:
        first = self._body.parts[0]
        if isinstance(first, Paragraph):
            baseline, size = y + first.first_baseline(on.look), on.look.size(first.style)
            if self._mark == "tick":
                on.sheet.tick_box(x + 0.3, baseline, size * 0.68, ticked=self._ticked)
            else:
                on.sheet.dot(x, baseline, size)
        indent = self._indent(on.look)
        self._body.draw(on, x + indent, y, width - indent)

    def _indent(self, look: PageStyle) -> float:
        return look.space(12.5 if self._mark == "tick" else 9)


class TableRow(Box):
    """Cells side by side, each with its share of the width; they align at the top, or at the bottom."""

    def __init__(
        self,
        cells: Sequence[Stack],
        shares: Sequence[float],
        *,
        stand_on_bottom: bool = False,
        above: float = 2.5,
    ) -> None:
        self._cells, self._shares, self._bottom = cells, shares, stand_on_bottom
        self.parts = self._cells
        self.above = above

    def _measure(self, width: float, look: PageStyle) -> float:
        return max(cell.height(space, look) for cell, _, space in self._placed(width, look))

    def _draw(self, on: PaintContext, x: float, y: float, width: float) -> None:
        whole = self.height(width, on.look)
        for cell, at, space in self._placed(width, on.look):
            drop = whole - cell.height(space, on.look) if self._bottom else 0
            cell.draw(on, x + at, y + drop, space)

    def _placed(self, width: float, look: PageStyle) -> list[tuple[Stack, float, float]]:
        gap = look.space(7)
        room = width - gap * (len(self._shares) - 1)
        at, placed = 0.0, []
        for cell, share in zip(self._cells, self._shares, strict=True):
            placed.append((cell, at, room * share))
            at += room * share + gap
        return placed


class Frame(Box):
    """A box around its content: outlined, or shaded without an outline."""

    def __init__(self, body: Stack, *, shaded: bool = False) -> None:
        self._body, self._shaded = body, shaded
        self.parts = [body]
        self.above = 9

    def _measure(self, width: float, look: PageStyle) -> float:
        pad = self._pad(look)
        return self._body.height(width - 2 * pad, look) + 1.5 * pad

    def _draw(self, on: PaintContext, x: float, y: float, width: float) -> None:
        pad = self._pad(on.look)
        fill = "shade" if self._shaded else ""
        on.sheet.frame(x, y, width, self.height(width, on.look), radius=4, fill=fill)
        self._body.draw(on, x + pad, y + 0.75 * pad, width - 2 * pad)

    def _pad(self, look: PageStyle) -> float:
        return look.space(8 if self._shaded else 11)


class WritingLines(Box):
    """Ruled lines to write on, `least` of them or fewer at the steps in `fewer`.

    Spare room of the page adds more to those that stand directly on it.
    """

    above = 2

    def __init__(self, least: int, fewer: Levels = ()) -> None:
        self._least, self._fewer = least, fewer
        self.steps = tuple(step for step, _ in fewer)

    def _measure(self, width: float, look: PageStyle) -> float:
        del width
        fewer = most_at(self._fewer, look.step(self.own))
        return (self._least if fewer is None else fewer) * look.space(LINE_PITCH)

    def _draw(self, on: PaintContext, x: float, y: float, width: float) -> None:
        draw_lines(on, x, y, width, self.height(width, on.look))


def draw_lines(on: PaintContext, x: float, y: float, width: float, height: float) -> None:
    """Draw ruled lines to write on, spread over the height, the last on its lower edge; none if too low."""
    count = int(height / on.look.space(LINE_PITCH) + 1e-6)
    pitch = height / count if count else 0.0
    for number in range(1, count + 1):
        on.sheet.rule(x, y + number * pitch, width)
