"""What the difference in price is made of: the stack from the alternative's price up, or the delta alone."""

from collections.abc import Sequence
from fractions import Fraction

import msgspec

from planner.charts.bar_style import BarStyle
from planner.charts.cascade import CascadeBar, draw_cascade
from planner.charts.chart import Quantity, Rows, room_of
from planner.charts.composing import composed
from planner.charts.drawing import Drawing
from planner.charts.lettering import Lettering
from planner.translation import _
from planner.wording.lists import comma_list, semicolon_list

DWARFED = Fraction(2, 3)
"""Where the reference takes more than this part of the height, the difference is shown alone."""


class EveStack(msgspec.Struct, frozen=True, kw_only=True):
    """A stack up from the reference: what differs in worth, the economic value as sum, our price, the rest.

    Drivers count as they are signed. `left_over` is the surplus, negative where we cost more than we are
    worth.
    """

    title: str
    reference: Quantity
    drivers: tuple[Quantity, ...]
    economic_value: Quantity
    price: Quantity
    left_over: Quantity

    @property
    def alt(self) -> str:
        """The stack in words."""
        return _("{title}. {parts}; {results}.").format(
            title=self.title,
            parts=comma_list(part.words for part in (self.reference, *self.drivers)),
            results=semicolon_list(
                result.words for result in (self.economic_value, self.price, self.left_over)
            ),
        )

    def rows(self) -> Rows:
        """Return the stack as a table."""
        return _table([self.reference, *self.drivers, self.economic_value, self.price, self.left_over])

    def draw(self, width: float, lettering: Lettering) -> Drawing:
        """Return the stack as a cascade that begins with the reference."""
        value, price = self.economic_value, self.price
        lacking = self.left_over.amount < 0
        steps = [
            _total(self.reference, BarStyle.REFERENCE),
            *_climbing(self.drivers, self.reference.amount),
            msgspec.structs.replace(_total(value, BarStyle.WORTH, bold=True), foot=self.reference.amount),
            _total(price, BarStyle.DELTA, bold=True, goes_on=not lacking),
            CascadeBar(
                self.left_over.label,
                self.left_over.shown,
                price.amount if not lacking else value.amount,
                value.amount if not lacking else price.amount,
                BarStyle.AGAINST if lacking else BarStyle.LEFT_OVER,
                bold=True,
            ),
        ]
        return _drawn(steps, width, lettering, self.alt)


class DeltaWaterfall(msgspec.Struct, frozen=True, kw_only=True):
    """The drivers, worth more and worth less, their sum `worth`, and beside it the difference in price."""

    title: str
    drivers: tuple[Quantity, ...]
    worth: Quantity
    delta: Quantity

    @property
    def alt(self) -> str:
        """The waterfall in words."""
        pattern = _("{title}. {parts}; {results}.") if self.drivers else _("{title}. {results}.")
        return pattern.format(
            title=self.title,
            parts=comma_list(driver.words for driver in self.drivers),
            results=semicolon_list(result.words for result in (self.worth, self.delta)),
        )

    def rows(self) -> Rows:
        """Return the waterfall as a table."""
        return _table([*self.drivers, self.worth, self.delta])

    def draw(self, width: float, lettering: Lettering) -> Drawing:
        """Return the waterfall, which begins at zero."""
        steps = [
            *_climbing(self.drivers, Fraction(0)),
            _total(self.worth, BarStyle.WORTH, bold=True, goes_on=False),
            _total(self.delta, BarStyle.DELTA, bold=True),
        ]
        return _drawn(steps, width, lettering, self.alt)


def reference_dwarfs(reference: Fraction, drivers: Sequence[Fraction], price: Fraction) -> bool:
    """Whether the reference would take over two thirds of the stack, so that what differs is hard to see."""
    top = max(reference + sum([amount for amount in drivers if amount > 0], Fraction(0)), price)
    return top > 0 and reference > DWARFED * top


def _climbing(drivers: Sequence[Quantity], start: Fraction) -> list[CascadeBar]:
    steps = []
    for driver in drivers:
        end = start + driver.amount
        look = BarStyle.FOR if driver.amount >= 0 else BarStyle.AGAINST
        steps.append(CascadeBar(driver.label, driver.shown, start, end, look))
        start = end
    return steps


def _total(total: Quantity, look: BarStyle, *, bold: bool = False, goes_on: bool = True) -> CascadeBar:
    return CascadeBar(total.label, total.shown, Fraction(0), total.amount, look, bold=bold, goes_on=goes_on)


def _drawn(steps: Sequence[CascadeBar], width: float, lettering: Lettering, alt: str) -> Drawing:
    width = room_of(width, lettering)
    shapes, height = draw_cascade(steps, width, lettering)
    return composed(shapes, width, height, lettering.size, alt)


def _table(quantities: Sequence[Quantity]) -> Rows:
    return (("", _("Amount")), *((quantity.label, quantity.shown) for quantity in quantities))
