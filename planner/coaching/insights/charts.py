"""The chart of an insight: its very numbers, as bars or as a line over time."""

from fractions import Fraction

from planner.charts.chart import Chart
from planner.charts.counts import Category, Counts, Part
from planner.charts.looks import Look
from planner.charts.trend import Course, Period, Trend
from planner.coaching.insights.numbers import Group, Numbers, share_text, some_of

GOOD_TO_BAD = (Look.FOR, Look.WORTH, Look.WAITING, Look.AGAINST)
GOOD_AND_BAD = (Look.FOR, Look.AGAINST)
BAD_AND_GOOD = (Look.AGAINST, Look.FOR)


def bars(title: str, numbers: Numbers, looks: tuple[Look, ...], sample: str) -> Chart | None:
    """Return a bar for each group, parted by the answers; None without numbers."""
    if not numbers.groups:
        return None
    return Counts(
        title=title,
        parts=tuple(Part(answer, look) for answer, look in zip(numbers.answers, looks, strict=True)),
        categories=tuple(
            Category(one.label, one.counts, some_of(numbers.good_in(one), one.calls))
            for one in numbers.groups
        ),
        sample=sample,
    )


def line(title: str, numbers: Numbers) -> Chart | None:
    """Return the share of good answers over time, a group to a period; None without numbers."""
    if not numbers.groups:
        return None
    course = Course(
        numbers.share,
        tuple(_share(numbers, one) for one in numbers.groups),
        tuple(share_text(numbers.good_in(one), one.calls) for one in numbers.groups),
    )
    return Trend(
        title=title,
        periods=tuple(Period(one.label, one.calls) for one in numbers.groups),
        courses=(course,),
    )


def _share(numbers: Numbers, group: Group) -> Fraction | None:
    return Fraction(numbers.good_in(group), group.calls) if group.calls else None
