"""Amounts as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.model.amount_digits import in_digits
from planner.model.amount_errors import (
    AmbiguousAmount,
    AmbiguousCurrency,
    AmountByZero,
    AmountTooLarge,
    NotAnAmount,
)
from planner.model.amounts import read_amount, read_written
from planner.model.errors import PlannerError


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
        ("1,5 Mrd. €", "1500000000", "EUR"),
        ("Fr. 12'500.–", "12500", "CHF"),
        ("12’500.50 CHF", "12500.50", "CHF"),
        ("₹1,20,000.50", "120000.50", "INR"),
        ("₹ 3.5 crore", "35000000", "INR"),
        ("12 lakh", "1200000", ""),
        ("98 000,00 zł", "98000.00", "PLN"),
        ("98,-", "98", ""),
        ("98.-- €", "98", "EUR"),
        ("98 K", "98000", ""),
        ("98 thousand", "98000", ""),
        ("1.2 million €", "1200000", "EUR"),
        ("1250 Kč", "1250", "CZK"),
        ("250 000 Kč", "250000", "CZK"),
        ("2,5 Mio. Kč", "2500000", "CZK"),
        ("1 500 Ft", "1500", "HUF"),
        ("12 млн ₽", "12000000", "RUB"),
        ("R$ 1.250,00", "1250", "BRL"),
        ("R 98 000", "98000", "ZAR"),
        ("5 лв.", "5", "BGN"),
        ("3 億円", "300000000", "JPY"),
        ("98 TEUR", "98000", "EUR"),
        ("1 250 KM", "1250", "BAM"),
        ("98 MDL", "98", "MDL"),
        ("98 KGS", "98", "KGS"),
        ("(1,250.00)", "-1250", ""),
        ("€(1,250.50)", "-1250.50", "EUR"),
        ("(1.250,50 €)", "-1250.50", "EUR"),
        ("1250-", "-1250", ""),
        ("1.250,00- €", "-1250", "EUR"),
        ("1250-€", "-1250", "EUR"),
        ("－42", "-42", ""),
        ("–42", "-42", ""),
        ("１，２５０．５０", "1250.50", ""),
        ("١٬٢٥٠٫٥٠", "1250.50", ""),
        ("۱٬۲۵۰٫۵", "1250.5", ""),
        ("१२,३४,५६७.८९", "1234567.89", ""),
        ("১২,৩৪,৫৬৭.৮৯", "1234567.89", ""),
        ("๑,๒๕๐.๕๐ ฿", "1250.50", "THB"),
        ("1\u00a0250\u00a0000,5", "1250000.5", ""),
        ("1\u2009250\u2009000", "1250000", ""),
        ("\u200f\u061c-42\u00a0\u20ac", "-42", "EUR"),
        ("\u2066€1,250.50\u2069", "1250.50", "EUR"),
        ("S/ -42", "-42", "PEN"),
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
        "98.-5",
        "1e5",
        "--3",
        "1.2.3,4,5",
        "12,34,56",
        "€ 5 $",
        "NaN",
        "9" * 17,
        "1." + "3" * 70,
        "1250 Kčs",
        "98 t",
        "10%",
        "10% €",
        "5+",
        "1250--",
        "98 € kr",
        "3 k m",
        "+4930123456",
        "12:30",
        "030-1234567",
        "0171/1234567",
        "555-123-4567",
        "2026-11-27",
        "27/11/2026",
        "3/12/26",
        "12/2026",
        "60-70k",
        "60 – 70",
        "5 € * 3 €",
        "5 € + 3 $",
        "2^3",
        "2**3",
        "(1",
        "1)",
        "()",
        "3 * 4 = 13",
        "3kF",
        "TM 3",
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


@pytest.mark.parametrize(
    ("typed", "ours", "amount", "currency"),
    [
        ("$500", "CAD", "500", "CAD"),
        ("$500", "USD", "500", "USD"),
        ("1,5 Mio. $", "MXN", "1500000", "MXN"),
        ("¥500", "CNY", "500", "CNY"),
        ("￥500", "JPY", "500", "JPY"),
        ("98 kr", "NOK", "98", "NOK"),
        ("98 kr.", "DKK", "98", "DKK"),
        ("5 Mkr", "SEK", "5000000", "SEK"),
        ("98 tkr", "SEK", "98000", "SEK"),
        ("Rs.500", "LKR", "500", "LKR"),
        ("Rs 12 lakh", "INR", "1200000", "INR"),
        ("500 lei", "MDL", "500", "MDL"),
        ("£500", "EGP", "500", "EGP"),
        ("£500", "EUR", "500", "GBP"),
        ("98 K", "ZMW", "98", "ZMW"),
        ("98 K", "EUR", "98000", ""),
        ("F 500", "XOF", "500", "XOF"),
        ("US$500", "CAD", "500", "USD"),
        ("5 F\u202fCFA", "XAF", "5", "XAF"),
    ],
)
def test_a_sign_that_is_ours_means_our_currency(typed: str, ours: str, amount: str, currency: str) -> None:
    assert read_amount(typed, ours=(ours,)) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("$500", "USD 500", "CAD 500"),
        ("98 kr", "SEK 98", "NOK 98"),
        ("Rs. 1,250", "INR 1,250", "PKR 1,250"),
        ("¥ 98k", "JPY 98k", "CNY 98k"),
    ],
)
def test_a_shared_sign_that_is_not_ours_is_asked_about(typed: str, first: str, second: str) -> None:
    with pytest.raises(AmbiguousCurrency, match=f"write {first} or {second}"):
        read_amount(typed, ".", ours=("EUR",))
    for written in (first, second):
        assert read_amount(written, ".")[1] == written[:3]


@pytest.mark.parametrize(
    ("typed", "amount", "currency"),
    [
        ("38*42*12", "19152", ""),
        ("240*4.5%", "10.80", ""),
        ("240*4.5% €", "10.80", "EUR"),
        ("300 × 85 €", "25500", "EUR"),
        ("€300 * 85", "25500", "EUR"),
        ("38 x 42", "1596", ""),
        ("98k + 12k", "110000", ""),
        ("(98k+12k) * 3 €", "330000", "EUR"),
        ("300 € + 200 €", "500", "EUR"),
        ("1000 ÷ 4", "250", ""),
        ("100 + 19%", "119", ""),
        ("98000 - 10%", "88200", ""),
        ("-3 * -4", "12", ""),
        ("3·4", "12", ""),
        ("٣×٤", "12", ""),
        ("1.250*3,5", "4375", ""),
        ("=3*4", "12", ""),
        ("38*42*12 = 19,152", "19152", ""),
    ],
)
def test_arithmetic_is_reckoned(typed: str, amount: str, currency: str) -> None:
    read = read_written(typed)
    assert (read.amount, read.currency, read.from_sum, read.rounded) == (
        Decimal(amount),
        currency,
        True,
        False,
    )


@pytest.mark.parametrize(
    ("typed", "ours", "amount"),
    [("10/3", "EUR", "3.33"), ("200/3", "JPY", "66.67"), ("20/3", "KWD", "6.667")],
)
def test_a_division_is_rounded_to_the_currencys_digits_and_says_so(
    typed: str, ours: str, amount: str
) -> None:
    read = read_written(typed, ours=(ours,))
    assert (read.amount, read.rounded) == (Decimal(amount), True)
    assert read_written("1/3", money=False).amount == Decimal("0.333333")


def test_a_sum_is_ambiguous_where_its_numbers_are() -> None:
    with pytest.raises(AmbiguousAmount) as refused:
        read_amount("1.250*3")
    assert refused.value.readings == (Decimal("3.75"), Decimal(3750))
    assert read_amount("1.250*3", ",")[0] == 3750


def test_nothing_is_divided_by_zero() -> None:
    with pytest.raises(AmountByZero, match="divided by 0"):
        read_amount("5/(3-3)")


@pytest.mark.parametrize("typed", ["98k", "(1,250.00)", "1250-", "€ -5"])
def test_a_plain_amount_is_no_arithmetic(typed: str) -> None:
    assert not read_written(typed).from_sum


@settings(max_examples=400)
@given(st.one_of(st.text(max_size=80), st.text("0123456789.,'+-*/()% €$kKMčr٫٬١-–=x", max_size=40)))
def test_any_text_is_an_amount_or_refused(typed: str) -> None:
    said, amount, currency = "", Decimal(10**16), ""
    try:
        amount, currency = read_amount(typed, ".", ("CAD",))
    except PlannerError as refused:
        said = str(refused)
    assert said or abs(amount) <= 10**15
    assert len(currency) in {0, 3}
