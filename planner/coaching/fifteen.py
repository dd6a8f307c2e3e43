"""The fifteen questions of the ten-minute plan, and which of them have an answer."""

import msgspec

from planner.model.fields import is_blank, read_field
from planner.model.plan import Preparation, absolute_path


class FifteenQuestion(msgspec.Struct, frozen=True):
    """One of the fifteen: its number from 1, and the form paths that it fills, in its own order."""

    number: int
    paths: tuple[str, ...]


_PATHS = (
    ("client.name", "call.title"),
    ("call.starts", "call.minutes", "call.channel"),
    ("call.attendees",),
    ("ask.primary",),
    ("ask.wording",),
    ("ask.fallback",),
    ("case.problems",),
    ("case.why_now",),
    ("case.proof",),
    ("conversation.agenda",),
    ("conversation.questions",),
    ("price.ours", "price.alternative"),
    ("price.drivers",),
    ("price.disclosure", "conversation.shortcuts"),
    ("fear.avoiding", "fear.counter_action"),
)
FIFTEEN = tuple(FifteenQuestion(number, paths) for number, paths in enumerate(_PATHS, start=1))
"""In the order of thinking. Together they ask for every essential field, each once."""


class Answered(msgspec.Struct, frozen=True):
    """How many of the questions have an answer."""

    given: int
    asked: int

    @property
    def all(self) -> bool:
        """Whether none is open: the page is good enough."""
        return self.given == self.asked


def answered(preparation: Preparation) -> Answered:
    """Return how many of the fifteen have an answer; one of several fields needs all of them filled."""
    still_open = {_number_of(path) for path in open_paths(preparation)}
    return Answered(given=len(FIFTEEN) - len(still_open), asked=len(FIFTEEN))


def open_paths(preparation: Preparation) -> tuple[str, ...]:
    """Return the form paths of the fields still blank, in the order of the fifteen."""
    return tuple(
        path
        for question in FIFTEEN
        for path in question.paths
        if is_blank(read_field(preparation, absolute_path(path)))
    )


def _number_of(path: str) -> int:
    return next(question.number for question in FIFTEEN if path in question.paths)
