"""Plan versus actual: what the reflection takes over from the plan."""

from planner.coaching.reflection_start import reflection_started
from planner.model.conversation import AgendaItem, Question
from planner.model.reflection import AgendaHeld, QuestionAsked
from tests.builders import a_plan

PLANNED = {
    "conversation.agenda": (AgendaItem(minutes=10, topic="How Monday runs"), AgendaItem(minutes=5)),
    "conversation.questions": (Question(text="Who hears of it first?"), Question(text="  ")),
}


def test_the_agenda_and_the_questions_are_there_to_tick() -> None:
    started = reflection_started(a_plan(**PLANNED).plan)
    assert started.agenda == (AgendaHeld(topic="How Monday runs", held=False),)
    assert started.questions == (QuestionAsked(question="Who hears of it first?", asked=False),)


def test_what_was_written_already_stays() -> None:
    noted = (QuestionAsked(question="And the night shift?", asked=True, answer="Nobody"),)
    started = reflection_started(a_plan(**PLANNED, **{"reflection.questions": noted}).plan)
    assert started.questions == noted
    assert started.agenda == (AgendaHeld(topic="How Monday runs"),)


def test_rows_that_say_nothing_make_room_for_the_plan() -> None:
    started = reflection_started(a_plan(**PLANNED, **{"reflection.agenda": (AgendaHeld(),)}).plan)
    assert started.agenda == (AgendaHeld(topic="How Monday runs"),)


def test_a_plan_without_agenda_and_questions_leaves_the_reflection_as_it_is() -> None:
    plan = a_plan(**{"reflection.agenda": (AgendaHeld(),), "reflection.went_well": "I waited."}).plan
    assert reflection_started(plan) == plan.reflection
