"""What was said about the price in the client's other calls."""

import datetime as dt
from collections.abc import Iterator, Sequence

from planner.model.plan import Plan
from planner.model.terms import RaisedBy, Side
from planner.translation import N_, _
from planner.wording.days import day
from planner.wording.text import joined, one_line

_RAISED = {Side.US: N_("we raised it"), Side.THEM: N_("they raised it")}
_RAISED_IN_CALL = {
    RaisedBy.US: N_("we raised it"),
    RaisedBy.THEM: N_("they raised it"),
    RaisedBy.NOBODY: N_("nobody raised it"),
}
_RAISED_AT_MINUTE = {
    RaisedBy.US: N_("we raised it at minute {minute}"),
    RaisedBy.THEM: N_("they raised it at minute {minute}"),
    RaisedBy.NOBODY: N_("nobody raised it at minute {minute}"),
}


def earlier_discussions(plans: Sequence[Plan], this: Plan) -> tuple[str, ...]:
    """Return a line for each discussion of the price in the client's other plans, oldest first.

    What this plan already lists, by its day, is left out.
    """
    known = {one.date for one in this.price.discussions if one.date}
    others = (entry for plan in plans if plan.id != this.id for entry in _of(plan))
    told = [entry for entry in others if entry[0] not in known]
    dated = sorted(told, key=lambda entry: entry[0] or dt.date.max)
    return tuple(dict.fromkeys(words for _, words in dated))


def _of(plan: Plan) -> Iterator[tuple[dt.date | None, str]]:
    for one in plan.price.discussions:
        raised = _(_RAISED[one.who_raised_it]) if one.who_raised_it else ""
        if raised or one.their_reaction.strip():
            yield one.date, joined((day(one.date), raised, one_line(one.their_reaction)))
    looked_back = plan.reflection.price
    if looked_back.raised_by is not None:
        held = plan.reflection.held_on or (plan.call.starts.date() if plan.call.starts else None)
        raised = _raised_in_call(looked_back.raised_by, looked_back.minute)
        yield held, joined((day(held), one_line(plan.call.title), raised, one_line(looked_back.reaction)))


def _raised_in_call(raised_by: RaisedBy, minute: int | None) -> str:
    if minute is None:
        return _(_RAISED_IN_CALL[raised_by])
    return _(_RAISED_AT_MINUTE[raised_by]).format(minute=minute)
