"""How many, by category: bars that run across, parted by what came of them."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

import msgspec

from planner.charts.bar_rows import BarRows, row_frame
from planner.charts.bar_style import BarStyle, bar_of
from planner.charts.chart import Rows, room_of
from planner.charts.composing import composed
from planner.charts.drawing import Drawing, Shape
from planner.charts.legend import draw_legend
from planner.charts.lettering import Lettering
from planner.charts.scale import Scale, scale_over
from planner.charts.tones import Tone
from planner.translation import _
from planner.wording.lists import comma_list, semicolon_list


class BarPart(msgspec.Struct, frozen=True):
    """What a part of each bar stands for, and how it looks."""

    label: str
    look: BarStyle = BarStyle.FOR


class Category(msgspec.Struct, frozen=True):
    """One bar: how many of each part. `shown` is written beside it; if blank, the counts are."""

    label: str
    counts: tuple[int, ...]
    shown: str = ""

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.counts)

    @property
    def said(self) -> str:
        """What is written beside the bar."""
        return self.shown or " · ".join(str(count) for count in self.counts)


class CountsChart(msgspec.Struct, frozen=True, kw_only=True):
    """Counts by category, each a bar of the same parts. `sample` says of how many calls: `12 calls`."""

    title: str
    parts: tuple[BarPart, ...]
    categories: tuple[Category, ...]
    sample: str

    @property
    def alt(self) -> str:
        """The bars in words."""
        categories = semicolon_list(self._in_words(category) for category in self.categories)
        return _("{title}, {sample}. {categories}.").format(
            title=self.title, sample=self.sample, categories=categories
        )

    def rows(self) -> Rows:
        """Return the counts as a table."""
        headings = ("", *(part.label for part in self.parts), *self._all(_("All")))
        return (headings, *(self._row(category) for category in self.categories))

    def draw(self, width: float, lettering: Lettering) -> Drawing:
        """Return the bars below their legend, which a single part does not need."""
        width, em = room_of(width, lettering), lettering.size
        entries = [(part.label, _BarSwatch(part.look)) for part in self.parts] if len(self.parts) > 1 else []
        legend, top = draw_legend(entries, width, lettering)
        frame = row_frame(
            [category.label for category in self.categories],
            [category.said for category in self.categories],
            width,
            lettering,
            top=top,
        )
        most = [Fraction(category.total) for category in self.categories]
        scale = scale_over(most, frame.left, frame.right)
        rows = len(self.categories)
        shapes: list[Shape] = [*legend, *frame.upright(scale.zero, rows, Tone.HAIR)]
        for row, category in enumerate(self.categories):
            shapes.extend(self._bar(row, category, frame, scale))
        foot = frame.bottom(rows) + 1.2 * em
        shapes.append(lettering.text(self.sample, 0, foot, tone=Tone.QUIET, room=width))
        return composed(shapes, width, foot + 0.4 * em, em, self.alt)

    def _bar(self, row: int, category: Category, frame: BarRows, scale: Scale) -> list[Shape]:
        ends = [scale.at(Fraction(end)) for end in accumulate(category.counts, initial=0)]
        y = frame.bar_top(row)
        parts = zip(self.parts, ends, ends[1:], strict=False)
        bars = [bar_of(part.look, left, y, right - left, frame.bar) for part, left, right in parts]
        beside = [] if frame.stacked else [frame.beside(row, category.said, ends[-1])]
        label = frame.label(row, category.label, category.said)
        return [*(bar for bar in bars if bar.width), *label, *beside]

    def _in_words(self, category: Category) -> str:
        counts = category.said
        if len(self.parts) > 1:
            counts = comma_list(
                _("{label} {count}").format(label=part.label, count=count)
                for part, count in zip(self.parts, category.counts, strict=True)
            )
        return _("{label}: {counts}").format(label=category.label, counts=counts)

    def _row(self, category: Category) -> tuple[str, ...]:
        return (category.label, *map(str, category.counts), *self._all(str(category.total)))

    def _all(self, cell: str) -> Sequence[str]:
        return (cell,) if len(self.parts) > 1 else ()


class _BarSwatch(msgspec.Struct, frozen=True):
    look: BarStyle

    def __call__(self, x: float, y: float, width: float) -> Sequence[Shape]:
        return (bar_of(self.look, x, y - width / 4, width, width / 2),)
