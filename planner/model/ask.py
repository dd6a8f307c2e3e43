"""The ask: the one commitment this call is for, and the least we accept."""

import datetime as dt
from typing import Annotated

from planner.model.part import Essential, EssentialText, Fixed, Part


class Action(Part, frozen=True):
    """A named action somebody at the client agrees to take by a date.

    `actor_id` is the id of the contact who takes it, "" if that is known by the name alone.
    """

    actor: str = ""
    actor_id: Annotated[str, Fixed] = ""
    action: str = ""
    by: dt.date | None = None


class NextStep(Part, frozen=True):
    """What we do next, depending on how the call ends."""

    if_the_outcome_is: str = ""
    then: str = ""


class Ask(Part, frozen=True):
    """The commitment we ask for, in which words, and the fallback."""

    primary: Annotated[Action, Essential] = Action()
    fallback: Annotated[Action, Essential] = Action()
    wording: EssentialText = ""
    secondary_goals: tuple[str, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
