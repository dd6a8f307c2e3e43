"""Commitments: what was asked for, by which of the ten, and what was obtained."""

from collections.abc import Sequence

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.charts import GOOD_TO_BAD
from planner.coaching.insights.insight import Draft, against_the_rest
from planner.coaching.insights.numbers import Numbers, counts_by_group, some_of
from planner.model.terms import Commitment, ObtainedKind
from planner.translation import N_, _

_ANSWERS = {
    ObtainedKind.PRIMARY: N_("as asked"),
    ObtainedKind.FALLBACK: N_("fallback"),
    ObtainedKind.OTHER: N_("other"),
    ObtainedKind.NONE: N_("none"),
}


def asked_and_obtained(records: Sequence[CallRecord]) -> Draft:
    """Return the draft on what was obtained, by the commitment asked for."""
    answered = (
        (record.commitment, record.obtained)
        for record in records
        if record.commitment is not None and record.obtained is not None
    )
    numbers = Numbers(
        of=_("Commitment asked for"),
        answers=tuple(_(answer) for answer in _ANSWERS.values()),
        groups=counts_by_group(answered, {commitment: _(commitment) for commitment in Commitment}, _ANSWERS),
        good=1,
        share=_("as asked, share"),
    )
    whole = numbers.whole
    return Draft(
        key="commitments",
        title=_("Commitments asked for and obtained"),
        numbers=numbers,
        looks=GOOD_TO_BAD,
        missing=_("No call says which commitment was asked for and what was obtained."),
        plain=_("In all, {given} were given as asked.").format(given=some_of(whole.counts[0], whole.calls)),
        comparisons=against_the_rest(
            numbers,
            lambda _group: _(
                "Asked for {group}, {here} were given as asked; of the other commitments {there}."
            ),
        ),
    )
