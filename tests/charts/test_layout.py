"""Whatever is drawn, at whatever width: nothing runs out of the frame, no text covers another."""

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.charts.chart import SMALLEST_WIDTH, Chart
from planner.charts.drawing import Bounds, Drawing, Polyline
from planner.charts.lettering import Lettering, rough_width
from tests.charts.samples import LETTERS, SAMPLES, any_chart

_widths = st.integers(40, 1600)


def _inside(drawing: Drawing, box: Bounds) -> bool:
    slack = 0.01
    return (
        box.left >= -slack
        and box.top >= -slack
        and box.right <= drawing.width + slack
        and box.bottom <= drawing.height + slack
    )


@given(any_chart, _widths)
def test_everything_stays_inside_the_frame(chart: Chart, width: int) -> None:
    drawing = chart.draw(width, LETTERS)

    assert drawing.width == max(width, SMALLEST_WIDTH * LETTERS.size)
    assert [shape for shape in drawing.shapes if not _inside(drawing, shape.box)] == []


@given(any_chart, _widths)
def test_no_text_covers_another(chart: Chart, width: int) -> None:
    texts = chart.draw(width, LETTERS).texts()

    assert [(one, other) for one, other in combinations(texts, 2) if one.box.overlaps(other.box)] == []


@given(any_chart, _widths)
def test_no_text_lies_on_a_bar(chart: Chart, width: int) -> None:
    drawing = chart.draw(width, LETTERS)

    covered = [
        (text.text, bar) for text in drawing.texts() for bar in drawing.bars() if text.box.overlaps(bar.box)
    ]
    assert covered == []


def _run_through(drawing: Drawing) -> list[str]:
    """The texts that an axis or a connector runs through."""
    straight = [one for one in drawing.shapes if isinstance(one, Polyline) and len(one.points) == 2]
    upright = [one.box for one in straight if one.box.left == one.box.right]
    level = [one.box for one in straight if one.box.top == one.box.bottom]
    return [
        text.text
        for text in drawing.texts()
        for left, top, right, bottom in [text.box]
        if any(left < one.left < right and one.top < bottom and one.bottom > top for one in upright)
        or any(top < one.top < bottom and one.left < right and one.right > left for one in level)
    ]


@given(any_chart, _widths)
def test_no_axis_runs_through_a_text(chart: Chart, width: int) -> None:
    assert _run_through(chart.draw(width, LETTERS)) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_no_axis_runs_through_a_text_at_any_usual_width(name: str) -> None:
    assert [_run_through(SAMPLES[name].draw(width, LETTERS)) for width in range(200, 900, 20)] == [[]] * 35


@given(any_chart, _widths, st.sampled_from([7.2, 12.0, 26.0]))
def test_twice_as_large_is_twice_as_large_throughout(chart: Chart, width: int, size: float) -> None:
    once = chart.draw(width, Lettering(size, rough_width))
    twice = chart.draw(2 * width, Lettering(2 * size, rough_width))

    assert twice.height == pytest.approx(2 * once.height)
    assert [one.box for one in twice.shapes] == [
        pytest.approx([2 * edge for edge in one.box]) for one in once.shapes
    ]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("width", [240, 420, 700])
def test_every_label_is_whole_or_visibly_shortened(name: str, width: int) -> None:
    chart = SAMPLES[name]
    words = re.sub(r"\s+", " ", " ".join(cell for row in chart.rows() for cell in row) + chart.alt)
    words += " 0 signature month 12 24 36 0% 100% of the claim"

    for text in chart.draw(width, LETTERS).texts():
        known = text.text.startswith(("month ", "n = ", "fewer than")) or " · " in text.text
        assert known or text.text.removesuffix("…").rstrip() in words, text.text


def test_a_label_is_whole_where_bold_letters_are_the_narrower_ones() -> None:
    def narrow_bold(text: str, size: float, bold: bool) -> float:  # noqa: FBT001 (as Measure has it)
        return len(text) * size * (0.5 if bold else 0.52)

    drawing = SAMPLES["counts"].draw(700, Lettering(12, narrow_bold))
    assert not [one.text for one in drawing.texts() if "…" in one.text]
