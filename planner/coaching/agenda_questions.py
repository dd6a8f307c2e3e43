"""Which questions belong to which item of the agenda."""

import re
from collections.abc import Sequence

from planner.model.conversation import AgendaItem, Question
from planner.model.terms import QuestionKind

_CLOSING = (QuestionKind.COMMITMENT, QuestionKind.PROCESS)


def questions_by_item(
    items: Sequence[AgendaItem], questions: Sequence[Question]
) -> tuple[tuple[Question, ...], ...]:
    """Return the questions of each item: starters early, closing ones last, others where words agree.

    A question that shares no word with any item is asked in the longest one. Empty without items.
    """
    placed: list[list[Question]] = [[] for _ in items]
    if not items:
        return ()
    longest = max(range(len(items)), key=lambda at: items[at].minutes or 0)
    words = [words_of(f"{one.topic} {one.purpose} {one.outcome}") for one in items]
    for question in questions:
        asked = words_of(f"{question.text} {question.uncovers}")
        shared = [len(asked & there) for there in words]
        if question.starter:
            at = 0
        elif question.kind in _CLOSING:
            at = len(items) - 1
        else:
            at = shared.index(max(shared)) if max(shared) else longest
        placed[at].append(question)
    return tuple(map(tuple, placed))


def words_of(text: str) -> set[str]:
    """Return the words of a text by which two texts are found to speak of one thing."""
    return set(re.findall(r"\w{5,}", text.casefold()))
