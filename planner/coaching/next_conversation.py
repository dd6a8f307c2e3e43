"""What of a conversation is still open when the next call is planned."""

from msgspec.structs import replace

from planner.model.client import Contact
from planner.model.conversation import Concern, Conversation, Question
from planner.model.plan import Plan, Preparation
from planner.wording.text import folded


def conversation_for_next(last: Preparation) -> Conversation:
    """Return the questions still open, the concerns raised, and what we answer to a shortcut."""
    talk = last.plan.conversation
    return Conversation(
        questions=open_questions(last.plan),
        shortcuts=talk.shortcuts,
        concerns=_concerns(last),
        must_be_involved=talk.must_be_involved,
    )


def open_questions(plan: Plan) -> tuple[Question, ...]:
    """Return the questions planned or noted that were not asked, or got no answer."""
    told = {one.question.strip(): one for one in plan.reflection.questions if one.question.strip()}
    answered = {text for text, one in told.items() if one.asked and one.answer.strip()}
    planned = tuple(one for one in plan.conversation.questions if one.text.strip())
    known = {one.text.strip() for one in planned}
    noted = tuple(Question(text=text) for text in told if text not in known)
    return tuple(one for one in (*planned, *noted) if one.text.strip() not in answered)


def _concerns(last: Preparation) -> tuple[Concern, ...]:
    """Return a concern for each that was raised, with the answer planned for it if there was one."""
    planned = {folded(one.concern): one for one in last.plan.conversation.concerns}
    raised = (one for one in last.plan.reflection.concerns_raised if one.strip())
    found = (_concern(text, last.client.contacts) for text in raised)
    return tuple(_with_answer(one, planned.get(folded(one.concern))) for one in found)


def _with_answer(raised: Concern, planned: Concern | None) -> Concern:
    return raised if planned is None else replace(planned, who=raised.who or planned.who)


def _concern(text: str, contacts: tuple[Contact, ...]) -> Concern:
    """Return a concern as raised; `Name: what` says who, if that is one contact of the client."""
    name, mark, rest = text.partition(":")
    called = [one.name for one in contacts if name.strip() and name.strip() in one.name]
    if mark and rest.strip() and len(called) == 1:
        return Concern(who=called[0], concern=rest.strip())
    return Concern(concern=text.strip())
