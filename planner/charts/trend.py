"""Shares over time, each with the number of calls that it rests on."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import cycle, groupby
from typing import Literal, NamedTuple

import msgspec

from planner.charts.chart import Rows, room_of
from planner.charts.composing import composed
from planner.charts.drawing import Anchor, Drawing, Mark, Polyline, Shape
from planner.charts.legend import draw_legend
from planner.charts.lettering import Lettering, centred
from planner.charts.scale import Scale, scale_over
from planner.charts.tones import Tone
from planner.translation import _, ngettext
from planner.wording.lists import semicolon_list

FEW = 10
"""With fewer than this a point is hollow: nothing can be concluded from it."""


_WIDEST_LABEL = 9


class _Stroke(NamedTuple):
    tone: Tone
    dash: float
    kind: Literal["disc", "square", "diamond"]


_STROKES = (
    _Stroke(Tone.VALUE, 0, "disc"),
    _Stroke(Tone.INK, 5, "square"),
    _Stroke(Tone.AGAINST, 2, "diamond"),
    _Stroke(Tone.REFERENCE, 8, "disc"),
    _Stroke(Tone.QUIET, 3, "square"),
)


class TrendPeriod(msgspec.Struct, frozen=True):
    """A stretch of time and how many calls, or whatever is counted, lie in it."""

    label: str
    calls: int


class Course(msgspec.Struct, frozen=True):
    """One line of the chart: its amount in each period, None where there is none, and how each is written."""

    label: str
    amounts: tuple[Fraction | None, ...]
    shown: tuple[str, ...]


class Trend(msgspec.Struct, frozen=True, kw_only=True):
    """Up to five lines over periods in order, on one scale from zero to `most`, or if None their highest.

    `sample` says how much is counted in all, `12 silences`, and `unit` what that is; calls where they are "".
    """

    title: str
    periods: tuple[TrendPeriod, ...]
    courses: tuple[Course, ...]
    most: Fraction | None = Fraction(1)
    most_shown: str = "100%"
    zero_shown: str = "0%"
    sample: str = ""
    unit: str = ""

    @property
    def alt(self) -> str:
        """Where each line begins and ends, in words."""
        calls, periods = sum(period.calls for period in self.periods), len(self.periods)
        return _("{title}, {sample} in {periods}. {courses}.").format(
            title=self.title,
            sample=self.sample or ngettext("{count} call", "{count} calls", calls).format(count=calls),
            periods=ngettext("{count} period", "{count} periods", periods).format(count=periods),
            courses=semicolon_list(_in_words(course) for course in self.courses),
        )

    def rows(self) -> Rows:
        """Return the amounts as a table, a row for each period."""
        headings = ("", *(course.label for course in self.courses), self.unit or _("Calls"))
        return (
            headings,
            *(
                (period.label, *(course.shown[at] for course in self.courses), str(period.calls))
                for at, period in enumerate(self.periods)
            ),
        )

    def draw(self, width: float, lettering: Lettering) -> Drawing:
        """Return the lines, below each period that has room its name and how many calls it rests on."""
        width, em = room_of(width, lettering), lettering.size
        legend, top = draw_legend(self._entries(), width, lettering)
        top += 1.6 * em if len(self.courses) == 1 else 0.7 * em
        bottom = top + min(max(7 * em, width * 0.14), 11 * em)
        left = max(lettering.width(label) for label in (self.zero_shown, self.most_shown)) + 0.6 * em
        amounts = [amount for course in self.courses for amount in course.amounts if amount is not None]
        down = scale_over([*amounts, self.most or Fraction(0)], bottom, top)
        xs = self._places(left, width)
        shapes: list[Shape] = [*legend, *self._grid(down, left, width, lettering)]
        for course, stroke in self._strokes():
            shapes.extend(self._course(course, stroke, xs, down, em))
        shapes.extend(self._labels(xs, down, bottom, (left, width), lettering))
        return composed(shapes, width, bottom + 3.4 * em, em, self.alt)

    def _strokes(self) -> list[tuple[Course, _Stroke]]:
        return list(zip(self.courses, cycle(_STROKES), strict=False))

    def _entries(self) -> list[tuple[str, "_LineSwatch"]]:
        """Return what the legend names: the lines if there are several, and what a hollow point says."""
        lines = [(course.label, _LineSwatch(stroke)) for course, stroke in self._strokes()]
        few = any(period.calls < FEW for period in self.periods)
        fewer = _("fewer than {count}").format(count=FEW)
        hollow = [(fewer, _LineSwatch(_STROKES[0], hollow=True))] if few else []
        return [*(lines if len(lines) > 1 else ()), *hollow]

    def _places(self, left: float, right: float) -> list[float]:
        pitch = (right - left) / max(len(self.periods), 1)
        return [left + (at + 0.5) * pitch for at in range(len(self.periods))]

    def _grid(self, down: Scale, left: float, right: float, letters: Lettering) -> list[Shape]:
        """Return the axis at zero and a thin line at the top, both named."""
        top = down.at(down.high if self.most is None else self.most)
        shapes: list[Shape] = []
        for y, label, thickness in ((down.zero, self.zero_shown, 1.2), (top, self.most_shown, 0.5)):
            shapes.append(Polyline(points=((left, y), (right, y)), tone=Tone.HAIR, thickness=thickness))
            at = left - 0.6 * letters.size
            shapes.append(
                letters.text(label, at, y + 0.35 * letters.size, anchor=Anchor.END, tone=Tone.QUIET)
            )
        return shapes

    def _course(
        self, course: Course, stroke: _Stroke, xs: Sequence[float], down: Scale, em: float
    ) -> list[Shape]:
        """Return a line's points, joined where there is nothing missing between them."""
        points = [
            None if amount is None else (x, down.at(amount))
            for x, amount in zip(xs, course.amounts, strict=True)
        ]
        shapes: list[Shape] = [
            Polyline(points=run, tone=stroke.tone, thickness=1.6, dash=stroke.dash)
            for run in _runs(points)
            if len(run) > 1
        ]
        radius = min(0.26 * em, (xs[1] - xs[0]) / 3) if len(xs) > 1 else 0.26 * em
        for point, period in zip(points, self.periods, strict=True):
            if point is not None:
                few = period.calls < FEW
                mark = Mark(
                    x=point[0], y=point[1], radius=radius, kind=stroke.kind, hollow=few, tone=stroke.tone
                )
                shapes.append(mark)
        return shapes

    def _labels(
        self, xs: Sequence[float], down: Scale, bottom: float, sides: tuple[float, float], letters: Lettering
    ) -> list[Shape]:
        """Return periods and calls below, and a single line's values above it, where there is room."""
        em, (left, width) = letters.size, sides
        shapes: list[Shape] = []
        free = left
        for at in self._chosen(xs, letters):
            label = letters.shortened(self.periods[at].label, _WIDEST_LABEL * em)
            calls = _("n = {count}").format(count=self.periods[at].calls)
            lettered = [(label, bottom + 1.3 * em, Tone.INK), (calls, bottom + 2.6 * em, Tone.QUIET)]
            amount = self.courses[0].amounts[at] if len(self.courses) == 1 else None
            if amount is not None:
                lettered.append((self.courses[0].shown[at], down.at(amount) - 0.6 * em, Tone.INK))
            texts = [
                centred(letters.text(text, 0, y, tone=tone, room=width - left), xs[at], width, left)
                for text, y, tone in lettered
            ]
            if all(free <= text.left for text in texts):
                shapes.extend(texts)
                free = max(text.box.right for text in texts) + 0.4 * em
        return shapes

    def _chosen(self, xs: Sequence[float], letters: Lettering) -> list[int]:
        """Return every period that has room, or each second, third and so on, the last one always."""
        if len(xs) < 2:
            return list(range(len(xs)))
        widest = max(letters.width(period.label) for period in self.periods)
        widest = min(widest, _WIDEST_LABEL * letters.size) + 0.6 * letters.size
        every = -int(-widest // (xs[1] - xs[0]))
        return list(range(len(xs) - 1, -1, -every))[::-1]


def _in_words(course: Course) -> str:
    amounts = zip(course.shown, course.amounts, strict=True)
    known = [shown for shown, amount in amounts if amount is not None]
    if not known:
        return _("{label}: nothing known").format(label=course.label)
    return _("{label}: {first} at first, {last} at last").format(
        label=course.label, first=known[0], last=known[-1]
    )


def _runs(points: Sequence[tuple[float, float] | None]) -> list[tuple[tuple[float, float], ...]]:
    """Return the points that follow each other without one missing."""
    grouped = groupby(points, lambda point: point is None)
    return [tuple(point for point in run if point is not None) for missing, run in grouped if not missing]


class _LineSwatch(msgspec.Struct, frozen=True):
    stroke: _Stroke
    hollow: bool = False

    def __call__(self, x: float, y: float, width: float) -> Sequence[Shape]:
        tone, dash, kind = self.stroke
        mark = Mark(x=x + width / 2, y=y, radius=width / 6, kind=kind, hollow=self.hollow, tone=tone)
        if self.hollow:
            return (mark,)
        return (Polyline(points=((x, y), (x + width, y)), tone=tone, thickness=1.6, dash=dash), mark)
