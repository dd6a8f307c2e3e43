"""The state of the price discussion when the next call is planned."""

import datetime as dt

from msgspec.structs import replace

from planner.model.plan import Plan
from planner.model.price import Price, PriceDisclosure, PriceDiscussion
from planner.model.reflection import PriceRaised
from planner.model.same_text import same_text
from planner.model.terms import DisclosureDiscussion, RaisedBy, Side

_SIDES = {RaisedBy.US: Side.US, RaisedBy.THEM: Side.THEM}


def price_for_next(plan: Plan, held: dt.date) -> Price:
    """Return the price for the next call; if it was raised in this one, that is added to its discussions.

    A disclosed price counts as said earlier; one not disclosed has to be placed anew. The words and the proof
    planned for it stay, as do both prices, the drivers and everything else.
    """
    price, raised = plan.price, plan.reflection.price
    before = price.disclosure
    disclosed = was_disclosed(plan)
    return replace(
        price,
        discussions=_discussions(price.discussions, raised, held),
        disclosure=PriceDisclosure(
            discussion=DisclosureDiscussion.EARLIER if disclosed else None,
            wording=before.wording,
            proof=before.proof,
        ),
    )


def was_disclosed(plan: Plan) -> bool:
    """Whether either side raised the price in this call, or the plan says it was disclosed earlier."""
    earlier = plan.price.disclosure.discussion is DisclosureDiscussion.EARLIER
    return earlier or plan.reflection.price.raised_by in _SIDES


def _discussions(
    before: tuple[PriceDiscussion, ...], raised: PriceRaised, held: dt.date
) -> tuple[PriceDiscussion, ...]:
    if raised.raised_by not in _SIDES:
        return before
    discussion = PriceDiscussion(
        date=held, who_raised_it=_SIDES[raised.raised_by], their_reaction=raised.reaction
    )
    return (
        before if any(_same_discussion(discussion, earlier) for earlier in before) else (*before, discussion)
    )


def _same_discussion(one: PriceDiscussion, other: PriceDiscussion) -> bool:
    day_and_side = (one.date, one.who_raised_it) == (other.date, other.who_raised_it)
    return day_and_side and same_text(one.their_reaction, other.their_reaction)
