"""Whether a price difference is worth it, at a glance: for ten thousand prices at once.

Reckoned in floating point, which is fast, and only where that is certain: where nothing is unusual
and no sum is so near its limit that rounding could decide. Everything else is left to the exact
reckoning of `price_delta`, with which a glance always agrees.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import msgspec

from planner.model.price import Driver, Price
from planner.model.pricing.ledger import DEFAULT_TERM_MONTHS
from planner.model.pricing.lines import Line, schedule_of
from planner.model.pricing.own_price import own_price_field
from planner.model.pricing.price_problems import LONGEST_TERM
from planner.model.pricing.schedule import Schedule, spread

_LONGEST_NUMBER = 15
"""So many digits a floating point number holds exactly."""

_LARGEST = 1e15
_CERTAIN = 1e-9
"""A sum this small beside what it is made of could be rounding."""


class Glance(msgspec.Struct, frozen=True):
    """Whether our price is dearer than the alternative's, and whether its value covers the difference.

    `likely` and `low`: the buyer's surplus is above 0 with likely amounts and with all low. Both are True
    where we are not dearer.
    """

    dearer: bool
    likely: bool
    low: bool


class _NotAtAGlance(Exception):
    """Something is unusual."""


def glance(price: Price) -> Glance | None:
    """Return the glance at a price; None where a figure is unknown or only the exact reckoning can tell."""
    try:
        return _glance(price)
    except _NotAtAGlance:
        return None


def _glance(price: Price) -> Glance:
    term = DEFAULT_TERM_MONTHS if price.term_months is None else price.term_months
    if not 1 <= term <= LONGEST_TERM or not (price.ours and price.alternative.prices and price.drivers):
        raise _NotAtAGlance
    delta_low = delta = size = 0.0
    for sign, lines in ((1, price.ours), (-1, price.alternative.prices)):
        for low, likely, high in _totals(lines, price.currency, term):
            delta_low += sign * (high if sign > 0 else low)
            delta += sign * likely
            size += abs(low) + abs(high)
    worth_low = worth = value_for = 0.0
    for driver, (low, likely, high) in zip(
        price.drivers, _totals(price.drivers, price.currency, term), strict=True
    ):
        worth_low += -high if driver.against_us else low
        worth += -likely if driver.against_us else likely
        value_for += 0.0 if driver.against_us else likely
        size += high
    if not value_for:
        raise _NotAtAGlance
    dearer = _positive(delta, size)
    if not dearer:
        return Glance(dearer, likely=True, low=True)
    return Glance(dearer, _positive(worth - delta, size), _positive(worth_low - delta_low, size))


def _totals(lines: tuple[Line, ...], currency: str, term: int) -> Iterator[tuple[float, float, float]]:
    """Yield what each line adds up to over the term, low, likely and high."""
    for line in lines:
        if line.currency and line.currency != currency:
            raise _NotAtAGlance
        low, likely, high = _amounts(line)
        if isinstance(line, Driver) and (low < 0 or own_price_field(line)):
            raise _NotAtAGlance
        times = _times(schedule_of(line), term)
        if line.units is not None:
            units = _plain(line.units)
            if units < 0 or max(abs(low), abs(high)) * units > _LARGEST:
                raise _NotAtAGlance
            times *= units
        yield low * times, likely * times, high * times


def _amounts(line: Line) -> tuple[float, float, float]:
    """Return low, likely and high, of which likely must be given."""
    if line.likely is None:
        raise _NotAtAGlance
    likely = _plain(line.likely)
    low = likely if line.low is None else _plain(line.low)
    high = likely if line.high is None else _plain(line.high)
    if not low <= likely <= high:
        raise _NotAtAGlance
    return low, likely, high


def _plain(number: Decimal) -> float:
    text = str(number)
    if len(text) > _LONGEST_NUMBER or not text.lstrip("-").replace(".", "").isdecimal():
        raise _NotAtAGlance
    return float(text)


def _positive(amount: float, size: float) -> bool:
    if abs(amount) <= _CERTAIN * size:
        raise _NotAtAGlance
    return amount > 0


@lru_cache(maxsize=4096)
def _times(schedule: Schedule, term_months: int) -> float:
    """Return how many times an amount falls due over the term."""
    return float(spread(schedule, term_months).total)
