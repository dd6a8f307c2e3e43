"""Plan versus actual: what was planned beside what happened, part by part."""

from collections.abc import Iterator

import msgspec

from planner.model.ask import Action
from planner.model.plan import Plan
from planner.model.reflection import Obtained
from planner.model.same_text import RowsByText, text_key
from planner.model.terms import ObtainedKind, RaisedBy
from planner.wording.days import day
from planner.wording.text import capitalised, joined, one_line


class Pair(msgspec.Struct, frozen=True):
    """One thing planned and what happened; both may be blank.

    `as_planned` says whether the one matches the other; None where nothing is known, or where
    that is not the question.
    """

    planned: str
    happened: str
    as_planned: bool | None = None


class ComparedPart(msgspec.Struct, frozen=True):
    """One part of the call, and its pairs; `key` names it in code: `agenda`, `questions`."""

    key: str
    heading: str
    pairs: tuple[Pair, ...]


def plan_versus_actual(plan: Plan) -> tuple[ComparedPart, ...]:
    """Return each part of the call with what was planned beside what happened.

    Commitment, agenda, questions, price and fear are always there; the things meant to be done
    differently and the answers to the check only where there are any.
    """
    parts = (
        ComparedPart("commitment", "Commitment", (_commitment(plan),)),
        ComparedPart("agenda", "Agenda", tuple(_agenda(plan))),
        ComparedPart("questions", "Questions", tuple(_questions(plan))),
        ComparedPart("price", "Price", (_price(plan),)),
        ComparedPart("fear", "What I was avoiding", (_fear(plan),)),
        ComparedPart("intentions", "What I meant to do differently", tuple(_intentions(plan))),
        ComparedPart("answers", "What I answered to the check", tuple(_answers(plan))),
    )
    return tuple(one for one in parts if one.pairs or one.key in {"agenda", "questions"})


def action_text(action: Action | Obtained) -> str:
    """Return an action in one sentence: who does what by when."""
    by = f"by {day(action.by)}" if action.by else ""
    return joined((one_line(action.actor), one_line(action.action), by), " ")


def _commitment(plan: Plan) -> Pair:
    obtained = plan.reflection.obtained
    words = {
        ObtainedKind.PRIMARY: "as asked",
        ObtainedKind.FALLBACK: "the fallback",
        ObtainedKind.OTHER: "another one",
        ObtainedKind.NONE: "none",
    }
    which = words[obtained.which] if obtained.which else ""
    if obtained.which is ObtainedKind.NONE:
        return Pair(action_text(plan.ask.primary), "None", as_planned=False)
    return Pair(
        planned=action_text(plan.ask.primary),
        happened=joined((capitalised(which), action_text(obtained)), ": "),
        as_planned=None if obtained.which is None else obtained.which is ObtainedKind.PRIMARY,
    )


def _agenda(plan: Plan) -> Iterator[Pair]:
    told = RowsByText(plan.reflection.agenda, lambda one: one.topic)
    for item in plan.conversation.agenda:
        if not item.topic.strip():
            continue
        one = told.take(item.topic)
        planned = joined((_minutes(item.minutes), one_line(item.topic)))
        if one is None or not told_anything(plan):
            yield Pair(planned, "")
        elif one.held:
            yield Pair(planned, joined(("held", _minutes(one.minutes))), as_planned=True)
        else:
            yield Pair(planned, "not held", as_planned=False)
    for one in told.left():
        if one.held:
            yield Pair("", joined((one_line(one.topic), _minutes(one.minutes))))


def _questions(plan: Plan) -> Iterator[Pair]:
    told = RowsByText(plan.reflection.questions, lambda one: one.question)
    for question in plan.conversation.questions:
        if not question.text.strip():
            continue
        one = told.take(question.text)
        if one is None or not told_anything(plan):
            yield Pair(one_line(question.text), "")
        else:
            asked = one.asked or bool(one.answer.strip())
            yield Pair(
                one_line(question.text), one.answer.strip() or ("asked" if asked else "not asked"), asked
            )
    for one in told.left():
        yield Pair(f"Not planned: {one_line(one.question)}", one.answer.strip() or "asked")


def told_anything(plan: Plan) -> bool:
    """Whether the reflection ticks anything: before that, what is not ticked is not known."""
    told = plan.reflection
    ticked = any(one.held for one in told.agenda) or any(one.asked for one in told.questions)
    return ticked or told.outcome is not None


def _price(plan: Plan) -> Pair:
    disclosure, raised = plan.price.disclosure, plan.reflection.price
    words = {RaisedBy.US: "Raised by us", RaisedBy.THEM: "Raised by them", RaisedBy.NOBODY: "Not raised"}
    who = words[raised.raised_by] if raised.raised_by else ""
    minute = f"minute {raised.minute}" if raised.minute is not None else ""
    return Pair(
        planned=joined((capitalised(str(disclosure.discussion or "")), one_line(disclosure.when)), ": "),
        happened=joined((joined((who, minute), ", "), one_line(raised.reaction)), ": "),
        as_planned=None if raised.raised_by is None else raised.raised_by is RaisedBy.US,
    )


def _fear(plan: Plan) -> Pair:
    told = plan.reflection
    came = {None: "", True: "It came true", False: "It did not come true"}[told.fear_came_true]
    return Pair(one_line(plan.fear.avoiding), joined((came, one_line(told.what_happened)), ": "))


def _intentions(plan: Plan) -> Iterator[Pair]:
    kept = {text_key(one.text): one.kept for one in plan.reflection.intentions}
    words = {None: "", True: "done", False: "not done"}
    for one in plan.intentions:
        if one.text.strip() and not one.dropped_because.strip():
            done = kept.get(text_key(one.text))
            yield Pair(one_line(one.text), words[done], done)


def _answers(plan: Plan) -> Iterator[Pair]:
    told = {(one.rule, text_key(one.because)): one for one in plan.reflection.answers}
    words = {None: "", True: "It held", False: "It did not hold"}
    for one in plan.answers:
        if one.because.strip():
            after = told.get((one.rule, text_key(one.because)))
            held = after.held if after else None
            said = one_line(after.what_happened) if after else ""
            yield Pair(f"“{one_line(one.because)}”", joined((words[held], said), ": "), held)


def _minutes(minutes: int | None) -> str:
    return "" if minutes is None else f"{minutes} min"
