"""From amounts to lengths: every scale holds zero, so that a bar is as long as what it stands for."""

from collections.abc import Iterable
from fractions import Fraction

import msgspec


class Scale(msgspec.Struct, frozen=True):
    """Maps amounts from `low` to `high` to places from `start` to `end`, which may run either way."""

    low: Fraction
    high: Fraction
    start: float
    end: float

    def at(self, amount: Fraction) -> float:
        """Return where an amount lies between start and end; beyond them if it is not within low and high."""
        return self.start + (self.end - self.start) * float((amount - self.low) / (self.high - self.low))

    @property
    def zero(self) -> float:
        """Where zero lies."""
        return self.at(Fraction(0))


def scale_over(amounts: Iterable[Fraction], start: float, end: float) -> Scale:
    """Return the scale that holds all amounts and zero; the ratios are exact however large they are."""
    values = [*amounts, Fraction(0)]
    low, high = min(values), max(values)
    return Scale(low, high if high > low else low + 1, start, end)
