"""After the call: what happened, and what changes for the next one. All of it is private.

What was promised in the call is not here: a promise is the client's, with the plan it came from.
"""

import datetime as dt
from typing import Annotated

from planner.model.part import Fixed, Minutes, OneToFive, Part
from planner.model.terms import Footing, ObtainedKind, Outcome, RaisedBy


class AgendaHeld(Part, frozen=True):
    """An agenda item of the plan, whether it was held, and how long it took."""

    topic: str = ""
    held: bool = False
    minutes: Minutes = None


class QuestionAsked(Part, frozen=True):
    """A question of the plan, whether it was asked, and the answer in their words."""

    question: str = ""
    asked: bool = False
    answer: str = ""


class Obtained(Part, frozen=True):
    """Which commitment the client gave, and the action with its date."""

    which: ObtainedKind | None = None
    actor: str = ""
    actor_id: Annotated[str, Fixed] = ""
    action: str = ""
    by: dt.date | None = None


class PriceRaised(Part, frozen=True):
    """Who raised the price, at which minute, and how they reacted."""

    raised_by: RaisedBy | None = None
    minute: Minutes = None
    reaction: str = ""


class Stand(Part, frozen=True):
    """Front, back or flat in one initiative, with one line of why."""

    footing: Footing | None = None
    line: str = ""


class Stands(Part, frozen=True):
    """How we stood in each of the four initiatives."""

    prospecting: Stand = Stand()
    discovery: Stand = Stand()
    sales_conversation: Stand = Stand()
    investment: Stand = Stand()


class AnswerHeld(Part, frozen=True):
    """An answer given to a finding before the call, and whether it held. `rule` is the finding's."""

    rule: Annotated[str, Fixed] = ""
    because: str = ""
    held: bool | None = None
    what_happened: str = ""


class IntentionKept(Part, frozen=True):
    """Something to do differently, brought into this call, and whether it was done."""

    text: str = ""
    kept: bool | None = None


class FollowUp(Part, frozen=True):
    """Something to do after the call."""

    what: str = ""
    who: str = ""
    due: dt.date | None = None
    done: bool = False


class Reflection(Part, frozen=True):
    """What happened in the call, against what was planned.

    `differently_dropped` is the reason why what was to be done differently was given up before another call.
    """

    held_on: dt.date | None = None
    outcome: Outcome | None = None
    obtained: Obtained = Obtained()
    agenda: tuple[AgendaHeld, ...] = ()
    questions: tuple[QuestionAsked, ...] = ()
    price: PriceRaised = PriceRaised()
    fear_came_true: bool | None = None
    what_happened: str = ""
    intentions: tuple[IntentionKept, ...] = ()
    answers: tuple[AnswerHeld, ...] = ()
    initiatives: Stands = Stands()
    went_well: str = ""
    differently: str = ""
    differently_dropped: Annotated[str, Fixed] = ""
    learned_client: str = ""
    learned_transferable: str = ""
    best_questions: tuple[str, ...] = ()
    concerns_raised: tuple[str, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    flag_to_manager: str = ""
    grade: OneToFive = None
    next_call: str = ""
    notes: str = ""
