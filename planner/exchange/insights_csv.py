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

HEADINGS = ("Insight", "Group", "What", "Value")
_BYTE_ORDER_MARK = "\ufeff"
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Row = tuple[str, str, str, str]


def insights_csv(insights: Insights) -> bytes:
    """Return the report as the bytes of a CSV file."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for row in _rows(insights):
        writer.writerow([harmless(cell) for cell in row])
    return (_BYTE_ORDER_MARK + file.getvalue()).encode()


def harmless(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_BEGINS_A_FORMULA) else text


def _rows(insights: Insights) -> Iterator[Row]:
    yield "Report", "", "clients", insights.client or "all clients"
    yield "Report", "", "period", _spaced(insights.period.text)
    yield "Report", "", "calls looked back on", f"{insights.calls}"
    for one in insights.insights:
        yield one.title, "", "what the numbers say", _spaced(one.sentence)
        yield from ((one.title, "", "note", note) for note in one.notes)
        yield from _table_rows(one, one.numbers.table)
        if one.entries is not None:
            yield from _table_rows(one, one.entries)


def _table_rows(insight: Insight, table: Table) -> Iterator[Row]:
    for label, *cells in table.rows:
        for heading, cell in zip(table.headings[1:], cells, strict=True):
            yield insight.title, label, heading, _spaced(cell)


def _spaced(cell: str) -> str:
    """Return a cell with ordinary spaces, nothing for a dash."""
    return "" if cell == "–" else cell.replace("\u00a0", " ")
