"""Where a text ends that is too long, and which steps shorten what."""

import re

import pytest

from planner.documents.fonts import FontBook
from planner.documents.line_breaking import break_lines
from planner.documents.overflow_policy import LAST_RESORT, Aside, OverflowPolicy, most_at, read_levels
from planner.documents.shaping import Shaper
from planner.documents.words import Span, Words

ROOM = 16


@pytest.fixture(scope="module")
def shaper() -> Shaper:
    return Shaper(FontBook())


def _lines(text: str, shaper: Shaper, most: int) -> list[str]:
    setting = break_lines(Words([Span(text)], shaper), ROOM, shaper, most=most)
    return [
        "".join(
            "".join(span.text for span in word.spans) + (" " if word.space else "") for word in line.words
        ).strip()
        for line in setting.lines
    ]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("It stands still all night long. They wait for a key.", "long. …"),
        ("Who opens it when it is late? They wait for a key.", "late? …"),
        ("They stand and wait for it, because nobody has a key.", "wait for it…"),
        ("They stand still and wait here → nobody has a key.", "wait here…"),
        ("They wait for the night shift and its own key to it.", "shift and…"),
        ("One. They wait for the night shift and its own key.", "night shift…"),
        ("Every day we wait approx. two hours and then we go.", "approx. two…"),
    ],
)
def test_a_text_ends_where_a_reader_would_pause_if_that_is_near(text: str, end: str, shaper: Shaper) -> None:
    (line,) = _lines(text, shaper, 1)
    assert line.endswith(end)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_what_is_left_of_a_cut_text_is_its_beginning_nearly_as_long_as_there_is_room(
    most: int, shaper: Shaper
) -> None:
    text = "They wait, and they wait again. " * 9
    shown = " ".join(_lines(text, shaper, most))
    beginning = shown.removesuffix("…").strip()
    fitting = " ".join(_lines("x" + text.replace(",", "").replace(".", ""), shaper, most))
    assert shown.endswith("…")
    assert text.startswith(beginning)
    assert len(shown) > 0.7 * len(fitting)


def test_a_text_that_fits_is_left_as_it_is(shaper: Shaper) -> None:
    assert _lines("They wait, and wait.", shaper, 2) == ["They wait, and wait."]


def test_a_cut_line_is_never_wider_than_its_room(shaper: Shaper) -> None:
    for length in range(20, 60):
        text = ("ein Wort, nach. dem – andern " * 9)[length:]
        setting = break_lines(Words([Span(text)], shaper), ROOM, shaper, most=2)
        assert setting.cut
        assert all(line.width <= ROOM + 1e-6 for line in setting.lines)


def test_levels_show_less_from_step_to_step() -> None:
    levels = read_levels(" 40:2 20:3 ")
    assert [most_at(levels, step) for step in (0, 19, 20, 39, 40, 99)] == [None, None, 3, 3, 2, 2]


@pytest.mark.parametrize("text", ["", "3", "20:", "20:3,40:2", "20:-1", "a:b"])
def test_what_is_no_list_of_levels_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        read_levels(text)


def test_every_text_has_a_last_step_at_one_line() -> None:
    assert most_at(LAST_RESORT, 99) == 1
    assert OverflowPolicy(asides=(None, Aside(12, "sources"))).steps[0] == 12
