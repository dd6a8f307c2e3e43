"""Whether a drafted text still says the figures."""

import pytest

from planner.coaching.price_words.drafting import figures_changed
from planner.coaching.price_words.talk_track import talk_track
from tests.coaching.price_words.prices import a_price

DRAFT = talk_track(a_price("79000", "67000", "34000"))


@pytest.mark.parametrize(
    ("kept", "changed"),
    [
        (DRAFT, False),
        ("", False),
        (DRAFT.replace("79,000", "81,000"), True),
        (DRAFT.replace("35", "41"), True),
        ("Say 98. Stop. Count to 5.", False),
        (DRAFT.replace("Which of these figures would you change?", "And you?"), False),
        ("My own opening.\n" + DRAFT.replace("12,000", "14,000.50"), True),
    ],
)
def test_only_a_drafted_line_with_other_figures_tells_of_a_change(kept: str, changed: bool) -> None:  # noqa: FBT001
    assert figures_changed(kept, DRAFT) is changed
