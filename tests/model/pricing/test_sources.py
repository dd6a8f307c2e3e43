"""A figure names the fields that it came from: all that would change it, and no others."""

import datetime as dt
from decimal import Decimal
from random import Random

import msgspec

from planner.model.case import Case, Cost, Problem
from planner.model.fields import read_field, with_field
from planner.model.plan import Plan
from planner.model.price import Driver, Exchange, Price
from planner.model.pricing.exchange import EXCHANGE_FIELDS
from planner.model.pricing.figures import figures
from planner.model.pricing.price_problems import costs, price_lines
from planner.model.pricing.traced import TracedFigure, traced, traced_delta
from planner.model.terms import Cadence
from tests.model.pricing.random_plans import random_price


def test_likely_figures_come_from_likely_amounts_and_chances_from_the_ranges_too() -> None:
    wide = Driver(low=Decimal(1), likely=Decimal(2), high=Decimal(3), cadence=Cadence.ONE_OFF)
    ends = Driver(low=Decimal(1), high=Decimal(3), cadence=Cadence.ONE_OFF)
    price = Price(drivers=(wide, ends, Driver(cadence=Cadence.MONTH)))
    found = figures(price)
    likely, ranged = (
        set(traced_delta(price, found, found.likely, ranges=one)["value_for"].inputs) for one in (False, True)
    )

    assert likely == {
        *(f"price.drivers[0].{name}" for name in ("likely", "cadence")),
        *(f"price.drivers[1].{name}" for name in ("low", "high", "cadence")),
    }
    assert ranged - likely == {"price.drivers[0].low", "price.drivers[0].high"}


def test_a_cost_in_another_currency_comes_from_the_rate_too() -> None:
    dollars = Problem(cost=Cost(amount=Decimal(120), per=Cadence.MONTH, currency="USD"))
    case = Case(problems=(dollars, Problem(cost=Cost(amount=Decimal(7), per=Cadence.ONE_OFF))))
    rate = Exchange(from_="USD", to="EUR", rate=Decimal("0.5"), date=dt.date(2026, 11, 2))
    price = Price(currency="EUR", exchange=rate)
    found = figures(price, case)
    told = traced(price, found)

    assert found.exchanged
    assert told["cost_of_inaction_per_month"].value == 60
    assert set(told["cost_of_inaction_per_month"].inputs) == {
        *(f"case.problems[0].cost.{name}" for name in ("amount", "currency", "per")),
        "case.problems[1].cost.per",
        *EXCHANGE_FIELDS,
    }
    assert not set(told["cost_of_inaction_once"].inputs) & set(EXCHANGE_FIELDS)


def test_no_figure_changes_by_a_field_that_it_does_not_name() -> None:
    chance = Random(11)
    changed = set()
    for _ in range(30):
        plan = a_random_plan(chance)
        before = told_of(plan)
        for path in paths_of(plan):
            for value in other_values(path, read_field(plan, path)):
                moved = moved_by(plan, path, value, before)
                assert [key for key in moved if path not in before[key].inputs] == [], path
                changed |= {path.rpartition(".")[2]} if moved else set()
    assert changed >= {"likely", "low", "cadence", "units", "ramp_months", "prepaid", "rate", "per", "months"}


def a_random_plan(chance: Random) -> Plan:
    cost = Cost(amount=Decimal(chance.randrange(1, 9_999)), per=chance.choice(list(Cadence)))
    price = msgspec.convert(random_price(chance), Price, strict=False)
    return Plan(price=price, case=Case(problems=(Problem(cost=cost),)))


def told_of(plan: Plan) -> dict[str, TracedFigure]:
    return traced(plan.price, figures(plan.price, plan.case))


def moved_by(plan: Plan, path: str, value: object, before: dict[str, TracedFigure]) -> list[str]:
    """The figures that another value in the field changes; none where it would be a problem."""
    other = with_field(plan, path, value)
    found = figures(other.price, other.case)
    if found.problems:
        return []
    return [key for key, one in traced(other.price, found).items() if one.value != before[key].value]


def paths_of(plan: Plan) -> list[str]:
    """Every field of a price, and of what the problems cost, that says something."""
    rows = [*(path for path, _ in price_lines(plan.price)), *(path for path, _ in costs(plan.case))]
    fields = ["price.rate", "price.term_months", "price.exchange.rate"] + [
        f"{row}.{name}" for row in rows for name in read_field(plan, row).__struct_fields__
    ]
    return [path for path in fields if says_something(path, read_field(plan, path))]


def says_something(path: str, value: object) -> bool:
    if path.endswith("against_us"):
        return False  # it says which sum a line is in, so changing it changes both
    return value not in {None, False, ""} and not (path.endswith("ramp_months") and value == 0)


def other_values(path: str, value: object) -> list[object]:
    """What the field could hold instead, without becoming a problem by itself."""
    match value:
        case Cadence():
            return [one for one in Cadence if one != value]
        case Decimal():
            return [value * Decimal("0.9")] if path.endswith("low") else [value * Decimal("1.1") + 1]
        case bool():
            return [not value]
        case int():
            return [one for one in (1, 5, 13, 30, 61) if one != value]
        case _:
            return []
