"""One's own earlier questions, to ask again."""

from planner.coaching.earlier_questions import MOST_OFFERED, earlier_questions
from planner.model.conversation import Question
from planner.model.plan import Plan
from planner.model.terms import QuestionKind
from tests.builders import a_plan

WHO = Question(text="Who waits?", kind=QuestionKind.PROBLEM, uncovers="the shift", then_we="ask for the list")
WORTH = Question(text="What would an hour be worth?")


def test_the_best_come_first_then_the_latest_each_once_and_without_what_was_of_that_call() -> None:
    latest = _with(WORTH, Question(text=" "))
    older = a_plan(
        **{"conversation.questions": (WORTH, WHO), "reflection.best_questions": ("who waits", "Why now?")}
    ).plan
    assert earlier_questions((latest, older), a_plan().plan) == (
        Question(text="Who waits?", kind=QuestionKind.PROBLEM),
        Question(text="Why now?"),
        WORTH,
    )


def test_what_the_plan_asks_already_is_not_offered() -> None:
    assert earlier_questions((_with(WHO, WORTH),), _with(Question(text="who waits"))) == (WORTH,)


def test_there_are_not_more_than_one_can_look_through() -> None:
    many = _with(*(Question(text=f"Question {number}?") for number in range(40)))
    assert len(earlier_questions((many,), a_plan().plan)) == MOST_OFFERED


def _with(*questions: Question) -> Plan:
    return a_plan(**{"conversation.questions": questions}).plan
