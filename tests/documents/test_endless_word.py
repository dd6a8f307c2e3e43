"""A text without a space, however long, is measured a line at a time."""

from typing import Any

import pytest

from planner.documents import shaping
from planner.documents.fonts import FontBook
from planner.documents.line_breaking import Line, Setting, break_lines
from planner.documents.renderer import Paper, Renderer
from planner.documents.shaping import Shaper
from planner.documents.words import Span, Words
from tests.builders import a_plan

ROOM = 40.0
KINDS = ("x", "W.i", "ab/", "7", "א", "e\u0301", "क्ष", "ก", "中")


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many characters HarfBuzz measured, call by call."""
    counts: list[int] = []
    shaped = shaping._shaped

    def counting(text: str, *arguments: Any, **named: Any) -> Any:
        counts.append(len(text))
        return shaped(text, *arguments, **named)

    monkeypatch.setattr(shaping, "_shaped", counting)
    return counts


def lines_of(text: str, most: int | None = None) -> Setting:
    shaper = Shaper(FontBook())
    return break_lines(Words([Span(text)], shaper), ROOM, shaper, most=most)


def text_of(line: Line) -> str:
    return "".join(span.text for word in line.words for span in word.spans)


@pytest.mark.parametrize("letters", KINDS)
def test_every_letter_is_set_once_and_in_order(letters: str) -> None:
    text = letters * (3_000 // len(letters))
    lines = lines_of(text).lines
    assert "".join(text_of(line) for line in lines) == text
    assert max(line.width for line in lines) <= ROOM + 0.01


@pytest.mark.parametrize("letters", ["x", "7", "e\u0301"])
def test_no_line_shows_where_a_stretch_ended(letters: str) -> None:
    """Where a word was parted to be measured, its line is as full as any other."""
    lines = lines_of(letters * 2_000).lines
    assert min(line.width for line in lines[:-1]) > ROOM - 2


@pytest.mark.parametrize("letters", ["e\u0301", "क्ष"])
def test_a_letter_and_its_marks_are_measured_together(letters: str) -> None:
    shaper = Shaper(FontBook())
    words = Words([Span(letters * 700)], shaper)
    number = 0
    while (word := words.at(number)) is not None:
        assert word.spans[0].text.startswith(letters)
        number += 1
    assert number > 2


@pytest.mark.parametrize("letters", KINDS)
@pytest.mark.parametrize("most", [None, 3])
def test_a_word_four_times_as_long_is_no_more_than_four_times_the_work(
    measured: list[int], letters: str, most: int | None
) -> None:
    def work(length: int) -> int:
        measured.clear()
        lines_of((letters * length)[:length], most)
        return sum(measured)

    assert work(16_000) <= 4.2 * max(work(4_000), 1_000)


@pytest.mark.parametrize("document", ["call-plan", "dossier"])
def test_a_page_with_an_endless_word_measures_it_a_few_times_at_most(
    measured: list[int], document: str
) -> None:
    length = 100_000
    Renderer().render(document, a_plan(**{"case.why_now": "x" * length}), Paper.A4)
    assert 0 < sum(measured) < 12 * length
