"""When the buyer has the premium back."""

from decimal import Decimal
from fractions import Fraction

import pytest

from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.pricing.figures import figures
from planner.model.terms import Cadence
from tests.model.pricing.prices import a_month, instead_of_nothing, once, worth


def back(*ours: PriceLine, drivers: tuple[Driver, ...], term: int = 36) -> Fraction | None:
    return figures(instead_of_nothing(*ours, drivers=drivers, term=term)).payback


def gaining(amount: int, cadence: Cadence, **other: object) -> Driver:
    return Driver(likely=Decimal(amount), cadence=cadence, **other)  # type: ignore[arg-type]


def test_a_year_is_read_within() -> None:
    assert back(once(18_000), drivers=(gaining(12_000, Cadence.YEAR),)) == 18


def test_a_trifle_more_never_makes_it_later() -> None:
    alone = back(once(18_000), drivers=(gaining(31_000, Cadence.YEAR),))
    with_more = back(once(18_000), drivers=(gaining(31_000, Cadence.YEAR), gaining(1, Cadence.MONTH)))

    assert alone == Fraction(18_000 * 12, 31_000)
    assert with_more is not None
    assert with_more < alone


def test_months_are_read_within_too() -> None:
    assert back(once(1_000), drivers=(gaining(300, Cadence.MONTH),)) == Fraction(10, 3)


def test_what_falls_due_at_once_pays_back_at_once() -> None:
    assert (
        back(once(1_000), drivers=(Driver(likely=Decimal(5_000), cadence=Cadence.ONE_OFF, start_month=24),))
        == 24
    )


def test_back_at_exactly_nothing_is_back() -> None:
    assert back(once(500), drivers=(gaining(500, Cadence.ONE_OFF, start_month=9),)) == 9


def test_it_is_immediate_where_nothing_is_ever_missing() -> None:
    assert back(a_month(100), drivers=(gaining(150, Cadence.MONTH),)) == 0
    assert back(once(100), drivers=(worth(100),)) == 0


def test_prepaid_is_missing_until_it_is_earned() -> None:
    prepaid = PriceLine(likely=Decimal(1_200), cadence=Cadence.YEAR, prepaid=True)
    assert back(prepaid, drivers=(gaining(200, Cadence.MONTH),), term=12) == 6


def test_only_the_last_crossing_counts() -> None:
    """Back in month 5, below zero again with what falls due in month 12, back for good in month 23."""
    prepaid = PriceLine(likely=Decimal(500), months=24, cadence=Cadence.YEAR, prepaid=True)
    renewal = once(1_300, at=12)
    assert back(prepaid, renewal, drivers=(gaining(100, Cadence.MONTH),), term=24) == 23


def test_not_within_the_term_is_not_a_month() -> None:
    found = figures(instead_of_nothing(once(10_000), drivers=(gaining(100, Cadence.MONTH),)))
    assert found.payback is None
    assert found.cash_flow.net is not None


def test_exactly_at_the_end_is_within() -> None:
    assert back(once(3_600), drivers=(gaining(100, Cadence.MONTH),)) == 36


@pytest.mark.parametrize(("rate", "month"), [("0.10", 12), ("0.25", 12), ("0.07", 12)])
def test_discounted_to_exactly_nothing_is_paid_back(rate: str, month: int) -> None:
    """What is worth exactly the price after a year has paid for itself then, not a rounding later."""
    gain = Decimal(1_000) * (1 + Decimal(rate))
    price = Price(
        term_months=24,
        rate=Decimal(rate),
        ours=(once(1_000),),
        alternative=Alternative(prices=(once(0),)),
        drivers=(Driver(likely=gain, cadence=Cadence.YEAR, months=12),),
    )
    flow = figures(price).cash_flow
    assert flow.npv == 0
    assert flow.discounted_payback is not None
    assert abs(flow.discounted_payback - month) < Fraction(1, 10**30)


def test_a_year_or_less_is_not_discounted() -> None:
    within = figures(instead_of_nothing(once(100), drivers=(gaining(20, Cadence.MONTH),), term=12)).cash_flow
    beyond = figures(instead_of_nothing(once(100), drivers=(gaining(20, Cadence.MONTH),), term=13)).cash_flow

    assert within.rate is None
    assert within.npv == 140
    assert within.discounted_payback == within.payback == 5
    assert beyond.rate == Decimal("0.10")
    assert beyond.npv is not None
    assert beyond.npv < 160
    assert beyond.discounted_payback is not None
    assert beyond.discounted_payback > 5


def test_twelve_monthly_amounts_are_discounted_at_the_twelfth_root() -> None:
    flow = figures(instead_of_nothing(once(0), drivers=(gaining(100, Cadence.MONTH, months=12),), term=24))
    monthly = 1.1 ** (1 / 12) - 1

    assert flow.cash_flow.npv is not None
    assert float(flow.cash_flow.npv) == pytest.approx(100 * (1 - 1 / 1.1) / monthly, rel=1e-12)
