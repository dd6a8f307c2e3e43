"""The fear line: the opponent is never the client."""

from typing import Annotated

from planner.model.part import Essential, Part, Private


class Fear(Part, frozen=True):
    """What I am avoiding in this call, and the one thing I do against it."""

    avoiding: Annotated[str, Essential, Private] = ""
    counter_action: Annotated[str, Essential, Private] = ""
