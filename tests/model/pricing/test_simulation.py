"""The simulation: the same from the same seed, and as the distributions say."""

from decimal import Decimal
from math import sqrt

import msgspec
import pytest

from planner.model.price import Driver, Price, PriceLine, Simulation
from planner.model.pricing.shapes import draws
from planner.model.pricing.simulation import CHUNK, Simulated, simulate
from planner.model.terms import Cadence, SimulationShape
from tests.model.pricing.prices import higher_than, worth

SHAPES = list(SimulationShape)


def between(low: int, likely: int, high: int, *, against_us: bool = False) -> Driver:
    return Driver(
        low=Decimal(low),
        likely=Decimal(likely),
        high=Decimal(high),
        cadence=Cadence.ONE_OFF,
        against_us=against_us,
    )


def simulated(price: Price, **asked: object) -> Simulated:
    found = simulate(msgspec.structs.replace(price, simulation=Simulation(**asked)))  # type: ignore[arg-type]
    assert found is not None
    return found


UNSURE = higher_than(100, 150, between(40, 60, 110), between(0, 5, 20, against_us=True))


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_seed_finds_the_same(shape: SimulationShape) -> None:
    once, again = (simulated(UNSURE, shape=shape, seed=7) for _ in range(2))
    other = simulated(UNSURE, shape=shape, seed=8)

    assert once == again
    assert once.surplus != other.surplus
    assert (once.seed, once.runs, once.shape) == (7, 10_000, shape)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("likely", [10.0, 13.0, 40.0, 70.0])
def test_draws_lie_as_their_distribution_says(shape: SimulationShape, likely: float) -> None:
    low, high, count = 10.0, 70.0, 20_000
    found = draws(shape, low, likely, high)((at + 0.5) / count for at in range(count))

    mean = sum(found) / count
    spread = sqrt(sum((one - mean) ** 2 for one in found) / count)
    assert low <= min(found)
    assert max(found) <= high
    assert found == sorted(found)
    if shape is SimulationShape.TRIANGULAR:
        expected = (low + likely + high) / 3
        squares = low**2 + likely**2 + high**2 - low * likely - low * high - likely * high
        deviation = sqrt(squares / 18)
    else:
        expected = (low + 4 * likely + high) / 6
        deviation = sqrt((expected - low) * (high - expected) / 7)
    assert mean == pytest.approx(expected, rel=1e-3)
    assert spread == pytest.approx(deviation, rel=1e-2)


def test_the_share_of_good_runs_is_that_of_the_distribution() -> None:
    """A triangle from 0 to 100 around 50 lies below 20 in 8 runs of 100."""
    found = simulated(higher_than(100, 120, between(0, 50, 100)), runs=40_000)

    assert found.p_surplus_positive == pytest.approx(0.92, abs=0.005)
    assert found.surplus.median == pytest.approx(30, abs=0.5)
    assert found.surplus.p10 == pytest.approx(sqrt(0.1 * 5_000) - 20, abs=0.6)
    assert found.surplus.p90 == pytest.approx(80 - sqrt(0.1 * 5_000), abs=0.6)


def test_a_share_is_reckoned_in_each_run() -> None:
    """The median of delta / value is delta / the median value: a ratio of means would be another."""
    found = simulated(higher_than(100, 120, between(10, 20, 90)), runs=40_000)

    median_value = 90 - sqrt(80 * 70 * 0.5)
    assert found.break_even_share is not None
    assert found.break_even_share.median == pytest.approx(20 / median_value, rel=0.01)
    assert found.break_even_share.p10 < found.break_even_share.median < found.break_even_share.p90


def test_a_price_that_is_a_guess_is_drawn_too() -> None:
    theirs = PriceLine(low=Decimal(80), likely=Decimal(100), high=Decimal(120))
    price = higher_than(0, 110, worth(10))
    guessed = msgspec.structs.replace(
        price, alternative=msgspec.structs.replace(price.alternative, known=False, prices=(theirs,))
    )

    found = simulated(guessed)

    assert found.p_surplus_positive == pytest.approx(0.5, abs=0.02)
    assert found.break_even_share is None


@pytest.mark.parametrize(("value", "share"), [(19, 0.0), (20, 0.0), (21, 1.0)])
def test_without_chance_every_run_is_the_same(value: int, share: float) -> None:
    found = simulated(higher_than(100, 120, worth(value)), runs=10)

    assert found.p_surplus_positive == share
    assert found.surplus.p10 == found.surplus.median == found.surplus.p90 == value - 20


def test_nothing_is_simulated_without_a_surplus() -> None:
    assert simulate(Price(ours=(PriceLine(likely=Decimal(5)),), drivers=(between(1, 2, 3),))) is None


def test_a_simulation_can_be_stopped() -> None:
    asked: list[bool] = []

    def stopped() -> bool:
        asked.append(True)
        return len(asked) > 2

    many = msgspec.structs.replace(UNSURE, simulation=Simulation(runs=100 * CHUNK))
    assert simulate(many, stopped=stopped) is None
    assert len(asked) == 3
