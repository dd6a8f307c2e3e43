"""The sales conversation so far: which of the ten commitments a client has given, over all calls."""

import datetime as dt
from collections.abc import Iterable, Sequence

import msgspec

from planner.coaching.check.past import day_of, was_held
from planner.coaching.commitments_given import gave_its_own, next_commitment
from planner.model.plan import Plan
from planner.model.terms import Commitment


class CommitmentSoFar(msgspec.Struct, frozen=True, kw_only=True):
    """One of the ten commitments: whether it was obtained, on which day, in the call of which plan.

    `on` is None and `plan_id` is "" where it was not obtained; `on` also where the call's day is not known.
    `is_next` marks the one to ask for next: a proposal, for no order is enforced.
    """

    commitment: Commitment
    obtained: bool = False
    on: dt.date | None = None
    plan_id: str = ""
    is_next: bool = False


def conversation_so_far(plans: Iterable[Plan], today: dt.date) -> tuple[CommitmentSoFar, ...]:
    """Return all ten commitments in their usual order, as the plans of a client tell of them.

    Each names the first call in which it was obtained. Time is obtained, too, by the first call that was
    held; `today` says which were.
    """
    calls = sorted(plans, key=_by_day)
    following = next_commitment(calls, today)
    return tuple(
        _so_far(commitment, calls, today, is_next=commitment is following) for commitment in Commitment
    )


def _so_far(
    commitment: Commitment, calls: Sequence[Plan], today: dt.date, *, is_next: bool
) -> CommitmentSoFar:
    for plan in calls:
        asked = plan.call.commitment is commitment and gave_its_own(plan)
        if asked or (commitment is Commitment.TIME and was_held(plan, today)):
            return CommitmentSoFar(commitment=commitment, obtained=True, on=day_of(plan), plan_id=plan.id)
    return CommitmentSoFar(commitment=commitment, is_next=is_next)


def _by_day(plan: Plan) -> tuple[dt.date, str]:
    """Return what sorts calls by their days, the first first; one without a day comes last."""
    return day_of(plan) or dt.date.max, plan.id
