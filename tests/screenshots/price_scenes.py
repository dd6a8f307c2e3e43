"""The price step in every case of the price delta, for pictures of it."""

from collections.abc import Mapping
from decimal import Decimal

from msgspec.structs import replace

from planner.model.ids import new_id
from planner.model.plan import Preparation
from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.terms import AlternativeKind, Cadence, DriverKind


def price_scenes(sample: Preparation) -> Mapping[str, Preparation]:
    """Return the sample with another price for each case, by the name of its picture."""
    prices = {
        "justified": _JUSTIFIED,
        "not-justified": _beside(_JUSTIFIED, _CORVEX, drivers=_JUSTIFIED.drivers[2:]),
        "cheaper": _beside(_JUSTIFIED, replace(_CORVEX, prices=(_a_month(8250),))),
        "unknown": _beside(_JUSTIFIED, replace(_CORVEX, known=False, prices=())),
        "status-quo": _beside(_JUSTIFIED, _STATUS_QUO),
    }
    return {name: _with(sample, price) for name, price in prices.items()}


def _with(sample: Preparation, price: Price) -> Preparation:
    plan = replace(sample.plan, id=new_id(), price=replace(price, disclosure=sample.plan.price.disclosure))
    return replace(sample, plan=plan)


def _beside(price: Price, other: Alternative, *, drivers: tuple[Driver, ...] | None = None) -> Price:
    return replace(price, alternative=other, drivers=price.drivers if drivers is None else drivers)


def _a_month(amount: int) -> PriceLine:
    return PriceLine(label="Licence", likely=Decimal(amount), cadence=Cadence.MONTH)


_CORVEX = Alternative(kind=AlternativeKind.COMPETITOR, name="Corvex", known=True, prices=(_a_month(5583),))
_STATUS_QUO = Alternative(
    kind=AlternativeKind.STATUS_QUO,
    known=True,
    prices=(
        PriceLine(label="Line upkeep", likely=Decimal(41000), cadence=Cadence.YEAR),
        PriceLine(label="Hired forklifts", likely=Decimal(1250), cadence=Cadence.MONTH),
    ),
)
_JUSTIFIED = Price(
    currency="EUR",
    term_months=36,
    unit="one line, retrofitted",
    ours=(PriceLine(label="Retrofit", likely=Decimal(237000)),),
    alternative=_CORVEX,
    drivers=(
        Driver(
            name="Line time",
            kind=DriverKind.REVENUE,
            low=Decimal(14000),
            likely=Decimal(19000),
            high=Decimal(22000),
            formula="29.7 h regained × 640 €",
            source="Downtime log, September",
            confirmed_by="Ines Marlow",
        ),
        Driver(
            name="Overtime",
            kind=DriverKind.COST,
            low=Decimal(7000),
            likely=Decimal(9000),
            high=Decimal(10000),
            formula="18 h a month × 42 € × 12",
            source="October payroll",
        ),
        Driver(
            name="Late-pallet penalties",
            kind=DriverKind.RISK,
            low=Decimal(0),
            likely=Decimal(6000),
            high=Decimal(9000),
            formula="40 pallets × 150 €",
            source="Contract draft",
        ),
        Driver(
            name="Training",
            low=Decimal(2000),
            likely=Decimal(3000),
            high=Decimal(4000),
            against_us=True,
        ),
    ),
)
