"""What was said about the price in the client's other calls."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.model.call import planned_day
from planner.model.plan import Plan
from planner.model.same_text import distinct_rows, text_key
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
    """Return a line for each discussion of the price in the client's other plans, each once, oldest first.

    A discussion on a day that this plan lists already is left out; undated ones come last.
    """
    days_listed = {discussion.date for discussion in this.price.discussions if discussion.date}
    others = (entry for plan in plans if plan.id != this.id for entry in _of(plan))
    discussions = sorted(
        (discussion for discussion in others if discussion.day not in days_listed),
        key=lambda discussion: discussion.day or dt.date.max,
    )
    distinct = distinct_rows(
        discussions, lambda discussion: f"{discussion.words} {text_key(discussion.reaction)}"
    )
    return tuple(joined((discussion.words, one_line(discussion.reaction))) for discussion in distinct)


class _EarlierDiscussion(NamedTuple):
    """One discussion: its day, when and by whom in words, and what they said to it."""

    day: dt.date | None
    words: str
    reaction: str


def _of(plan: Plan) -> Iterator[_EarlierDiscussion]:
    for discussion in plan.price.discussions:
        raised = _(_RAISED[discussion.who_raised_it]) if discussion.who_raised_it else ""
        if raised or discussion.their_reaction.strip():
            yield _EarlierDiscussion(
                discussion.date, joined((day(discussion.date), raised)), discussion.their_reaction
            )
    looked_back = plan.reflection.price
    if looked_back.raised_by is not None:
        held_on = plan.reflection.held_on or planned_day(plan.call)
        raised = _raised_in_call(looked_back.raised_by, looked_back.minute)
        words = joined((day(held_on), one_line(plan.call.title), raised))
        yield _EarlierDiscussion(held_on, words, looked_back.reaction)


def _raised_in_call(raised_by: RaisedBy, minute: int | None) -> str:
    if minute is None:
        return _(_RAISED_IN_CALL[raised_by])
    return _(_RAISED_AT_MINUTE[raised_by]).format(minute=minute)
