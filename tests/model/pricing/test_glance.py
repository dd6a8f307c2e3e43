"""A glance at a price says what the exact reckoning says, or nothing."""

from decimal import Decimal
from typing import TypeVar

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.model.price import Alternative, Driver, Price, PriceLine
from planner.model.pricing.glance import Glance, glance
from planner.model.pricing.price_delta import price_delta
from planner.model.terms import Cadence
from tests.model.pricing.prices import higher_than, worth

_amounts = st.one_of(
    st.integers(-200, 100_000).map(Decimal),
    st.decimals(0, 1000, places=2),
    st.sampled_from([Decimal("1e20"), Decimal("NaN"), Decimal("1E-25"), Decimal("0.1"), None]),
)
_months = st.one_of(st.none(), st.integers(0, 30))
_schedules: dict[str, st.SearchStrategy[object]] = {
    "cadence": st.sampled_from(Cadence),
    "units": st.one_of(st.none(), st.sampled_from([Decimal(3), Decimal("0.5"), Decimal(-1), Decimal(0)])),
    "start_month": _months,
    "months": _months,
    "currency": st.sampled_from(["", "", "", "EUR", "CHF"]),
}
_usual = _schedules | {"units": st.sampled_from([None, Decimal(3), Decimal("0.5")]), "currency": st.just("")}
_ordered = st.lists(st.integers(0, 50_000).map(Decimal), min_size=3, max_size=3).map(sorted)


Priced = TypeVar("Priced", PriceLine, Driver)


def _with_ends(line: Priced, ends: list[Decimal]) -> Priced:
    low, likely, high = ends
    return msgspec.structs.replace(line, low=low, likely=likely, high=high)


_rough_lines = st.builds(PriceLine, low=_amounts, likely=_amounts, high=_amounts, **_schedules)
_smooth_lines = st.builds(_with_ends, st.builds(PriceLine, **_usual), _ordered)
_drivers = st.builds(Driver, against_us=st.booleans(), ramp_months=_months, **_usual)
_rough_drivers = st.builds(
    Driver,
    low=_amounts,
    likely=_amounts,
    high=_amounts,
    basis=st.sampled_from(["", "hours", "our price"]),
    **_schedules,
)
_smooth_drivers = st.builds(_with_ends, _drivers, _ordered)


def _several(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, min_size=1, max_size=4).map(tuple)


def _prices(
    lines: st.SearchStrategy[PriceLine], drivers: st.SearchStrategy[Driver]
) -> st.SearchStrategy[Price]:
    return st.builds(
        Price,
        currency=st.sampled_from(["", "EUR", "EUR", "eur "]),
        term_months=st.one_of(st.none(), st.integers(1, 60)),
        ours=_several(lines),
        alternative=st.builds(Alternative, prices=_several(lines)),
        drivers=_several(drivers),
    )


@settings(max_examples=300)
@given(st.one_of(_prices(_smooth_lines, _smooth_drivers), _prices(_rough_lines, _rough_drivers)))
def test_a_glance_never_says_anything_else_than_the_exact_reckoning(price: Price) -> None:
    seen = glance(price)
    if seen is None:
        return
    likely, low = price_delta(price), price_delta(price, "low")
    assert likely.delta is not None
    assert likely.surplus is not None
    assert low.surplus is not None
    assert seen.dearer == (likely.delta > 0)
    if seen.dearer:
        assert (seen.likely, seen.low) == (likely.surplus > 0, low.surplus > 0)


@pytest.mark.parametrize(
    ("price", "seen"),
    [
        (higher_than("100", "110", worth(30)), Glance(dearer=True, likely=True, low=True)),
        (higher_than("100", "140", worth(30)), Glance(dearer=True, likely=False, low=False)),
        (higher_than("100", "90", worth(30)), Glance(dearer=False, likely=True, low=True)),
        (
            higher_than("100", "110", Driver(low=Decimal(5), likely=Decimal(20), cadence=Cadence.ONE_OFF)),
            Glance(dearer=True, likely=True, low=False),
        ),
    ],
)
def test_an_ordinary_price_is_seen_at_a_glance(price: Price, seen: Glance) -> None:
    assert glance(price) == seen


@pytest.mark.parametrize(
    "price",
    [
        Price(),
        higher_than("100", "110"),
        higher_than("100", "100", worth(30)),
        higher_than("100", "130", worth(30)),
        higher_than("100", "110", worth(-30)),
        higher_than("100", "110", Driver(likely=Decimal(30), currency="CHF")),
        higher_than("100", "110", Driver(likely=Decimal(30), low=Decimal(40))),
        higher_than("100", "110", Driver(likely=Decimal(30), formula="12 % of our price")),
        higher_than("100", "110", Driver(low=Decimal(30))),
    ],
)
def test_what_is_unusual_or_even_takes_an_exact_look(price: Price) -> None:
    assert glance(price) is None
