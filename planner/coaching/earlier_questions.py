"""One's own earlier questions, to ask again."""

from collections.abc import Iterable, Iterator

from planner.model.conversation import Question
from planner.model.plan import Plan
from planner.model.same_text import distinct_rows, text_key

MOST_OFFERED = 15


def earlier_questions(earlier: Iterable[Plan], plan: Plan) -> tuple[Question, ...]:
    """Return up to 15 questions of `earlier` plans that `plan` does not hold, each once.

    Those that somebody called their best after a call come first; else they stand as `earlier` has them,
    which is the latest plan first. A question has only its text and its kind.
    """
    plans = tuple(earlier)
    held = {text_key(question.text) for question in plan.conversation.questions}
    best = (text for other in plans for text in other.reflection.best_questions)
    found = distinct_rows((*_as_planned(best, plans), *_planned(plans)), lambda question: question.text)
    return tuple(question for question in found if text_key(question.text) not in held)[:MOST_OFFERED]


def _planned(plans: Iterable[Plan]) -> Iterator[Question]:
    for plan in plans:
        for question in plan.conversation.questions:
            yield Question(text=question.text.strip(), kind=question.kind)


def _as_planned(texts: Iterable[str], plans: Iterable[Plan]) -> Iterator[Question]:
    """Yield these questions with the kind they were planned with, as far as they were."""
    planned = {text_key(question.text): question for question in _planned(plans)}
    for text in texts:
        yield planned.get(text_key(text), Question(text=text.strip()))
