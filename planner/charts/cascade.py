"""A cascade: bars that begin where the one before ends, as columns, or as rows where it is narrow."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import msgspec

from planner.charts.bar_rows import row_frame
from planner.charts.bar_style import BarStyle, bar_of
from planner.charts.drawing import Anchor, Polyline, Shape
from planner.charts.lettering import Lettering
from planner.charts.scale import Scale, scale_over
from planner.charts.tones import Tone

_NARROWEST_COLUMN = 5.5
"""A column and its labels want at least so many em; with less, the bars run across."""
_BAR = 0.64
_WIDEST_BAR = 7.0


class CascadeBar(msgspec.Struct, frozen=True):
    """One bar from start to end, with its label and the amount written at it.

    `goes_on`: a line joins its end to the next bar. `foot` is the part of the bar, from zero on, that is made
    of the reference.
    """

    label: str
    shown: str
    start: Fraction
    end: Fraction
    look: BarStyle
    bold: bool = False
    goes_on: bool = True
    foot: Fraction = Fraction(0)

    @property
    def parts(self) -> tuple[tuple[Fraction, Fraction, BarStyle], ...]:
        """What to draw, each as start, end and style: the bar itself, then its foot over it.

        The bar alone where the foot is 0 or less, or reaches the bar's end.
        """
        whole = (self.start, self.end, self.look)
        return (whole, (Fraction(0), self.foot, BarStyle.REFERENCE)) if 0 < self.foot < self.end else (whole,)


Drawn = tuple[list[Shape], float]
"""Shapes, and the height that they take."""


def draw_cascade(steps: Sequence[CascadeBar], width: float, lettering: Lettering) -> Drawn:
    """Return the cascade's shapes within the width, and its height; as rows where columns have no room."""
    if steps and _fit_columns(steps, width, lettering):
        return _columns(steps, width, lettering)
    return _rows(steps, width, lettering)


def _fit_columns(steps: Sequence[CascadeBar], width: float, lettering: Lettering) -> bool:
    """Whether columns are wide enough for their labels, and no two amounts meet above them."""
    em, pitch = lettering.size, width / len(steps)
    longest = max(_longest_word(step.label, lettering) for step in steps)
    if pitch < max(_NARROWEST_COLUMN * em, min(longest, 10 * em)):
        return False
    halves = [lettering.width(step.shown, bold=step.bold) / 2 for step in steps]
    at_edges = max(halves[0], halves[-1]) <= pitch / 2
    return at_edges and all(half + other + 0.5 * em <= pitch for half, other in pairwise(halves))


def _longest_word(label: str, lettering: Lettering) -> float:
    return max((lettering.width(word) for word in label.split()), default=0.0)


def _columns(steps: Sequence[CascadeBar], width: float, lettering: Lettering) -> Drawn:
    em, pitch = lettering.size, width / len(steps)
    top, height = 1.7 * em, min(max(9 * em, width * 0.17), 14 * em)
    scale = scale_over([end for step in steps for end in (step.start, step.end)], top + height, top)
    bar = min(pitch * _BAR, _WIDEST_BAR * em)
    axis = ((0.0, scale.zero), (width, scale.zero))
    shapes: list[Shape] = [Polyline(points=axis, tone=Tone.HAIR, thickness=1.2)]
    for at, step in enumerate(steps):
        middle = (at + 0.5) * pitch
        for start, end, look in step.parts:
            upper, lower = sorted((scale.at(start), scale.at(end)))
            shapes.append(bar_of(look, middle - bar / 2, upper, bar, lower - upper))
        upper = scale.at(max(step.start, step.end))
        shapes.append(
            lettering.text(step.shown, middle, upper - 0.5 * em, anchor=Anchor.MIDDLE, bold=step.bold)
        )
    for at, (step, _) in enumerate(pairwise(steps)):
        if step.goes_on:
            shapes.append(_connector((at + 0.5) * pitch + bar / 2, (at + 1.5) * pitch - bar / 2, scale, step))
    labels = [lettering.lines(step.label, pitch - 0.4 * em) for step in steps]
    below = top + height + 0.4 * em
    for at, lines in enumerate(labels):
        for number, line in enumerate(lines):
            y = below + (number + 0.9) * 1.25 * em
            text = lettering.text(line, (at + 0.5) * pitch, y, anchor=Anchor.MIDDLE, tone=Tone.QUIET)
            shapes.append(text)
    return shapes, below + (max(map(len, labels), default=0) + 0.3) * 1.25 * em


def _connector(left: float, right: float, scale: Scale, step: CascadeBar) -> Polyline:
    y = scale.at(step.end)
    return Polyline(points=((left, y), (right, y)), tone=Tone.HAIR, thickness=1, dash=2)


def _rows(steps: Sequence[CascadeBar], width: float, lettering: Lettering) -> Drawn:
    frame = row_frame([step.label for step in steps], [step.shown for step in steps], width, lettering)
    scale = scale_over([end for step in steps for end in (step.start, step.end)], frame.left, frame.right)
    bottom = frame.bottom(len(steps))
    shapes: list[Shape] = [*frame.upright(scale.zero, len(steps), Tone.HAIR)]
    for row, step in enumerate(steps):
        for start, end, look in step.parts:
            left, right = sorted((scale.at(start), scale.at(end)))
            shapes.append(bar_of(look, left, frame.bar_top(row), right - left, frame.bar))
        right = scale.at(max(step.start, step.end))
        shapes.extend(frame.label(row, step.label, step.shown, bold=step.bold))
        if not frame.stacked:
            shapes.append(frame.beside(row, step.shown, right, bold=step.bold))
            if step.goes_on and row + 1 < len(steps):
                x = scale.at(step.end)
                ends = ((x, frame.bar_top(row) + frame.bar), (x, frame.bar_top(row + 1)))
                shapes.append(Polyline(points=ends, tone=Tone.HAIR, thickness=1, dash=2))
    return shapes, bottom
