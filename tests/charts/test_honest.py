"""A bar is as long as what it stands for, counted from zero."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.charts.chart import Quantity
from planner.charts.drawing import Drawing, Mark, Polyline, Rectangle
from planner.charts.tones import Tone
from planner.charts.worth import DeltaWaterfall, EveStack, reference_dwarfs
from tests.charts.samples import (
    LETTERS,
    a_bar,
    a_cash_flow,
    a_stack,
    a_tornado,
    a_waterfall,
    quantity,
    stacks,
    waterfalls,
)


def _whole(drawing: Drawing) -> list[Rectangle]:
    """The bars without the feet that lie on them."""
    first, *others = drawing.bars()
    return [first, *(one for one in others if one.fill is not Tone.REFERENCE)]


def _lengths(drawing: Drawing) -> list[float]:
    """How long each bar is in the direction in which all of them run."""
    bars, axis = _whole(drawing), drawing.shapes[0]
    assert isinstance(axis, Polyline)
    down = axis.box.top == axis.box.bottom
    return [one.height if down else one.width for one in bars]


def _proportional(drawing: Drawing, amounts: list[Fraction]) -> None:
    lengths = _lengths(drawing)
    assert len(lengths) == len(amounts)
    most = max(abs(one) for one in amounts)
    if most == 0:
        assert lengths == pytest.approx([0] * len(amounts))
        return
    longest = lengths[[abs(one) for one in amounts].index(most)]
    assert lengths == pytest.approx([float(abs(one) / most) * longest for one in amounts], abs=1e-6)
    assert longest > 0


@pytest.mark.parametrize("width", [300, 800])
def test_bars_of_a_stack_are_as_long_as_their_amounts(width: int) -> None:
    stack = a_stack()
    amounts = [row.amount for row in (stack.reference, *stack.drivers, stack.economic_value, stack.price)]

    _proportional(stack.draw(width, LETTERS), [*amounts, stack.left_over.amount])


@given(waterfalls, st.integers(200, 1500))
def test_bars_of_any_waterfall_are_as_long_as_their_amounts(chart: DeltaWaterfall, width: int) -> None:
    amounts = [one.amount for one in (*chart.drivers, chart.worth, chart.delta)]

    _proportional(chart.draw(width, LETTERS), amounts)


@given(stacks, st.integers(200, 1500))
def test_bars_of_any_stack_are_as_long_as_their_amounts(chart: EveStack, width: int) -> None:
    parts = (chart.reference, *chart.drivers, chart.economic_value, chart.price, chart.left_over)

    _proportional(chart.draw(width, LETTERS), [one.amount for one in parts])


@pytest.mark.parametrize("width", [300, 800])
def test_each_step_begins_where_the_one_before_ends(width: int) -> None:
    drawing = a_waterfall().draw(width, LETTERS)
    steps = list(drawing.bars()[:4])
    down = width == 800
    starts = [one.box.bottom if down else one.box.left for one in steps]
    ends = [one.box.top if down else one.box.right for one in steps]
    starts[3], ends[3] = ends[3], starts[3]  # the last one speaks against us

    for (_, end), (start, _) in pairwise(zip(starts, ends, strict=True)):
        assert start == pytest.approx(end)


def test_totals_stand_on_the_axis() -> None:
    drawing = a_stack().draw(800, LETTERS)
    bars = _whole(drawing)
    reference, value, price = bars[0], bars[5], bars[6]

    assert reference.box.bottom == value.box.bottom == price.box.bottom
    assert bars[7].box.bottom == pytest.approx(price.box.top)  # what is left goes from the price
    assert bars[7].box.top == pytest.approx(value.box.top)  # to the value


@pytest.mark.parametrize("width", [300, 800])
def test_the_economic_value_is_stacked_of_the_reference_and_what_differs(width: int) -> None:
    bars = a_stack().draw(width, LETTERS).bars()
    reference, value, foot = bars[0], bars[5], bars[6]

    assert foot.fill is Tone.REFERENCE
    assert (foot.width, foot.height) == pytest.approx((reference.width, reference.height))
    assert (foot.box.left, foot.box.bottom) == pytest.approx((value.box.left, value.box.bottom))


def test_a_value_below_the_reference_has_no_foot() -> None:
    loss = (quantity("Training", -3000),)
    fills = [one.fill for one in a_stack(loss).draw(800, LETTERS).bars()]

    assert fills.count(Tone.REFERENCE) == 1


def test_what_speaks_against_us_is_hatched_and_has_a_minus() -> None:
    drawing = a_waterfall().draw(800, LETTERS)

    assert [bar.hatch for bar in drawing.bars()] == [None, None, None, Tone.AGAINST, None, None]
    assert "−€3,000" in {one.text for one in drawing.texts()}


def test_a_price_beyond_the_value_is_shown_as_lacking() -> None:
    bars = _whole(a_stack(price=80000).draw(800, LETTERS))
    lacking = bars[-1]

    assert lacking.hatch is Tone.AGAINST
    assert lacking.box.top == pytest.approx(bars[6].box.top)
    assert lacking.box.bottom == pytest.approx(bars[5].box.top)


def _solid(drawing: Drawing) -> Rectangle:
    return next(one for one in drawing.bars() if one.fill is Tone.INK)


@pytest.mark.parametrize("share", [Fraction(0), Fraction(3, 100), Fraction(44, 100), Fraction(1)])
def test_the_break_even_bar_is_solid_up_to_its_share_of_the_claim(share: Fraction) -> None:
    assert _solid(a_bar(share).draw(500, LETTERS)).width == pytest.approx(500 * share)


@pytest.mark.parametrize("share", [Fraction(101, 100), Fraction(167, 100), Fraction(900)])
def test_beyond_the_claim_the_bar_is_as_long_as_the_share(share: Fraction) -> None:
    drawing = a_bar(share).draw(500, LETTERS)
    beyond = next(one for one in drawing.bars() if one.hatch is Tone.AGAINST)

    assert _solid(drawing).width == pytest.approx(500 / share)
    assert beyond.box.right == pytest.approx(500)
    assert "more than the whole claim" in drawing.alt


def test_a_tornado_swings_around_what_is_likely_and_shows_zero() -> None:
    drawing = a_tornado().draw(800, LETTERS)
    bars = drawing.bars()
    likely = bars[0].box.right

    assert "0" in {one.text for one in drawing.texts()}
    for low, high in zip(bars[::2], bars[1::2], strict=True):
        assert low.box.right == pytest.approx(likely)
        assert high.box.left == pytest.approx(likely)
        assert low.hatch is Tone.AGAINST
        assert high.fill is Tone.VALUE
    widths = [low.width + high.width for low, high in zip(bars[::2], bars[1::2], strict=True)]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] / widths[1] == pytest.approx(37 / 9)


def test_the_cash_flow_crosses_its_axis_at_payback() -> None:
    drawing = a_cash_flow().draw(800, LETTERS)
    marks = [one for one in drawing.shapes if isinstance(one, Mark)]
    mark = next(one for one in marks if one.kind == "diamond")
    line = next(one for one in drawing.shapes if isinstance(one, Polyline) and len(one.points) > 2)
    before, after = next((one, other) for one, other in pairwise(line.points) if one[0] <= mark.x <= other[0])

    assert before[1] >= mark.y >= after[1]


def test_the_reference_dwarfs_the_rest_beyond_two_thirds_of_the_height() -> None:
    drivers = [Fraction(34000), Fraction(-3000)]

    assert reference_dwarfs(Fraction(90000), drivers, Fraction(1))
    assert reference_dwarfs(Fraction(68001), drivers, Fraction(1))
    assert not reference_dwarfs(Fraction(68000), drivers, Fraction(1))
    assert not reference_dwarfs(Fraction(90000), drivers, Fraction(140000))
    assert not reference_dwarfs(Fraction(0), drivers, Fraction(1))


def test_charts_say_their_numbers() -> None:
    waterfall = a_waterfall()

    assert waterfall.alt == (
        "What the difference is made of. Line time €19,000, Overtime €9,000, Late-pallet penalties €6,000, "
        "Training, two setters −€3,000; Value €31,000; Price difference €12,000."
    )
    assert waterfall.rows()[0] == ("", "Amount")
    assert waterfall.rows()[4] == ("Training, two setters", "−€3,000")
    assert a_tornado().rows()[1] == ("Overtime", "−€17,000", "€20,000")
    assert a_cash_flow().alt == (
        "Ahead by: lowest −€30,000 in month 0, €45,600 after 36 months; paid back after 14.3 months."
    )
    assert a_cash_flow(0, 5, payback=None).alt == "Ahead by: €5 after 1 month; not within the term."
    assert a_bar(Fraction(44, 100)).alt == "Break-even: break-even 44%, of 100% of the claim."
    assert a_cash_flow().rows() == (("Month", "Ahead by"), ("0", "−€30,000"), ("36", "€45,600"))


def test_equal_charts_are_equal() -> None:
    assert a_stack() == a_stack()
    assert a_stack() != a_stack(price=1)
    assert quantity("a", 1) == Quantity("a", Fraction(1), "€1")
