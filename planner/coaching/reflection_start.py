"""Plan versus actual: the reflection starts from what was planned."""

import msgspec

from planner.model.fields import is_blank
from planner.model.plan import Plan
from planner.model.reflection import AgendaHeld, QuestionAsked, Reflection


def reflection_started(plan: Plan) -> Reflection:
    """Return the reflection with the plan's agenda and questions to tick, where it has none yet."""
    reflection = plan.reflection
    topics = (one.topic for one in plan.conversation.agenda if one.topic.strip())
    agenda = tuple(AgendaHeld(topic=topic) for topic in topics)
    asked = (one.text for one in plan.conversation.questions if one.text.strip())
    questions = tuple(QuestionAsked(question=question) for question in asked)
    return msgspec.structs.replace(
        reflection,
        agenda=agenda if agenda and is_blank(reflection.agenda) else reflection.agenda,
        questions=questions if questions and is_blank(reflection.questions) else reflection.questions,
    )
