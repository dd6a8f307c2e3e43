"""When an amount falls due, and what it adds up to over a term."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

import msgspec

from planner.model.terms import Cadence

MONTHS_PER_PERIOD = {Cadence.MONTH: 1, Cadence.QUARTER: 3, Cadence.YEAR: 12}

Span = tuple[int, int]
"""The months from which and at whose end an amount falls due; one month twice where it falls at once."""


class Spread(msgspec.Struct, frozen=True):
    """How an amount lies over a term: share / `per` of it falls to each span in `shares`.

    `total` is the sum of these: how many times the amount falls due in all.
    """

    per: int
    shares: tuple[tuple[Span, int], ...]
    total: Fraction


class Schedule(msgspec.Struct, frozen=True, kw_only=True):
    """How often an amount falls due, from which month, for how many, and how it ramps up.

    Month 0 is signature. `months` None lasts to the end of the term. A recurring amount falls at
    the end of its period, or at its start if prepaid. A ramp grows in a straight line and is full
    after `ramp_months`.
    """

    cadence: Cadence = Cadence.ONE_OFF
    start_month: int = 0
    months: int | None = None
    ramp_months: int = 0
    prepaid: bool = False

    @property
    def recurs(self) -> bool:
        """Whether the amount falls due again and again."""
        return self.cadence is not Cadence.ONE_OFF

    def payments(self, term_months: int) -> list[tuple[int, Fraction]]:
        """Return (month, share of the amount) for everything due within the term.

        A period cut short by the end of the term counts by the months in it.
        """
        return [(due, share) for (_, due), share in self.spans(term_months)]

    def spans(self, term_months: int) -> Iterator[tuple[Span, Fraction]]:
        """Yield each span within the term and the share of the amount that falls to it."""
        if not self.recurs:
            if self.start_month <= term_months:
                yield (self.start_month, self.start_month), Fraction(1)
            return
        length = MONTHS_PER_PERIOD[self.cadence]
        end = self.end(term_months)
        for start in range(self.start_month, end, length):
            stop = min(start + length, end)
            yield (start, start if self.prepaid else stop), self._share(start, stop - start, length)

    def end(self, term_months: int) -> int:
        """Return the month after which a recurring amount no longer counts, at most the end of the term."""
        return term_months if self.months is None else min(term_months, self.start_month + self.months)

    def _share(self, start: int, months: int, length: int) -> Fraction:
        """Return the part of one period's amount that falls into its months, the ramp applied."""
        if not self.ramp_months:
            return Fraction(months, length)
        reached = sum(
            min(month - self.start_month, self.ramp_months) for month in range(start + 1, start + months + 1)
        )
        return Fraction(reached, self.ramp_months * length)

    def total(self, amount: Decimal | Fraction, term_months: int) -> Fraction:
        """Return what the amount adds up to over the term, undiscounted and unrounded."""
        return Fraction(amount) * spread(self, term_months).total


@lru_cache(maxsize=4096)
def spread(schedule: Schedule, term_months: int) -> Spread:
    """Return how an amount with this schedule lies over the term; cached, as forms ask at every key."""
    shares = tuple(schedule.spans(term_months))
    per = lcm(*(share.denominator for _, share in shares))
    whole = tuple((span, share.numerator * (per // share.denominator)) for span, share in shares)
    return Spread(per, whole, Fraction(sum(share for _, share in whole), per))
