"""Plan versus actual: the reflection starts from what was planned."""

import msgspec

from planner.model.fields import is_blank
from planner.model.plan import Plan
from planner.model.reflection import AgendaHeld, QuestionAsked, Reflection


def reflection_started(plan: Plan) -> Reflection:
    """Return the reflection with the plan's agenda and questions to tick, where it has none yet."""
    reflection = plan.reflection
    if is_blank(reflection.agenda):
        agenda = tuple(AgendaHeld(topic=one.topic) for one in plan.conversation.agenda if one.topic.strip())
        reflection = msgspec.structs.replace(reflection, agenda=agenda)
    if is_blank(reflection.questions):
        questions = tuple(
            QuestionAsked(question=one.text) for one in plan.conversation.questions if one.text.strip()
        )
        reflection = msgspec.structs.replace(reflection, questions=questions)
    return reflection
