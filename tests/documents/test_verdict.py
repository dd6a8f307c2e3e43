"""What the page says about a price."""

import datetime as dt
from decimal import Decimal

from planner.documents.views.verdict import PriceView, price_view
from planner.model.price import Alternative, Driver, Exchange, Price, PriceLine
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


def test_the_page_says_the_verdict_of_the_coach() -> None:
    view = _view("79000", "67000", "34000", against="3000")
    assert view.verdict.startswith("€12,000 (18%) more over 12 months, worth about €31,000.")


def test_the_amounts_on_the_page_are_spoken_of_as_in_the_verdict() -> None:
    view = _view("79000", "67000", "34000", term=36)
    assert view.verdict.startswith("€12,000 (18%) more a year, worth about €34,000.")
    assert [(row.note, row.amount) for row in view.prices] == [("a year", "€79,000"), ("", "€67,000")]
    assert view.drivers[0].amount == "€34,000"


def test_what_is_entered_and_cannot_be_used_is_not_said_to_be_unknown() -> None:
    theirs = PriceLine(likely=Decimal(9), currency="CHF")
    wrong = Driver(name="Overtime", low=Decimal(9), likely=Decimal(5))
    view = price_view(
        Price(
            currency="EUR",
            ours=(PriceLine(likely=Decimal(9)),),
            alternative=Alternative(prices=(theirs,)),
            drivers=(wrong,),
        )
    )
    assert [row.amount for row in (*view.prices, *view.drivers)] == ["€9", "not usable", "not usable"]


def test_nothing_estimated_gives_no_verdict() -> None:
    view = price_view(Price())
    assert (view.verdict, view.prices, view.drivers) == ("", (), ())


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


def test_a_driver_in_another_currency_is_shown_in_the_price_s_own() -> None:
    exchange = Exchange(from_="USD", to="EUR", rate=Decimal("0.8"), date=dt.date(2026, 11, 2))
    saved = Driver(name="saved", likely=Decimal(1_000), currency="USD", against_us=True)
    view = price_view(Price(currency="EUR", term_months=12, drivers=(saved,), exchange=exchange))
    assert [row.amount for row in view.drivers] == ["−€800"]


def test_a_range_of_their_price_is_shown_as_a_range() -> None:
    theirs = PriceLine(low=Decimal(60000), likely=Decimal(67000), high=Decimal(70000), cadence=Cadence.YEAR)
    ours = PriceLine(likely=Decimal(79000), cadence=Cadence.YEAR)
    view = price_view(Price(currency="USD", ours=(ours,), alternative=Alternative(prices=(theirs,))))
    assert view.verdict.startswith("US$12,000 (18%) more a year (US$9,000 to US$19,000).")
