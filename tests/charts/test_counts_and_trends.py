"""Counts and trends: each with its sample, none hiding what is missing or rests on little."""

from fractions import Fraction

import pytest

from planner.charts.counts import BarPart, Category, CountsChart
from planner.charts.drawing import Mark, Polyline
from planner.charts.tones import Tone
from tests.charts.samples import LETTERS, a_trend, four_trends, some_counts


@pytest.mark.parametrize("width", [220, 700])
def test_parts_of_a_bar_lie_side_by_side_and_are_as_long_as_their_counts(width: int) -> None:
    drawing = some_counts().draw(width, LETTERS)
    front, flat, back = drawing.bars()[3:6]

    assert front.box.right == pytest.approx(flat.box.left)
    assert flat.box.right == pytest.approx(back.box.left)
    assert (front.width / flat.width, back.width / flat.width) == pytest.approx((12 / 3, 5 / 3))
    assert (front.fill, flat.fill, back.hatch) == (Tone.VALUE, Tone.GROUND, Tone.AGAINST)


def test_counts_name_their_sample_and_their_parts() -> None:
    chart = some_counts()
    texts = {one.text for one in chart.draw(600, LETTERS).texts()}

    assert {"front", "flat", "back", "20 calls", "12 · 3 · 5"} <= texts
    assert chart.rows()[:2] == (("", "front", "flat", "back", "All"), ("prospecting", "12", "3", "5", "20"))
    assert chart.alt.startswith("How we stood, 20 calls. prospecting: front 12, flat 3, back 5; discovery")


def test_one_kind_of_count_needs_no_legend() -> None:
    chart = CountsChart(
        title="Obtained",
        parts=(BarPart("calls"),),
        categories=(Category("Explore", (3,)), Category("Decide", (0,))),
        sample="3 calls",
    )
    texts = [one.text for one in chart.draw(400, LETTERS).texts()]

    assert texts == ["Explore", "3", "Decide", "0", "3 calls"]
    assert chart.rows() == (("", "calls"), ("Explore", "3"), ("Decide", "0"))
    assert chart.alt == "Obtained, 3 calls. Explore: 3; Decide: 0."


def test_a_trend_tells_the_calls_of_each_period() -> None:
    chart = a_trend(20, 80)
    texts = {one.text for one in chart.draw(600, LETTERS).texts()}

    assert {"2026-01", "n = 5", "20%", "2026-02", "n = 10", "80%", "0%", "100%"} <= texts
    assert "fewer than 10" in texts
    assert (
        chart.alt
        == "Price said first by us, 15 calls in 2 periods. share of the calls: 20% at first, 80% at last."
    )
    assert chart.rows() == (
        ("", "share of the calls", "Calls"),
        ("2026-01", "20%", "5"),
        ("2026-02", "80%", "10"),
    )


def test_points_that_rest_on_few_calls_are_hollow() -> None:
    drawing = a_trend(20, 80, 60).draw(600, LETTERS)
    marks = [one for one in drawing.shapes if isinstance(one, Mark)]

    assert [one.hollow for one in marks[1:]] == [True, False, False]  # the first is the legend's


def test_a_line_stops_where_a_period_is_missing() -> None:
    drawing = a_trend(20, 30, None, 60, 55).draw(600, LETTERS)
    lines = [one for one in drawing.shapes if isinstance(one, Polyline) and one.tone is Tone.VALUE]

    assert [len(one.points) for one in lines] == [2, 2]


def test_a_share_of_one_reaches_the_line_of_100_percent() -> None:
    drawing = a_trend(0, 100, 50).draw(600, LETTERS)
    zero, top = (
        one.points[0][1] for one in drawing.shapes if isinstance(one, Polyline) and one.tone is Tone.HAIR
    )
    ys = [one.y for one in drawing.shapes if isinstance(one, Mark)][1:]

    assert ys == pytest.approx([zero, top, (zero + top) / 2])


def test_lines_differ_in_more_than_colour() -> None:
    drawing = four_trends().draw(700, LETTERS)
    strokes = {(one.tone, one.dash) for one in drawing.shapes if isinstance(one, Polyline)} - {(Tone.HAIR, 0)}
    kinds = {(one.tone, one.kind) for one in drawing.shapes if isinstance(one, Mark)}

    assert len({dash for _, dash in strokes}) == 4
    assert len({kind for _, kind in kinds}) == 3


def test_nothing_known_is_said() -> None:
    chart = a_trend(None, None)

    assert chart.alt.endswith("share of the calls: nothing known.")
    assert chart.draw(300, LETTERS).height > 0
    assert chart.courses[0].amounts == (None, None)
    assert chart.most == Fraction(1)
