"""Money as people read it."""

from decimal import Decimal
from fractions import Fraction
from unicodedata import bidirectional

import pytest
from babel import localedata

from planner.wording.money import estimated_money, exact_money, known_locale, percent


@pytest.mark.parametrize(
    ("amount", "currency", "written"),
    [
        ("12000", "EUR", "€12,000"),
        ("12000.5", "EUR", "€12,000.50"),
        ("12000.005", "EUR", "€12,000.01"),
        ("-3000", "EUR", "−€3,000"),
        ("98000", "USD", "US$98,000"),
        ("98000.4", "JPY", "JP¥98,000"),
        ("1.2345", "KWD", "KWD\u00a01.235"),
        ("12500", "CHF", "CHF\u00a012,500"),
        ("12000", "", "12,000"),
        ("0", "GBP", "£0"),
    ],
)
def test_prices_are_exact(amount: str, currency: str, written: str) -> None:
    assert exact_money(Decimal(amount), currency) == written


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("31249", "€31,200"),
        ("999.6", "€1,000"),
        ("99.94", "€99.90"),
        ("0.456", "€0.46"),
        ("1234567", "€1,230,000"),
    ],
)
def test_estimates_have_three_significant_figures(amount: str, written: str) -> None:
    assert estimated_money(Decimal(amount), "EUR") == written


@pytest.mark.parametrize(
    ("amount", "currency", "written"),
    [
        ("12.4", "JPY", "JP¥12"),
        ("0.5", "JPY", "JP¥1"),
        ("0.4567", "KWD", "KWD\u00a00.46"),
        ("0.456", "", "0.46"),
    ],
)
def test_an_estimate_has_no_more_decimals_than_its_currency(amount: str, currency: str, written: str) -> None:
    assert estimated_money(Decimal(amount), currency) == written


@pytest.mark.parametrize(
    ("share", "written"),
    [
        ("0.444", "44"),
        ("0.5", "50"),
        ("0.995", "99.5"),
        ("0.9997", "99.97"),
        ("1", "100"),
        ("1.0004", "100.04"),
        ("1.666", "167"),
        ("0.9999999999", "100"),
        ("0", "0"),
        ("0.004", "0.4"),
        ("0.0004", "0.04"),
        ("-0.004", "−0.4"),
        ("0.0000000001", "0"),
        ("0.0149", "1"),
    ],
)
def test_a_share_near_nothing_or_near_the_whole_shows_its_side(share: str, written: str) -> None:
    assert percent(Fraction(share)) == f"{written}%"


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("de_DE", "−1.234.567,50 €"),
        ("de_CH", "−EUR 1’234’567.50"),
        ("fr_FR", "−1 234 567,50 €"),
        ("en_IN", "−€12,34,567.50"),
        ("nl_NL", "−€ 1.234.567,50"),
    ],
)
def test_each_locale_has_its_own_marks(locale: str, written: str) -> None:
    assert exact_money(Decimal("-1234567.50"), "EUR", locale).replace("\u00a0", " ") == written


def test_a_locale_nobody_knows_is_english() -> None:
    assert [known_locale(name) for name in ("de_DE", "C", "xx_YY", "")] == [
        "de_DE",
        "en_GB",
        "en_GB",
        "en_GB",
    ]


def test_an_amount_of_any_size_is_written_whole() -> None:
    huge = 10**405

    assert exact_money(Fraction(huge) + Fraction(1, 2), "EUR") == f"€{huge:,}.50"
    assert estimated_money(Fraction(-huge), "EUR") == f"−€{huge:,}"
    assert percent(Fraction(huge)) == f"{huge * 100:,}%"


def test_a_negative_share_has_the_sign_of_negative_money() -> None:
    assert percent(Fraction(-1, 5)) == "−20%"
    assert percent(Fraction(-1, 10**10)) == "0%"


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("ar_EG", "\u2066١٬٢٥٠٫٥٠\u00a0EGP\u2069"),
        ("fa_IR", "\u2066EGP\u00a0۱٬۲۵۰٫۵۰\u2069"),
        ("bn_BD", "১,২৫০.৫০\u00a0EGP"),
        ("mr_IN", "EGP\u00a0१,२५०.५०"),
        ("en_GB", "EGP\u00a01,250.50"),
    ],
)
def test_money_on_the_screen_is_in_the_locales_digits_and_keeps_its_order(locale: str, written: str) -> None:
    assert exact_money(Decimal("1250.50"), "EGP", locale) == written


def test_no_right_to_left_character_stands_in_money_outside_of_an_isolate() -> None:
    for name in localedata.locale_identifiers():
        for code in ("EUR", "EGP", "ILS", "SAR", "IRR"):
            text = exact_money(Decimal("-1250.50"), code, known_locale(name))
            classes = {char: bidirectional(char) for char in text}
            assert not any(classes[char] in {"R", "AL"} for char in text if char.isalpha()), (name, text)
            turns = not {"R", "AN"}.isdisjoint(classes.values())
            assert text.startswith("\u2066") == text.endswith("\u2069") == turns


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("en_GB", "18%"),
        ("de_DE", "18\u00a0%"),
        ("fr_FR", "18\u00a0%"),
        ("tr_TR", "%18"),
        ("eu_ES", "%\u00a018"),
        ("ar_EG", "\u2066١٨%\u2069"),
    ],
)
def test_a_percentage_is_written_as_the_locale_does(locale: str, written: str) -> None:
    assert percent(Fraction(18, 100), locale) == written
