"""Amounts as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.amounts import AmbiguousAmount, AmountTooLarge, NotAnAmount, in_digits, read_amount


@pytest.mark.parametrize(
    ("typed", "amount", "currency"),
    [
        ("98k", "98000", ""),
        ("98 k€", "98000", "EUR"),
        ("1,250.50", "1250.50", ""),
        ("1.250,50 €", "1250.50", "EUR"),
        ("CHF 12'500", "12500", "CHF"),
        ("₹1,20,000", "120000", "INR"),
        ("1.2m", "1200000", ""),
        ("2,4 Mio. €", "2400000", "EUR"),
        ("45 Tsd", "45000", ""),
        ("-3 000", "-3000", ""),
        ("−3000", "-3000", ""),
        ("1\u202f250,50", "1250.50", ""),
        (".5", "0.5", ""),
        ("0", "0", ""),
        ("0.125", "0.125", ""),
        ("0,125", "0.125", ""),
        ("0.125 KWD", "0.125", "KWD"),
        ("3 MXN", "3", "MXN"),
        ("1,000,000", "1000000", ""),
        ("EUR 1.234.567,89", "1234567.89", "EUR"),
        ("£1.2m", "1200000", "GBP"),
        ("US$98k", "98000", "USD"),
        ("$1.5bn", "1500000000", "USD"),
        ("1,5 Mrd. €", "1500000000", "EUR"),
        ("Fr. 12'500.–", "12500", "CHF"),
        ("12’500.50 CHF", "12500.50", "CHF"),
        ("₹1,20,000.50", "120000.50", "INR"),
        ("₹ 3.5 crore", "35000000", "INR"),
        ("12 lakh", "1200000", ""),
        ("98 000,00 zł", "98000.00", "PLN"),
        ("98,-", "98", ""),
        ("98.-- €", "98", "EUR"),
        ("¥98000", "98000", "JPY"),
        ("98 K", "98000", ""),
        ("98 thousand", "98000", ""),
        ("1.2 million €", "1200000", "EUR"),
    ],
)
def test_typed_amounts_are_read(typed: str, amount: str, currency: str) -> None:
    assert read_amount(typed) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "abc",
        "12 apples",
        "98 kr",
        "98.-5",
        "1e5",
        "--3",
        "1.2.3,4,5",
        "12,34,56",
        "€ 5 $",
        "NaN",
        "9" * 17,
        "1." + "3" * 70,
    ],
)
def test_what_is_no_amount_is_refused_with_its_text(typed: str) -> None:
    with pytest.raises(NotAnAmount):
        read_amount(typed)


@pytest.mark.parametrize("typed", ["9" * 17, "-2000000 bn", "1,000,001 Mrd. €"])
def test_an_amount_beyond_what_can_be_kept_says_so(typed: str) -> None:
    with pytest.raises(AmountTooLarge, match=r"at most 10\^15"):
        read_amount(typed)


def test_an_ambiguous_amount_offers_both_readings() -> None:
    with pytest.raises(AmbiguousAmount) as refused:
        read_amount("98.000 €")
    assert refused.value.readings == (Decimal("98.000"), Decimal(98000))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_an_amount_in_digits_reads_back_in_one_way_only(amount: Decimal) -> None:
    assert read_amount(in_digits(amount))[0] == amount


def test_the_readers_decimal_mark_settles_what_is_ambiguous() -> None:
    assert read_amount("98.000", ",")[0] == 98000
    assert read_amount("98.000", ".")[0] == 98
    assert read_amount("1,250", ",")[0] == Decimal("1.250")
    assert read_amount("1,250", ".")[0] == 1250


@given(st.integers(-(10**13), 10**13), st.sampled_from([("{:,}", "."), ("{:_}", "."), ("{:d}", ".")]))
def test_a_grouped_whole_number_reads_back(number: int, form: tuple[str, str]) -> None:
    pattern, mark = form
    assert read_amount(pattern.format(number).replace("_", "'"), mark)[0] == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12))
def test_a_decimal_reads_back_with_either_mark(amount: Decimal) -> None:
    assert read_amount(f"{amount:f}", ".")[0] == amount
    assert read_amount(f"{amount:f}".replace(".", ","), ",")[0] == amount
