"""Which line matters most: what the buyer gains with one of them at worst and at best, the others likely."""

from fractions import Fraction

import msgspec

from planner.charts.bar_rows import BarRows, row_frame
from planner.charts.chart import Quantity, Rows, room_of
from planner.charts.composing import composed
from planner.charts.drawing import Drawing, Rectangle, Shape
from planner.charts.lettering import Lettering, centred
from planner.charts.scale import Scale, scale_over
from planner.charts.tones import Tone
from planner.translation import _
from planner.wording.lists import semicolon_list


class TornadoBar(msgspec.Struct, frozen=True):
    """One line of the price: what the buyer gains with it at worst and at best, the other lines likely."""

    label: str
    worst: Quantity
    best: Quantity

    @property
    def width(self) -> Fraction:
        """How far the gain at worst and at best are apart."""
        return abs(self.best.amount - self.worst.amount)


class Tornado(msgspec.Struct, frozen=True, kw_only=True):
    """Which lines matter most: a bar each from worst to best, the likely between; widest drawn first."""

    title: str
    likely: Quantity
    swings: tuple[TornadoBar, ...]

    @property
    def alt(self) -> str:
        """The tornado in words."""
        ranges = semicolon_list(
            _("{label} {range}").format(label=swing.label, range=_range(swing)) for swing in self._sorted()
        )
        return _("{title}. {likely}. {ranges}.").format(
            title=self.title, likely=self.likely.words, ranges=ranges
        )

    def rows(self) -> Rows:
        """Return the swings at worst and at best as a table, the widest first, and last what is likely."""
        swings = [(swing.label, swing.worst.shown, swing.best.shown) for swing in self._sorted()]
        return (
            ("", _("At worst"), _("At best")),
            *swings,
            (self.likely.label, self.likely.shown, self.likely.shown),
        )

    def draw(self, width: float, lettering: Lettering) -> Drawing:
        """Return the swings as bars that run across: hatched to the worst, solid to the best."""
        width, em = room_of(width, lettering), lettering.size
        swings = self._sorted()
        frame = row_frame(
            [swing.label for swing in swings],
            [max(_ends(swing), key=lambda end: end.amount).shown for swing in swings],
            width,
            lettering,
            before=[min(_ends(swing), key=lambda end: end.amount).shown for swing in swings],
            top=1.7 * em,
        )
        amounts = [end.amount for swing in swings for end in _ends(swing)]
        scale = scale_over([*amounts, self.likely.amount], frame.left, frame.right)
        shapes: list[Shape] = []
        for row, swing in enumerate(swings):
            shapes.extend(self._row(row, swing, frame, scale))
        bottom = frame.bottom(len(swings))
        shapes.extend(self._lines(frame, scale, bottom))
        return composed(shapes, width, bottom + 1.5 * em, lettering.size, self.alt)

    def _sorted(self) -> list[TornadoBar]:
        return sorted(self.swings, key=lambda swing: swing.width, reverse=True)

    def _row(self, row: int, swing: TornadoBar, frame: BarRows, scale: Scale) -> list[Shape]:
        worst, likely, best = (scale.at(end.amount) for end in (swing.worst, self.likely, swing.best))
        y, thick = frame.bar_top(row), frame.bar
        shapes: list[Shape] = [
            Rectangle(
                x=min(worst, likely),
                y=y,
                width=abs(likely - worst),
                height=thick,
                hatch=Tone.AGAINST,
                outline=Tone.AGAINST,
            ),
            Rectangle(
                x=min(best, likely),
                y=y,
                width=abs(best - likely),
                height=thick,
                fill=Tone.VALUE,
                outline=Tone.VALUE,
            ),
            *frame.label(row, swing.label, _range(swing)),
        ]
        if not frame.stacked:
            first, last = sorted(_ends(swing), key=lambda end: end.amount)
            left, right = min(worst, best, likely), max(worst, best, likely)
            shapes.append(frame.beside(row, first.shown, left, before=True))
            shapes.append(frame.beside(row, last.shown, right))
        return shapes

    def _lines(self, frame: BarRows, scale: Scale, bottom: float) -> list[Shape]:
        """Return the line of what is likely with its caption above, and that of zero with its below."""
        letters, em = frame.lettering, frame.lettering.size
        zero, likely = scale.zero, scale.at(self.likely.amount)
        caption = letters.text(self.likely.words, 0, em, bold=True, room=frame.width)
        nought = letters.text("0", 0, bottom + em, tone=Tone.QUIET)
        rows = len(self.swings)
        return [
            *frame.upright(zero, rows, Tone.INK),
            *frame.upright(likely, rows, Tone.INK, thickness=0.8, dash=2),
            centred(caption, likely, frame.width),
            centred(nought, zero, frame.width),
        ]


def _ends(swing: TornadoBar) -> tuple[Quantity, Quantity]:
    return swing.worst, swing.best


def _range(swing: TornadoBar) -> str:
    return _("{low} to {high}").format(low=swing.worst.shown, high=swing.best.shown)
