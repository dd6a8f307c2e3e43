"""How far each step of the walk has come, and what is still open, in the words of the forms."""

import re

import msgspec

from planner.coaching.fifteen import FIFTEEN, answered
from planner.coaching.progress import Progress, looked_back, missing_essentials, progress_of
from planner.desktop.editing.form_fields import STEPS, WalkStep, place_of, progress_paths, question_of
from planner.model.field_texts import unread_texts
from planner.model.plan import Preparation, absolute_path


class OpenQuestion(msgspec.Struct, frozen=True):
    """An essential question without an answer: its form path, its step, and how the form asks it."""

    path: str
    step: int
    question: str


def step_progress(step: WalkStep, preparation: Preparation) -> Progress:
    """Return how far a step has come.

    The review is ready only when nothing essential is missing in any step; the step after the call only
    when the outcome is given.
    """
    reached = progress_of(preparation, progress_paths(step))
    if step.key == "review" and missing_essentials(preparation):
        return Progress.EMPTY if reached is Progress.EMPTY else Progress.STARTED
    if step.key == "after" and not looked_back(preparation.plan):
        return Progress.EMPTY if reached is Progress.EMPTY else Progress.STARTED
    return reached


def ten_minute_progress(preparation: Preparation) -> Progress:
    """Return how far the fifteen questions have come: ready with the last answered."""
    if answered(preparation).all:
        return Progress.READY
    paths = (absolute_path(path) for question in FIFTEEN for path in question.paths)
    return progress_of(preparation, paths)


def unanswered_questions(preparation: Preparation) -> tuple[OpenQuestion, ...]:
    """Return the essential questions without an answer, in the order of the walk."""
    missing = (path.removeprefix("plan.") for path in missing_essentials(preparation))
    placed = sorted((place, path) for path in missing if (place := place_of(path)) is not None)
    return tuple(
        OpenQuestion(path=path, step=step, question=question_of(STEPS[step].ui, path))
        for (step, _), path in placed
    )


def unread_in_order(preparation: Preparation) -> list[str]:
    """Return the form paths of the answers that could not be read, in the order of the walk.

    Day and time of one moment are one answer.
    """
    paths = {kept.path for kept in unread_texts(preparation)}
    if "call.day" in paths:
        paths.discard("call.starts")
    return sorted(paths, key=_place_in_walk)


def _place_in_walk(path: str) -> tuple[tuple[int, int], list[int], str]:
    """Return what sorts by step, by list and row, then by field."""
    listed, bracket, _inner = path.partition("[")
    place = place_of(listed if bracket else path) or (len(STEPS), 0)
    return place, [int(row) for row in re.findall(r"\[(\d+)\]", path)], path
