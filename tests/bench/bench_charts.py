"""What it costs to lay a chart out and paint it, in the window's own thread."""

from functools import partial

from planner.charts.chart import Chart
from planner.desktop.widgets.chart_view import ChartView
from tests.bench.bench_keystroke import FRAME, a_window
from tests.bench.table import Row, at_most, median_seconds
from tests.charts.samples import SAMPLES


def measure() -> list[Row]:
    """Return the slowest of all charts against a frame."""
    with a_window():
        view = ChartView()
        slowest = max(median_seconds(partial(_painted, view, chart), runs=5) for chart in SAMPLES.values())
    return [
        at_most(
            1,
            work="the slowest chart, laid out and painted at 720 px",
            ours=slowest,
            peer="a frame at 60 Hz",
            theirs=FRAME,
        )
    ]


def _painted(view: ChartView, chart: Chart) -> None:
    view.show_chart(None)
    view.show_chart(chart)
    view.resize(720, view.heightForWidth(720))
    view.grab()
