"""The printed report over many calls."""

import datetime as dt
from io import BytesIO

import pytest
from pypdf import PdfReader

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.recording import record_of
from planner.coaching.insights.report import Insights, insights_over
from planner.documents.renderer import Paper, Renderer
from planner.documents.views.insights import MOST_ENTRIES
from planner.model.rendered_page import RenderedPage
from planner.model.terms import Outcome
from tests.coaching.insights.simulated_rep import KNOWN_HABITS, year_of
from tests.coaching.insights.simulated_touches import touches_of_year
from tests.documents.reading import squeezed, text_of

RECORDS = [record_of(one.plan, one.client.name) for one in year_of(KNOWN_HABITS, 1)]
TOUCHES = touches_of_year(1)
YEAR = insights_over(RECORDS, touches=TOUCHES)
DAY = dt.date(2026, 3, 2)


@pytest.fixture(scope="module")
def printed(renderer: Renderer) -> RenderedPage:
    return renderer.render_insights(YEAR)


def said_in(page: RenderedPage, *texts: str) -> list[str]:
    """Which of the texts are not on the pages."""
    everything = squeezed(text_of(page.pdf))
    return [text for text in texts if squeezed(text) not in everything]


def test_every_insight_is_there_with_its_sentence_and_its_numbers(printed: RenderedPage) -> None:
    for insight in YEAR.insights:
        rows = ["".join(row) for row in insight.numbers.table.rows]
        assert said_in(printed, insight.title.upper(), insight.sentence, *insight.notes, *rows) == []


def test_every_chart_is_there_in_words_too(printed: RenderedPage) -> None:
    described = b"".join(
        page.get_contents().get_data()  # type: ignore[union-attr]
        for page in PdfReader(BytesIO(printed.pdf)).pages
    )
    assert described.count(b"/Alt") == len(YEAR.insights)


def test_nothing_is_cut_and_each_page_says_that_it_is_private(printed: RenderedPage) -> None:
    pages = PdfReader(BytesIO(printed.pdf)).pages
    assert printed.shortened == ()
    assert printed.missing_glyphs == ()
    assert printed.pages == len(pages) > 1
    assert all("private: not for the client" in page.extract_text() for page in pages)


def test_the_same_calls_give_the_same_bytes(renderer: Renderer, printed: RenderedPage) -> None:
    assert renderer.render_insights(insights_over(RECORDS, touches=TOUCHES)).pdf == printed.pdf


def test_letter_paper_is_as_wide_as_letter_paper(renderer: Renderer) -> None:
    page = PdfReader(BytesIO(renderer.render_insights(YEAR, Paper.LETTER).pdf)).pages[0]
    assert float(page.mediabox.width) == 612


def few(**fields: str) -> Insights:
    return insights_over([CallRecord(day=DAY, outcome=Outcome.ORDER, **fields)])  # type: ignore[arg-type]


def test_too_few_calls_are_printed_as_too_few(renderer: Renderer) -> None:
    page = renderer.render_insights(few())
    assert said_in(page, "1 call: too few to conclude; here are the numbers.") == []


def test_no_calls_at_all_make_a_page_that_says_so(renderer: Renderer) -> None:
    assert said_in(renderer.render_insights(insights_over(())), "No call says how it ended.") == []


def test_texts_are_printed_as_they_were_typed(renderer: Renderer) -> None:
    report = few(differently="Ask R&D <dept> {{ first }}", client="Łódź & Søn")
    assert said_in(renderer.render_insights(report), "Ask R&D <dept> {{ first }}", "Łódź & Søn") == []


def test_a_list_too_long_to_print_says_where_the_rest_is(renderer: Renderer) -> None:
    records = [CallRecord(day=DAY, differently=f"Wait {number} s") for number in range(MOST_ENTRIES + 7)]
    page = renderer.render_insights(insights_over(records))
    assert said_in(page, "7 more are in the exported table.", f"Wait {MOST_ENTRIES + 6} s") == []
    assert said_in(page, "Wait 6 s") == ["Wait 6 s"]
