"""Which commitments a client has given, which comes next, and what kind of call asks for each."""

from collections.abc import Iterable

from planner.model.plan import Plan
from planner.model.terms import CallKind, Commitment, ObtainedKind, Outcome

KINDS = {
    Commitment.TIME: CallKind.PROSPECTING,
    Commitment.EXPLORE: CallKind.DISCOVERY,
    Commitment.CHANGE: CallKind.DISCOVERY,
    Commitment.COLLABORATE: CallKind.PRESENTATION,
    Commitment.BUILD_CONSENSUS: CallKind.PRESENTATION,
    Commitment.INVEST: CallKind.NEGOTIATION,
    Commitment.REVIEW: CallKind.PRESENTATION,
    Commitment.RESOLVE_CONCERNS: CallKind.NEGOTIATION,
    Commitment.DECIDE: CallKind.NEGOTIATION,
    Commitment.EXECUTE: CallKind.REVIEW,
}
"""What kind of call a commitment is asked for in."""


def commitments_given(plans: Iterable[Plan]) -> frozenset[Commitment]:
    """Return the commitments that were asked for as primary in these calls, and obtained."""
    return frozenset(
        plan.call.commitment for plan in plans if plan.call.commitment is not None and _obtained(plan)
    )


def next_commitment(plans: Iterable[Plan]) -> Commitment | None:
    """Return the first of the ten commitments that these calls did not obtain; None with all ten given."""
    given = commitments_given(plans)
    return next((commitment for commitment in Commitment if commitment not in given), None)


def kind_for(commitment: Commitment | None) -> CallKind | None:
    """Return the kind of call that asks for the commitment; None for none."""
    return None if commitment is None else KINDS[commitment]


def _obtained(plan: Plan) -> bool:
    """Whether the call's own commitment was given; the least accepted instead does not count."""
    reflection = plan.reflection
    if reflection.obtained.which is not None:
        return reflection.obtained.which is ObtainedKind.PRIMARY
    return reflection.outcome in {Outcome.ORDER, Outcome.ADVANCE}
