"""Builders of prices for tests: ours against Corvex, so much a year, with drivers by their likely value."""

from decimal import Decimal

import msgspec

from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.terms import AlternativeKind, Cadence


def a_price(
    ours: str | None,
    theirs: str | None,
    *values: str | None,
    against: str = "",
    term: int | None = 12,
    once: str = "",
) -> Price:
    """Return a price; `against` is a yearly driver against us, `once` a one-off of ours."""
    drivers = [Driver(name=f"Driver {at}", likely=_amount(value)) for at, value in enumerate(values, 1)]
    if against:
        drivers.append(Driver(name="Training", likely=Decimal(against), against_us=True))
    lines = [yearly(ours)] if ours is not None else []
    if once:
        lines.append(PriceLine(label="Retrofit", likely=Decimal(once)))
    return Price(
        currency="EUR",
        term_months=term,
        ours=tuple(lines),
        alternative=Alternative(
            kind=AlternativeKind.COMPETITOR,
            name="Corvex",
            prices=() if theirs is None else (yearly(theirs),),
            known=theirs is not None,
        ),
        drivers=tuple(drivers),
    )


def yearly(likely: str, low: str | None = None, high: str | None = None) -> PriceLine:
    """Return a line of a price that falls due every year."""
    return PriceLine(low=_amount(low), likely=Decimal(likely), high=_amount(high), cadence=Cadence.YEAR)


def beside(price: Price, **other: object) -> Price:
    """Return the price beside another alternative: `beside(price, kind=…, name=…)`."""
    changed = msgspec.structs.replace(price.alternative, **other)
    return msgspec.structs.replace(price, alternative=changed)


def _amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
