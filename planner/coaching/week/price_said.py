"""When the price was said to a client, by whom, and how they took it: over all calls."""

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from planner.coaching.check.past import day_of, was_held
from planner.model.call import day_held
from planner.model.plan import Plan
from planner.model.same_text import text_key
from planner.model.terms import RaisedBy, Side

_SIDES = {RaisedBy.US: Side.US, RaisedBy.THEM: Side.THEM}


class PriceDiscussed(msgspec.Struct, frozen=True, kw_only=True):
    """One time the price came up; None where it is not known on which day, by whom, or at which minute.

    `reaction` is how they took it, as written. `plan_id` is that of the call it came up in, "" where it is
    only listed as a discussion, for that may have been in no planned call.
    """

    on: dt.date | None = None
    by: Side | None = None
    reaction: str = ""
    minute: int | None = None
    plan_id: str = ""


def price_discussed(plans: Iterable[Plan], today: dt.date) -> tuple[PriceDiscussed, ...]:
    """Return each time the price came up with a client, the latest first, undated ones last, each once.

    Reviews of the calls held as of `today` tell of it, and the discussions that a plan lists: one of a day
    and side that a review tells of is the same, unless it says another reaction.
    """
    every = tuple(plans)
    times: list[PriceDiscussed] = []
    for discussed in (*_in_reviews(every, today), *_listed(every)):
        if not any(_is_told(discussed, by=known) for known in times):
            times.append(discussed)
    return tuple(sorted(times, key=lambda discussed: discussed.on or dt.date.min, reverse=True))


def _in_reviews(plans: Iterable[Plan], today: dt.date) -> Iterator[PriceDiscussed]:
    for plan in plans:
        raised = plan.reflection.price
        if raised.raised_by in _SIDES and was_held(plan, today):
            yield PriceDiscussed(
                on=day_held(day_of(plan), today),
                by=_SIDES[raised.raised_by],
                reaction=raised.reaction.strip(),
                minute=raised.minute,
                plan_id=plan.id,
            )


def _listed(plans: Iterable[Plan]) -> Iterator[PriceDiscussed]:
    for plan in plans:
        for listed in plan.price.discussions:
            reaction = listed.their_reaction.strip()
            if listed.who_raised_it is not None or reaction:
                yield PriceDiscussed(on=listed.date, by=listed.who_raised_it, reaction=reaction)


def _is_told(discussed: PriceDiscussed, *, by: PriceDiscussed) -> bool:
    """Whether what is listed says nothing that is not known: the same day and side, and no other reaction."""
    if (discussed.on, discussed.by) != (by.on, by.by) or discussed.plan_id:
        return False
    return text_key(discussed.reaction) in {"", text_key(by.reaction)}
