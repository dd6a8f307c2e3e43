"""The table of insights: every number, readable by any spreadsheet, and no formula in it."""

import csv
import datetime as dt
import io

import pytest

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.recording import record_of
from planner.coaching.insights.report import Insights, insights_over
from planner.exchange.insights_csv import HEADINGS, harmless, insights_csv
from planner.model.terms import Outcome
from tests.coaching.insights.simulated_rep import KNOWN_HABITS, year_of
from tests.coaching.insights.simulated_touches import touches_of_year


def rows_of(insights: Insights) -> list[list[str]]:
    return list(csv.reader(io.StringIO(insights_csv(insights).decode("utf-8-sig"), newline=""), strict=True))


@pytest.fixture(scope="module")
def year() -> Insights:
    calls = [record_of(one.plan, one.client.name) for one in year_of(KNOWN_HABITS, 1)]
    return insights_over(calls, touches=touches_of_year(1))


def test_a_spreadsheet_knows_it_is_utf_8_and_every_line_ends_as_the_standard_says(year: Insights) -> None:
    data = insights_csv(year)
    assert data.startswith(b"\xef\xbb\xbfInsight,Group,What,Value\r\n")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_each_line_has_the_same_fields(year: Insights) -> None:
    assert {len(row) for row in rows_of(year)} == {len(HEADINGS)}


def test_every_number_and_sentence_is_in_it(year: Insights) -> None:
    found = {tuple(row) for row in rows_of(year)}
    for insight in year.insights:
        said = insight.sentence.replace("\u00a0", " ")
        assert (insight.title, "", "what the numbers say", said) in found
        table = insight.numbers.table
        for label, *cells in table.rows:
            for heading, cell in zip(table.headings[1:], cells, strict=True):
                assert (insight.title, label, heading, cell.replace("\u00a0", " ")) in found


def test_it_says_what_it_is_over() -> None:
    day = dt.date(2026, 3, 2)
    insights = insights_over([CallRecord(day=day, outcome=Outcome.ORDER)])
    assert rows_of(insights)[1:5] == [
        ["Report", "", "clients", "all clients"],
        ["Report", "", "period", "all time"],
        ["Report", "", "reviewed calls", "1"],
        ["Report", "", "touches done", "0"],
    ]


def test_what_was_typed_is_never_a_formula() -> None:
    records = [
        CallRecord(client='=HYPERLINK("x")', differently="+1, @home\n-2", outcome=Outcome.ORDER),
        CallRecord(client='Łódź, "Żywność"', differently='Say it, "plainly"', outcome=Outcome.ORDER),
    ]
    cells = [cell for row in rows_of(insights_over(records, client="=cmd|' /C calc'!A0")) for cell in row]
    assert '\'=HYPERLINK("x")' in cells
    assert 'Łódź, "Żywność"' in cells
    assert 'Say it, "plainly"' in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\tx", "\rx", " =1", "＝1"])
def test_what_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "44 %", "–", "a = b", "1-2"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text
