"""When an amount falls due, and what it adds up to over a term."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

import msgspec

from planner.model.terms import Cadence

MONTHS_PER_PERIOD = {Cadence.MONTH: 1, Cadence.QUARTER: 3, Cadence.YEAR: 12}


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

    def payments(self, term_months: int) -> list[tuple[int, Fraction]]:
        """Return (month, share of the amount) for everything due within the term.

        A period cut short by the end of the term counts by the months in it.
        """
        if self.cadence is Cadence.ONE_OFF:
            return [(self.start_month, Fraction(1))] if self.start_month <= term_months else []
        length = MONTHS_PER_PERIOD[self.cadence]
        end = term_months if self.months is None else min(term_months, self.start_month + self.months)
        return [
            (
                start if self.prepaid else min(start + length, end),
                self._share(start, min(length, end - start), length),
            )
            for start in range(self.start_month, end, length)
        ]

    def _share(self, start: int, months: int, length: int) -> Fraction:
        """Return the part of one period's amount that falls into its months, the ramp applied."""
        if not self.ramp_months:
            return Fraction(months, length)
        reached = (
            min(Fraction(month - self.start_month, self.ramp_months), Fraction(1))
            for month in range(start + 1, start + months + 1)
        )
        return sum(reached, Fraction(0)) / length

    def total(self, amount: Decimal, term_months: int) -> Fraction:
        """Return what the amount adds up to over the term, undiscounted and unrounded."""
        return Fraction(amount) * _times(self, term_months)


@lru_cache(maxsize=1024)
def _times(schedule: Schedule, term_months: int) -> Fraction:
    """Return how many times the amount falls due; few schedules are ever met, and often."""
    return sum((share for _, share in schedule.payments(term_months)), Fraction(0))
