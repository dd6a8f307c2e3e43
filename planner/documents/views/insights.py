"""A report over many calls, ready to print."""

from typing import NamedTuple

from planner.coaching.insights.insight import Insight, counted_text
from planner.coaching.insights.numbers import Table
from planner.coaching.insights.report import CAUTION, Insights

MOST_ENTRIES = 60
"""A longer list is for the exported table."""

_FIGURE, _LETTER = 8, 1.2
"""The least width of a column of figures, and what a letter of its heading takes, in hundredths."""


class TableView(NamedTuple):
    """A table: the widths of its columns, which of them stand on the right, headings and rows."""

    split: str
    right: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class InsightBlock(NamedTuple):
    """One insight."""

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


def insights_view(insights: Insights) -> InsightsView:
    """Return the report's words and numbers."""
    return InsightsView(
        about=insights.about,
        calls=f"{counted_text(insights.calls)} looked back on",
        caution=CAUTION,
        insights=tuple(_block(one) for one in insights.insights),
    )


def _block(insight: Insight) -> InsightBlock:
    table, entries = insight.numbers.table, insight.entries
    left_out = 0 if entries is None else len(entries.rows) - MOST_ENTRIES
    return InsightBlock(
        title=insight.title,
        sentence=insight.sentence,
        remark=insight.remark,
        numbers=_table(table) if table.rows else None,
        entries=None if entries is None else _entries(entries),
        more=f"{left_out:,} older ones are in the exported table." if left_out > 0 else "",
    )


def _table(table: Table) -> TableView:
    count = len(table.headings)
    figures = [max(_FIGURE, _LETTER * max(map(len, one.split()))) for one in table.headings[1:]]
    widths = [100 - sum(figures), *figures]
    right = range(table.words + 1, count + 1)
    return TableView(
        " ".join(f"{one:g}" for one in widths),
        " ".join(f"{one}" for one in right),
        table.headings,
        table.rows,
    )


def _entries(entries: Table) -> TableView:
    wide = _table(entries)
    return wide._replace(split="34 14 18 16 9 9", rows=wide.rows[:MOST_ENTRIES])
