"""Which commitments a client has given, which comes next, and what kind of call asks for each."""

import datetime as dt
from collections.abc import Iterable

from planner.coaching.check.past import day_of, was_held
from planner.model.call import NOT_HELD
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


def commitments_given(plans: Iterable[Plan], today: dt.date) -> frozenset[Commitment]:
    """Return the commitments that were asked for as primary in these calls, and obtained.

    Time is given by any call that was held as of `today`, whatever was asked for in it.
    """
    every = tuple(plans)
    obtained = {
        plan.call.commitment for plan in every if plan.call.commitment is not None and gave_its_own(plan)
    }
    met = {Commitment.TIME} if any(was_held(plan, today) for plan in every) else set[Commitment]()
    return frozenset(obtained | met)


def next_commitment(plans: Iterable[Plan], today: dt.date) -> Commitment | None:
    """Return the commitment to ask for after these calls; None with all ten given.

    It is the last that was asked for in a call held as of `today` and was not given in any, or else the first
    of the ten that was not given.
    """
    every = tuple(plans)
    given = commitments_given(every, today)
    held = sorted((plan for plan in every if was_held(plan, today)), key=_latest_first)
    asked = (plan.call.commitment for plan in held if plan.call.commitment is not None)
    return next((commitment for commitment in (*asked, *Commitment) if commitment not in given), None)


def kind_for(commitment: Commitment | None) -> CallKind | None:
    """Return the kind of call that asks for the commitment; None for none."""
    return None if commitment is None else KINDS[commitment]


def _latest_first(plan: Plan) -> int:
    """Return what sorts calls by their days, the latest first; one without a day counts as the latest."""
    return -(day_of(plan) or dt.date.max).toordinal()


def gave_its_own(plan: Plan) -> bool:
    """Whether the commitment that was asked for as primary in the plan's call was given in it.

    If what was obtained is not said, an order or an advance counts as given. The least accepted instead does
    not count, nor does a call that was moved, cancelled, or nobody came to.
    """
    reflection = plan.reflection
    if plan.call.happened in NOT_HELD:
        return False
    if reflection.obtained.which is not None:
        return reflection.obtained.which is ObtainedKind.PRIMARY
    return reflection.outcome in {Outcome.ORDER, Outcome.ADVANCE}
