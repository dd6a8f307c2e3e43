"""What the reflection's template is given: the plan to look back on, and what was written down."""

import msgspec

from planner.documents.views.call_plan import CallPlanView, call_plan_view
from planner.documents.views.wording import lines
from planner.model.plan import Plan, Preparation
from planner.model.reflection import Reflection, Stand
from planner.model.terms import Footing, Initiative, ObtainedKind, Outcome, RaisedBy, Side
from planner.wording.days import day
from planner.wording.text import capitalised, joined, one_line


class Choice(msgspec.Struct, frozen=True):
    """One of several answers, and whether it was the one."""

    label: str
    chosen: bool


class Ticked(msgspec.Struct, frozen=True):
    """Something planned, whether it happened, and what came of it."""

    text: str
    done: bool
    answer: str = ""


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
    agenda: tuple[Ticked, ...]
    questions: tuple[Ticked, ...]
    raised_by: tuple[Choice, ...]
    minute: str
    reaction: str
    fear_came_true: tuple[Choice, ...]
    what_happened: str
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
    fear = {None: None, True: "yes", False: "no"}[told.fear_came_true]
    return ReflectionView(
        plan=call_plan_view(preparation),
        held_on=day(told.held_on),
        outcome=_choices(Outcome, told.outcome),
        which=_which(told),
        obtained=joined((one_line(told.obtained.actor), lines(told.obtained.action), _by(told)), " "),
        agenda=_agenda(plan),
        questions=_questions(plan),
        raised_by=_choices(RaisedBy, told.price.raised_by),
        minute="" if told.price.minute is None else str(told.price.minute),
        reaction=lines(told.price.reaction),
        fear_came_true=tuple(Choice(one, one == fear) for one in ("yes", "no")),
        what_happened=lines(told.what_happened),
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


def _agenda(plan: Plan) -> tuple[Ticked, ...]:
    """Return the plan's agenda, ticked where it was held; before that, all of it."""
    told = plan.reflection.agenda
    if told:
        return tuple(Ticked(one_line(one.topic), one.held) for one in told if one.topic.strip())
    return tuple(
        Ticked(one_line(one.topic), done=False) for one in plan.conversation.agenda if one.topic.strip()
    )


def _questions(plan: Plan) -> tuple[Ticked, ...]:
    told = plan.reflection.questions
    if told:
        return tuple(
            Ticked(lines(one.question), one.asked, lines(one.answer)) for one in told if one.question.strip()
        )
    return tuple(
        Ticked(lines(one.text), done=False) for one in plan.conversation.questions if one.text.strip()
    )


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
