"""A report over many calls, ready to print."""

from typing import NamedTuple

from planner.charts.chart import Chart
from planner.coaching.insights.insight import Insight
from planner.coaching.insights.numbers import Table
from planner.coaching.insights.report import CAUTION, Insights
from planner.translation import _, ngettext
from planner.wording.text import capitalised

MOST_ENTRIES = 60
"""A longer list is for the exported table."""

_LETTER = 1.05
"""What a letter of a heading takes, in hundredths of the page."""
_FEWEST_LETTERS, _LETTERS_OF_A_LINE = 7, 11


class TableView(NamedTuple):
    """A table in ready words: the widths of its columns in per cent, its headings and rows.

    The first `words` columns are words, the others figures.
    """

    split: str
    words: int
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class InsightBlock(NamedTuple):
    """One insight in ready words; `more` says how many entries are left out, "" for none."""

    key: str
    title: str
    sentence: str
    remark: str
    numbers: TableView | None
    entries: TableView | None
    more: str


class InsightsView(NamedTuple):
    """What the report's template is given; `title`, or `about` in a sentence, says which calls it covers."""

    title: str
    about: str
    calls: str
    caution: str
    insights: tuple[InsightBlock, ...]
    charts: dict[str, Chart]


def insights_view(insights: Insights) -> InsightsView:
    """Return the report in ready words, with its charts by insight."""
    return InsightsView(
        title=_title(insights),
        about=insights.about,
        calls=insights.counted,
        caution=_(CAUTION),
        insights=tuple(_block(insight) for insight in insights.insights),
        charts={insight.key: insight.chart for insight in insights.insights if insight.chart is not None},
    )


def _title(insights: Insights) -> str:
    if insights.client:
        return capitalised(insights.about)
    return _("All clients, {period}").format(period=insights.period.text)


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
        more=_more(left_out) if left_out > 0 else "",
    )


def _more(count: int) -> str:
    more = ngettext(
        "{count:,} more is in the exported table.",
        "{count:,} more are in the exported table.",
        count,
    )
    return more.format(count=count)


def _table(table: Table) -> TableView:
    figures = [_width(heading) for heading in table.headings[1:]]
    widths = [100 - sum(figures), *figures]
    return TableView(" ".join(f"{width:g}" for width in widths), table.words, table.headings, table.rows)


def _width(heading: str) -> float:
    """Return the width of a column of figures: its heading on one line if short, else on two."""
    longest = max(map(len, heading.split()))
    return _LETTER * max(_FEWEST_LETTERS, longest, min(len(heading), _LETTERS_OF_A_LINE))


def _entries(entries: Table) -> TableView:
    wide = _table(entries)._replace(rows=entries.rows[:MOST_ENTRIES])
    return wide._replace(split="34 14 18 16 9 9") if entries.words > 2 else wide
