"""What a page is made of: boxes that know their height at a width and draw themselves."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from planner.documents.lines import Setting, set_lines
from planner.documents.look import STYLES, Look, Notes, Style
from planner.documents.shaping import Shaper
from planner.documents.sheet import Sheet
from planner.documents.words import Span, Words

_NARROWER = (0.6, 0.7, 0.8, 0.87, 0.94)
"""Shares of its width that a balanced paragraph tries to do with, on as many lines."""
_SINGULAR = {"people": "person", "lines of the case": "line of the case"}


class Drawing(NamedTuple):
    """What is drawn on, how it looks, and what came to light."""

    sheet: Sheet
    look: Look
    notes: Notes


class Box(ABC):
    """A part of the page.

    `above` is the space it wants above it, in points at full size; `letters` how many letters there
    are in it, before anything is cut.
    """

    above: float = 0
    letters: int = 0

    def height(self, width: float, look: Look) -> float:
        """Return the height in points that the box takes at this width."""
        known = self._heights.get((width, look))
        if known is None:
            known = self._heights[width, look] = self._measure(width, look)
        return known

    def draw(self, on: Drawing, x: float, y: float, width: float) -> None:
        """Draw the box with its top left corner at x, y."""
        self._draw(on, x, y, width)

    @cached_property
    def _heights(self) -> dict[tuple[float, Look], float]:
        return {}

    @abstractmethod
    def _measure(self, width: float, look: Look) -> float: ...

    @abstractmethod
    def _draw(self, on: Drawing, x: float, y: float, width: float) -> None: ...


class Cutting(NamedTuple):
    """How soon a text is shortened (rank 4 first), what it is called then, its most lines if few anyway."""

    rank: int = 2
    name: str = ""
    most: int | None = None


class Paragraph(Box):
    """Text set into lines."""

    def __init__(
        self,
        spans: Sequence[Span],
        style: Style,
        shaper: Shaper,
        *,
        cutting: Cutting | None = None,
        align: str = "left",
    ) -> None:
        self.above = style.above
        self.letters = sum(len(span.text) for span in spans)
        self.style = style
        self._shaper = shaper
        self._words = Words([_styled(span, style) for span in spans], shaper)
        self._cutting, self._align = cutting or Cutting(), align
        self._settings: dict[tuple[float, int | None], Setting] = {}

    def setting(self, width: float, look: Look) -> Setting:
        """Return the lines at a width."""
        key = (
            round(width / look.size(self.style), 3),
            self._cutting.most or look.most_lines(self._cutting.rank),
        )
        known = self._settings.get(key)
        if known is None:
            known = self._settings[key] = self._set(*key)
        return known

    def _set(self, room: float, most: int | None) -> Setting:
        full = set_lines(self._words, room, self._shaper, tracking=self.style.tracking, most=most)
        if not self.style.balanced or full.cut:
            return full
        narrower = (
            set_lines(self._words, room * share, self._shaper, tracking=self.style.tracking, most=most)
            for share in _NARROWER
            if len(full.lines) > 1
        )
        return next((one for one in narrower if len(one.lines) == len(full.lines)), full)

    def _measure(self, width: float, look: Look) -> float:
        return len(self.setting(width, look).lines) * look.size(self.style) * self.style.leading

    def _draw(self, on: Drawing, x: float, y: float, width: float) -> None:
        size = on.look.size(self.style)
        setting = self.setting(width, on.look)
        if setting.cut:
            on.notes.add(self._cutting.name)
        baseline = y + self.first_baseline(on.look)
        for line in setting.lines:
            right = (self._align == "right") != line.right_to_left
            start = x + width - line.width * size if right else x
            on.sheet.line_of_text(line, start, baseline, size, self.style.tracking)
            baseline += size * self.style.leading

    def first_baseline(self, look: Look) -> float:
        """Return how far below the top of the box its first line stands."""
        return look.size(self.style) * (self.style.leading / 2 + 0.34)

    def natural_width(self, look: Look) -> float:
        """Return the width of the text on as few lines as it asks for itself."""
        return max(line.width for line in self.setting(10_000, look).lines) * look.size(self.style)


class Stack(Box):
    """Boxes below each other."""

    def __init__(self, boxes: Sequence[Box], *, above: float = 0) -> None:
        self.boxes = list(boxes)
        self.letters = sum(box.letters for box in self.boxes)
        self.above = above

    def _measure(self, width: float, look: Look) -> float:
        return sum([box.height(width, look) + self._gap(at, look) for at, box in enumerate(self.boxes)])

    def _draw(self, on: Drawing, x: float, y: float, width: float) -> None:
        for at, box in enumerate(self.boxes):
            y += self._gap(at, on.look)
            box.draw(on, x, y, width)
            y += box.height(width, on.look)

    def _gap(self, at: int, look: Look) -> float:
        return look.space(self.boxes[at].above) if at else 0.0


class Rows(Box):
    """Entries below each other, of which all but `keep` may be left out: "3 more questions …"."""

    def __init__(
        self, entries: Sequence[Box], shaper: Shaper, *, noun: str, rank: int, keep: int = 1, above: float = 2
    ) -> None:
        self._entries = list(entries)
        self.letters = sum(box.letters for box in self._entries)
        self._shaper, self._noun, self._rank, self._keep = shaper, noun, rank, keep
        self._stacks: dict[int, Stack] = {}
        self.above = above

    def _measure(self, width: float, look: Look) -> float:
        return self._stack(look).height(width, look)

    def _draw(self, on: Drawing, x: float, y: float, width: float) -> None:
        left_out = len(self._entries) - self._shown(on.look)
        if left_out:
            on.notes.add(self._more(left_out))
        self._stack(on.look).draw(on, x, y, width)

    def _shown(self, look: Look) -> int:
        most = look.most_entries(self._rank) if self._noun else None
        return len(self._entries) if most is None else min(max(most, self._keep), len(self._entries))

    def _stack(self, look: Look) -> Stack:
        shown = self._shown(look)
        if shown not in self._stacks:
            boxes = self._entries[:shown]
            if shown < len(self._entries):
                words = f"{self._more(len(self._entries) - shown)} in the dossier"
                boxes.append(Paragraph([Span(words)], STYLES["more"], self._shaper, cutting=Cutting(rank=0)))
            self._stacks[shown] = Stack(boxes)
        return self._stacks[shown]

    def _more(self, count: int) -> str:
        one = _SINGULAR.get(self._noun, self._noun.removesuffix("s"))
        return f"{count} more {one if count == 1 else self._noun}"


def _styled(span: Span, style: Style) -> Span:
    return Span(
        span.text.upper() if style.upper else span.text,
        bold=style.bold or span.bold,
        italic=style.italic or span.italic,
        tone=style.tone if span.tone == "ink" else span.tone,
    )
