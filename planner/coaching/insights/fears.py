"""The fear line: what was feared before the call, and what came of it."""

from collections.abc import Sequence

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.chance import FEWEST, share_of_half
from planner.coaching.insights.charts import BAD_AND_GOOD
from planner.coaching.insights.insight import Comparison, Draft, counted_text
from planner.coaching.insights.numbers import Numbers, counts_by_group, some_of

_NAMED = {True: "a fear was named"}


def feared_and_happened(records: Sequence[CallRecord]) -> Draft:
    """Return how often a fear that was named before the call came true in it."""
    named = [one for one in records if one.fear_named and one.reflected]
    known = ((True, one.fear_came_true) for one in named if one.fear_came_true is not None)
    numbers = Numbers(
        of="Before the call",
        answers=("came true", "did not come true"),
        groups=counts_by_group(known, _NAMED, (True, False)),
        good=1,
        share="came true, share",
        unit="fear",
    )
    unsaid = sum(one.fear_came_true is None for one in named)
    return Draft(
        key="fear",
        title="What you feared, and what happened",
        numbers=numbers,
        looks=BAD_AND_GOOD,
        missing="No call names a fear beforehand and says afterwards whether it came true.",
        plain=f"Of the fears named, {some_of(numbers.good_in(numbers.whole), numbers.calls)} came true.",
        comparisons=_against_half(numbers),
        notes=(f"{counted_text(unsaid)} named a fear and did not say whether it came true.",)
        if unsaid
        else (),
    )


def _against_half(numbers: Numbers) -> tuple[Comparison, ...]:
    if numbers.calls < FEWEST:
        return ()
    came, of = numbers.good_in(numbers.whole), numbers.calls
    seldom = 2 * came < of
    sentence = (
        f"What you feared {'stayed away more often than it came' if seldom else 'came more often than not'}."
    )
    return (Comparison(sentence, share_of_half(came, of)),)
