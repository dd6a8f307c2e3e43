"""What happened in the call before: told in the next plan in three lines, as it is known by now."""

import datetime as dt
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from planner.coaching.check.past import History, day_of, was_held
from planner.coaching.promises import promises_of
from planner.model.call import day_held
from planner.model.client import Promise
from planner.model.plan import LastTime, Plan, Preparation
from planner.model.reflection import Reflection
from planner.model.terms import Outcome, Side
from planner.translation import N_, _
from planner.wording.days import day
from planner.wording.text import joined, one_line

_OUTCOMES = {
    Outcome.ORDER: N_("Last time, {day}: an order."),
    Outcome.ADVANCE: N_("Last time, {day}: an advance."),
    Outcome.CONTINUATION: N_("Last time, {day}: a continuation."),
    Outcome.NO_SALE: N_("Last time, {day}: no sale."),
    None: N_("Last time, {day}: not reviewed."),
}
_WHOSE = {Side.US: N_("ours"), Side.THEM: N_("theirs")}


def last_time(last: Preparation, today: dt.date) -> LastTime:
    """Return what happened in a plan's call: when, the outcome, their words, what was promised.

    Blank if the call was not held as of `today`.
    """
    plan = last.plan
    if not was_held(plan, today):
        return LastTime()
    return LastTime(
        held_on=day_held(day_of(plan), today),
        outcome=plan.reflection.outcome,
        they_said=_their_words(plan.reflection),
        promised=tuple(map(_promise, _told(promises_of(last.client, plan.id)))),
    )


def with_last_time(preparation: Preparation, others: Iterable[Plan], today: dt.date) -> Preparation:
    """Return the preparation with what happened in the call before, as that call's plan tells it now.

    `others` are plans of the client, in any order. The call before is that of the plan this one was made
    from; if that was not held as of `today`, or there was none, it is the last one held before this call.
    Without such a plan, what was kept of it stays; so it does if the plan it was made from is gone.
    """
    plan = preparation.plan
    held = _call_before(plan, tuple(others), today)
    if held is None:
        return preparation
    told = last_time(replace(preparation, plan=held), today)
    return replace(preparation, plan=replace(plan, carried=replace(plan.carried, last_time=told)))


def _call_before(plan: Plan, others: tuple[Plan, ...], today: dt.date) -> Plan | None:
    made_from = plan.carried.from_plan
    if made_from:
        source = next((other for other in others if other.id == made_from), None)
        if source is None or was_held(source, today):
            return source
    return History.before(plan, others, today=today).last_held


def last_time_lines(told: LastTime) -> tuple[str, ...]:
    """Return in at most three lines day and outcome, what they said, what was promised; () for a blank one.

    Each is one line of text, however long.
    """
    return tuple(_lines(told)) if told != LastTime() else ()


def _lines(told: LastTime) -> Iterator[str]:
    if told.held_on is not None:
        yield _(_OUTCOMES[told.outcome]).format(day=day(told.held_on))
    else:
        yield _(_UNDATED[told.outcome])
    if told.they_said.strip():
        yield _("They said: {words}").format(words=one_line(told.they_said))
    if told.promised:
        yield _("Promised: {promises}").format(promises=joined(map(one_line, told.promised), "; "))


_UNDATED = {
    Outcome.ORDER: N_("Last time: an order."),
    Outcome.ADVANCE: N_("Last time: an advance."),
    Outcome.CONTINUATION: N_("Last time: a continuation."),
    Outcome.NO_SALE: N_("Last time: no sale."),
    None: N_("Last time: not reviewed."),
}


def _their_words(reflection: Reflection) -> str:
    """Return their answers and what they said of the price, a line each; else what was learned or noted."""
    answers = (question.answer.strip() for question in reflection.questions)
    quoted = "\n".join(words for words in (*answers, reflection.price.reaction.strip()) if words)
    return quoted or reflection.learned_client.strip() or reflection.notes.strip()


def _told(promises: Iterable[Promise]) -> Iterator[Promise]:
    return (promise for promise in promises if promise.text.strip())


def _promise(promise: Promise) -> str:
    whose = _(_WHOSE[promise.by]) if promise.by else ""
    due = _("by {day}").format(day=day(promise.due)) if promise.due else ""
    details = joined((whose, due), ", ")
    text = one_line(promise.text)
    return _("{promise} ({details})").format(promise=text, details=details) if details else text
