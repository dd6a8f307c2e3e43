"""Plan versus actual: the reflection starts from what was planned."""

from typing import TypeVar

import msgspec

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
    told = plan.reflection
    agenda = tuple(AgendaHeld(topic=one.topic) for one in plan.conversation.agenda if one.topic.strip())
    asked = tuple(QuestionAsked(question=one.text) for one in plan.conversation.questions if one.text.strip())
    return msgspec.structs.replace(
        told,
        held_on=told.held_on or (plan.call.starts.date() if plan.call.starts else None),
        agenda=_or_planned(told.agenda, agenda),
        questions=_or_planned(told.questions, asked),
        intentions=(*told.intentions, *_intentions(plan)),
        answers=(*told.answers, *_answers(plan)),
    )


def all_as_planned(plan: Plan) -> Reflection:
    """Return the reflection as started, with every agenda item held and every question asked.

    An item not held before takes its planned minutes if it has none. Ticks and answers already there stay.
    """
    started = reflection_started(plan)
    planned = RowsByText(plan.conversation.agenda, lambda one: one.topic)
    agenda = tuple(_as_planned(one, planned.take(one.topic)) for one in started.agenda)
    questions = tuple(msgspec.structs.replace(one, asked=True) for one in started.questions)
    return msgspec.structs.replace(started, agenda=agenda, questions=questions)


def _as_planned(one: AgendaHeld, planned: AgendaItem | None) -> AgendaHeld:
    if one.held:
        return one
    return AgendaHeld(
        topic=one.topic, held=True, minutes=one.minutes or (planned.minutes if planned else None)
    )


def _intentions(plan: Plan) -> tuple[IntentionKept, ...]:
    """Return the intentions brought into the call that the reflection does not list yet."""
    listed = {text_key(one.text) for one in plan.reflection.intentions}
    brought = (one for one in plan.intentions if one.text.strip() and not one.dropped_because.strip())
    return tuple(IntentionKept(text=one.text) for one in brought if text_key(one.text) not in listed)


def _answers(plan: Plan) -> tuple[AnswerHeld, ...]:
    """Return the answers given to the check that the reflection does not list yet."""
    listed = {(one.rule, text_key(one.because)) for one in plan.reflection.answers}
    given = (one for one in plan.answers if one.because.strip())
    return tuple(
        AnswerHeld(rule=one.rule, because=one.because)
        for one in given
        if (one.rule, text_key(one.because)) not in listed
    )


def _or_planned(told: tuple[P, ...], planned: tuple[P, ...]) -> tuple[P, ...]:
    return planned if planned and is_blank(told) else told
