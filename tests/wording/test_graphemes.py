"""Where a text may be parted: never within what a reader sees as one letter."""

import pytest

from planner.wording.graphemes import parts_letters

FAMILY = "👩\u200d👩\u200d👧"
SCOTLAND = "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


@pytest.mark.parametrize(
    "letters",
    [
        ["a", "b"],
        ["e\u0301", "n"],
        ["क्ष", "त्रि", "य"],
        ["👍🏽", "👍"],
        ["❤\ufe0f", "x"],
        [FAMILY, "!"],
        ["🇩🇪", "🇫🇷", "🇸🇪"],
        ["x", "🇩🇪", "y"],
        [SCOTLAND, "."],
        ["한", "국"],
        ["\u1112\u1161\u11ab", "a"],
    ],
)
def test_a_text_is_parted_between_letters_alone(letters: list[str]) -> None:
    text = "".join(letters)
    starts, at = set(), 0
    for letter in letters:
        starts.add(at)
        at += len(letter)

    assert {place for place in range(len(text)) if parts_letters(text, place)} == starts
