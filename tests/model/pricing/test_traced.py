"""Every figure says its name, its unit, where it came from, and why if it is not there."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings

from planner.model.case import Case, Cost, Problem
from planner.model.fields import read_field
from planner.model.plan import Plan
from planner.model.price import Alternative, Driver, Exchange, Price, PriceLine
from planner.model.pricing.figures import figures
from planner.model.pricing.traced import traced, traced_delta
from planner.model.terms import Cadence
from tests.model.pricing.prices import a_month, a_year, higher_than, once, worth
from tests.model.pricing.test_invariants import prices

UPSIDE_DOWN = Driver(low=Decimal(2), likely=Decimal(1))


def nothing_unexplained(price: Price, case: Case | None = None) -> None:
    found = figures(price, case)
    told = traced(price, found)
    scenarios = [traced_delta(price, found, one) for one in found.scenarios.values()]
    for key, one in [pair for figures_told in (told, *scenarios) for pair in figures_told.items()]:
        assert one.name
        assert one.unit
        assert (one.value is None) == bool(one.why), (key, one)
        for path in one.inputs:
            assert read_field(Plan(price=price, case=case or Case()), path) is not None, path


@given(prices())
@settings(max_examples=60, deadline=None)
def test_what_is_missing_is_always_explained(price: Price) -> None:
    nothing_unexplained(price)


@pytest.mark.parametrize(
    "price",
    [
        Price(),
        Price(term_months=0, ours=(once(5),)),
        Price(term_months=24, rate=Decimal(-1), ours=(once(5),), drivers=(worth(3),)),
        Price(
            term_months=24, rate=Decimal("NaN"), ours=(once(5),), alternative=Alternative(prices=(once(4),))
        ),
        Price(term_months=12, rate=Decimal(-1), ours=(once(5),)),
        higher_than(100, 110, worth(50), UPSIDE_DOWN, term=24),
        higher_than(100, 90, UPSIDE_DOWN),
        Price(currency="EUR", ours=(PriceLine(likely=Decimal(1), currency="USD"),), drivers=(worth(1),)),
        Price(alternative=Alternative(prices=(PriceLine(likely=Decimal(1), units=Decimal(-1)),))),
        higher_than(0, 0),
        higher_than(-5, 3, worth(4)),
    ],
)
def test_a_problem_leaves_nothing_unexplained(price: Price) -> None:
    nothing_unexplained(price)
    broken = Problem(cost=Cost(amount=Decimal(-1), per=Cadence.MONTH))
    nothing_unexplained(price, Case(problems=(broken,)))


def test_the_reason_is_what_keeps_this_figure_from_being_said() -> None:
    """A rate that discounts nothing is not what keeps the present value from being known."""
    price = Price(term_months=12, rate=Decimal(-1), ours=(once(5),))
    told = traced(price, figures(price))

    assert told["pv_costs"].value == 5
    assert "the alternative's price is not known" in told["pv_benefits"].why
    assert "the alternative's price is not known" in told["discounted_payback_months"].why


def test_a_figure_names_the_fields_that_it_came_from() -> None:
    hours = Driver(
        name="hours",
        likely=Decimal(9),
        cadence=Cadence.MONTH,
        ramp_months=3,
        units=Decimal(2),
        currency="USD",
    )
    price = Price(
        currency="EUR",
        term_months=24,
        ours=(a_month(5, start_month=2),),
        alternative=Alternative(prices=(a_year(40, prepaid=True),)),
        drivers=(hours, worth(3, against_us=True)),
        exchange=Exchange(from_="USD", to="EUR", rate=Decimal("0.9"), date=dt.date(2026, 11, 2)),
    )
    told = traced(price, figures(price))
    exchange = {f"price.exchange.{name}" for name in ("from", "to", "rate", "date")}

    assert set(told["price"].inputs) == {
        *(f"price.ours[0].{name}" for name in ("likely", "cadence", "start_month")),
        "price.term_months",
    }
    assert set(told["value_for"].inputs) == {
        *(f"price.drivers[0].{name}" for name in ("likely", "cadence", "ramp_months", "units", "currency")),
        *exchange,
        "price.term_months",
    }
    assert "price.alternative.prices[0].prepaid" in told["npv"].inputs
    assert "price.alternative.prices[0].prepaid" in told["payback_months"].inputs
    assert "price.alternative.prices[0].prepaid" not in told["delta"].inputs
    assert "price.drivers[1].likely" not in told["net_cost_of_delay_per_month"].inputs
    assert "price.drivers[1].cadence" in told["net_cost_of_delay_per_month"].inputs
    assert "price.rate" in told["npv"].inputs
    assert "price.rate" not in told["surplus"].inputs
    assert told["npv"].unit == "EUR of today, 10% a year"
    assert told["surplus"].unit == "EUR over 24 months"


def test_the_cost_of_inaction_comes_from_the_case() -> None:
    case = Case(problems=(Problem(), Problem(cost=Cost(amount=Decimal(120), per=Cadence.YEAR))))
    told = traced(Price(currency="EUR"), figures(Price(currency="EUR"), case))

    assert told["cost_of_inaction_per_month"].value == 10
    assert told["cost_of_inaction_per_month"].unit == "EUR a month"
    assert told["cost_of_inaction_per_month"].inputs == (
        "case.problems[1].cost.amount",
        "case.problems[1].cost.per",
    )
