"""What cannot be reckoned with: each told at its field, everything else still usable."""

import datetime as dt
from decimal import Decimal

import pytest

from planner.model.case import Case, Cost, Problem
from planner.model.fields import with_field
from planner.model.plan import Plan
from planner.model.price import Alternative, Driver, Exchange, Price, PriceLine
from planner.model.pricing.figures import figures
from planner.model.pricing.own_price import OWN_PRICE_MESSAGE, own_price_field
from planner.model.pricing.price_problems import price_problems
from planner.model.terms import Cadence
from tests.model.pricing.prices import once, worth


def told(price: Price, case: Case | None = None) -> list[str]:
    return [f"{one.path}: {one.message}" for one in price_problems(price, case)]


def driver(**fields: object) -> Price:
    return Price(drivers=(Driver(**fields),))  # type: ignore[arg-type]


def ours(**fields: object) -> Price:
    return Price(ours=(PriceLine(**fields),))  # type: ignore[arg-type]


LARGEST = Decimal(10) ** 15


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        (
            driver(low=Decimal(30), likely=Decimal("20.5")),
            ["price.drivers[0].low: 30 is more than likely, 20.5"],
        ),
        (
            driver(high=Decimal(1), likely=Decimal(20)),
            ["price.drivers[0].high: 1 is less than likely, 20"],
        ),
        (driver(low=Decimal(3), high=Decimal(2)), ["price.drivers[0].low: 3 is more than high, 2"]),
        (ours(low=Decimal(3), high=Decimal(2)), ["price.ours[0].low: 3 is more than high, 2"]),
        (
            driver(likely=Decimal(-500)),
            ["price.drivers[0].likely: −500 is negative; enter 500 and mark it as against us"],
        ),
        (
            driver(likely=Decimal(-500), against_us=True),
            ["price.drivers[0].likely: −500 is negative; enter 500 and mark it as for us"],
        ),
        (ours(likely=Decimal(-500)), []),
        (
            ours(likely=Decimal(5), units=Decimal(-1)),
            ["price.ours[0].units: expected 0 or more units, got −1"],
        ),
        (ours(likely=Decimal(5), units=Decimal(0)), []),
        (ours(likely=Decimal("NaN")), ["price.ours[0].likely: expected a number, got NaN"]),
        (driver(high=Decimal("Infinity")), ["price.drivers[0].high: expected a number, got Infinity"]),
        (ours(likely=LARGEST), []),
        (
            ours(likely=LARGEST + 1),
            ["price.ours[0].likely: expected a number of at most 10^15, got 1000000000000001"],
        ),
        (
            ours(likely=Decimal(10) ** 9, units=Decimal(10) ** 6 + 1),
            ["price.ours[0].units: the amount for all units is more than 10^15"],
        ),
        (ours(likely=Decimal(10) ** 9, units=Decimal(10) ** 6), []),
        (ours(likely=Decimal("1e-21")), ["price.ours[0].likely: expected a number of at most 20 decimals"]),
        (
            ours(likely=Decimal("1e-999999")),
            ["price.ours[0].likely: expected a number of at most 20 decimals"],
        ),
        (Price(rate=Decimal(-1)), ["price.rate: expected a rate above −100%, got −100%"]),
        (Price(rate=Decimal("-0.99")), []),
        (Price(rate=Decimal("NaN")), ["price.rate: expected a number, got NaN"]),
        (Price(term_months=0), ["price.term_months: expected 1 to 1200 months, got 0"]),
        (Price(currency="Euro"), ['price.currency: expected a currency code such as EUR, got "Euro"']),
        (Price(currency=" eur "), []),
        (Price(), []),
    ],
)
def test_each_problem_is_told_at_its_field(price: Price, expected: list[str]) -> None:
    assert told(price) == expected
    figures(price)


def test_a_term_of_nothing_leaves_nothing_to_say_but_the_problem() -> None:
    found = figures(Price(term_months=0, ours=(once(5),), drivers=(worth(3),)))

    assert found.likely.price is None
    assert found.likely.differentiation is None
    assert found.cash_flow.npv is None


@pytest.mark.parametrize("term", [12, 24])
def test_an_impossible_rate_matters_only_where_it_discounts(term: int) -> None:
    price = Price(
        term_months=term,
        rate=Decimal(-2),
        ours=(once(5),),
        alternative=Alternative(prices=(once(0),)),
        drivers=(worth(8, cadence=Cadence.MONTH),),
    )
    found = figures(price)

    assert (found.cash_flow.npv is None) == (term > 12)
    assert (found.cash_flow.discounted_payback is None) == (term > 12)
    assert found.likely.surplus is not None
    assert found.payback is not None


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"basis": "our price"}, "basis"),
        ({"formula": "3 % of our list price a year"}, "formula"),
        ({"formula": "price difference × 2"}, "formula"),
        ({"formula": "half the price delta"}, "formula"),
        ({"formula": "what we charge, twice"}, "formula"),
        ({"formula": "20 % of the price we quote"}, "formula"),
        ({"basis": "price of our offer"}, "basis"),
        ({"formula": "10 % auf unseren Preis"}, "formula"),
        ({"basis": "unser Angebotspreis"}, "basis"),
        ({"basis": "Preisdifferenz"}, "basis"),
        ({"formula": "2 × der Aufpreis"}, "formula"),
        ({"formula": "5 % unserer Preise"}, "formula"),
        ({"formula": "12 % of our annual licence fee"}, "formula"),
        ({"formula": "OUR  HIGHER\nPRICE, once"}, "formula"),
        ({"formula": "the difference between both prices"}, "formula"),
        ({"formula": "3 × unsere Jahresgebühr"}, "formula"),
        ({"formula": "Unterschied zwischen den beiden Preisen"}, "formula"),
        ({"formula": "the premium we charge, twice"}, "formula"),
        ({"formula": "their price minus ours"}, "formula"),
        ({"formula": "their price - ours"}, "formula"),
        ({"basis": "purchase price of our machines"}, "basis"),
        ({"formula": "a tenth of the cost of our software"}, "formula"),
        ({"basis": "our licence cost"}, "basis"),
        ({"formula": "5 % of what they pay us"}, "formula"),
        ({"basis": "Preis unserer Lösung"}, "basis"),
        ({"formula": "5 % vom Kaufpreis unserer Maschine"}, "formula"),
        ({"name": "Our price"}, "name"),
        ({"name": "The price difference"}, "name"),
        ({"formula": "5 % vom Angebotspreis"}, "formula"),
        ({"basis": "Angebotspreis"}, "basis"),
        ({"basis": "Angebotspreis von uns"}, "basis"),
        ({"formula": "5 % vom Angebotspreis vom 3. November"}, "formula"),
        ({"basis": "Our\nday rate"}, "basis"),
        ({"formula": "12 × our day rate"}, "formula"),
        ({"basis": "our standard hourly rates"}, "basis"),
        ({"formula": "10 h zu unserem Stundensatz"}, "formula"),
        ({"formula": "3 % of the contract price with us"}, "formula"),
        ({"formula": "3 % of the annual fee agreed with us"}, "formula"),
        ({"formula": "2 % vom Vertragspreis mit uns"}, "formula"),
        ({"formula": "5 % vom Angebotspreis von Halvo"}, ""),
        ({"formula": "5 % vom Angebotspreis der Konkurrenz"}, ""),
        ({"basis": "Halvo-Angebotspreis"}, ""),
        ({"formula": "ihr Angebotspreis für Druckguss"}, ""),
        ({"formula": "10 h × 65 €, ohne den Angebotspreis"}, ""),
        ({"formula": "12 × their day rate"}, ""),
        ({"formula": "12 × day rate of an agency fitter"}, ""),
        ({"formula": "12 days, not our day rate"}, ""),
        ({"basis": "our customers' day rate"}, ""),
        ({"basis": "scrap rate on our trial"}, ""),
        ({"basis": "our error rate in the pilot"}, ""),
        ({"formula": "3 % of the contract price with Halvo"}, ""),
        ({"formula": "energy price with us on site"}, ""),
        ({"formula": "10 h zu ihrem Stundensatz"}, ""),
        ({"basis": "their price per hour"}, ""),
        ({"basis": "spare part price"}, ""),
        ({"formula": "3 parts × spare part price"}, ""),
        ({"formula": "litres × energy price difference between day and night"}, ""),
        ({"basis": "your price list"}, ""),
        ({"basis": "price per tonne"}, ""),
        ({"basis": "hour prices of four fitters"}, ""),
        ({"basis": "Strompreis"}, ""),
        ({"basis": "Ersatzteilpreise"}, ""),
        ({"formula": "40 h × 65 €, not our price"}, ""),
        ({"formula": "savings without our price"}, ""),
        ({"name": "Our price includes the training"}, ""),
        ({"name": "Fewer stops", "basis": "hours of line 3"}, ""),
        ({"basis": "four prices"}, ""),
        ({"basis": "labour price"}, ""),
        ({"formula": "difference in energy price between day and night"}, ""),
        ({"formula": "our customers' price per hour"}, ""),
        ({"formula": "hourly prices; overtime premium 50 %"}, ""),
        ({"formula": "Gebühren der Spedition"}, ""),
        ({"formula": "the premium they get for quality × 3 t"}, ""),
        ({"basis": "price of a tonne of steel"}, ""),
        ({"basis": "cost of a failed machine"}, ""),
        ({"basis": "Preis der Maschinenstunde"}, ""),
        ({"formula": "insurance premium, 5 % less"}, ""),
        ({"formula": "Einkaufspreise unserer Kunden"}, ""),
    ],
)
def test_a_driver_on_our_own_price_is_refused(fields: dict[str, str], field: str) -> None:
    one = Driver(likely=Decimal(5), **fields)  # type: ignore[arg-type]
    assert own_price_field(one) == field
    expected = [f"price.drivers[0].{field}: {OWN_PRICE_MESSAGE}"] if field else []
    assert told(Price(drivers=(one,))) == expected


TO_EUROS = Exchange(from_="USD", to="EUR", rate=Decimal("0.8"), date=dt.date(2026, 11, 2))
DOLLARS = PriceLine(likely=Decimal(100), currency="USD")


def test_two_currencies_are_never_added() -> None:
    price = Price(currency="EUR", ours=(once(5), DOLLARS), drivers=(worth(3),))

    assert told(price) == [
        "price.ours[1].currency: USD beside EUR; enter the exchange rate between them and its date"
    ]
    assert figures(price).likely.price is None
    assert figures(price).likely.differentiation == 3


def test_the_rate_entered_counts_in_both_directions() -> None:
    there = Price(currency="EUR", exchange=TO_EUROS, ours=(DOLLARS, once(5)))
    back = Price(currency="USD", exchange=TO_EUROS, ours=(PriceLine(likely=Decimal(80), currency="eur"),))

    assert figures(there).likely.price == 85
    assert figures(back).likely.price == 100
    assert figures(there).exchanged
    assert not figures(Price(currency="EUR", exchange=TO_EUROS, ours=(once(5),))).exchanged
    assert told(there) == told(back) == []


def test_a_rate_between_others_does_not_help() -> None:
    francs = PriceLine(likely=Decimal(1), currency="CHF")
    price = Price(currency="EUR", exchange=TO_EUROS, ours=(francs,))

    assert told(price) == [
        "price.ours[0].currency: CHF beside EUR; enter the exchange rate between them and its date"
    ]


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("rate", Decimal(0), "price.exchange.rate: expected a rate above 0, got 0"),
        ("rate", Decimal(-1), "price.exchange.rate: expected a rate above 0, got −1"),
        ("rate", None, "price.exchange.rate: is blank; another currency counts only through a rate"),
        ("date", None, "price.exchange.date: is blank; a rate needs the day it is of"),
        ("from", "", "price.exchange.from: is blank; a rate needs its direction"),
        ("to", "usd", "price.exchange.to: is USD, as the currency exchanged from"),
    ],
)
def test_half_a_rate_is_none(field: str, value: object, expected: str) -> None:
    plan = Plan(price=Price(currency="EUR", exchange=TO_EUROS, ours=(DOLLARS,)))
    price = with_field(plan, f"price.exchange.{field}", value).price

    assert told(price) == [
        expected,
        "price.ours[0].currency: USD beside EUR; enter the exchange rate between them and its date",
    ]


def test_the_one_currency_that_is_named_is_that_of_all() -> None:
    found = figures(Price(ours=(DOLLARS, once(5))))

    assert (found.currency, found.problems) == ("USD", ())
    assert found.likely.price == 105


def test_of_two_named_currencies_the_one_exchanged_to_counts() -> None:
    euros = PriceLine(likely=Decimal(10), currency="EUR")
    found = figures(Price(ours=(DOLLARS, euros), exchange=TO_EUROS))

    assert found.currency == "EUR"
    assert found.likely.price == 90
    assert figures(Price(ours=(DOLLARS, euros))).problems[0].path == "price.ours[1].currency"


def test_an_amount_may_not_grow_too_large_by_exchange() -> None:
    price = Price(
        currency="USD",
        exchange=TO_EUROS,
        ours=(PriceLine(likely=LARGEST, currency="EUR"),),
    )
    assert told(price) == ["price.ours[0].currency: the amount exchanged is more than 10^15"]


def test_costs_of_problems_are_judged_too() -> None:
    def case(**cost: object) -> Case:
        return Case(problems=(Problem(cost=Cost(per=Cadence.MONTH, **cost)),))  # type: ignore[arg-type]

    price = Price(currency="EUR")
    assert told(price, case(amount=Decimal(-5))) == [
        "case.problems[0].cost.amount: expected a cost of 0 or more, got −5"
    ]
    assert told(price, case(amount=Decimal(5), currency="USD")) == [
        "case.problems[0].cost.currency: USD beside EUR; enter the exchange rate between them and its date"
    ]
    assert told(price, case(currency="USD")) == []
