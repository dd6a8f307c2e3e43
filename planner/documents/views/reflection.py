"""What the reflection's template is given: the plan to look back on, and what was written down."""

import msgspec

from planner.coaching.plan_versus_actual import Pair, plan_versus_actual
from planner.coaching.promises import promises_of
from planner.documents.views.call_plan import CallPlanView, call_plan_view
from planner.documents.views.wording import done_by, lines, quoted_lines
from planner.model.client import Promise
from planner.model.plan import Plan, Preparation
from planner.model.reflection import AnswerHeld, Obtained, Reflection, Stand
from planner.model.same_text import distinct_texts, text_key
from planner.model.terms import Footing, Initiative, ObtainedKind, Outcome, RaisedBy, Side
from planner.translation import N_, _, pgettext
from planner.wording.days import day
from planner.wording.text import filled_lines, joined, one_line

_INITIATIVES = {
    Initiative.PROSPECTING: N_("Prospecting"),
    Initiative.DISCOVERY: N_("Discovery"),
    Initiative.SALES_CONVERSATION: N_("Sales conversation"),
    Initiative.INVESTMENT: N_("Investment"),
}
_PROMISED = {None: "{promise}", Side.US: N_("we: {promise}"), Side.THEM: N_("they: {promise}")}
_PROMISED_BY = {
    None: N_("{promise} — by {day}"),
    Side.US: N_("we: {promise} — by {day}"),
    Side.THEM: N_("they: {promise} — by {day}"),
}


class Choice(msgspec.Struct, frozen=True):
    """One of several answers to choose from, and whether it is the one chosen."""

    label: str
    chosen: bool


class Ticked(msgspec.Struct, frozen=True):
    """A follow-up as a line to tick: what is to be done, and whether it is done."""

    text: str
    done: bool
    answer: str = ""


class PlannedAndActual(msgspec.Struct, frozen=True):
    """Something planned beside what happened; either may be "". `done` is None where it is not known."""

    planned: str
    happened: str
    done: bool | None


class Held(msgspec.Struct, frozen=True):
    """An intention or an answer from before the call, whether it held, and what happened."""

    text: str
    choices: tuple[Choice, ...]
    happened: str = ""


class StandView(msgspec.Struct, frozen=True):
    """One initiative: how we stood in it, and one line of why."""

    name: str
    footing: tuple[Choice, ...]
    line: str


class Remark(msgspec.Struct, frozen=True):
    """A question of the reflection and its answer; `name` names the answer in the note if it is shortened."""

    heading: str
    name: str
    text: str


class ReflectionView(msgspec.Struct, frozen=True):
    """What the reflection's template is given: the reflection in ready words, and the plan's own view."""

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
    """Return the reflection in ready words; blank answers stay "" and are printed as lines to write on."""
    plan, reflection = preparation.plan, preparation.plan.reflection
    beside = {part.key: tuple(map(_beside, part.pairs)) for part in plan_versus_actual(plan)}
    return ReflectionView(
        plan=call_plan_view(preparation),
        held_on=day(reflection.held_on),
        outcome=_choices(Outcome, reflection.outcome),
        which=_which(reflection),
        obtained=_obtained(reflection.obtained),
        agenda=beside["agenda"],
        questions=beside["questions"],
        price_planned=beside["price"][0].planned,
        raised_by=_choices(RaisedBy, reflection.price.raised_by),
        minute="" if reflection.price.minute is None else str(reflection.price.minute),
        reaction=lines(reflection.price.reaction),
        fear_came_true=_yes_or_no((_("yes"), _("no")), reflection.fear_came_true),
        what_happened=lines(reflection.what_happened),
        intentions=_intentions(plan),
        answers=_answers(plan),
        notes=_filled(tuple(filled_lines(reflection.notes))),
        stands=_stands(reflection),
        remarks=_remarks(reflection),
        concerns=_filled(reflection.concerns_raised),
        best_questions=_filled(reflection.best_questions),
        promises=_promises(promises_of(preparation.client, plan.id)),
        follow_ups=_follow_ups(reflection),
        grade=tuple(Choice(str(grade), grade == reflection.grade) for grade in range(1, 6)),
    )


def _choices(offered: type[Outcome | RaisedBy | Footing], chosen: object) -> tuple[Choice, ...]:
    return tuple(Choice(_(choice), choice is chosen) for choice in offered)


def _which(reflection: Reflection) -> tuple[Choice, ...]:
    words = {
        ObtainedKind.PRIMARY: _("as asked"),
        ObtainedKind.FALLBACK: _("at the least"),
        ObtainedKind.OTHER: pgettext("commitment obtained", "other"),
        ObtainedKind.NONE: pgettext("commitment obtained", "none"),
    }
    return tuple(Choice(label, kind is reflection.obtained.which) for kind, label in words.items())


def _obtained(obtained: Obtained) -> str:
    return done_by(joined((one_line(obtained.actor), lines(obtained.action)), " "), obtained.by)


def _beside(pair: Pair) -> PlannedAndActual:
    return PlannedAndActual(lines(pair.planned), lines(pair.happened), pair.as_planned)


def _intentions(plan: Plan) -> tuple[Held, ...]:
    """Return what was brought into the call, from the reflection or, before that, from the plan."""
    noted = plan.reflection.intentions
    kept_by_key = {text_key(intention.text): intention.kept for intention in noted}
    brought = (intention.text for intention in plan.intentions if not intention.dropped_because.strip())
    return tuple(
        Held(lines(text), _yes_or_no((_("done"), _("not done")), kept_by_key.get(text_key(text))))
        for text in distinct_texts((*brought, *(intention.text for intention in noted)))
    )


def _answers(plan: Plan) -> tuple[Held, ...]:
    """Return what was answered to the check, from the reflection or, before that, from the plan."""
    noted = {(answer.rule, text_key(answer.because)): answer for answer in plan.reflection.answers}
    planned = (AnswerHeld(rule=answer.rule, because=answer.because) for answer in plan.answers)
    because_of: dict[tuple[str, str], str] = {}
    for answer in (*planned, *plan.reflection.answers):
        because_of.setdefault((answer.rule, text_key(answer.because)), answer.because)
    blank = AnswerHeld()
    return tuple(
        Held(
            quoted_lines(because),
            _yes_or_no((_("it held"), _("it did not")), noted.get(key, blank).held),
            lines(noted.get(key, blank).what_happened),
        )
        for key, because in because_of.items()
        if because.strip()
    )


def _yes_or_no(labels: tuple[str, str], chosen: bool | None) -> tuple[Choice, ...]:  # noqa: FBT001 - an answer
    return tuple(Choice(label, chosen is means) for label, means in zip(labels, (True, False), strict=True))


def _stands(reflection: Reflection) -> tuple[StandView, ...]:
    stands = reflection.initiatives
    by_initiative: dict[Initiative, Stand] = {
        Initiative.PROSPECTING: stands.prospecting,
        Initiative.DISCOVERY: stands.discovery,
        Initiative.SALES_CONVERSATION: stands.sales_conversation,
        Initiative.INVESTMENT: stands.investment,
    }
    return tuple(
        StandView(_(_INITIATIVES[initiative]), _choices(Footing, stand.footing), lines(stand.line))
        for initiative, stand in by_initiative.items()
    )


def _remarks(reflection: Reflection) -> tuple[Remark, ...]:
    return (
        Remark(_("What went well"), _("what went well"), lines(reflection.went_well)),
        Remark(
            _("One thing I do differently"), _("one thing i do differently"), lines(reflection.differently)
        ),
        Remark(
            _("What I learned about this client"),
            _("what i learned about this client"),
            lines(reflection.learned_client),
        ),
        Remark(
            _("What holds for other clients too"),
            _("what holds for other clients too"),
            lines(reflection.learned_transferable),
        ),
        Remark(_("What the next call needs"), _("what the next call needs"), lines(reflection.next_call)),
        Remark(
            _("What my manager should know"),
            _("what my manager should know"),
            lines(reflection.flag_to_manager),
        ),
    )


def _promises(promises: tuple[Promise, ...]) -> tuple[str, ...]:
    return tuple(
        _((_PROMISED_BY if promise.due else _PROMISED)[promise.by]).format(
            promise=one_line(promise.text), day=day(promise.due)
        )
        for promise in promises
        if promise.text.strip()
    )


def _follow_ups(reflection: Reflection) -> tuple[Ticked, ...]:
    return tuple(
        Ticked(
            joined((one_line(follow_up.what), one_line(follow_up.who), day(follow_up.due))), follow_up.done
        )
        for follow_up in reflection.follow_ups
        if follow_up.what.strip()
    )


def _filled(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(lines(text) for text in texts if text.strip())
