"""The chart of an insight: its very numbers, as bars or as a line over time."""

from fractions import Fraction

from planner.charts.bar_style import BarStyle
from planner.charts.chart import Chart
from planner.charts.counts import BarPart, Category, CountsChart
from planner.charts.trend import Course, Trend, TrendPeriod
from planner.coaching.insights.numbers import CallGroup, Numbers, share_text, some_of
from planner.translation import _
from planner.wording.text import capitalised

GOOD_TO_BAD = (BarStyle.FOR, BarStyle.WORTH, BarStyle.WAITING, BarStyle.AGAINST)
GOOD_AND_BAD = (BarStyle.FOR, BarStyle.AGAINST)
BAD_AND_GOOD = (BarStyle.AGAINST, BarStyle.FOR)


def bars(title: str, numbers: Numbers, looks: tuple[BarStyle, ...], sample: str) -> Chart | None:
    """Return a bar chart with a bar per group, divided by answer; None without groups."""
    if not numbers.groups:
        return None
    return CountsChart(
        title=title,
        parts=tuple(BarPart(answer, look) for answer, look in zip(numbers.answers, looks, strict=True)),
        categories=tuple(
            Category(group.label, group.counts, some_of(numbers.good_in(group), group.calls))
            for group in numbers.groups
        ),
        sample=sample,
    )


def line(title: str, numbers: Numbers, sample: str) -> Chart | None:
    """Return a line chart of the share of good answers, a period per group; None without groups."""
    if not numbers.groups:
        return None
    course = Course(
        numbers.share,
        tuple(_share(numbers, group) for group in numbers.groups),
        tuple(share_text(numbers.good_in(group), group.calls) for group in numbers.groups),
    )
    return Trend(
        title=title,
        periods=tuple(TrendPeriod(group.label, group.calls) for group in numbers.groups),
        courses=(course,),
        sample=sample,
        unit=capitalised(_(numbers.unit)),
    )


def _share(numbers: Numbers, group: CallGroup) -> Fraction | None:
    return Fraction(numbers.good_in(group), group.calls) if group.calls else None
