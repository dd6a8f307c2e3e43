"""What of a conversation is still open when the next call is planned."""

from msgspec.structs import replace

from planner.model.client import Contact
from planner.model.conversation import AgendaItem, Concern, Conversation, Question
from planner.model.fields import is_blank
from planner.model.names import name_key
from planner.model.plan import Plan, Preparation
from planner.model.same_text import distinct_texts, text_key


def conversation_for_next(last: Preparation) -> Conversation:
    """Return the conversation for the next call, with what of the last one is still of use.

    That is the agenda's topics with minutes and leads, the questions without an answer, all shortcuts, the
    concerns raised or prepared, and who must be involved.
    """
    talk = last.plan.conversation
    return Conversation(
        agenda=_skeleton(talk.agenda),
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


def _skeleton(agenda: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
    """Return the agenda's topics with their minutes and who leads; what each was for was that call's."""
    items = (AgendaItem(minutes=item.minutes, topic=item.topic, lead=item.lead) for item in agenda)
    return tuple(item for item in items if item.topic.strip())


def _concerns(last: Preparation) -> tuple[Concern, ...]:
    """Return the concerns raised, each with the answer prepared for it, and then those only prepared.

    An answer that was not needed yet may be the next time.
    """
    prepared = [concern for concern in last.plan.conversation.concerns if not is_blank(concern)]
    by_text = {text_key(concern.concern): concern for concern in prepared if concern.concern.strip()}
    told = (concern for concern in last.plan.reflection.concerns_raised if concern.strip())
    raised = [_concern(text, last.client.contacts) for text in told]
    taken = {text_key(concern.concern) for concern in raised}
    return (
        *(_with_answer(concern, by_text.get(text_key(concern.concern))) for concern in raised),
        *(concern for concern in prepared if text_key(concern.concern) not in taken),
    )


def _with_answer(raised: Concern, planned: Concern | None) -> Concern:
    if planned is None or not raised.who:
        return planned or raised
    return replace(planned, who=raised.who, who_id=raised.who_id)


def _concern(text: str, contacts: tuple[Contact, ...]) -> Concern:
    """Return a concern as raised; `Name: what` says who, if that is one contact of the client."""
    name, mark, rest = text.partition(":")
    key = name_key(name)
    called = [contact for contact in contacts if key and key in name_key(contact.name)]
    if mark and rest.strip() and len(called) == 1:
        return Concern(who=called[0].name, who_id=called[0].id, concern=rest.strip())
    return Concern(concern=text.strip())
