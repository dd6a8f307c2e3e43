"""The edge cases of a price, each with the figures that its sentence needs."""

from decimal import Decimal
from fractions import Fraction

import msgspec
import pytest

from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.pricing.figures import PriceFigures, figures
from planner.model.pricing.price_standing import PriceStanding
from planner.model.terms import AlternativeKind, Cadence
from tests.model.pricing.prices import a_month, a_year, higher_than, instead_of_nothing, once, worth

PREMIUM_ONLY = ("break_even_share", "value_per_extra", "return_on_difference")


def said_of(found: PriceFigures) -> PriceStanding:
    """The standing, after a check that no ratio is said without a premium."""
    delta = found.likely.delta
    if delta is None or delta <= 0:
        assert [getattr(found.likely, name) for name in PREMIUM_ONLY] == [None] * 3
    return found.standing


def test_cheaper_saves_and_needs_no_justification() -> None:
    found = figures(higher_than(90_000, 78_000, worth(4_000)))

    assert said_of(found) is PriceStanding.CHEAPER
    assert found.likely.delta == -12_000
    assert found.likely.surplus == 16_000
    assert found.payback is None
    assert found.likely.our_share is None


def test_cheaper_for_less_asks_whether_the_saving_covers_it() -> None:
    lost = worth(15_000, against_us=True)
    found = figures(higher_than(90_000, 78_000, lost))

    assert said_of(found) is PriceStanding.CHEAPER_FOR_LESS
    assert found.likely.differentiation == -15_000
    assert found.likely.surplus == -3_000


def test_the_same_price_has_no_ratios() -> None:
    found = figures(higher_than(500, 500, worth(20)))

    assert said_of(found) is PriceStanding.SAME
    assert found.likely.premium == 0
    assert found.likely.surplus == 20
    assert found.likely.our_share == 0
    assert found.likely.client_share == 1


def test_the_same_price_with_a_cost_of_switching_pays_back_all_the_same() -> None:
    gain = worth(600, cadence=Cadence.YEAR)
    found = figures(higher_than(500, 500, gain, worth(150, against_us=True)))

    assert found.payback == 3


@pytest.mark.parametrize(("plus", "minus"), [(0, 0), (100, 100), (40, 50)])
def test_a_premium_for_nothing_is_not_justified(plus: int, minus: int) -> None:
    found = figures(higher_than(100, 110, worth(plus), worth(minus, against_us=True)))

    assert said_of(found) is PriceStanding.NO_VALUE
    assert found.likely.our_share is None
    if plus:
        assert found.likely.break_even_share == Fraction(10 + minus, plus)
        assert found.likely.break_even_share > 1


def test_a_premium_without_any_value_has_no_break_even() -> None:
    found = figures(higher_than(100, 110, Driver(name="overtime")))

    assert said_of(found) is PriceStanding.NOT_ESTIMATED
    assert found.likely.break_even_share is None
    assert found.likely.not_estimated == 1


def test_a_premium_above_the_value_is_not_covered() -> None:
    found = figures(higher_than(100, 150, worth(30)))

    assert said_of(found) is PriceStanding.NOT_COVERED
    assert found.likely.break_even_share == Fraction(50, 30)


def test_a_premium_of_exactly_the_value_is_covered() -> None:
    found = figures(higher_than(100, 130, worth(30)))

    assert said_of(found) is PriceStanding.JUSTIFIED
    assert [found.likely.surplus, found.likely.break_even_share] == [0, 1]
    assert [found.likely.our_share, found.likely.client_share] == [1, 0]


def test_more_for_more_may_be_better_than_the_better_ratio() -> None:
    """3.33 to 1 on the small offer, 2.5 to 1 on the large one, and the large one leaves 2,000 more."""
    small = figures(higher_than(0, 3_000, worth(10_000))).likely
    large = figures(higher_than(0, 6_000, worth(15_000))).likely

    assert small.surplus is not None
    assert large.surplus is not None
    assert large.surplus - small.surplus == 2_000


def guessing(low: int, likely: int, high: int, *drivers: Driver) -> PriceFigures:
    theirs = PriceLine(low=Decimal(low), likely=Decimal(likely), high=Decimal(high))
    other = Alternative(kind=AlternativeKind.COMPETITOR, known=False, prices=(theirs,))
    return figures(Price(term_months=12, ours=(once(100),), alternative=other, drivers=drivers))


def test_a_guessed_price_makes_the_delta_a_range() -> None:
    found = guessing(70, 85, 95, worth(20))

    assert [*(found.delta_range or ())] == [5, 30]
    assert found.likely.delta == 15
    assert found.likely.highest_losing_reference == 80
    assert [one.label for one in found.tornado if one.swing] == [""]
    assert found.tornado[0].path == "price.alternative.prices[0]"
    assert [found.tornado[0].at_low, found.tornado[0].at_high] == [-10, 15]


def test_below_the_highest_losing_price_the_surplus_is_negative() -> None:
    assert guessing(80, 80, 80, worth(20)).likely.surplus == 0
    below = guessing(79, 79, 79, worth(20)).likely.surplus
    assert below is not None
    assert below < 0


def test_an_unknown_price_still_says_from_where_on_we_lose() -> None:
    found = figures(Price(term_months=12, ours=(once(100),), drivers=(worth(30),)))

    assert said_of(found) is PriceStanding.UNKNOWN_REFERENCE
    assert found.likely.highest_losing_reference == 70
    assert found.delta_range is None
    assert found.cash_flow.pv_costs == 100
    assert found.cash_flow.npv is None


def test_worth_more_than_the_whole_price_never_loses() -> None:
    found = figures(Price(term_months=12, ours=(once(100),), drivers=(worth(130),)))

    assert found.likely.highest_losing_reference is None


def test_in_house_for_free_is_not_an_unknown_price() -> None:
    def in_house(*prices: PriceLine) -> PriceFigures:
        other = Alternative(kind=AlternativeKind.IN_HOUSE, prices=prices)
        return figures(Price(term_months=12, ours=(once(100),), alternative=other, drivers=(worth(150),)))

    free, unknown, unsaid = in_house(once(0)), in_house(), in_house(PriceLine(label="wages"))
    assert [free.likely.reference, free.likely.delta] == [0, 100]
    assert free.likely.premium is None
    assert said_of(free) is PriceStanding.JUSTIFIED
    for one in (unknown, unsaid):
        assert one.likely.reference is None
        assert said_of(one) is PriceStanding.UNKNOWN_REFERENCE


def test_the_status_quo_costs_what_it_goes_on_costing() -> None:
    today = Alternative(kind=AlternativeKind.STATUS_QUO, prices=(a_month(1_000), a_year(6_000)))
    price = Price(
        term_months=24, ours=(once(30_000), a_month(500)), alternative=today, drivers=(worth(12_000),)
    )

    found = figures(price)

    assert found.likely.reference == 24 * 1_000 + 2 * 6_000
    assert found.likely.price == 30_000 + 12_000
    assert found.likely.delta == 6_000
    assert said_of(found) is PriceStanding.JUSTIFIED


def test_an_avoided_cost_is_the_same_as_a_price_or_as_a_driver() -> None:
    saved = Driver(likely=Decimal(900), cadence=Cadence.MONTH)
    as_a_driver = figures(instead_of_nothing(once(20_000), drivers=(saved,)))
    as_a_price = figures(
        Price(term_months=36, ours=(once(20_000),), alternative=Alternative(prices=(a_month(900),)))
    )

    for name in ("pv_costs", "pv_benefits", "npv", "roi", "payback"):
        assert getattr(as_a_price.cash_flow, name) == getattr(as_a_driver.cash_flow, name)
    assert as_a_price.likely.surplus == as_a_driver.likely.surplus


def test_nothing_but_their_price_says_that_ours_is_missing() -> None:
    price = Price(term_months=12, alternative=Alternative(prices=(once(5),)))
    assert said_of(figures(price)) is PriceStanding.NO_PRICE
    assert said_of(figures(Price())) is PriceStanding.NO_PRICE


def test_a_broken_line_leaves_out_what_depends_on_it() -> None:
    upside_down = Driver(low=Decimal(9), likely=Decimal(5), cadence=Cadence.ONE_OFF)
    found = figures(higher_than(100, 110, worth(50), upside_down))

    assert found.standing is PriceStanding.NOT_USABLE
    assert found.likely.delta == 10
    assert found.likely.value_against == 0
    for name in ("value_for", "differentiation", "eve", "surplus", "break_even_share"):
        assert getattr(found.likely, name) is None, name
    assert found.cash_flow.pv_costs == 110
    assert found.cash_flow.npv is None
    assert found.tornado == ()
    assert [one.likely for one in found.lines] == [110, 100, 50, None]


def test_a_broken_price_leaves_the_value_standing() -> None:
    price = higher_than(100, 110, worth(50))
    broken = msgspec.structs.replace(price, ours=(PriceLine(likely=Decimal(1), units=Decimal(-1)),))
    found = figures(broken)

    assert found.standing is PriceStanding.NOT_USABLE
    assert found.likely.differentiation == 50
    assert found.likely.eve == 150
    assert found.likely.price is None
    assert found.likely.delta is None


def test_a_year_is_not_made_of_what_falls_due_once() -> None:
    price = Price(
        term_months=36, ours=(once(30_000), a_year(5_000)), alternative=Alternative(prices=(a_month(400),))
    )
    found = figures(price)

    assert [one.per_year for one in found.lines] == [None, 5_000, 4_800]
    assert [found.recurring.delta, found.recurring.delta_once] == [600, 30_000]
    assert found.recurring.per_year(found.recurring.delta) == 200
    assert figures(msgspec.structs.replace(price, term_months=11)).lines[1].per_year is None


def test_each_month_of_waiting_costs_what_recurs() -> None:
    gain = Driver(likely=Decimal(31_000), cadence=Cadence.YEAR)
    price = Price(
        term_months=36,
        ours=(a_year(20_000), once(50_000)),
        alternative=Alternative(prices=(a_year(8_000),)),
        drivers=(gain, worth(7_000, against_us=True)),
    )
    assert figures(price).recurring.net_cost_of_delay_per_month == Fraction(31_000 - 12_000, 12)


def test_a_business_case_beside_the_status_quo_needs_no_price_of_theirs() -> None:
    """Present values count the value for us alone then, and say so; the delta stays unknown."""
    price = Price(
        term_months=12,
        ours=(once(1_000),),
        alternative=Alternative(kind=AlternativeKind.STATUS_QUO),
        drivers=(worth(1_500),),
    )
    found = figures(price)
    assert (found.likely.reference, found.likely.delta, found.likely.eve) == (None, None, None)
    assert (found.cash_flow.npv, found.cash_flow.roi) == (Fraction(500), Fraction(1, 2))
    assert "price.alternative.prices" in {one.path for one in found.warnings}


def test_beside_a_competitor_whose_price_is_not_known_nothing_is_claimed() -> None:
    price = Price(
        term_months=12,
        ours=(once(1_000),),
        alternative=Alternative(kind=AlternativeKind.COMPETITOR),
        drivers=(worth(1_500),),
    )
    assert figures(price).cash_flow.npv is None
