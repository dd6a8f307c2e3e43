"""Which questions belong to which item of the agenda."""

import re
from collections.abc import Sequence

from planner.model.conversation import AgendaItem, Question
from planner.model.terms import QuestionKind

_CLOSING = (QuestionKind.COMMITMENT, QuestionKind.PROCESS)


def questions_by_item(
    items: Sequence[AgendaItem], questions: Sequence[Question]
) -> tuple[tuple[Question, ...], ...]:
    """Return, for each agenda item, the questions to ask in it; () without items.

    A starter goes to the first item, a closing question (commitment or process) to the last, any other to the
    item that shares most words with it, or to the longest item if none shares any.
    """
    placed: list[list[Question]] = [[] for _ in items]
    if not items:
        return ()
    longest = max(range(len(items)), key=lambda at: items[at].minutes or 0)
    words = [words_of(f"{item.topic} {item.purpose} {item.outcome}") for item in items]
    for question in questions:
        question_words = words_of(f"{question.text} {question.uncovers}")
        shared = [len(question_words & item_words) for item_words in words]
        if question.starter:
            at = 0
        elif question.kind in _CLOSING:
            at = len(items) - 1
        else:
            at = shared.index(max(shared)) if max(shared) else longest
        placed[at].append(question)
    return tuple(map(tuple, placed))


def words_of(text: str) -> set[str]:
    """Return the words of five letters or more, in lower case, by which two texts are found to be related."""
    return set(re.findall(r"\w{5,}", text.casefold()))
