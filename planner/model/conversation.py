"""The sales conversation: how we intend it to proceed, and what we answer."""

from typing import Annotated

from planner.model.part import Essential, Fixed, Minutes, OneToTen, Part, Private, PrivateText
from planner.model.terms import DisclosureTopic, Lead, QuestionKind


class AgendaItem(Part, frozen=True):
    """A stretch of the call with a purpose and an outcome."""

    minutes: Minutes = None
    topic: str = ""
    purpose: str = ""
    outcome: str = ""
    lead: Lead | None = None


class Question(Part, frozen=True):
    """Something we ask, what it uncovers, and how we go on from the answer.

    `starter` marks a good one to start with: it goes to the first agenda item.
    """

    text: str = ""
    kind: QuestionKind | None = None
    uncovers: str = ""
    starter: bool = False
    if_they_say: str = ""
    then_we: str = ""


class TheirQuestion(Part, frozen=True):
    """Something they may ask, and our answer."""

    question: str = ""
    answer: str = ""


class Disclosure(Part, frozen=True):
    """What we tell, keep, or steer elsewhere, and in which words."""

    topic: DisclosureTopic | None = None
    wording: str = ""


class Shortcut(Part, frozen=True):
    """A request that would skip the conversation, and the better next step."""

    they_ask_for: str = ""
    acknowledge: str = ""
    defer: str = ""
    propose_instead: str = ""


class Concern(Part, frozen=True):
    """A worry somebody may voice, and how we meet it. `who_id` is the contact's id, where it is known."""

    who: str = ""
    who_id: Annotated[str, Fixed] = ""
    concern: str = ""
    why: str = ""
    response: str = ""
    pivot: str = ""
    proof: str = ""


class Strength(Part, frozen=True):
    """How we stand on one dimension, from 1 (weak) to 10 (strong)."""

    dimension: str = ""
    strength: OneToTen = None
    weakness: str = ""
    notes: str = ""


class Conversation(Part, frozen=True):
    """How we lead the conversation, and how we listen."""

    purpose: str = ""
    their_agenda: str = ""
    opening: str = ""
    agenda: Annotated[tuple[AgendaItem, ...], Essential] = ()
    questions: Annotated[tuple[Question, ...], Essential] = ()
    their_questions: tuple[TheirQuestion, ...] = ()
    signals: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    must_be_involved: str = ""
    avoid: tuple[str, ...] = ()
    disclosure: tuple[Disclosure, ...] = ()
    shortcuts: Annotated[tuple[Shortcut, ...], Essential] = ()
    concerns: tuple[Concern, ...] = ()
    strengths: Annotated[tuple[Strength, ...], Private] = ()
    vulnerabilities: PrivateText = ""
