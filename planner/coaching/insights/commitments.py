"""Commitments: what was asked for, by which of the ten, and what was obtained."""

from collections.abc import Sequence

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.charts import GOOD_TO_BAD
from planner.coaching.insights.insight import Draft, against_the_rest
from planner.coaching.insights.numbers import Numbers, counts_by_group, some_of
from planner.model.terms import Commitment, ObtainedKind

_ANSWERS = {
    ObtainedKind.PRIMARY: "as asked",
    ObtainedKind.FALLBACK: "fallback",
    ObtainedKind.OTHER: "other",
    ObtainedKind.NONE: "none",
}


def asked_and_obtained(records: Sequence[CallRecord]) -> Draft:
    """Return what was obtained, by the commitment asked for."""
    known = (
        (one.commitment, one.obtained)
        for one in records
        if one.commitment is not None and one.obtained is not None
    )
    numbers = Numbers(
        of="Commitment asked for",
        answers=tuple(_ANSWERS.values()),
        groups=counts_by_group(known, {one: str(one) for one in Commitment}, _ANSWERS),
        good=1,
        share="as asked, share",
    )
    whole = numbers.whole
    return Draft(
        key="commitments",
        title="Commitments asked for and obtained",
        numbers=numbers,
        looks=GOOD_TO_BAD,
        missing="No call says which commitment was asked for and what was obtained.",
        plain=f"In all, {some_of(whole.counts[0], whole.calls)} were given as asked.",
        comparisons=against_the_rest(
            numbers,
            lambda label: f"Asked for {label}",
            good="were given as asked",
            the_others="of the other commitments",
        ),
    )
