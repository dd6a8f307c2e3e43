"""Plan versus actual: the reflection starts from what was planned."""

import datetime as dt
from typing import TypeVar

import msgspec

from planner.coaching.outcome import obtained_as_planned, suggested_outcome
from planner.model.call import day_held, planned_day
from planner.model.conversation import AgendaItem
from planner.model.fields import is_blank
from planner.model.part import Part
from planner.model.plan import Plan, Preparation
from planner.model.reflection import AgendaHeld, AnswerHeld, IntentionKept, QuestionAsked, Reflection
from planner.model.same_text import RowsByText, text_key
from planner.model.terms import ObtainedKind, Outcome

P = TypeVar("P", bound=Part)


def reflection_started(plan: Plan, today: dt.date) -> Reflection:
    """Return the plan's reflection, filled in from what was planned.

    Agenda, questions and day of the call are taken where the reflection has none; a call planned for a day
    that has not come was held today. Intentions brought into the call and answers given to the check are
    added where it does not list them.
    """
    reflection = plan.reflection
    agenda = tuple(AgendaHeld(topic=item.topic) for item in plan.conversation.agenda if item.topic.strip())
    questions = tuple(
        QuestionAsked(question=question.text)
        for question in plan.conversation.questions
        if question.text.strip()
    )
    return msgspec.structs.replace(
        reflection,
        held_on=reflection.held_on or day_held(planned_day(plan.call), today),
        agenda=_or_planned(reflection.agenda, agenda),
        questions=_or_planned(reflection.questions, questions),
        intentions=(*reflection.intentions, *_intentions(plan)),
        answers=(*reflection.answers, *_answers(plan)),
    )


def all_as_planned(preparation: Preparation, today: dt.date) -> Reflection:
    """Return the reflection as started, with what nobody has told yet as it was planned.

    That is the commitment as asked, with its outcome if that is an advance or an order; every agenda item
    held, in its planned minutes; and every question asked. What was told stays as it is: once something is
    ticked, what is not was left out on purpose. With an agenda item held, agenda and questions stay; with
    only a question asked, the questions do.
    """
    plan = preparation.plan
    started = reflection_started(plan, today)
    agenda_told = any(item.held for item in started.agenda)
    questions_told = agenda_told or any(question.asked for question in started.questions)
    reflection = msgspec.structs.replace(
        started,
        agenda=started.agenda if agenda_told else _all_held(started, plan),
        questions=started.questions if questions_told else _all_asked(started),
    )
    if is_blank(started.obtained) and not is_blank(plan.ask.primary):
        obtained = obtained_as_planned(plan, ObtainedKind.PRIMARY)
        reflection = msgspec.structs.replace(reflection, obtained=obtained)
    return msgspec.structs.replace(
        reflection, outcome=reflection.outcome or _outcome(preparation, reflection)
    )


def _all_held(started: Reflection, plan: Plan) -> tuple[AgendaHeld, ...]:
    planned = RowsByText(plan.conversation.agenda, lambda item: item.topic)
    return tuple(_as_planned(item, planned.take(item.topic)) for item in started.agenda)


def _all_asked(started: Reflection) -> tuple[QuestionAsked, ...]:
    return tuple(msgspec.structs.replace(question, asked=True) for question in started.questions)


def _outcome(preparation: Preparation, reflection: Reflection) -> Outcome | None:
    """Return the advance or order that the commitment obtained is; None if it is neither: that is asked."""
    plan = msgspec.structs.replace(preparation.plan, reflection=reflection)
    suggested = suggested_outcome(msgspec.structs.replace(preparation, plan=plan))
    reached = None if suggested is None else suggested.outcome
    return reached if reached in {Outcome.ADVANCE, Outcome.ORDER} else None


def _as_planned(item: AgendaHeld, planned: AgendaItem | None) -> AgendaHeld:
    return AgendaHeld(
        topic=item.topic, held=True, minutes=item.minutes or (planned.minutes if planned else None)
    )


def _intentions(plan: Plan) -> tuple[IntentionKept, ...]:
    """Return the intentions brought into the call that the reflection does not list yet."""
    listed = {text_key(intention.text) for intention in plan.reflection.intentions}
    brought = (
        intention
        for intention in plan.intentions
        if intention.text.strip() and not intention.dropped_because.strip()
    )
    return tuple(
        IntentionKept(text=intention.text) for intention in brought if text_key(intention.text) not in listed
    )


def _answers(plan: Plan) -> tuple[AnswerHeld, ...]:
    """Return the answers given to the check that the reflection does not list yet."""
    listed = {(answer.rule, text_key(answer.because)) for answer in plan.reflection.answers}
    answers = (answer for answer in plan.answers if answer.because.strip())
    return tuple(
        AnswerHeld(rule=answer.rule, because=answer.because)
        for answer in answers
        if (answer.rule, text_key(answer.because)) not in listed
    )


def _or_planned(reflected: tuple[P, ...], planned: tuple[P, ...]) -> tuple[P, ...]:
    return planned if planned and is_blank(reflected) else reflected
