"""The price delta over a term."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.pricing.lines import estimate, line_total
from planner.model.pricing.price_delta import price_delta
from planner.model.pricing.schedule import Schedule
from planner.model.terms import Cadence


def once(amount: str) -> PriceLine:
    return PriceLine(likely=Decimal(amount))


def worth(amount: str, *, against_us: bool = False) -> Driver:
    return Driver(likely=Decimal(amount), cadence=Cadence.ONE_OFF, against_us=against_us)


def higher_than(theirs: str, ours: str, *drivers: Driver) -> Price:
    return Price(
        term_months=12, ours=(once(ours),), alternative=Alternative(prices=(once(theirs),)), drivers=drivers
    )


def test_a_tractor_worth_its_higher_price() -> None:
    delta = price_delta(higher_than("90000", "100000", *map(worth, ("7000", "6000", "5000", "2000"))))
    assert delta.delta == 10_000
    assert delta.premium == Fraction(1, 9)
    assert delta.surplus == 10_000
    assert delta.break_even_share == Fraction(1, 2)


def test_a_printer_whose_premium_is_not_justified() -> None:
    delta = price_delta(higher_than("1000", "1500", worth("100"), worth("200")))
    assert delta.surplus == -200
    assert delta.break_even_share == Fraction(5, 3)


def test_switching_cost_raises_the_break_even_share() -> None:
    delta = price_delta(higher_than("100", "110", worth("40"), worth("10", against_us=True)))
    assert delta.break_even_share == Fraction(1, 2)
    assert delta.differentiation == 30


def test_cheaper_and_equal_prices_have_no_break_even() -> None:
    assert price_delta(higher_than("100", "90", worth("5"))).break_even_share is None
    assert price_delta(higher_than("100", "100", worth("5"))).break_even_share is None


def test_an_unknown_price_is_not_zero() -> None:
    delta = price_delta(Price(term_months=12, ours=(once("100"),), drivers=(worth("5"),)))
    assert delta.reference is None
    assert delta.delta is None
    assert delta.surplus is None


def test_in_house_for_free_is_a_reference_of_zero() -> None:
    delta = price_delta(higher_than("0", "100", worth("150")))
    assert delta.delta == 100
    assert delta.premium is None


def test_a_blank_driver_is_left_out_and_counted() -> None:
    delta = price_delta(higher_than("100", "110", worth("20"), Driver(name="overtime")))
    assert delta.value_for == 20
    assert delta.not_estimated == 1


def test_all_low_is_the_worst_case_for_the_buyer() -> None:
    drivers = (
        Driver(low=Decimal(10), likely=Decimal(20), high=Decimal(30), cadence=Cadence.ONE_OFF),
        Driver(low=Decimal(1), likely=Decimal(2), high=Decimal(4), cadence=Cadence.ONE_OFF, against_us=True),
    )
    surpluses = [
        price_delta(higher_than("100", "105", *drivers), case).surplus for case in ("low", "likely", "high")
    ]
    assert surpluses == [10 - 4 - 5, 20 - 2 - 5, 30 - 1 - 5]


@pytest.mark.parametrize(
    ("low", "likely", "high", "case", "taken"),
    [
        (None, "5", None, "low", "5"),
        ("2", None, "6", "likely", "4"),
        ("2", None, None, "high", "2"),
        (None, None, "6", "low", "6"),
        (None, None, None, "likely", None),
    ],
)
def test_a_missing_estimate_falls_back_on_the_others(
    low: str | None, likely: str | None, high: str | None, case: str, taken: str | None
) -> None:
    line = PriceLine(
        low=(low and Decimal(low)) or None,
        likely=(likely and Decimal(likely)) or None,
        high=(high and Decimal(high)) or None,
    )
    expected = None if taken is None else Decimal(taken)
    assert estimate(line, case) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("schedule", "term", "paid"),
    [
        (Schedule(cadence=Cadence.MONTH), 3, [(1, 1), (2, 1), (3, 1)]),
        (Schedule(cadence=Cadence.MONTH, prepaid=True), 3, [(0, 1), (1, 1), (2, 1)]),
        (Schedule(cadence=Cadence.QUARTER, start_month=3), 9, [(6, 1), (9, 1)]),
        (Schedule(cadence=Cadence.YEAR), 18, [(12, 1), (18, Fraction(1, 2))]),
        (Schedule(cadence=Cadence.MONTH, start_month=2, months=2), 12, [(3, 1), (4, 1)]),
        (Schedule(cadence=Cadence.ONE_OFF, start_month=6), 3, []),
        (Schedule(cadence=Cadence.ONE_OFF), 36, [(0, 1)]),
        (Schedule(cadence=Cadence.MONTH, ramp_months=2), 3, [(1, Fraction(1, 2)), (2, 1), (3, 1)]),
        (Schedule(cadence=Cadence.YEAR, months=0), 12, []),
    ],
)
def test_amounts_fall_due_when_their_schedule_says(
    schedule: Schedule, term: int, paid: list[tuple[int, Fraction]]
) -> None:
    assert schedule.payments(term) == paid


def test_different_terms_lie_on_one_horizon() -> None:
    once_for_all = PriceLine(likely=Decimal(237_000))
    monthly = PriceLine(likely=Decimal("5583.50"), cadence=Cadence.MONTH)
    assert line_total(once_for_all, 36) == 237_000
    assert line_total(monthly, 36) == 201_006
    seats = PriceLine(likely=Decimal(12), cadence=Cadence.MONTH, units=Decimal(40))
    assert line_total(seats, 24) == 11_520


amounts = st.decimals(min_value=0, max_value=10**9, places=2)


@given(amounts, amounts, st.lists(st.tuples(amounts, st.booleans()), max_size=6), st.integers(2, 9))
def test_the_invariants_hold(
    ours: Decimal, theirs: Decimal, values: list[tuple[Decimal, bool]], k: int
) -> None:
    def scaled(by: int) -> Price:
        drivers = (worth(str(value * by), against_us=against) for value, against in values)
        return higher_than(str(theirs * by), str(ours * by), *drivers)

    delta = price_delta(scaled(1))
    assert delta.delta is not None
    assert delta.surplus is not None
    assert delta.delta + delta.surplus == delta.differentiation
    larger = price_delta(scaled(k))
    assert larger.break_even_share == delta.break_even_share
    assert larger.premium == delta.premium
    if delta.break_even_share is not None:
        assert delta.value_for is not None
        assert delta.value_against is not None
        assert delta.value_for * delta.break_even_share - delta.value_against - delta.delta == 0
