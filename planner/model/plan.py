"""A plan for one call, and the preparation it belongs to."""

import datetime as dt
from typing import Annotated

from planner.model.ask import Ask
from planner.model.call import Call
from planner.model.case import Case
from planner.model.client import Client
from planner.model.conversation import Conversation
from planner.model.fear import Fear
from planner.model.part import Fixed, Part, Private
from planner.model.price import Price
from planner.model.reflection import Reflection
from planner.model.terms import Outcome
from planner.model.text_at_path import TextAtPath


class AnsweredFinding(Part, frozen=True):
    """A finding of the check that the rep knows about: "I know, because …". `rule` is its id."""

    rule: str = ""
    because: str = ""
    on: dt.date | None = None


class Intention(Part, frozen=True):
    """One thing to do differently, taken up from an earlier call: brought into this one or dropped.

    `since` is the day of the call that gave rise to it.
    """

    text: str = ""
    since: Annotated[dt.date | None, Fixed] = None
    dropped_because: str = ""


class LastTime(Part, frozen=True):
    """What happened in the call before: when, with which outcome, what they said, what was promised."""

    held_on: dt.date | None = None
    outcome: Outcome | None = None
    they_said: str = ""
    promised: tuple[str, ...] = ()


class Carried(Part, frozen=True):
    """What a plan took over: id of the plan before, paths of what came along, and how that call went."""

    from_plan: str = ""
    paths: tuple[str, ...] = ()
    last_time: LastTime = LastTime()


class Plan(Part, frozen=True):
    """Everything intended for one call, and what came of it.

    `client_id` names the client the plan is for; `edited_on` are the days it was worked on,
    oldest first. `unread` are texts that could not be read as values of their fields, `as_typed`
    amounts as they were typed (`38*42*12`), beside their values.
    """

    id: Annotated[str, Fixed] = ""
    client_id: Annotated[str, Fixed] = ""
    edited_on: Annotated[tuple[dt.date, ...], Fixed] = ()
    call: Call = Call()
    case: Case = Case()
    conversation: Conversation = Conversation()
    ask: Ask = Ask()
    price: Price = Price()
    fear: Fear = Fear()
    intentions: Annotated[tuple[Intention, ...], Private] = ()
    answers: Annotated[tuple[AnsweredFinding, ...], Fixed, Private] = ()
    carried: Annotated[Carried, Fixed, Private] = Carried()
    reflection: Annotated[Reflection, Private] = Reflection()
    unread: Annotated[tuple[TextAtPath, ...], Fixed, Private] = ()
    as_typed: Annotated[tuple[TextAtPath, ...], Fixed, Private] = ()


class Preparation(Part, frozen=True):
    """A plan together with its client: what a form edits, a page shows and a plan file holds."""

    client: Client = Client()
    plan: Plan = Plan()


def absolute_path(path: str) -> str:
    """Return a form's path as one of a Preparation: `plan.` before it, unless it begins with `client.`."""
    return path if path.startswith("client.") else f"plan.{path}"
