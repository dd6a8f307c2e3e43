"""The agenda with the questions that belong to each of its items."""

from collections.abc import Sequence

import msgspec

from planner.coaching.agenda_questions import questions_by_item
from planner.documents.views.wording import lines, quoted
from planner.model.conversation import AgendaItem, Conversation, Question
from planner.model.terms import Lead
from planner.wording.text import joined, one_line


class QuestionView(msgspec.Struct, frozen=True):
    """A question to tick, what it is to uncover, and how we go on from an answer."""

    text: str
    uncovers: str
    follow_up: str


class AgendaItemView(msgspec.Struct, frozen=True):
    """A stretch of the call, and the questions asked in it."""

    minutes: str
    topic: str
    led: str
    purpose: str
    outcome: str
    questions: tuple[QuestionView, ...]


class AgendaView(msgspec.Struct, frozen=True):
    """The agenda: how long, who leads, the opening, the items, and questions that have no item."""

    heading: str
    opening: str
    items: tuple[AgendaItemView, ...]
    questions: tuple[QuestionView, ...]
    remark: str


def agenda_view(talk: Conversation, call_minutes: int | None) -> AgendaView:
    """Return the agenda in ready words."""
    items = [one for one in talk.agenda if one.topic.strip() or one.minutes or one.purpose.strip()]
    questions = [one for one in talk.questions if one.text.strip()]
    placed = questions_by_item(items, questions)
    total = sum(one.minutes or 0 for one in items)
    over = bool(call_minutes and total > call_minutes)
    return AgendaView(
        heading=_heading(items, total or call_minutes or 0),
        opening=quoted(talk.opening),
        items=tuple(_item(one, asked) for one, asked in zip(items, placed, strict=True)),
        questions=() if items else tuple(_question(one) for one in questions),
        remark=f"The agenda takes {total} minutes, the call {call_minutes}." if over else "",
    )


def _heading(items: Sequence[AgendaItem], total: int) -> str:
    leads = [one.lead for one in items if one.lead]
    words = {Lead.US: "we lead", Lead.THEM: "they lead", Lead.BOTH: "both lead"}
    lead = words[max(dict.fromkeys(leads), key=leads.count)] if leads else ""
    rest = joined((f"{total} min" if total else "", lead), ", ")
    return joined(("Agenda", rest), " — ")


def _item(item: AgendaItem, questions: Sequence[Question]) -> AgendaItemView:
    led = {Lead.THEM: "(they lead)", Lead.BOTH: "(both)"}.get(item.lead, "") if item.lead else ""
    return AgendaItemView(
        minutes="" if item.minutes is None else str(item.minutes),
        topic=one_line(item.topic) or "…",
        led=led,
        purpose=lines(item.purpose),
        outcome=lines(item.outcome),
        questions=tuple(_question(one) for one in questions),
    )


def _question(one: Question) -> QuestionView:
    branch = (f"if {quoted(one_line(one.if_they_say))}", one_line(one.then_we))
    return QuestionView(
        lines(one.text),
        one_line(one.uncovers),
        joined(branch, " → ") if one.if_they_say.strip() else branch[1],
    )
