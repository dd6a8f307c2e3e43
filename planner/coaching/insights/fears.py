"""The fear line: what was feared before the call, and what came of it."""

from collections.abc import Sequence

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.chance import FEWEST, share_of_half
from planner.coaching.insights.charts import BAD_AND_GOOD
from planner.coaching.insights.insight import Comparison, Draft
from planner.coaching.insights.numbers import Numbers, Unit, counts_by_group, some_of
from planner.translation import _, ngettext


def feared_and_happened(records: Sequence[CallRecord]) -> Draft:
    """Return the draft on how often a fear that was named before the call came true in it."""
    with_fear = [record for record in records if record.fear_named and record.reflected]
    answered = ((True, record.fear_came_true) for record in with_fear if record.fear_came_true is not None)
    numbers = Numbers(
        of=_("Before the call"),
        answers=(_("came true"), _("did not come true")),
        groups=counts_by_group(answered, {True: _("a fear was named")}, (True, False)),
        good=1,
        share=_("came true, share"),
        unit=Unit.FEARS,
    )
    unsaid = sum(record.fear_came_true is None for record in with_fear)
    return Draft(
        key="fear",
        title=_("What you feared, and what happened"),
        numbers=numbers,
        looks=BAD_AND_GOOD,
        missing=_("No call names a fear beforehand and says afterwards whether it came true."),
        plain=_("Of the fears named, {some} came true.").format(
            some=some_of(numbers.good_in(numbers.whole), numbers.calls)
        ),
        comparisons=_against_half(numbers),
        notes=(_unsaid(unsaid),) if unsaid else (),
    )


def _unsaid(count: int) -> str:
    note = ngettext(
        "{count:,} call named a fear and did not say whether it came true.",
        "{count:,} calls named a fear and did not say whether it came true.",
        count,
    )
    return note.format(count=count)


def _against_half(numbers: Numbers) -> tuple[Comparison, ...]:
    if numbers.calls < FEWEST:
        return ()
    came, of = numbers.good_in(numbers.whole), numbers.calls
    seldom = 2 * came < of
    sentence = (
        _("More often than not, what you feared did not happen.")
        if seldom
        else _("More often than not, what you feared did happen.")
    )
    return (Comparison(sentence, share_of_half(came, of)),)
