"""What gives way when a page is too full, step by step, as the template says it.

Levels `12:3 20:2` show three from step 12 on, two from step 20 on. What a person needs least has
the lowest steps; what is never given up short of a page that cannot be printed, the highest.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

Levels = tuple[tuple[int, int], ...]

LAST_RESORT: Levels = ((44, 14), (80, 8), (81, 6), (82, 5), (83, 4), (84, 3), (86, 2), (90, 1))
"""The lines of a text that the template gives no levels of its own."""
FEWER_ROWS: Levels = ((30, 12), (34, 9), (38, 7), (42, 6), (46, 5), (50, 4), (54, 3), (58, 2), (88, 1))
"""The rows of a list that has a name for them and no levels of its own."""

_LADDER = re.compile(r"\s*\d+:\d+(?:\s+\d+:\d+)*\s*")


def read_levels(text: str) -> Levels:
    """Return the levels written in a text such as `20:3 40:2`, lowest step first; ValueError otherwise."""
    if not _LADDER.fullmatch(text):
        raise ValueError(text)
    levels = (level.split(":") for level in text.split())
    return tuple(sorted((int(step), int(most)) for step, most in levels))


def most_at(levels: Levels, step: int) -> int | None:
    """Return how many lines or rows the levels show at a step; None for all."""
    most = None
    for start, shown in levels:
        if start > step:
            break
        most = shown
    return most


class Aside(NamedTuple):
    """A part of a text that is left out as a whole from `step` on; `name` is what the page calls it then."""

    step: int
    name: str


class OverflowPolicy(NamedTuple):
    """How a text is shortened: its levels of lines, its name for the note, and the aside of each span.

    `asides` has an entry for each span, None for a span in no aside; () if there are no asides.
    """

    lines: Levels = LAST_RESORT
    name: str = ""
    asides: Sequence[Aside | None] = ()

    @property
    def steps(self) -> tuple[int, ...]:
        """The steps at which the text changes, lowest first."""
        dropped = {aside.step for aside in self.asides if aside}
        return tuple(sorted(dropped | {step for step, _ in self.lines}))


UNCUT = OverflowPolicy(lines=())
