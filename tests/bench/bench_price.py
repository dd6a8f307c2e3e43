"""What the figures of a price cost at a keystroke, how that grows, and what a simulation takes."""

from collections.abc import Callable
from decimal import Decimal
from itertools import count
from random import Random

import msgspec

from planner.model.fields import with_field
from planner.model.plan import Plan
from planner.model.price import Alternative, Driver, Price, PriceLine, Simulation
from planner.model.pricing.figures import figures
from planner.model.pricing.simulation import simulate
from planner.model.terms import Cadence, SimulationShape
from tests.bench.table import Row, at_least, at_most, median_seconds
from tests.model.pricing.recomputation import Recomputed

A_KEYSTROKE = 0.005
A_SIMULATION = 0.3
GROWTH = ((10, 60), (10, 120), (100, 60), (100, 120))


def measure() -> list[Row]:
    """Return a keystroke's figures against what they may take and a plain reckoning; growth; simulations."""
    typed = {(lines, months): median_seconds(_typing(lines, months), runs=30) for lines, months in GROWTH}
    usual = typed[GROWTH[0]]
    plain = Recomputed(_as_rows(a_price(*GROWTH[0])))
    return [
        at_most(
            1,
            work="all figures at a keystroke, 10 drivers, 60 months",
            ours=usual,
            peer="what they may take",
            theirs=A_KEYSTROKE,
        ),
        at_least(
            5,
            work="all figures at a keystroke, 10 drivers, 60 months",
            ours=usual,
            peer="flows and paybacks in plain fractions",
            theirs=median_seconds(lambda: _plainly(plain), runs=5),
        ),
        *(
            at_most(
                lines * months / 600,
                work=f"all figures at a keystroke, {lines} drivers, {months} months",
                ours=typed[lines, months],
                peer="10 drivers, 60 months",
                theirs=usual,
                judged=(lines, months) == GROWTH[-1],
            )
            for lines, months in GROWTH[1:]
        ),
        *(_simulation(shape) for shape in SimulationShape),
        at_most(
            1,
            work="10,000 runs of 10 drivers, triangular",
            ours=median_seconds(lambda: simulate(a_price(10, 60)), runs=9),
            peer="random.triangular, run by run",
            theirs=median_seconds(_run_by_run, runs=5),
        ),
    ]


def a_price(lines: int, months: int) -> Price:
    """Return a price of two lines with so many drivers of every cadence, each with a range and a ramp."""
    cadences = list(Cadence)
    drivers = tuple(
        Driver(
            name=f"Stops of line {row}",
            low=Decimal(1_000 + row),
            likely=Decimal(2_000 + 3 * row),
            high=Decimal(4_000 + 7 * row),
            cadence=cadences[row % 4],
            start_month=row % 5,
            ramp_months=row % 7,
            against_us=row % 5 == 4,
            basis=f"hours of line {row}",
            formula="6 stops × 45 min × 52 weeks × 210 an hour",
        )
        for row in range(lines)
    )
    ours = (PriceLine(likely=Decimal("3950.50"), cadence=Cadence.MONTH), PriceLine(likely=Decimal(12_000)))
    theirs = PriceLine(
        low=Decimal(36_000), likely=Decimal(39_000), high=Decimal(44_000), cadence=Cadence.YEAR
    )
    other = Alternative(known=False, prices=(theirs,))
    return Price(currency="EUR", term_months=months, ours=ours, alternative=other, drivers=drivers)


def _typing(lines: int, months: int) -> Callable[[], object]:
    """Return what types one more digit into a driver's amount and has all figures made anew."""
    plan, digits = Plan(price=a_price(lines, months)), count(1)

    def type_a_digit() -> object:
        changed = with_field(plan, "price.drivers[0].likely", Decimal(2_000 + next(digits) % 1_000))
        return figures(changed.price, changed.case)

    return type_a_digit


def _as_rows(price: Price) -> dict[str, object]:
    rows: dict[str, object] = msgspec.json.decode(msgspec.json.encode(price))
    return rows


def _plainly(plain: Recomputed) -> None:
    for which in (0, 1, 2):
        plain.scenario(which)
    for lines in (plain.ours, plain.theirs, plain.gains, plain.losses):
        plain.present(lines)
    plain.payback(discounted=False)
    plain.payback(discounted=True)


def _simulation(shape: SimulationShape) -> Row:
    price = msgspec.structs.replace(a_price(10, 60), simulation=Simulation(shape=shape))
    return at_most(
        1,
        work=f"10,000 runs of 10 drivers, {shape}",
        ours=median_seconds(lambda: simulate(price), runs=9),
        peer="what they may take",
        theirs=A_SIMULATION,
    )


def _run_by_run() -> list[float]:
    random = Random(1)
    ranges = [
        (float(one.low or 0), float(one.high or 0), float(one.likely or 0)) for one in a_price(10, 60).drivers
    ]
    return sorted(sum(random.triangular(*one) for one in ranges) for _ in range(10_000))
