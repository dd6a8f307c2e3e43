"""Plan versus actual: the reflection starts from what was planned."""

from typing import TypeVar

import msgspec

from planner.model.call import planned_day
from planner.model.conversation import AgendaItem
from planner.model.fields import is_blank
from planner.model.part import Part
from planner.model.plan import Plan
from planner.model.reflection import AgendaHeld, AnswerHeld, IntentionKept, QuestionAsked, Reflection
from planner.model.same_text import RowsByText, text_key

P = TypeVar("P", bound=Part)


def reflection_started(plan: Plan) -> Reflection:
    """Return the plan's reflection, filled in from what was planned.

    Agenda, questions and day of the call are taken where the reflection has none. Intentions brought into the
    call and answers given to the check are added where it does not list them.
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
        held_on=reflection.held_on or planned_day(plan.call),
        agenda=_or_planned(reflection.agenda, agenda),
        questions=_or_planned(reflection.questions, questions),
        intentions=(*reflection.intentions, *_intentions(plan)),
        answers=(*reflection.answers, *_answers(plan)),
    )


def all_as_planned(plan: Plan) -> Reflection:
    """Return the reflection as started, with every agenda item held and every question asked.

    An item not held before takes its planned minutes if it has none. Ticks and answers already there stay.
    """
    started = reflection_started(plan)
    planned = RowsByText(plan.conversation.agenda, lambda item: item.topic)
    agenda = tuple(_as_planned(item, planned.take(item.topic)) for item in started.agenda)
    questions = tuple(msgspec.structs.replace(question, asked=True) for question in started.questions)
    return msgspec.structs.replace(started, agenda=agenda, questions=questions)


def _as_planned(item: AgendaHeld, planned: AgendaItem | None) -> AgendaHeld:
    if item.held:
        return item
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
