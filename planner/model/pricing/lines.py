"""What one price line or driver says: its amount in a scenario, and when it falls due."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal

from planner.model.price import Driver, PriceLine
from planner.model.pricing.schedule import Schedule

Scenario = Literal["low", "likely", "high"]
"""All low (the worst for the buyer who chooses us), likely, or all high (the best)."""

Line = PriceLine | Driver

OPPOSITE: dict[Scenario, Scenario] = {"low": "high", "likely": "likely", "high": "low"}


def estimate(line: Line, scenario: Scenario) -> Decimal | None:
    """Return the line's amount in a scenario; None if low, likely and high are all blank.

    A blank low or high is taken from likely, or else from the other end. A blank likely is midway between low
    and high, or the one of them that is given.
    """
    asked: Decimal | None = getattr(line, scenario)
    if asked is not None:
        return asked
    if scenario != "likely":
        return line.likely if line.likely is not None else (line.low if line.low is not None else line.high)
    if line.low is not None and line.high is not None:
        return (line.low + line.high) / 2
    return line.low if line.low is not None else line.high


def line_total(line: Line, term_months: int, scenario: Scenario = "likely") -> Fraction | None:
    """Return what a price line or driver adds up to over the term, for all units, in its own currency.

    None if it is not estimated.
    """
    amount = estimate(line, scenario)
    if amount is None:
        return None
    return schedule_of(line).total(amount, term_months) * units_of(line)


def units_of(line: Line) -> Fraction:
    """Return how many units the amount counts for: one if blank."""
    return Fraction(1) if line.units is None else Fraction(line.units)


def schedule_of(line: Line) -> Schedule:
    """Return when the line's amount falls due."""
    return Schedule(
        cadence=line.cadence,
        start_month=line.start_month or 0,
        months=line.months,
        ramp_months=(line.ramp_months or 0) if isinstance(line, Driver) else 0,
        prepaid=isinstance(line, PriceLine) and line.prepaid,
    )
