"""Money as people read it."""

from decimal import Decimal

import pytest

from planner.wording.money import estimated_money, exact_money


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
