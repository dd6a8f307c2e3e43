"""Rounding once, half up, to the currency's digits."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.pricing.rounding import currency_digits, half_up, rounded_money


@pytest.mark.parametrize(
    ("amount", "currency", "shown"),
    [
        ("0.005", "EUR", "0.01"),
        ("0.004999999999999999999999999999999999", "EUR", "0.00"),
        ("-0.005", "EUR", "-0.01"),
        ("-0.004", "EUR", "0.00"),
        ("2.5", "JPY", "3"),
        ("3.5", "jpy", "4"),
        ("-2.5", "JPY", "-3"),
        ("1.0005", "KWD", "1.001"),
        ("1.0004999", "KWD", "1.000"),
        ("1.00005", "CLF", "1.0001"),
        ("1.005", "", "1.01"),
        ("1.005", "XYZ", "1.01"),
        ("999999999999999.995", "EUR", "1000000000000000.00"),
    ],
)
def test_halves_go_up(amount: str, currency: str, shown: str) -> None:
    assert str(rounded_money(Decimal(amount), currency)) == shown


def test_a_third_is_not_rounded_before() -> None:
    assert str(half_up(Fraction(10**30, 3), 2)) == f"{'3' * 30}.33"
    assert str(half_up(Fraction(2 * 10**30, 3), 2)) == f"{'6' * 30}.67"


def test_large_steps_are_rounded_too() -> None:
    assert half_up(Decimal(12_350), -2) == 12_400
    assert half_up(Decimal(12_349), -2) == 12_300


@given(st.fractions(max_denominator=10**9), st.sampled_from(["JPY", "EUR", "KWD"]))
def test_what_is_rounded_is_never_further_than_half_a_unit(amount: Fraction, currency: str) -> None:
    unit = Fraction(1, 10 ** currency_digits(currency))
    rounded = rounded_money(amount, currency)

    assert abs(Fraction(rounded) - amount) <= unit / 2
    assert rounded.as_tuple().exponent == -currency_digits(currency)
    if abs(Fraction(rounded) - amount) == unit / 2:
        assert abs(Fraction(rounded)) > abs(amount)


@given(st.fractions(), st.fractions())
def test_rounding_keeps_the_order(one: Fraction, other: Fraction) -> None:
    small, large = sorted((one, other))
    assert rounded_money(small, "EUR") <= rounded_money(large, "EUR")
