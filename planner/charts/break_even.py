"""How much of the claimed value must come true: solid up to break-even, hatched beyond."""

from fractions import Fraction

import msgspec

from planner.charts.chart import Rows, room_of
from planner.charts.composing import composed
from planner.charts.drawing import Drawing, Polyline, Rectangle, Shape, Text
from planner.charts.lettering import Lettering, centred
from planner.charts.tones import Tone
from planner.translation import _

_GAP = 0.6


class BreakEven(msgspec.Struct, frozen=True, kw_only=True):
    """The break-even share of the claimed value as a bar: solid up to the share, hatched to the whole claim.

    If the share is over 1, the bar is as long as the share, solid up to the claim and hatched beyond. `shown`
    is written at the share, `low` and `high` at nothing and at the whole claim, where that leaves room.
    """

    title: str
    share: Fraction
    shown: str
    high: str
    low: str = "0%"

    @property
    def alt(self) -> str:
        """The bar in words."""
        if self.share > 1:
            pattern = _("{title}: {share}, more than the whole claim.")
        else:
            pattern = _("{title}: {share}, of {whole}.")
        return pattern.format(title=self.title, share=self.shown, whole=self.high)

    def rows(self) -> Rows:
        """Return the share as a table."""
        return (("", _("Share of the claim")), (self.title, self.shown))

    def draw(self, width: float, lettering: Lettering) -> Drawing:
        """Return the bar with its captions below."""
        width = room_of(width, lettering)
        em = lettering.size
        overhang, high = 0.35 * em, 1.4 * em
        claim = width / float(max(self.share, Fraction(1)))
        solid = width if self.share > 1 else claim * float(max(self.share, Fraction(0)))
        edge = min(solid, claim)
        shapes: list[Shape] = [
            Rectangle(x=0, y=overhang, width=claim, height=high, hatch=Tone.HAIR),
            Rectangle(x=0, y=overhang, width=edge, height=high, fill=Tone.INK),
            *self._beyond(claim, solid - claim, overhang, high),
            Rectangle(x=0, y=overhang, width=width, height=high, outline=Tone.INK, thickness=0.6),
            Polyline(points=((edge, 0), (edge, high + 2 * overhang)), tone=Tone.INK),
            *self._captions(width, claim, high + 2 * overhang + 0.95 * em, lettering),
        ]
        return composed(shapes, width, high + 2 * overhang + 1.3 * em, lettering.size, self.alt)

    @staticmethod
    def _beyond(claim: float, missing: float, top: float, high: float) -> list[Shape]:
        """Return what would have to come true beyond the claim, hatched as what speaks against us."""
        if missing <= 0:
            return []
        return [Rectangle(x=claim, y=top, width=missing, height=high, hatch=Tone.AGAINST)]

    def _captions(self, width: float, claim: float, y: float, lettering: Lettering) -> list[Text]:
        """Return the captions; those of nothing and of the whole claim give way to that of break-even."""
        gap = _GAP * lettering.size
        middle = lettering.text(self.shown, 0, y, bold=True, room=width)
        even = width if self.share > 1 else claim * float(max(self.share, Fraction(0)))
        middle = centred(middle, even, width)
        low = lettering.text(self.low, 0, y, tone=Tone.QUIET)
        high = centred(lettering.text(self.high, 0, y, tone=Tone.QUIET), claim, width)
        first, second = (high, middle) if self.share > 1 else (middle, high)
        texts = [first, second] if first.box.right + gap < second.left else [middle]
        if low.width + gap < texts[0].left:
            texts.append(low)
        return texts
