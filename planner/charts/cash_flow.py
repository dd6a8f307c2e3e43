"""What the buyer is ahead or behind by, month for month, and when it has paid for itself."""

from fractions import Fraction

import msgspec

from planner.charts.chart import Rows, room_of
from planner.charts.composing import composed
from planner.charts.drawing import Drawing, Mark, Polyline, Shape
from planner.charts.lettering import Lettering, centred
from planner.charts.scale import Scale, scale_over
from planner.charts.tones import Tone
from planner.translation import _, ngettext

_YEAR = 12


class Month(msgspec.Struct, frozen=True):
    """What the buyer is ahead or behind by in total at the end of a month; month 0 is signature."""

    number: int
    amount: Fraction
    shown: str


class CashFlowChart(msgspec.Struct, frozen=True, kw_only=True):
    """What the buyer is ahead or behind by in total after each month from 0 on.

    `told` are the months that are named, in order: among them the lowest, and the last one at the end.
    `payback` is the month in which the total last rises through zero, None to mark none; `payback_shown`
    is written in any case.
    """

    title: str
    amounts: tuple[Fraction, ...]
    told: tuple[Month, ...]
    payback: Fraction | None
    payback_shown: str

    @property
    def lowest(self) -> Month:
        """The month with the lowest total of those named, where the buyer is furthest behind if below 0."""
        return min(self.told, key=lambda month: month.amount)

    @property
    def last(self) -> Month:
        """The last month, at the end of the term."""
        return self.told[-1]

    @property
    def alt(self) -> str:
        """The line in words."""
        months = self.last.number
        if self.lowest.amount < 0:
            pattern = ngettext(
                "{title}: lowest {lowest} in month {month}, {amount} after {count} month; {payback}.",
                "{title}: lowest {lowest} in month {month}, {amount} after {count} months; {payback}.",
                months,
            )
        else:
            pattern = ngettext(
                "{title}: {amount} after {count} month; {payback}.",
                "{title}: {amount} after {count} months; {payback}.",
                months,
            )
        return pattern.format(
            title=self.title,
            lowest=self.lowest.shown,
            month=self.lowest.number,
            amount=self.last.shown,
            count=months,
            payback=self.payback_shown,
        )

    def rows(self) -> Rows:
        """Return the months in `told` as a table, each with what the buyer is ahead or behind by."""
        return ((_("Month"), self.title), *((str(month.number), month.shown) for month in self.told))

    def draw(self, width: float, lettering: Lettering) -> Drawing:
        """Return the line over the months: payback above, the end beside it, the lowest point below.

        The lowest is named only if it is below 0 and not the end.
        """
        width, em = room_of(width, lettering), lettering.size
        top, high = 1.8 * em, min(max(8 * em, width * 0.15), 12 * em)
        end = lettering.text(self.last.shown, 0, 0, bold=True, room=width * 0.4)
        right = width - end.width - 0.8 * em
        across = scale_over([Fraction(self.last.number or 1)], 0.4 * em, right)
        down = scale_over(self.amounts, top + high, top)
        low_text = self.lowest.amount < 0 and self.lowest != self.last
        ticks = top + high + (1.5 * em if low_text else 0.4 * em)
        at_end = (right, down.at(self.last.amount))
        shapes: list[Shape] = [
            Polyline(points=((0, down.zero), (right, down.zero)), tone=Tone.HAIR, thickness=1.2),
            *self._payback(across, down, right, lettering),
            Polyline(points=self._points(across, down), tone=Tone.VALUE, thickness=1.8),
            Mark(x=at_end[0], y=at_end[1], radius=0.22 * em, tone=Tone.VALUE),
            msgspec.structs.replace(end, x=right + 0.5 * em, y=at_end[1] + 0.35 * em),
            *_nought(down.zero, right, at_end[1], lettering),
            *(self._low(across, down, right, lettering) if low_text else ()),
            *self._ticks(across, ticks + em, right, lettering),
        ]
        return composed(shapes, width, ticks + 1.4 * em, lettering.size, self.alt)

    def _points(self, across: Scale, down: Scale) -> tuple[tuple[float, float], ...]:
        points = [(across.at(Fraction(month)), down.at(amount)) for month, amount in enumerate(self.amounts)]
        return tuple(points if len(points) > 1 else [(across.zero, points[0][1]), *points])

    def _payback(self, across: Scale, down: Scale, right: float, letters: Lettering) -> list[Shape]:
        text = letters.text(self.payback_shown, 0, letters.size, bold=True, room=right)
        if self.payback is None or not 0 <= self.payback <= self.last.number:
            return [text]
        x = across.at(self.payback)
        return [
            Polyline(points=((x, 1.4 * letters.size), (x, down.zero)), tone=Tone.INK, dash=2),
            Mark(x=x, y=down.zero, radius=0.3 * letters.size, kind="diamond", tone=Tone.INK),
            centred(text, x, right),
        ]

    def _low(self, across: Scale, down: Scale, right: float, letters: Lettering) -> list[Shape]:
        x, y = across.at(Fraction(self.lowest.number)), down.at(self.lowest.amount)
        text = letters.text(self.lowest.shown, 0, y + 1.2 * letters.size, room=right)
        return [
            Mark(x=x, y=y, radius=0.22 * letters.size, hollow=True, tone=Tone.AGAINST),
            centred(text, x, right),
        ]

    def _ticks(self, across: Scale, y: float, right: float, letters: Lettering) -> list[Shape]:
        """Return the months below, whole years, as many as have room."""
        term = self.last.number
        widest = letters.width(_month(term)) + letters.size
        step = _YEAR
        while term // step * widest > right:
            step *= 2
        shapes: list[Shape] = []
        for month in range(0, term + 1, step):
            text = letters.text(_month(month), 0, y, tone=Tone.QUIET)
            x = across.at(Fraction(month))
            placed = centred(text, x, right)
            if not shapes or placed.left > shapes[-1].box.right + 0.4 * letters.size:
                shapes.append(placed)
        return shapes


def _month(number: int) -> str:
    return _("month {number}").format(number=number) if number else _("signature")


def _nought(y: float, right: float, beside: float, letters: Lettering) -> list[Shape]:
    """Return the axis's 0, unless the end of the line is named where it would stand."""
    em = letters.size
    if abs(y - beside) < 1.3 * em:
        return []
    return [letters.text("0", right + 0.5 * em, y + 0.35 * em, tone=Tone.QUIET)]
