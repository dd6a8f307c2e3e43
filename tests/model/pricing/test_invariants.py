"""What holds for any price: PRICE.md's invariants, over random plans."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

import msgspec
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.pricing.figures import PriceFigures, figures
from planner.model.pricing.rounding import rounded_money
from planner.model.terms import Cadence

MONEY = st.one_of(
    st.just(Decimal(0)),
    st.decimals(min_value=0, max_value=10**6, places=2),
    st.decimals(min_value=0, max_value=10**12, places=3),
    st.sampled_from([Decimal("0.01"), Decimal(10) ** 15, Decimal("999999999999999.99")]),
)
CADENCES = st.sampled_from(list(Cadence))
STARTS = st.one_of(st.none(), st.integers(0, 30))
LASTING = st.one_of(st.none(), st.integers(0, 30))
CURRENCIES = st.sampled_from(["", "EUR", "JPY", "KWD"])
RATIOS = (
    "premium",
    "client_share",
    "our_share",
    "break_even_share",
    "value_per_extra",
    "return_on_difference",
)


@st.composite
def amounts(draw: st.DrawFn) -> dict[str, Any]:
    """Low ≤ likely ≤ high, any of them blank."""
    ordered = sorted(draw(st.lists(MONEY, min_size=3, max_size=3)))
    given = dict(zip(("low", "likely", "high"), ordered, strict=True))
    return {name: draw(st.sampled_from([amount, amount, None])) for name, amount in given.items()}


@st.composite
def price_lines(draw: st.DrawFn) -> PriceLine:
    return PriceLine(
        **draw(amounts()),
        cadence=draw(CADENCES),
        start_month=draw(STARTS),
        months=draw(LASTING),
        prepaid=draw(st.booleans()),
    )


@st.composite
def drivers(draw: st.DrawFn) -> Driver:
    return Driver(
        **draw(amounts()),
        cadence=draw(CADENCES),
        against_us=draw(st.booleans()),
        start_month=draw(STARTS),
        months=draw(LASTING),
        ramp_months=draw(LASTING),
    )


@st.composite
def prices(draw: st.DrawFn) -> Price:
    lines = st.lists(price_lines(), max_size=3).map(tuple)
    return Price(
        currency=draw(CURRENCIES),
        term_months=draw(st.one_of(st.none(), st.integers(1, 40))),
        rate=draw(st.sampled_from([Decimal("0.10"), Decimal(0), Decimal("-0.3"), Decimal(2)])),
        ours=draw(lines),
        alternative=Alternative(prices=draw(lines)),
        drivers=draw(st.lists(drivers(), max_size=5).map(tuple)),
    )


MANY = settings(max_examples=60, deadline=None)
"""A busy machine is no failure."""

L = TypeVar("L", PriceLine, Driver)


def each_line(price: Price, **change: object) -> Price:
    """The price with every line and driver changed; a callable gets what is there."""

    def changed(line: L) -> L:
        new = {
            name: to(getattr(line, name)) if callable(to) else to
            for name, to in change.items()
            if getattr(line, name) is not None or not callable(to)
        }
        return msgspec.structs.replace(line, **new)

    return msgspec.structs.replace(
        price,
        ours=tuple(map(changed, price.ours)),
        alternative=Alternative(prices=tuple(map(changed, price.alternative.prices))),
        drivers=tuple(map(changed, price.drivers)),
    )


def scaled(price: Price, by: Decimal) -> Price:
    return each_line(price, **dict.fromkeys(("low", "likely", "high"), lambda amount: amount * by))


def ratios(found: PriceFigures) -> list[object]:
    flow = found.cash_flow
    return [
        *(getattr(one, name) for one in found.scenarios.values() for name in RATIOS),
        *(flow.roi, found.payback, flow.discounted_payback),
    ]


@MANY
@given(prices())
def test_delta_and_surplus_make_up_the_differentiation(price: Price) -> None:
    for one in figures(price).scenarios.values():
        if one.delta is not None and one.surplus is not None:
            assert one.delta + one.surplus == one.differentiation
            assert one.eve is not None
            assert one.price is not None
            assert one.eve - one.price == one.surplus
        assert (one.surplus is None) == (one.delta is None)


@MANY
@given(prices())
def test_shares_sum_to_one(price: Price) -> None:
    for one in figures(price).scenarios.values():
        if one.our_share is not None:
            assert one.client_share is not None
            assert one.our_share + one.client_share == 1
            assert 0 <= one.our_share <= 1
            assert one.surplus == one.client_share * (one.differentiation or 0)


@MANY
@given(prices(), st.sampled_from([Decimal(2), Decimal("0.5"), Decimal("0.01"), Decimal(100)]))
def test_no_ratio_changes_with_the_size_of_money(price: Price, by: Decimal) -> None:
    larger = figures(scaled(price, by))
    assume(not larger.problems)
    assert ratios(larger) == ratios(figures(price))


@MANY
@given(prices(), st.sampled_from([Decimal(2), Decimal(4), Decimal("0.5"), Decimal(1000)]))
def test_the_unit_does_not_matter(price: Price, per: Decimal) -> None:
    """A price of one thing, or of so many parts of it: the economic value of the whole stays."""
    of_parts = each_line(
        price, **dict.fromkeys(("low", "likely", "high"), lambda amount: amount / per), units=per
    )
    whole, parts = figures(price), figures(of_parts)
    assume(not parts.problems)
    assert parts.likely == whole.likely
    assert parts.low == whole.low
    assert parts.cash_flow.npv == whole.cash_flow.npv


@MANY
@given(prices())
def test_at_break_even_nobody_is_better_off(price: Price) -> None:
    for one in figures(price).scenarios.values():
        if one.break_even_share is not None:
            assert one.delta is not None
            assert one.value_for is not None
            assert one.value_against is not None
            at_break_even = one.value_for * one.break_even_share - one.value_against
            assert at_break_even - one.delta == 0
            assert one.surplus is not None
            assert (one.break_even_share <= 1) == (one.surplus >= 0)


@MANY
@given(prices())
def test_all_low_is_never_better_than_likely_nor_that_than_all_high(price: Price) -> None:
    found = figures(price)
    low, likely, high = (one.surplus for one in (found.low, found.likely, found.high))
    if low is not None and likely is not None and high is not None:
        assert low <= likely <= high
        assert all(one.swing >= 0 and low <= min(one.at_low, one.at_high) for one in found.tornado)
        assert sum(one.swing for one in found.tornado) == high - low


@MANY
@given(prices())
def test_the_months_add_up_to_the_term(price: Price) -> None:
    found = figures(price)
    flow = found.cash_flow
    if flow.net is not None:
        assert flow.cumulative is not None
        assert flow.accrued is not None
        assert sum(flow.net) == flow.cumulative[-1] == flow.accrued[-1] == found.likely.surplus
        assert len(flow.net) == len(flow.accrued) == found.term_months + 1
    if flow.npv is not None and (flow.rate is None or flow.rate == 0):
        assert flow.npv == found.likely.surplus


@MANY
@given(prices())
def test_a_payback_is_where_the_line_crosses_zero(price: Price) -> None:
    found = figures(price)
    payback, line = found.cash_flow.payback, found.cash_flow.accrued
    if line is None:
        assert payback is None
    elif payback is None:
        assert line[-1] < 0
    elif payback == 0:
        assert min(line[1:]) >= 0
    else:
        month = int(payback)
        assert 0 < payback <= found.term_months
        assert all(level >= 0 for level in line[month + 1 :])
        assert payback == month or line[month] < 0


@MANY
@given(prices())
def test_money_is_shown_in_its_digits(price: Price) -> None:
    digits = {"": 2, "EUR": 2, "JPY": 0, "KWD": 3}[price.currency]
    for value in (figures(price).likely.value_for, figures(price).likely.delta):
        if value is not None:
            shown = rounded_money(value, price.currency)
            assert shown.as_tuple().exponent == -digits
            assert abs(Fraction(shown) - value) <= Fraction(1, 2 * 10**digits)


@MANY
@given(prices())
def test_nothing_of_a_sound_price_is_a_problem(price: Price) -> None:
    assert figures(price).problems == ()
