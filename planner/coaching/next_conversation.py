"""What of a conversation is still open when the next call is planned."""

from msgspec.structs import replace

from planner.model.client import Contact
from planner.model.conversation import Concern, Conversation, Question
from planner.model.names import name_key
from planner.model.plan import Plan, Preparation
from planner.model.same_text import distinct_texts, text_key


def conversation_for_next(last: Preparation) -> Conversation:
    """Return the next conversation: open questions, concerns raised, shortcuts, and who must be involved."""
    talk = last.plan.conversation
    return Conversation(
        questions=open_questions(last.plan),
        shortcuts=talk.shortcuts,
        concerns=_concerns(last),
        must_be_involved=talk.must_be_involved,
    )


def open_questions(plan: Plan) -> tuple[Question, ...]:
    """Return the questions, planned or only noted in the call, that were not asked or got no answer."""
    told = plan.reflection.questions
    answered = {text_key(one.question) for one in told if one.asked and one.answer.strip()}
    planned = tuple(one for one in plan.conversation.questions if one.text.strip())
    known = {text_key(one.text) for one in planned}
    others = distinct_texts(one.question.strip() for one in told)
    noted = tuple(Question(text=text) for text in others if text_key(text) not in known)
    return tuple(one for one in (*planned, *noted) if text_key(one.text) not in answered)


def _concerns(last: Preparation) -> tuple[Concern, ...]:
    """Return a concern for each that was raised, with the answer planned for it if there was one."""
    planned = {text_key(one.concern): one for one in last.plan.conversation.concerns}
    raised = (one for one in last.plan.reflection.concerns_raised if one.strip())
    found = (_concern(text, last.client.contacts) for text in raised)
    return tuple(_with_answer(one, planned.get(text_key(one.concern))) for one in found)


def _with_answer(raised: Concern, planned: Concern | None) -> Concern:
    return raised if planned is None else replace(planned, who=raised.who or planned.who)


def _concern(text: str, contacts: tuple[Contact, ...]) -> Concern:
    """Return a concern as raised; `Name: what` says who, if that is one contact of the client."""
    name, mark, rest = text.partition(":")
    key = name_key(name)
    called = [one.name for one in contacts if key and key in name_key(one.name)]
    if mark and rest.strip() and len(called) == 1:
        return Concern(who=called[0], concern=rest.strip())
    return Concern(concern=text.strip())
