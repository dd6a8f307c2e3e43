"""Builders of prices for tests of the arithmetic."""

from decimal import Decimal

from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.terms import AlternativeKind, Cadence


def once(amount: str | int, at: int = 0) -> PriceLine:
    return PriceLine(likely=Decimal(amount), start_month=at)


def a_year(amount: str | int, **other: object) -> PriceLine:
    return PriceLine(likely=Decimal(amount), cadence=Cadence.YEAR, **other)  # type: ignore[arg-type]


def a_month(amount: str | int, **other: object) -> PriceLine:
    return PriceLine(likely=Decimal(amount), cadence=Cadence.MONTH, **other)  # type: ignore[arg-type]


def worth(amount: str | int, *, against_us: bool = False, cadence: Cadence = Cadence.ONE_OFF) -> Driver:
    return Driver(likely=Decimal(amount), cadence=cadence, against_us=against_us)


def in_year(number: int, amount: str | int, *, against_us: bool = False) -> Driver:
    """A driver that falls due at the end of one year only."""
    return Driver(
        likely=Decimal(amount),
        cadence=Cadence.YEAR,
        start_month=12 * (number - 1),
        months=12,
        against_us=against_us,
    )


def higher_than(theirs: str | int, ours: str | int, *drivers: Driver, term: int = 12) -> Price:
    return Price(
        term_months=term,
        ours=(once(ours),),
        alternative=Alternative(prices=(once(theirs),)),
        drivers=drivers,
    )


def instead_of_nothing(*ours: PriceLine, drivers: tuple[Driver, ...] = (), term: int = 36) -> Price:
    """A price beside a status quo that costs nothing."""
    nothing = Alternative(kind=AlternativeKind.STATUS_QUO, known=True, prices=(once(0),))
    return Price(term_months=term, ours=ours, alternative=nothing, drivers=drivers)
