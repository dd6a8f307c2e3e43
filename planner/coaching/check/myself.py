"""Myself: the opponent is never the client, but fear, and what keeps us busy instead."""

from collections.abc import Iterator

from planner.coaching.check.evidence import as_text, field, is_filled, short
from planner.coaching.check.finding import Evidence, Observation, back, flat, rule
from planner.coaching.check.past import History, day_of, was_held
from planner.coaching.check.promises import Overdue, overdue_promises
from planner.coaching.check.thresholds import Thresholds
from planner.coaching.next_step import has_next_step
from planner.coaching.progress import looked_back
from planner.model.call import planned_day
from planner.model.plan import Plan, Preparation
from planner.model.same_text import text_key
from planner.model.terms import Initiative, Outcome
from planner.translation import _, ngettext
from planner.wording.days import day

_GOES_ON = frozenset({Outcome.ADVANCE, Outcome.CONTINUATION})
"""Outcomes of a call after which something is to follow."""


@rule("no-fear-line", Initiative.MYSELF)
def the_fear_line_is_empty(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """Nothing says what we are avoiding in this call, or nothing what we do about it."""
    fear = preparation.plan.fear
    if not is_filled(fear.avoiding):
        return flat(
            _("The line about what you would rather avoid is empty."),
            field(preparation, "plan.fear.avoiding"),
            action=_(
                "Finish the sentence: “In this call I would rather not …”. Nobody else needs to see it."
            ),
        )
    if is_filled(fear.counter_action):
        return None
    return flat(
        _("You know what you would rather avoid; what you do about it is open."),
        field(preparation, "plan.fear.counter_action"),
        field(preparation, "plan.fear.avoiding"),
        action=_("Write one thing you will do, and the minute in which you do it."),
    )


@rule("polished-not-called", Initiative.MYSELF)
def edited_for_days_and_no_call(
    preparation: Preparation, past: History, thresholds: Thresholds
) -> Observation | None:
    """The plan was worked on on 5 days or more, and the call has not taken place."""
    plan = preparation.plan
    days = len(set(plan.edited_on))
    if days < thresholds.edited_days or was_held(plan, past.today):
        return None
    return flat(
        ngettext(
            "Worked on for {count} day, and no call yet. The plan is good enough.",
            "Worked on for {count} days, and no call yet. The plan is good enough.",
            days,
        ).format(count=days),
        Evidence("plan.edited_on", ngettext("{count} day", "{count} days", days).format(count=days)),
        field(preparation, "plan.call.starts"),
        action=_("Print it as it is, and have the call.")
        if planned_day(plan.call)
        else _("Ring now, and fix the date."),
    )


@rule("no-reflection", Initiative.MYSELF)
def the_last_call_has_no_reflection(
    preparation: Preparation, past: History, _thresholds: Thresholds
) -> Observation | None:
    """The last call that was held, this one or an earlier one, has no reflection, or one without a next step.

    A next step is an action of theirs by a date, something to follow up, a promise made in the call, a
    planned touch or a coming call. After an order or a no sale none is looked for.
    """
    plan = preparation.plan if was_held(preparation.plan, past.today) else past.last_held
    if plan is None:
        return None
    on, of_plan = day_of(plan), "" if plan is preparation.plan else plan.id
    if looked_back(plan):
        return _without_next_step(plan, preparation, past, of_plan)
    return flat(
        _("The call of {day} has not been reviewed yet.").format(day=day(on))
        if on
        else _("The last call has not been reviewed yet."),
        Evidence("plan.reflection.outcome", of_plan=of_plan),
        Evidence("plan.call.title", short(plan.call.title), of_plan=of_plan),
        action=_("Take five minutes for it before you go on: what came of it, what you do differently."),
    )


@rule("differently-dropped", Initiative.MYSELF)
def the_last_do_differently_is_lost(
    preparation: Preparation, past: History, _thresholds: Thresholds
) -> Observation | None:
    """What we meant to do differently is neither kept nor taken up again, nor dropped on purpose."""
    lost = not_taken_up(preparation.plan, past)
    if lost is None:
        return None
    return flat(
        _("You meant to do this differently: “{intention}”. It is not in this plan.").format(
            intention=short(lost.value, 60)
        ),
        lost,
        Evidence("plan.intentions"),
        action=_("Take it into this call, or drop it and say why."),
    )


@rule("promise-overdue", Initiative.MYSELF)
def promises_are_overdue(
    preparation: Preparation, past: History, _thresholds: Thresholds
) -> Observation | None:
    """A promise, of ours or of theirs, is overdue and not kept. Ours decides first."""
    ours, theirs = overdue_promises(preparation, past)
    if ours:
        return back(
            _ours_were_due(ours),
            *(overdue.evidence for overdue in ours),
            action=_("Keep it before the call, or call today and name the new day."),
        )
    if theirs:
        return flat(
            _theirs_were_due(theirs),
            *(overdue.evidence for overdue in theirs),
            action=_("Ask for it by name, and what stands in the way."),
        )
    return None


def _without_next_step(
    plan: Plan, preparation: Preparation, past: History, of_plan: str
) -> Observation | None:
    """Return what is to be said of a review after which nothing follows; None if something does."""
    on = day_of(plan)
    others = [other for other in (*past.others, preparation.plan) if other is not plan]
    if plan.reflection.outcome not in _GOES_ON or has_next_step(plan, preparation.client, others, past.today):
        return None
    return flat(
        _("The review of the call of {day} names no next step.").format(day=day(on))
        if on
        else _("The review of the last call names no next step."),
        Evidence("plan.reflection.obtained.by", of_plan=of_plan),
        Evidence("plan.reflection.outcome", as_text(plan.reflection.outcome), of_plan=of_plan),
        action=_("Write down who does what by when, or fix the day of the next call."),
    )


RULES = (
    the_fear_line_is_empty,
    promises_are_overdue,
    the_last_call_has_no_reflection,
    the_last_do_differently_is_lost,
    edited_for_days_and_no_call,
)


def _ours_were_due(overdue: tuple[Overdue, ...]) -> str:
    more = len(overdue) - 1
    text = ngettext(
        "“{promise}” (and {count} more promise) was due on {day}.",
        "“{promise}” (and {count} more promises) was due on {day}.",
        more,
    )
    return _of_the_first(text if more else _("“{promise}” was due on {day}."), overdue)


def _theirs_were_due(overdue: tuple[Overdue, ...]) -> str:
    more = len(overdue) - 1
    text = ngettext(
        "They meant to give us “{promise}” (and {count} more promise) by {day}.",
        "They meant to give us “{promise}” (and {count} more promises) by {day}.",
        more,
    )
    return _of_the_first(text if more else _("They meant to give us “{promise}” by {day}."), overdue)


def _of_the_first(text: str, overdue: tuple[Overdue, ...]) -> str:
    first = overdue[0].promise
    return text.format(promise=short(first.text, 60), count=len(overdue) - 1, day=day(first.due))


def not_taken_up(plan: Plan, past: History) -> Evidence | None:
    """Return the "do differently" from the last reflection that this plan leaves out; None if there is none.

    An intention of the last call that was not kept counts too. It is taken up if the plan's intentions name
    it, dropped with a reason or not, or the plan's own reflection does.
    """
    last = past.last_looked_back
    if last is None:
        return None
    texts = {text_key(intention.text) for intention in plan.intentions}
    texts |= {text_key(intention.text) for intention in plan.reflection.intentions}
    return next((evidence for evidence in _meant(last) if text_key(evidence.value) not in texts), None)


def _meant(last: Plan) -> Iterator[Evidence]:
    reflection = last.reflection
    if is_filled(reflection.differently) and not is_filled(reflection.differently_dropped):
        yield Evidence("plan.reflection.differently", reflection.differently.strip(), of_plan=last.id)
    dropped = {text_key(given_up.text) for given_up in last.intentions if is_filled(given_up.dropped_because)}
    for at, intention in enumerate(reflection.intentions):
        if is_filled(intention.text) and not intention.kept and text_key(intention.text) not in dropped:
            yield Evidence(f"plan.reflection.intentions[{at}].text", intention.text.strip(), of_plan=last.id)
