"""What the reflection's template is given: the plan to look back on, and what was written down."""

import msgspec

from planner.coaching.plan_versus_actual import Pair, plan_versus_actual
from planner.documents.views.call_plan import CallPlanView, call_plan_view
from planner.documents.views.wording import lines, quoted
from planner.model.plan import Plan, Preparation
from planner.model.reflection import AnswerHeld, Reflection, Stand
from planner.model.same_text import distinct_texts, text_key
from planner.model.terms import Footing, Initiative, ObtainedKind, Outcome, RaisedBy, Side
from planner.wording.days import day
from planner.wording.text import capitalised, filled_lines, joined, one_line


class Choice(msgspec.Struct, frozen=True):
    """One of several answers, and whether it was the one."""

    label: str
    chosen: bool


class Ticked(msgspec.Struct, frozen=True):
    """Something planned, whether it happened, and what came of it."""

    text: str
    done: bool
    answer: str = ""


class PlannedAndActual(msgspec.Struct, frozen=True):
    """Something planned beside what happened; both may be blank. `done` is None where it is not known."""

    planned: str
    happened: str
    done: bool | None


class Held(msgspec.Struct, frozen=True):
    """Something said before the call, whether it held, and what happened."""

    text: str
    choices: tuple[Choice, ...]
    happened: str = ""


class StandView(msgspec.Struct, frozen=True):
    """One initiative: how we stood in it, and one line of why."""

    name: str
    footing: tuple[Choice, ...]
    line: str


class Remark(msgspec.Struct, frozen=True):
    """A question to oneself, and the answer."""

    heading: str
    text: str


class ReflectionView(msgspec.Struct, frozen=True):
    """The reflection in ready words, beside the plan's own."""

    plan: CallPlanView
    held_on: str
    outcome: tuple[Choice, ...]
    which: tuple[Choice, ...]
    obtained: str
    agenda: tuple[PlannedAndActual, ...]
    questions: tuple[PlannedAndActual, ...]
    price_planned: str
    raised_by: tuple[Choice, ...]
    minute: str
    reaction: str
    fear_came_true: tuple[Choice, ...]
    what_happened: str
    intentions: tuple[Held, ...]
    answers: tuple[Held, ...]
    notes: tuple[str, ...]
    stands: tuple[StandView, ...]
    remarks: tuple[Remark, ...]
    concerns: tuple[str, ...]
    best_questions: tuple[str, ...]
    promises: tuple[str, ...]
    follow_ups: tuple[Ticked, ...]
    grade: tuple[Choice, ...]


def reflection_view(preparation: Preparation) -> ReflectionView:
    """Return the reflection in ready words; what is blank is for writing on."""
    plan, told = preparation.plan, preparation.plan.reflection
    beside = {one.key: tuple(map(_beside, one.pairs)) for one in plan_versus_actual(plan)}
    return ReflectionView(
        plan=call_plan_view(preparation),
        held_on=day(told.held_on),
        outcome=_choices(Outcome, told.outcome),
        which=_which(told),
        obtained=joined((one_line(told.obtained.actor), lines(told.obtained.action), _by(told)), " "),
        agenda=beside["agenda"],
        questions=beside["questions"],
        price_planned=beside["price"][0].planned,
        raised_by=_choices(RaisedBy, told.price.raised_by),
        minute="" if told.price.minute is None else str(told.price.minute),
        reaction=lines(told.price.reaction),
        fear_came_true=_yes_or_no(("yes", "no"), told.fear_came_true),
        what_happened=lines(told.what_happened),
        intentions=_intentions(plan),
        answers=_answers(plan),
        notes=_told(tuple(filled_lines(told.notes))),
        stands=_stands(told),
        remarks=_remarks(told),
        concerns=_told(told.concerns_raised),
        best_questions=_told(told.best_questions),
        promises=_promises(told),
        follow_ups=_follow_ups(told),
        grade=tuple(Choice(str(one), one == told.grade) for one in range(1, 6)),
    )


def _choices(offered: type[Outcome | RaisedBy | Footing], given: object) -> tuple[Choice, ...]:
    return tuple(Choice(str(one), one is given) for one in offered)


def _which(told: Reflection) -> tuple[Choice, ...]:
    words = {
        ObtainedKind.PRIMARY: "as asked",
        ObtainedKind.FALLBACK: "at the least",
        ObtainedKind.OTHER: "other",
        ObtainedKind.NONE: "none",
    }
    return tuple(Choice(label, one is told.obtained.which) for one, label in words.items())


def _by(told: Reflection) -> str:
    return f"by {day(told.obtained.by)}" if told.obtained.by else ""


def _beside(pair: Pair) -> PlannedAndActual:
    return PlannedAndActual(lines(pair.planned), lines(pair.happened), pair.as_planned)


def _intentions(plan: Plan) -> tuple[Held, ...]:
    """Return what was brought into the call, from the reflection or, before that, from the plan."""
    told = plan.reflection.intentions
    kept = {text_key(one.text): one.kept for one in told}
    brought = (one.text for one in plan.intentions if not one.dropped_because.strip())
    return tuple(
        Held(lines(text), _yes_or_no(("done", "not done"), kept.get(text_key(text))))
        for text in distinct_texts((*brought, *(one.text for one in told)))
    )


def _answers(plan: Plan) -> tuple[Held, ...]:
    """Return what was answered to the check, from the reflection or, before that, from the plan."""
    told = {(one.rule, text_key(one.because)): one for one in plan.reflection.answers}
    given = (AnswerHeld(rule=one.rule, because=one.because) for one in plan.answers)
    listed: dict[tuple[str, str], str] = {}
    for one in (*given, *plan.reflection.answers):
        listed.setdefault((one.rule, text_key(one.because)), one.because)
    blank = AnswerHeld()
    return tuple(
        Held(
            quoted(because),
            _yes_or_no(("it held", "it did not"), told.get(key, blank).held),
            lines(told.get(key, blank).what_happened),
        )
        for key, because in listed.items()
        if because.strip()
    )


def _yes_or_no(labels: tuple[str, str], given: bool | None) -> tuple[Choice, ...]:  # noqa: FBT001 - an answer
    return tuple(Choice(label, given is means) for label, means in zip(labels, (True, False), strict=True))


def _stands(told: Reflection) -> tuple[StandView, ...]:
    stands = told.initiatives
    by_initiative: dict[Initiative, Stand] = {
        Initiative.PROSPECTING: stands.prospecting,
        Initiative.DISCOVERY: stands.discovery,
        Initiative.SALES_CONVERSATION: stands.sales_conversation,
        Initiative.INVESTMENT: stands.investment,
    }
    return tuple(
        StandView(capitalised(str(name)), _choices(Footing, one.footing), lines(one.line))
        for name, one in by_initiative.items()
    )


def _remarks(told: Reflection) -> tuple[Remark, ...]:
    return (
        Remark("What went well", lines(told.went_well)),
        Remark("One thing I do differently", lines(told.differently)),
        Remark("What I learned about this client", lines(told.learned_client)),
        Remark("What holds for other clients too", lines(told.learned_transferable)),
        Remark("What the next call needs", lines(told.next_call)),
        Remark("What my manager should know", lines(told.flag_to_manager)),
    )


def _promises(told: Reflection) -> tuple[str, ...]:
    whose = {Side.US: "we:", Side.THEM: "they:", None: ""}
    return tuple(
        joined((whose[one.by], one_line(one.text), f"— by {day(one.due)}" if one.due else ""), " ")
        for one in told.promises
        if one.text.strip()
    )


def _follow_ups(told: Reflection) -> tuple[Ticked, ...]:
    return tuple(
        Ticked(joined((one_line(one.what), one_line(one.who), day(one.due))), one.done)
        for one in told.follow_ups
        if one.what.strip()
    )


def _told(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(lines(one) for one in texts if one.strip())
