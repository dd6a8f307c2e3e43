"""The price delta and what it is worth to the buyer, in the price's currency over its term.

Everything is exact (`Fraction`); round once, when shown. Terms follow the practice of economic
value to the customer: the value of the next best alternative plus everything that differs.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from planner.model.price import Driver, Price, PriceLine
from planner.model.pricing.schedule import Schedule

Case = Literal["low", "likely", "high"]

DEFAULT_TERM_MONTHS = 12


class PriceDelta(msgspec.Struct, frozen=True, kw_only=True):
    """Both prices and the value that differs, over the term.

    `reference` or `price` is None where nothing of it was estimated. `value_against` is positive.
    `not_estimated` counts the drivers left out for want of a figure.
    """

    term_months: int
    reference: Fraction | None
    price: Fraction | None
    value_for: Fraction
    value_against: Fraction
    not_estimated: int = 0

    @property
    def delta(self) -> Fraction | None:
        """Our price less the next best alternative's; None if either is unknown."""
        if self.price is None or self.reference is None:
            return None
        return self.price - self.reference

    @property
    def premium(self) -> Fraction | None:
        """The delta as a share of the reference; None without a delta or at reference 0."""
        if self.delta is None or not self.reference:
            return None
        return self.delta / self.reference

    @property
    def differentiation(self) -> Fraction:
        """Value for us less value against us."""
        return self.value_for - self.value_against

    @property
    def surplus(self) -> Fraction | None:
        """What the buyer is better off by: differentiation less delta; None without a delta."""
        return None if self.delta is None else self.differentiation - self.delta

    @property
    def break_even_share(self) -> Fraction | None:
        """Share of the claimed value that must come true for the buyer to be even.

        (delta + value against us) / value for us; None without a positive delta or without value
        for us. May exceed 1: the premium is then not justified.
        """
        if self.delta is None or self.delta <= 0 or self.value_for <= 0:
            return None
        return (self.delta + self.value_against) / self.value_for


def price_delta(price: Price, case: Case = "likely") -> PriceDelta:
    """Return the delta over the price's term (12 months if blank), estimates taken as `case` says.

    `low` is the worst case for the buyer: drivers for us low, drivers against us high, our price
    high and theirs low; `high` is the opposite.
    """
    term = price.term_months or DEFAULT_TERM_MONTHS
    other: dict[Case, Case] = {"low": "high", "likely": "likely", "high": "low"}
    estimated = [driver for driver in price.drivers if estimate(driver, "likely") is not None]
    return PriceDelta(
        term_months=term,
        reference=_sum(price.alternative.prices, term, case),
        price=_sum(price.ours, term, other[case]),
        value_for=_sum((one for one in estimated if not one.against_us), term, case) or Fraction(0),
        value_against=_sum((one for one in estimated if one.against_us), term, other[case]) or Fraction(0),
        not_estimated=len(price.drivers) - len(estimated),
    )


def estimate(line: PriceLine | Driver, case: Case) -> Decimal | None:
    """Return the amount in a case; a blank low or high falls back on likely, the middle on the ends."""
    asked: Decimal | None = getattr(line, case)
    if asked is not None:
        return asked
    if case != "likely":
        return line.likely if line.likely is not None else (line.low if line.low is not None else line.high)
    if line.low is not None and line.high is not None:
        return (line.low + line.high) / 2
    return line.low if line.low is not None else line.high


def line_total(line: PriceLine | Driver, term_months: int, case: Case = "likely") -> Fraction | None:
    """Return what a price line or driver adds up to over the term; None if not estimated."""
    amount = estimate(line, case)
    if amount is None:
        return None
    total = schedule_of(line).total(amount, term_months)
    return total if line.units is None else total * Fraction(line.units)


def schedule_of(line: PriceLine | Driver) -> Schedule:
    """Return when the line's amount falls due."""
    return Schedule(
        cadence=line.cadence,
        start_month=line.start_month or 0,
        months=line.months,
        ramp_months=(line.ramp_months or 0) if isinstance(line, Driver) else 0,
        prepaid=isinstance(line, PriceLine) and line.prepaid,
    )


def _sum(lines: Iterable[PriceLine | Driver], term_months: int, case: Case) -> Fraction | None:
    totals = [total for line in lines if (total := line_total(line, term_months, case)) is not None]
    return sum(totals, Fraction(0)) if totals else None
