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
    asked_or_noted = plan.reflection.questions
    answered = {
        text_key(question.question)
        for question in asked_or_noted
        if question.asked and question.answer.strip()
    }
    planned = tuple(question for question in plan.conversation.questions if question.text.strip())
    planned_texts = {text_key(question.text) for question in planned}
    others = distinct_texts(question.question.strip() for question in asked_or_noted)
    noted = tuple(Question(text=text) for text in others if text_key(text) not in planned_texts)
    return tuple(question for question in (*planned, *noted) if text_key(question.text) not in answered)


def _concerns(last: Preparation) -> tuple[Concern, ...]:
    """Return a concern for each that was raised, with the answer planned for it if there was one."""
    planned = {text_key(concern.concern): concern for concern in last.plan.conversation.concerns}
    raised = (concern for concern in last.plan.reflection.concerns_raised if concern.strip())
    concerns = (_concern(text, last.client.contacts) for text in raised)
    return tuple(_with_answer(concern, planned.get(text_key(concern.concern))) for concern in concerns)


def _with_answer(raised: Concern, planned: Concern | None) -> Concern:
    return raised if planned is None else replace(planned, who=raised.who or planned.who)


def _concern(text: str, contacts: tuple[Contact, ...]) -> Concern:
    """Return a concern as raised; `Name: what` says who, if that is one contact of the client."""
    name, mark, rest = text.partition(":")
    key = name_key(name)
    names = [contact.name for contact in contacts if key and key in name_key(contact.name)]
    if mark and rest.strip() and len(names) == 1:
        return Concern(who=names[0], concern=rest.strip())
    return Concern(concern=text.strip())
