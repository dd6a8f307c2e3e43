"""What chance alone would show, against exact sums and published figures."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.coaching.insights.chance import share_of_half, surviving, two_shares


def exact_two_shares(some: int, of: int, others: int, of_others: int) -> Fraction:
    """Every table with the same margins that is no likelier than the one seen."""
    hits = some + others
    ways = [comb(of, at) * comb(of_others, hits - at) for at in range(hits + 1)]
    return Fraction(sum(one for one in ways if one <= ways[some]), sum(ways))


def test_the_tea_taster_of_fisher() -> None:
    assert two_shares(3, 4, 1, 4) == pytest.approx(34 / 70)


def test_convictions_of_twins_in_fisher() -> None:
    """Fisher, Statistical Methods for Research Workers: 2 of 17 and 10 of 13; R gives 0.0005367."""
    assert two_shares(2, 17, 10, 13) == pytest.approx(0.0005367, abs=1e-7)


@given(st.data())
def test_two_shares_are_as_exact_sums_have_them(data: st.DataObject) -> None:
    of, of_others = data.draw(st.integers(1, 60)), data.draw(st.integers(1, 60))
    some, others = data.draw(st.integers(0, of)), data.draw(st.integers(0, of_others))
    assert two_shares(some, of, others, of_others) == pytest.approx(
        float(exact_two_shares(some, of, others, of_others)), rel=1e-6, abs=1e-15
    )


@given(st.data())
def test_a_share_against_one_half_is_as_exact_sums_have_it(data: st.DataObject) -> None:
    of = data.draw(st.integers(1, 200))
    some = data.draw(st.integers(0, of))
    ways = [comb(of, at) for at in range(of + 1)]
    exact = Fraction(sum(one for one in ways if one <= ways[some]), 2**of)
    assert share_of_half(some, of) == pytest.approx(float(exact), rel=1e-6, abs=1e-15)


def test_no_difference_at_all_is_certain() -> None:
    assert two_shares(5, 10, 5, 10) == 1
    assert two_shares(0, 10, 0, 10) == 1
    assert two_shares(10, 10, 10, 10) == 1


def test_thousands_of_calls_are_reckoned_too() -> None:
    assert two_shares(2_500, 5_000, 2_500, 5_000) == pytest.approx(1)
    assert two_shares(5_000, 5_000, 0, 5_000) < 1e-18


def test_holm_lets_the_example_of_four_stop_at_the_first_that_fails() -> None:
    assert surviving([0.01, 0.04, 0.03, 0.005]) == [True, False, False, True]


def test_one_comparison_is_judged_at_one_in_twenty() -> None:
    assert surviving([0.05]) == [True]
    assert surviving([0.0501]) == [False]
    assert surviving([]) == []
