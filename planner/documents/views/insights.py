"""A report over many calls, ready to print."""

from typing import NamedTuple

from planner.charts.chart import Chart
from planner.coaching.insights.insight import Insight, counted_text
from planner.coaching.insights.numbers import Table
from planner.coaching.insights.report import CAUTION, Insights

MOST_ENTRIES = 60
"""A longer list is for the exported table."""

_LETTER = 1.05
"""What a letter of a heading takes, in hundredths of the page."""
_FEWEST_LETTERS, _LETTERS_OF_A_LINE = 7, 11


class TableView(NamedTuple):
    """A table: the widths of its columns, how many of them are words, headings and rows."""

    split: str
    words: int
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class InsightBlock(NamedTuple):
    """One insight."""

    key: str
    title: str
    sentence: str
    remark: str
    numbers: TableView | None
    entries: TableView | None
    more: str


class InsightsView(NamedTuple):
    """Everything on the pages."""

    about: str
    calls: str
    caution: str
    insights: tuple[InsightBlock, ...]
    charts: dict[str, Chart]


def insights_view(insights: Insights) -> InsightsView:
    """Return the report's words and numbers."""
    return InsightsView(
        about=insights.about,
        calls=f"{counted_text(insights.calls)} looked back on",
        caution=CAUTION,
        insights=tuple(_block(one) for one in insights.insights),
        charts={one.key: one.chart for one in insights.insights if one.chart is not None},
    )


def _block(insight: Insight) -> InsightBlock:
    table, entries = insight.numbers.table, insight.entries
    left_out = 0 if entries is None else len(entries.rows) - MOST_ENTRIES
    return InsightBlock(
        key=insight.key,
        title=insight.title,
        sentence=insight.sentence,
        remark=insight.remark,
        numbers=_table(table) if table.rows else None,
        entries=None if entries is None else _entries(entries),
        more=f"{left_out:,} older ones are in the exported table." if left_out > 0 else "",
    )


def _table(table: Table) -> TableView:
    figures = [_width(one) for one in table.headings[1:]]
    widths = [100 - sum(figures), *figures]
    return TableView(" ".join(f"{one:g}" for one in widths), table.words, table.headings, table.rows)


def _width(heading: str) -> float:
    """Return the width of a column of figures: its heading on one line if short, else on two."""
    longest = max(map(len, heading.split()))
    return _LETTER * max(_FEWEST_LETTERS, longest, min(len(heading), _LETTERS_OF_A_LINE))


def _entries(entries: Table) -> TableView:
    wide = _table(entries)
    return wide._replace(split="34 14 18 16 9 9", rows=wide.rows[:MOST_ENTRIES])
