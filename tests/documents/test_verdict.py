"""The price delta in one sentence: PRICE.md's cases."""

from decimal import Decimal

import pytest

from planner.documents.views.verdict import PriceView, price_view
from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.terms import Cadence


def _view(
    ours: str, theirs: str | None, *values: str | None, against: str = "", term: int | None = 12
) -> PriceView:
    drivers = [
        Driver(name=f"Driver {value}", likely=None if value is None else Decimal(value)) for value in values
    ]
    if against:
        drivers.append(
            Driver(name="Training", likely=Decimal(against), against_us=True, cadence=Cadence.ONE_OFF)
        )
    prices = () if theirs is None else (PriceLine(likely=Decimal(theirs), cadence=Cadence.YEAR),)
    price = Price(
        currency="EUR",
        term_months=term,
        ours=(PriceLine(likely=Decimal(ours), cadence=Cadence.YEAR),),
        alternative=Alternative(name="Corvex", prices=prices, known=theirs is not None),
        drivers=tuple(drivers),
    )
    return price_view(price)


@pytest.mark.parametrize(
    ("view", "verdict"),
    [
        (
            _view("79000", "67000", "34000", against="3000"),
            "€12,000 more over 12 months, worth about €31,000. Even if only 44 % of the claim comes true.",
        ),
        (
            _view("100000", "90000", "20000"),
            "€10,000 more over 12 months, worth about €20,000. Even if only 50 % of the claim comes true.",
        ),
        (
            _view("1500", "1000", "300"),
            (
                "€500 more over 12 months, worth only about €300: the premium is not justified. "
                "167 % of the claim would have to come true."
            ),
        ),
        (
            _view("79000", "67000", against="3000"),
            "€12,000 more over 12 months, and nothing that outweighs it: the premium is not justified.",
        ),
        (_view("79000", "67000"), "€12,000 more over 12 months. What it is worth is not estimated yet."),
        (
            _view("79000", "67000", None),
            "€12,000 more over 12 months. What it is worth is not estimated yet.",
        ),
        (
            _view("60000", "67000", "5000"),
            "€7,000 less than Corvex over 12 months, and worth about €5,000 more.",
        ),
        (
            _view("60000", "67000", against="5000"),
            (
                "€7,000 less than Corvex over 12 months. "
                "Does that cover about €5,000 that the client gives up?"
            ),
        ),
        (_view("60000", "60000"), "The same price as Corvex over 12 months."),
        (
            _view("60000", "60000", "5000"),
            "The same price as Corvex over 12 months, worth about €5,000 more.",
        ),
        (
            _view("79000", None, "31000"),
            (
                "€79,000 over 12 months; what Corvex costs is not known. "
                "If it is less than about €48,000, we lose."
            ),
        ),
        (_view("79000", None), "€79,000 over 12 months; what Corvex costs is not known."),
        (
            _view("79000.50", "67000", "34000", term=36),
            (
                "€36,001.50 more over 36 months, worth about €102,000. "
                "Even if only 35 % of the claim comes true."
            ),
        ),
        (
            _view("80000", "67000", "13000"),
            "€13,000 more over 12 months, worth about €13,000. 100 % of the claim has to come true.",
        ),
    ],
)
def test_the_verdict_reads_as_a_rep_would_say_it(view: PriceView, verdict: str) -> None:
    assert view.verdict.replace("\u00a0", " ") == verdict


def test_nothing_estimated_gives_no_verdict_and_no_bar() -> None:
    view = price_view(Price())
    assert (view.verdict, view.bar, view.prices, view.drivers) == ("", None, (), ())


def test_our_price_missing_is_said() -> None:
    view = price_view(Price(alternative=Alternative(prices=(PriceLine(likely=Decimal(1)),))))
    assert view.verdict == "Our price is not estimated yet."


def test_a_one_off_is_not_spread_over_the_years() -> None:
    view = _view("10000", "10000", against="3000", term=36)
    assert view.drivers[0].amount == "−€3,000"
    assert "worth about €3,000 less" in view.verdict


def test_blank_drivers_are_counted_and_an_assumed_term_is_said() -> None:
    view = _view("10", "9", "5", None, term=None)
    assert view.remark == "1 not estimated, left out; no term given: 12 months taken"
    assert [row.amount for row in view.drivers] == ["€5", "not estimated"]


def test_a_range_of_their_price_is_shown_as_a_range() -> None:
    theirs = PriceLine(low=Decimal(60000), likely=Decimal(67000), high=Decimal(70000), cadence=Cadence.YEAR)
    ours = PriceLine(likely=Decimal(79000), cadence=Cadence.YEAR)
    view = price_view(Price(currency="USD", ours=(ours,), alternative=Alternative(prices=(theirs,))))
    assert view.verdict.startswith("US$12,000 more over 12 months (US$9,000 to US$19,000).")


def test_a_share_near_one_hundred_says_on_which_side_it_is() -> None:
    view = _view("80040", "67000", "13000")
    assert view.bar is not None
    assert view.bar.middle == "break-even 100.3\u00a0%"
    assert "not justified" in view.verdict
