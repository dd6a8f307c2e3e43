"""Plan versus actual: what was planned beside what happened, part by part."""

from collections.abc import Iterator

import msgspec

from planner.model.ask import Action
from planner.model.plan import Plan
from planner.model.reflection import Obtained
from planner.model.same_text import RowsByText, text_key
from planner.model.terms import DisclosureDiscussion, ObtainedKind, RaisedBy
from planner.translation import N_, _, pgettext
from planner.wording.days import day
from planner.wording.text import joined, labelled, one_line, quoted


class Pair(msgspec.Struct, frozen=True):
    """One thing planned and what happened; either may be blank.

    `as_planned` says whether it went as planned; None where that is not known or does not apply.
    """

    planned: str
    happened: str
    as_planned: bool | None = None


class ComparedPart(msgspec.Struct, frozen=True):
    """One part of the plan beside what happened: a heading and pairs; `key` names it, such as `agenda`."""

    key: str
    heading: str
    pairs: tuple[Pair, ...]


def plan_versus_actual(plan: Plan) -> tuple[ComparedPart, ...]:
    """Return what was planned beside what happened, part by part.

    Commitment, agenda, questions, price and fear are always there; intentions and answers to the check only
    if the plan has any.
    """
    parts = (
        ComparedPart("commitment", _("Commitment"), (_commitment(plan),)),
        ComparedPart("agenda", _("Agenda"), tuple(_agenda(plan))),
        ComparedPart("questions", _("Questions"), tuple(_questions(plan))),
        ComparedPart("price", _("Price"), (_price(plan),)),
        ComparedPart("fear", _("What I was avoiding"), (_fear(plan),)),
        ComparedPart("intentions", _("What I meant to do differently"), tuple(_intentions(plan))),
        ComparedPart("answers", _("My answers to the check"), tuple(_answers(plan))),
    )
    return tuple(part for part in parts if part.pairs or part.key in {"agenda", "questions"})


def action_text(action: Action | Obtained) -> str:
    """Return an action in one sentence: who does what by when, as far as written; "" if nothing is."""
    actor, does = one_line(action.actor), one_line(action.action)
    what = pgettext("an action", "{actor} {does}").format(actor=actor, does=does) if actor and does else ""
    what = what or actor or does
    if action.by is None:
        return what
    if not what:
        return pgettext("an action", "by {day}").format(day=day(action.by))
    return pgettext("an action", "{what} by {day}").format(what=what, day=day(action.by))


_OBTAINED = {
    ObtainedKind.PRIMARY: N_("As asked"),
    ObtainedKind.FALLBACK: N_("The fallback"),
    ObtainedKind.OTHER: N_("Another one"),
}
_DISCUSSION = {
    DisclosureDiscussion.THIS_CALL: N_("This call"),
    DisclosureDiscussion.EARLIER: N_("Earlier"),
    DisclosureDiscussion.LATER: N_("Later"),
}
_RAISED = {
    RaisedBy.US: N_("Raised by us"),
    RaisedBy.THEM: N_("Raised by them"),
    RaisedBy.NOBODY: N_("Not raised"),
}
_RAISED_AT = {
    None: N_("minute {minute}"),
    RaisedBy.US: N_("Raised by us, minute {minute}"),
    RaisedBy.THEM: N_("Raised by them, minute {minute}"),
    RaisedBy.NOBODY: N_("Not raised, minute {minute}"),
}
_CAME_TRUE = {True: N_("It came true"), False: N_("It did not come true")}
_DONE = {True: N_("done"), False: N_("not done")}
_ANSWER_HELD = {True: N_("It held up"), False: N_("It did not hold up")}


def _commitment(plan: Plan) -> Pair:
    obtained = plan.reflection.obtained
    if obtained.which is ObtainedKind.NONE:
        return Pair(action_text(plan.ask.primary), pgettext("commitment obtained", "None"), as_planned=False)
    which = _(_OBTAINED[obtained.which]) if obtained.which else ""
    return Pair(
        planned=action_text(plan.ask.primary),
        happened=labelled(which, action_text(obtained)),
        as_planned=None if obtained.which is None else obtained.which is ObtainedKind.PRIMARY,
    )


def _agenda(plan: Plan) -> Iterator[Pair]:
    rows = RowsByText(plan.reflection.agenda, lambda row: row.topic)
    for item in plan.conversation.agenda:
        if not item.topic.strip():
            continue
        row = rows.take(item.topic)
        planned = joined((_minutes(item.minutes), one_line(item.topic)))
        if row is None or not told_anything(plan):
            yield Pair(planned, "")
        elif row.held:
            yield Pair(
                planned,
                joined((pgettext("of an agenda item", "covered"), _minutes(row.minutes))),
                as_planned=True,
            )
        else:
            yield Pair(planned, pgettext("of an agenda item", "not covered"), as_planned=False)
    for row in rows.left():
        if row.held:
            yield Pair("", joined((one_line(row.topic), _minutes(row.minutes))))


def _questions(plan: Plan) -> Iterator[Pair]:
    rows = RowsByText(plan.reflection.questions, lambda row: row.question)
    for question in plan.conversation.questions:
        if not question.text.strip():
            continue
        row = rows.take(question.text)
        if row is None or not told_anything(plan):
            yield Pair(one_line(question.text), "")
        else:
            asked = row.asked or bool(row.answer.strip())
            yield Pair(one_line(question.text), row.answer.strip() or _whether_asked(asked=asked), asked)
    for row in rows.left():
        unplanned = _("Not planned: {question}").format(question=one_line(row.question))
        yield Pair(unplanned, row.answer.strip() or _whether_asked(asked=True))


def _whether_asked(*, asked: bool) -> str:
    return pgettext("of a question", "asked") if asked else pgettext("of a question", "not asked")


def told_anything(plan: Plan) -> bool:
    """Whether the reflection has an outcome, or an agenda item or a question is ticked in it.

    Without any of these, what is not ticked is not known.
    """
    reflection = plan.reflection
    ticked = any(item.held for item in reflection.agenda) or any(
        question.asked for question in reflection.questions
    )
    return ticked or reflection.outcome is not None


def _price(plan: Plan) -> Pair:
    disclosure, raised = plan.price.disclosure, plan.reflection.price
    if raised.minute is not None:
        who = _(_RAISED_AT[raised.raised_by]).format(minute=raised.minute)
    else:
        who = _(_RAISED[raised.raised_by]) if raised.raised_by else ""
    discussion = _(_DISCUSSION[disclosure.discussion]) if disclosure.discussion else ""
    return Pair(
        planned=labelled(discussion, one_line(disclosure.when)),
        happened=labelled(who, one_line(raised.reaction)),
        as_planned=None if raised.raised_by is None else raised.raised_by is RaisedBy.US,
    )


def _fear(plan: Plan) -> Pair:
    reflection = plan.reflection
    came_true = "" if reflection.fear_came_true is None else _(_CAME_TRUE[reflection.fear_came_true])
    return Pair(one_line(plan.fear.avoiding), labelled(came_true, one_line(reflection.what_happened)))


def _intentions(plan: Plan) -> Iterator[Pair]:
    kept = {text_key(intention.text): intention.kept for intention in plan.reflection.intentions}
    for intention in plan.intentions:
        if intention.text.strip() and not intention.dropped_because.strip():
            done = kept.get(text_key(intention.text))
            yield Pair(one_line(intention.text), "" if done is None else _(_DONE[done]), done)


def _answers(plan: Plan) -> Iterator[Pair]:
    rows = {(answer.rule, text_key(answer.because)): answer for answer in plan.reflection.answers}
    for answer in plan.answers:
        if answer.because.strip():
            after = rows.get((answer.rule, text_key(answer.because)))
            held = after.held if after else None
            happened = one_line(after.what_happened) if after else ""
            whether_held = "" if held is None else _(_ANSWER_HELD[held])
            yield Pair(quoted(one_line(answer.because)), labelled(whether_held, happened), held)


def _minutes(minutes: int | None) -> str:
    return "" if minutes is None else _("{minutes} min").format(minutes=minutes)
