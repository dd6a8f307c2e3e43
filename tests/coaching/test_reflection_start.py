"""Plan versus actual: what the reflection takes over from the plan."""

import datetime as dt

from planner.coaching.reflection_start import all_as_planned, reflection_started
from planner.model.conversation import AgendaItem, Question
from planner.model.plan import AnsweredFinding, Intention
from planner.model.reflection import AgendaHeld, AnswerHeld, IntentionKept, QuestionAsked
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


def test_the_day_the_intentions_and_the_answers_come_along() -> None:
    plan = a_plan(
        **{
            "call.starts": dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC),
            "intentions": (Intention(text="Wait."), Intention(text="x", dropped_because="no use")),
            "answers": (
                AnsweredFinding(rule="no-fallback", because="one decides"),
                AnsweredFinding(rule="y"),
            ),
        }
    ).plan
    started = reflection_started(plan)
    assert started.held_on == dt.date(2026, 12, 1)
    assert started.intentions == (IntentionKept(text="Wait."),)
    assert started.answers == (AnswerHeld(rule="no-fallback", because="one decides"),)


def test_what_was_answered_since_is_added_and_what_is_told_stays() -> None:
    held = AnswerHeld(rule="no-fallback", because="one decides", held=True)
    kept = IntentionKept(text="Wait.", kept=True)
    plan = a_plan(
        **{
            "answers": (
                AnsweredFinding(rule="no-fallback", because="one decides"),
                AnsweredFinding(rule="old-proof", because="a new one is coming"),
            ),
            "intentions": (Intention(text="Wait."), Intention(text="Name the date.")),
            "reflection.answers": (held,),
            "reflection.intentions": (kept,),
        }
    ).plan
    started = reflection_started(plan)
    assert started.answers == (held, AnswerHeld(rule="old-proof", because="a new one is coming"))
    assert started.intentions == (kept, IntentionKept(text="Name the date."))


def test_everything_as_planned_ticks_all_and_takes_the_planned_minutes() -> None:
    told = (AgendaHeld(topic="How Monday runs", held=True, minutes=25), AgendaHeld(topic="Lot codes"))
    plan = a_plan(**PLANNED, **{"reflection.agenda": told}).plan
    ticked = all_as_planned(plan)
    assert ticked.agenda == (told[0], AgendaHeld(topic="Lot codes", held=True))
    assert ticked.questions == (QuestionAsked(question="Who hears of it first?", asked=True),)
    assert all_as_planned(a_plan(**PLANNED).plan).agenda == (
        AgendaHeld(topic="How Monday runs", held=True, minutes=10),
    )
