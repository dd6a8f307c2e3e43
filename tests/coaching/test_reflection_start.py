"""Plan versus actual: what the reflection takes over from the plan."""

import datetime as dt

from msgspec.structs import replace

from planner.coaching.reflection_start import all_as_planned, reflection_started
from planner.model.ask import Action
from planner.model.conversation import AgendaItem, Question
from planner.model.plan import AnsweredFinding, Intention
from planner.model.reflection import AgendaHeld, AnswerHeld, IntentionKept, Obtained, QuestionAsked
from planner.model.terms import Commitment, ObtainedKind, Outcome
from tests.builders import a_plan

TODAY, LATER = dt.date(2026, 12, 1), dt.date(2026, 12, 3)
ASK = Action(actor="Mara Lindqvist", action="invites us to a walk", by=LATER)
THREE = ("First?", "Second?", "Third?")
LED = {
    "ask.primary": ASK,
    "conversation.agenda": (AgendaItem(minutes=5, topic="Opening"), AgendaItem(topic="Next step")),
    "conversation.questions": tuple(Question(text=text) for text in THREE),
}
PLANNED = {
    "conversation.agenda": (AgendaItem(minutes=10, topic="How Monday runs"), AgendaItem(minutes=5)),
    "conversation.questions": (Question(text="Who hears of it first?"), Question(text="  ")),
}


def test_the_agenda_and_the_questions_are_there_to_tick() -> None:
    started = reflection_started(a_plan(**PLANNED).plan, TODAY)
    assert started.agenda == (AgendaHeld(topic="How Monday runs", held=False),)
    assert started.questions == (QuestionAsked(question="Who hears of it first?", asked=False),)


def test_what_was_written_already_stays() -> None:
    noted = (QuestionAsked(question="And the night shift?", asked=True, answer="Nobody"),)
    started = reflection_started(a_plan(**PLANNED, **{"reflection.questions": noted}).plan, TODAY)
    assert started.questions == noted
    assert started.agenda == (AgendaHeld(topic="How Monday runs"),)


def test_rows_that_say_nothing_make_room_for_the_plan() -> None:
    started = reflection_started(a_plan(**PLANNED, **{"reflection.agenda": (AgendaHeld(),)}).plan, TODAY)
    assert started.agenda == (AgendaHeld(topic="How Monday runs"),)


def test_a_plan_without_agenda_and_questions_leaves_the_reflection_as_it_is() -> None:
    plan = a_plan(**{"reflection.agenda": (AgendaHeld(),), "reflection.went_well": "I waited."}).plan
    assert reflection_started(plan, TODAY) == plan.reflection


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
    started = reflection_started(plan, TODAY)
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
    started = reflection_started(plan, TODAY)
    assert started.answers == (held, AnswerHeld(rule="old-proof", because="a new one is coming"))
    assert started.intentions == (kept, IntentionKept(text="Name the date."))


def test_a_call_planned_for_a_day_that_has_not_come_was_held_today() -> None:
    for call in ({"call.starts": dt.datetime(2026, 12, 3, 10, tzinfo=dt.UTC)}, {"call.day": LATER}):
        assert reflection_started(a_plan(**call).plan, TODAY).held_on == TODAY
    assert reflection_started(a_plan(**{"call.day": LATER}).plan, LATER).held_on == LATER
    assert reflection_started(a_plan(**PLANNED).plan, TODAY).held_on is None, "of no day nothing is known"


def test_all_as_planned_ticks_all_and_takes_the_planned_minutes() -> None:
    reflection = all_as_planned(a_plan(**PLANNED), TODAY)
    assert reflection.agenda == (AgendaHeld(topic="How Monday runs", held=True, minutes=10),)
    assert reflection.questions == (QuestionAsked(question="Who hears of it first?", asked=True),)


def test_all_as_planned_obtains_the_commitment_as_asked() -> None:
    reflection = all_as_planned(a_plan(**PLANNED, **{"ask.primary": ASK}), TODAY)
    assert reflection.obtained == Obtained(
        which=ObtainedKind.PRIMARY, actor="Mara Lindqvist", action="invites us to a walk", by=LATER
    )
    assert reflection.outcome is Outcome.ADVANCE


def test_what_is_asked_for_makes_the_outcome_and_a_vague_ask_makes_none() -> None:
    for commitment in (Commitment.DECIDE, Commitment.EXECUTE):
        signed = a_plan(**{"ask.primary": ASK, "call.commitment": commitment})
        assert all_as_planned(signed, TODAY).outcome is Outcome.ORDER
    for vague in (replace(ASK, by=None), replace(ASK, actor=""), replace(ASK, action="thinks about it")):
        reflection = all_as_planned(a_plan(**{"ask.primary": vague}), TODAY)
        assert reflection.obtained.which is ObtainedKind.PRIMARY
        assert reflection.outcome is None, "that is for the rep to say"
    nothing = all_as_planned(a_plan(**PLANNED), TODAY)
    assert (nothing.obtained, nothing.outcome) == (Obtained(), None)


def test_all_as_planned_leaves_unticked_what_was_left_out_of_a_call_led() -> None:
    asked = tuple(QuestionAsked(question=text, asked=text == "Second?") for text in THREE)
    led = (AgendaHeld(topic="Opening", held=True, minutes=6), AgendaHeld(topic="Next step"))
    plan = a_plan(**LED, **{"reflection.questions": asked, "reflection.agenda": led})
    reflection = all_as_planned(plan, TODAY)
    assert (reflection.questions, reflection.agenda) == (asked, led)
    assert (reflection.obtained.which, reflection.outcome) == (ObtainedKind.PRIMARY, Outcome.ADVANCE)


def test_questions_without_a_tick_were_not_asked_where_the_clock_held_the_agenda() -> None:
    led = (AgendaHeld(topic="Opening", held=True, minutes=6), AgendaHeld(topic="Next step"))
    reflection = all_as_planned(a_plan(**LED, **{"reflection.agenda": led}), TODAY)
    assert [question.asked for question in reflection.questions] == [False, False, False]
    assert reflection.agenda == led


def test_an_agenda_nobody_kept_the_time_of_went_as_planned_beside_questions_ticked() -> None:
    asked = tuple(QuestionAsked(question=text, asked=text == "First?") for text in THREE)
    reflection = all_as_planned(a_plan(**LED, **{"reflection.questions": asked}), TODAY)
    assert reflection.questions == asked
    assert [item.held for item in reflection.agenda] == [True, True]


def test_all_as_planned_leaves_what_was_said_of_the_commitment() -> None:
    none = Obtained(which=ObtainedKind.NONE)
    other = Obtained(which=ObtainedKind.OTHER, action="calls her boss")
    for obtained in (none, other):
        plan = a_plan(**{"ask.primary": ASK, "reflection.obtained": obtained})
        reflection = all_as_planned(plan, TODAY)
        assert (reflection.obtained, reflection.outcome) == (obtained, None)
    said = a_plan(**{"ask.primary": ASK, "reflection.outcome": Outcome.NO_SALE})
    assert all_as_planned(said, TODAY).outcome is Outcome.NO_SALE


def test_said_twice_it_says_nothing_more() -> None:
    plan = a_plan(**LED)
    once = all_as_planned(plan, TODAY)
    again = replace(plan, plan=replace(plan.plan, reflection=once))
    assert all_as_planned(again, TODAY) == once
