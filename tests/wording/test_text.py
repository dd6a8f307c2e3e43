"""Short texts put together."""

import pytest

from planner.documents.views.wording import lines
from planner.documents.words import LINE_BREAK
from planner.wording.text import filled_lines, one_line


@pytest.mark.parametrize(
    "text", ["Costs\n\n rise \n", "Costs\r\nrise", "Costs\x0brise", "\nCosts\u2028 \u2029rise"]
)
def test_window_and_page_part_a_text_into_the_same_lines(text: str) -> None:
    assert filled_lines(text) == ["Costs", "rise"]
    assert one_line(text) == "Costs · rise"
    assert lines(text) == f"Costs{LINE_BREAK}rise"


def test_a_blank_text_has_no_line() -> None:
    assert (filled_lines(" \n\t"), one_line("\u00a0"), lines("\n")) == ([], "", "")
