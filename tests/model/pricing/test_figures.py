"""What the figures say of themselves: which amounts are ranges, whether a rate or a term was taken."""

import datetime as dt
from decimal import Decimal

import pytest
from msgspec.structs import replace

from planner.model.case import Case, Cost, Problem
from planner.model.price import Driver, Exchange, Price, PriceLine
from planner.model.pricing.figures import LineTotal, figures
from planner.model.terms import Cadence
from tests.model.pricing.prices import once, worth

TO_EUROS = Exchange(from_="USD", to="EUR", rate=Decimal("0.8"), date=dt.date(2026, 11, 2))
IN_DOLLARS = PriceLine(label="Service", likely=Decimal(5), currency="USD")


def total_of(driver: Driver) -> LineTotal:
    (total,) = figures(Price(drivers=(driver,))).lines
    return total


@pytest.mark.parametrize(
    ("low", "likely", "high", "is_range"),
    [(10, 20, 30, True), (10, 30, 30, True), (10, 10, 30, True), (20, 20, 20, False)],
)
def test_a_line_is_a_range_as_soon_as_low_and_high_differ(
    low: int, likely: int, high: int, *, is_range: bool
) -> None:
    driver = Driver(low=Decimal(low), likely=Decimal(likely), high=Decimal(high))

    assert total_of(driver).is_a_range is is_range


def test_one_amount_is_no_range_and_neither_is_none() -> None:
    assert not total_of(worth(20)).is_a_range
    assert not total_of(Driver()).is_a_range


def test_a_rate_counts_as_used_only_for_a_line_that_counts() -> None:
    price = Price(currency="EUR", exchange=TO_EUROS, ours=(IN_DOLLARS, once(5)))

    assert figures(price).exchanged
    not_estimated = replace(price, ours=(replace(IN_DOLLARS, likely=None), once(5)))
    assert not figures(not_estimated).exchanged
    with_a_problem = replace(price, ours=(replace(IN_DOLLARS, units=Decimal(-1)), once(5)))
    assert figures(with_a_problem).problems
    assert not figures(with_a_problem).exchanged


def test_a_rate_counts_as_used_for_a_problems_cost_too() -> None:
    price = Price(currency="EUR", exchange=TO_EUROS, ours=(once(5),))
    cost = Cost(amount=Decimal(9), currency="USD", per=Cadence.MONTH)
    case = Case(problems=(Problem(problem="The line stops", cost=cost),))

    assert figures(price, case).exchanged
    unknown = replace(case, problems=(replace(case.problems[0], cost=replace(cost, amount=None)),))
    assert not figures(price, unknown).exchanged


def test_a_term_is_assumed_only_where_none_is_given() -> None:
    assert figures(Price(ours=(once(5),))).term_assumed
    assert not figures(Price(term_months=24, ours=(once(5),))).term_assumed


def test_a_term_that_cannot_be_is_a_problem_and_not_an_assumption() -> None:
    found = figures(Price(term_months=0, ours=(once(5),)))

    assert not found.term_assumed
    assert [problem.path for problem in found.problems] == ["price.term_months"]
