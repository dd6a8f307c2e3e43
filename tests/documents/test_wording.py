"""Dates, money and figures as the page writes them."""

import datetime as dt
from decimal import Decimal

import pytest

from planner.documents.views import wording


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
    assert wording.exact_money(Decimal(amount), currency) == written


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
    assert wording.estimated_money(Decimal(amount), "EUR") == written


@pytest.mark.parametrize(
    ("hours", "written"), [(0, "UTC"), (1, "UTC+1"), (-3.5, "UTC−3:30"), (5.75, "UTC+5:45"), (-11, "UTC−11")]
)
def test_a_zone_is_its_distance_from_utc(hours: float, written: str) -> None:
    moment = dt.datetime(2026, 12, 1, 10, tzinfo=dt.timezone(dt.timedelta(hours=hours)))
    assert wording.zone(moment) == written


def test_a_text_brings_its_own_quotation_marks_or_gets_ours() -> None:
    assert wording.quoted("We just eat it.") == "“We just eat it.”"
    assert wording.quoted("„Das geht nicht“") == "„Das geht nicht“"
    assert wording.quoted(" ") == ""
