"""The blocks of page markup: sections, lists, tables, frames, the break-even bar, lines to write on."""

from collections.abc import Sequence

from planner.documents.boxes import Box, Paragraph, Stack
from planner.documents.look import Look, Notes
from planner.documents.sheet import Sheet

LINE_PITCH = 19.0


class Section(Stack):
    """A heading with a hairline under it, and what it heads."""

    def __init__(self, heading: Paragraph | None, boxes: Sequence[Box], *, column: str = "") -> None:
        head = [] if heading is None else [heading, Rule(above=2.5)]
        super().__init__([*head, *boxes], above=11)
        self.column = column


class Rule(Box):
    """A line across the column."""

    def __init__(self, *, thickness: float = 0.5, tone: str = "hair", above: float = 6) -> None:
        self.above = above
        self._thickness, self._tone = thickness, tone

    def height(self, width: float, look: Look) -> float:
        del width
        return look.space(2.5)

    def draw(self, sheet: Sheet, x: float, y: float, width: float, look: Look, notes: Notes) -> None:
        del look, notes
        sheet.rule(x, y, width, thickness=self._thickness, tone=self._tone)


class Entry(Box):
    """An entry of a list: its mark, and beside it what it says."""

    def __init__(self, body: Stack, *, mark: str, ticked: bool = False, above: float = 2) -> None:
        self._body, self._mark, self._ticked = body, mark, ticked
        self.letters = body.letters
        self.above = above

    def height(self, width: float, look: Look) -> float:
        return self._body.height(width - self._indent(look), look)

    def draw(self, sheet: Sheet, x: float, y: float, width: float, look: Look, notes: Notes) -> None:
        first = self._body.boxes[0]
        if isinstance(first, Paragraph):
            baseline, size = y + first.first_baseline(look), look.size(first.style)
            if self._mark == "tick":
                sheet.tick_box(x + 0.3, baseline, size * 0.68, ticked=self._ticked)
            else:
                sheet.dot(x, baseline, size)
        indent = self._indent(look)
        self._body.draw(sheet, x + indent, y, width - indent, look, notes)

    def _indent(self, look: Look) -> float:
        return look.space(12.5 if self._mark == "tick" else 9)


class TableRow(Box):
    """Cells side by side on one baseline; widths are shares of the row, the gap between them fixed."""

    def __init__(
        self, cells: Sequence[Stack], shares: Sequence[float], *, stand_on_bottom: bool = False, above: float = 2.5
    ) -> None:
        self._cells, self._shares, self._bottom = cells, shares, stand_on_bottom
        self.letters = sum(cell.letters for cell in cells)
        self.above = above

    def height(self, width: float, look: Look) -> float:
        return max(cell.height(space, look) for cell, _, space in self._placed(width, look))

    def draw(self, sheet: Sheet, x: float, y: float, width: float, look: Look, notes: Notes) -> None:
        whole = self.height(width, look)
        for cell, at, space in self._placed(width, look):
            drop = whole - cell.height(space, look) if self._bottom else 0
            cell.draw(sheet, x + at, y + drop, space, look, notes)

    def _placed(self, width: float, look: Look) -> list[tuple[Stack, float, float]]:
        gap = look.space(7)
        room = width - gap * (len(self._shares) - 1)
        at, placed = 0.0, []
        for cell, share in zip(self._cells, self._shares, strict=True):
            placed.append((cell, at, room * share))
            at += room * share + gap
        return placed


class Frame(Box):
    """A box around its content: outlined, or shaded."""

    def __init__(self, body: Stack, *, shaded: bool = False) -> None:
        self._body, self._shaded = body, shaded
        self.letters = body.letters
        self.above = 9

    def height(self, width: float, look: Look) -> float:
        pad = self._pad(look)
        return self._body.height(width - 2 * pad, look) + 1.5 * pad

    def draw(self, sheet: Sheet, x: float, y: float, width: float, look: Look, notes: Notes) -> None:
        pad = self._pad(look)
        fill = "shade" if self._shaded else ""
        sheet.frame(x, y, width, self.height(width, look), radius=4, fill=fill)
        self._body.draw(sheet, x + pad, y + 0.75 * pad, width - 2 * pad, look, notes)

    def _pad(self, look: Look) -> float:
        return look.space(8 if self._shaded else 11)


class BreakEvenBar(Box):
    """How much of the claimed value must come true: solid up to break-even, hatched beyond."""

    above = 5

    def __init__(self, share: float, low: Paragraph, middle: Paragraph, high: Paragraph) -> None:
        self._share = share
        self._captions = (low, middle, high)

    def height(self, width: float, look: Look) -> float:
        return look.space(14) + self._captions[0].height(width, look)

    def draw(self, sheet: Sheet, x: float, y: float, width: float, look: Look, notes: Notes) -> None:
        high = look.space(10)
        claim = width / max(self._share, 1)
        solid = claim * self._share
        sheet.hatch(x, y, claim, high)
        sheet.area(x, y, solid, high, "ink")
        sheet.outline(x, y, max(claim, solid), high)
        sheet.mark(x + solid, y - look.space(2.5), y + high + look.space(2.5))
        self._draw_captions(sheet, x, y + look.space(13.5), width, solid, look, notes)

    def _draw_captions(
        self, sheet: Sheet, x: float, y: float, width: float, solid: float, look: Look, notes: Notes
    ) -> None:
        low, middle, high = self._captions
        low_width, middle_width, high_width = (one.natural_width(look) for one in self._captions)
        start = min(max(solid - middle_width / 2, 0), width - middle_width)
        middle.draw(sheet, x + start, y, middle_width + 1, look, notes)
        if start > low_width + 4:
            low.draw(sheet, x, y, low_width + 1, look, notes)
        if start + middle_width + 4 < width - high_width:
            high.draw(sheet, x + width - high_width, y, high_width + 1, look, notes)


class WritingLines(Box):
    """Lines to write on: at least some, and as many more as there is room for."""

    above = 2

    def __init__(self, least: int) -> None:
        self._least = least

    def height(self, width: float, look: Look) -> float:
        del width
        return self._least * look.space(LINE_PITCH)

    def draw(self, sheet: Sheet, x: float, y: float, width: float, look: Look, notes: Notes) -> None:
        del notes
        draw_lines(sheet, x, y, width, self.height(width, look), look)


def draw_lines(sheet: Sheet, x: float, y: float, width: float, height: float, look: Look) -> None:
    """Rule lines to write on over the height, the last on its lower edge."""
    count = int(height / look.space(LINE_PITCH) + 1e-6)
    pitch = height / count if count else 0.0
    for number in range(1, count + 1):
        sheet.rule(x, y + number * pitch, width)
