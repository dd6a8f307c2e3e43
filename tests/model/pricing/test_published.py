"""Published examples, to the cent, entered as a rep would; and two published errors, not repeated."""

from decimal import Decimal
from fractions import Fraction

import pytest

from planner.model.case import Case, Cost, Problem
from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.pricing.figures import PriceFigures, figures
from planner.model.pricing.present_value import npv
from planner.model.pricing.rounding import half_up
from planner.model.terms import Cadence
from tests.model.pricing.prices import a_year, higher_than, in_year, instead_of_nothing, once, worth


def to_the_unit(amount: Fraction | None) -> int:
    assert amount is not None
    return int(half_up(amount, 0))


def test_a_tractor_worth_its_higher_price() -> None:
    found = figures(higher_than(90_000, 100_000, *map(worth, (7_000, 6_000, 5_000, 2_000)))).likely

    assert found.eve == 110_000
    assert found.delta == 10_000
    assert found.premium == Fraction(1, 9)
    assert found.surplus == 10_000
    assert found.break_even_share == found.our_share == found.client_share == Fraction(1, 2)
    assert found.value_per_extra == 2
    assert found.return_on_difference == 1


def test_a_printer_whose_premium_is_not_justified() -> None:
    found = figures(higher_than(1_000, 1_500, worth(100), worth(200))).likely

    assert found.eve == 1_300
    assert found.delta == 500
    assert found.surplus == -200
    assert found.break_even_share == Fraction(5, 3)
    assert found.our_share is None


def forklift(units: int, maintenance: int) -> PriceFigures:
    """Ours lasts 4,000 hours at 6,000 of maintenance, theirs 1,000 at 3,000; per so many hours of theirs."""
    theirs = PriceLine(label="forklift", likely=Decimal(27_000), units=Decimal(units))
    saved = Driver(
        name="maintenance", likely=Decimal(maintenance), units=Decimal(units), cadence=Cadence.ONE_OFF
    )
    return figures(
        Price(
            unit="1,000 h",
            term_months=12,
            ours=(once(60_000),),
            alternative=Alternative(prices=(theirs,)),
            drivers=(saved,),
        )
    )


def test_a_forklift_in_either_unit() -> None:
    bought_once = figures(higher_than(27_000, 60_000, worth(81_000), worth(6_000))).likely
    per_4000_hours, per_1000_hours = forklift(4, 1_500).likely, forklift(1, 1_500).likely

    assert bought_once.differentiation == 87_000
    assert bought_once.eve == 27_000 + 87_000
    assert per_4000_hours.reference == 108_000
    assert per_4000_hours.differentiation == 6_000
    assert per_4000_hours.eve == bought_once.eve
    assert per_1000_hours.eve is not None
    assert per_1000_hours.eve * 4 == bought_once.eve


COSTS = (53_150, 666_715, 636_772, 647_783)
BENEFITS = (0, 1_606_511, 3_061_331, 4_229_760)


def business_case() -> Price:
    """A three-year study with its costs and benefits at the end of each year."""
    first, *years = COSTS
    costs = (a_year(cost, start_month=12 * at, months=12) for at, cost in enumerate(years))
    gains = tuple(in_year(at, gain) for at, gain in enumerate(BENEFITS) if gain)
    return instead_of_nothing(once(first), *costs, drivers=gains)


def test_a_three_year_study_of_annual_flows() -> None:
    flow = figures(business_case()).cash_flow

    assert to_the_unit(flow.pv_costs) == 1_672_201
    assert to_the_unit(flow.pv_benefits) == 7_168_371
    assert to_the_unit(flow.npv) == 5_496_170
    assert flow.roi is not None
    assert half_up(flow.roi * 100, 0) == 329


def test_the_months_of_a_plan_and_a_table_of_years_agree_exactly() -> None:
    flow = figures(business_case()).cash_flow

    assert flow.pv_costs == npv(Decimal("0.10"), COSTS)
    assert flow.pv_benefits == npv(Decimal("0.10"), BENEFITS)


def test_the_cost_of_doing_nothing() -> None:
    hours, losses, overtime = 5 * 8 * 52 * 80, 8 * 1_000, 10 * 52 * 200
    case = Case(
        problems=(
            Problem(cost=Cost(amount=Decimal(hours), per=Cadence.YEAR)),
            Problem(cost=Cost(amount=Decimal(losses), per=Cadence.MONTH)),
            Problem(cost=Cost(amount=Decimal(overtime), per=Cadence.YEAR)),
        )
    )
    found = figures(Price(), case).inaction

    assert found.per_year == 366_400
    assert found.per_month is not None
    assert half_up(found.per_month, 2) == Decimal("30533.33")


def test_a_cost_is_not_counted_among_the_benefits_as_well() -> None:
    """Published as 330%: 546 of benefit on 135 of cost, 100 of it counted twice."""
    price = instead_of_nothing(once(135), drivers=(worth(546),), term=12)

    roi = figures(price).cash_flow.roi

    assert roi is not None
    assert half_up(roi * 100, 1) == Decimal("304.4")


def test_a_discounted_payback_is_read_within_its_year() -> None:
    """Published as 4.24 years: 10,000 against 3,000 a year at 10%."""
    price = instead_of_nothing(once(10_000), drivers=(worth(3_000, cadence=Cadence.YEAR),), term=60)

    flow = figures(price).cash_flow

    assert flow.discounted_payback is not None
    assert half_up(flow.discounted_payback / 12, 4) == Decimal("4.2633")
    assert flow.payback == 40


@pytest.mark.parametrize("rate", ["0", "0.08", "0.125", "-0.5", "3"])
def test_any_rate_gives_the_table_of_years(rate: str) -> None:
    flows = [-1_000, 300, 0, 450, 500]
    price = instead_of_nothing(
        once(1_000), drivers=tuple(in_year(at, one) for at, one in enumerate(flows[1:], 1)), term=48
    )
    discounted = Price(
        term_months=48,
        rate=Decimal(rate),
        ours=price.ours,
        alternative=price.alternative,
        drivers=price.drivers,
    )
    assert figures(discounted).cash_flow.npv == npv(Decimal(rate), flows)
