"""What gives way when a page is too full, step by step, as the template says it.

A ladder `12:3 20:2` shows three from step 12 on, two from step 20 on. What a person needs least has
the lowest steps; what is never given up short of a page that cannot be printed, the highest.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

Ladder = tuple[tuple[int, int], ...]

LAST_RESORT: Ladder = ((44, 14), (80, 8), (81, 6), (82, 5), (83, 4), (84, 3), (86, 2), (90, 1))
"""The lines of a text that the template gives no ladder of its own."""
FEWER_ROWS: Ladder = ((30, 12), (34, 9), (38, 7), (42, 6), (46, 5), (50, 4), (54, 3), (58, 2), (88, 1))
"""The rows of a list that has a name for them and no ladder of its own."""

_LADDER = re.compile(r"\s*\d+:\d+(?:\s+\d+:\d+)*\s*")


def read_ladder(text: str) -> Ladder:
    """Return the ladder, lowest step first; ValueError if the text is none."""
    if not _LADDER.fullmatch(text):
        raise ValueError(text)
    rungs = (rung.split(":") for rung in text.split())
    return tuple(sorted((int(step), int(most)) for step, most in rungs))


def most_at(ladder: Ladder, step: int) -> int | None:
    """Return how many are shown when the page has come to a step; None for all."""
    most = None
    for start, shown in ladder:
        if start > step:
            break
        most = shown
    return most


class Aside(NamedTuple):
    """A part of a text that is left out whole from a step on, and what it is called then."""

    step: int
    name: str


class Cutting(NamedTuple):
    """How a text is shortened: its lines, its name, and for each of its spans the aside it belongs to."""

    lines: Ladder = LAST_RESORT
    name: str = ""
    asides: Sequence[Aside | None] = ()

    @property
    def steps(self) -> tuple[int, ...]:
        """The steps at which the text changes, lowest first."""
        dropped = {aside.step for aside in self.asides if aside}
        return tuple(sorted(dropped | {step for step, _ in self.lines}))


UNCUT = Cutting(lines=())
