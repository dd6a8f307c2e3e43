"""Text set into lines, shortened as far as its look says."""

from collections.abc import Sequence

from planner.documents.boxes import Box, PaintContext
from planner.documents.line_breaking import Setting, break_lines
from planner.documents.overflow_policy import OverflowPolicy, most_at
from planner.documents.page_style import PageStyle, Style
from planner.documents.shaping import Shaper
from planner.documents.words import Span, Words

_NARROWER = (0.6, 0.7, 0.8, 0.87, 0.94)
"""Shares of its width that a balanced paragraph tries to do with, on as many lines."""


class Paragraph(Box):
    """A text set into lines, shortened as its OverflowPolicy says."""

    def __init__(
        self,
        spans: Sequence[Span],
        style: Style,
        shaper: Shaper,
        *,
        cutting: OverflowPolicy | None = None,
        align: str = "left",
    ) -> None:
        self.above = style.above
        self.style = style
        self._spans = [_styled(span, style) for span in spans]
        self._shaper = shaper
        self._cutting, self._align = cutting or OverflowPolicy(), align
        self.char_count = sum([len(span.text) for span in spans])
        self.steps = self._cutting.steps if self.char_count else ()
        self._words: dict[int, Words] = {}
        self._settings: dict[tuple[float, int | None, int], Setting] = {}

    def setting(self, width: float, look: PageStyle) -> Setting:
        """Return the lines at a width in points; remembered for each size and step."""
        step = look.step(self.own)
        dropped = sum([aside is not None and aside.step <= step for aside in self._cutting.asides])
        key = (round(width / look.size(self.style), 3), most_at(self._cutting.lines, step), dropped)
        known = self._settings.get(key)
        if known is None:
            words = self._words_at(step, dropped)
            nothing_left = dropped and words.at(0) is None
            known = self._settings[key] = Setting(()) if nothing_left else self._set(words, *key[:2])
        return known

    def _words_at(self, step: int, dropped: int) -> Words:
        """Return the words without the asides left out by a step."""
        known = self._words.get(dropped)
        if known is None:
            asides = self._cutting.asides or [None] * len(self._spans)
            spans = [
                span
                for span, aside in zip(self._spans, asides, strict=True)
                if not (aside and aside.step <= step)
            ]
            known = self._words[dropped] = Words(spans, self._shaper)
        return known

    def _set(self, words: Words, room: float, most: int | None) -> Setting:
        full = break_lines(words, room, self._shaper, tracking=self.style.tracking, most=most)
        if not self.style.balanced or full.cut:
            return full
        narrower = (
            break_lines(words, room * share, self._shaper, tracking=self.style.tracking, most=most)
            for share in _NARROWER
            if len(full.lines) > 1
        )
        return next((setting for setting in narrower if len(setting.lines) == len(full.lines)), full)

    def _measure(self, width: float, look: PageStyle) -> float:
        return len(self.setting(width, look).lines) * look.pitch(self.style)

    def _draw(self, on: PaintContext, x: float, y: float, width: float) -> None:
        size = on.look.size(self.style)
        setting = self.setting(width, on.look)
        self._tell(on, cut=setting.cut)
        baseline = y + self.first_baseline(on.look)
        for line in setting.lines:
            right = (self._align == "right") != line.right_to_left
            start = x + width - line.width * size if right else x
            on.sheet.line_of_text(line, start, baseline, size, self.style.tracking)
            baseline += on.look.pitch(self.style)

    def _tell(self, on: PaintContext, *, cut: bool) -> None:
        step = on.look.step(self.own)
        on.notes.dropped.update(
            (aside.name, None) for aside in self._cutting.asides if aside and aside.step <= step
        )
        if cut:
            on.notes.cut[self._cutting.name] = None

    def first_baseline(self, look: PageStyle) -> float:
        """Return the distance from the top of the box to the first line's baseline, in points."""
        return look.pitch(self.style) / 2 + look.size(self.style) * 0.34

    def natural_width(self, look: PageStyle) -> float:
        """Return the width of the longest line, in points, where lines end only at the text's own breaks."""
        return max(line.width for line in self.setting(10_000, look).lines) * look.size(self.style)


def _styled(span: Span, style: Style) -> Span:
    return Span(
        span.text.upper() if style.upper else span.text,
        bold=style.bold or span.bold,
        italic=style.italic or span.italic,
        tone=style.tone if span.tone == "ink" else span.tone,
    )
