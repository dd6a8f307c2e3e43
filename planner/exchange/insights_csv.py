"""Insights as a CSV file: every number and text of a report, one to a line.

As RFC 4180 has it: CRLF, quotes doubled, each line with the same fields. With a byte order mark, by
which spreadsheets know UTF-8. What a spreadsheet would take for a formula gets an apostrophe before
it: OWASP, CSV Injection.
"""

import csv
import io
from collections.abc import Iterator

from planner.coaching.insights.insight import Insight
from planner.coaching.insights.numbers import Table
from planner.coaching.insights.report import Insights
from planner.translation import N_, _

HEADINGS = (N_("Insight"), N_("Group"), N_("What"), N_("Value"))
_BYTE_ORDER_MARK = "\ufeff"
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Row = tuple[str, str, str, str]


def insights_csv(insights: Insights) -> bytes:
    """Return the report as the bytes of a CSV file, in UTF-8 with a byte order mark."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([_(heading) for heading in HEADINGS])
    for row in _rows(insights):
        writer.writerow([harmless(cell) for cell in row])
    return (_BYTE_ORDER_MARK + file.getvalue()).encode()


def harmless(text: str) -> str:
    """Return the text, with an apostrophe in front if a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_BEGINS_A_FORMULA) else text


def _rows(insights: Insights) -> Iterator[Row]:
    report = _("Report")
    yield report, "", _("clients"), insights.client or _("all clients")
    yield report, "", _("period"), _spaced(insights.period.text)
    yield report, "", _("reviewed calls"), f"{insights.calls}"
    yield report, "", _("touches done"), f"{insights.touches}"
    for insight in insights.insights:
        yield insight.title, "", _("what the numbers say"), _spaced(insight.sentence)
        yield from ((insight.title, "", _("note"), note) for note in insight.notes)
        yield from _table_rows(insight, insight.numbers.table)
        if insight.entries is not None:
            yield from _table_rows(insight, insight.entries)


def _table_rows(insight: Insight, table: Table) -> Iterator[Row]:
    for label, *cells in table.rows:
        for heading, cell in zip(table.headings[1:], cells, strict=True):
            yield insight.title, label, heading, _spaced(cell)


def _spaced(cell: str) -> str:
    """Return a cell with ordinary spaces, nothing for a dash."""
    return "" if cell == "–" else cell.replace("\u00a0", " ")
