"""Which fields the ten-minute plan asks for, and how many of them have an answer. No Qt."""

from functools import cache

import msgspec

from planner.coaching.progress import missing_essentials
from planner.model.fields import essential_fields
from planner.model.plan import Preparation, absolute_path


class Answered(msgspec.Struct, frozen=True):
    """How many of the essential questions have an answer."""

    given: int
    asked: int

    @property
    def all(self) -> bool:
        """Whether nothing essential is open: the page is good enough."""
        return self.given == self.asked


def answered(preparation: Preparation) -> Answered:
    """Return how many essential questions there are and how many have an answer; a list counts once."""
    count = len([path for path in _essential_paths() if "[]" not in path])
    return Answered(given=count - len(missing_essentials(preparation)), asked=count)


@cache
def asked_in_ten_minutes(field: str) -> bool:
    """Whether the ten-minute plan asks for the field at the form path.

    It does if the field is essential, lies in a part or list that is, or holds an essential field.
    """
    path = absolute_path(field)
    return any(_within(path, essential) or _within(essential, path) for essential in _essential_paths())


@cache
def _essential_paths() -> tuple[str, ...]:
    return tuple(field.path for field in essential_fields(Preparation))


def _within(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith((f"{outer}.", f"{outer}[]"))
