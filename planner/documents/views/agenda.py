"""The agenda with the questions that belong to each of its items."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from planner.coaching.agenda_questions import questions_by_item
from planner.coaching.agenda_times import clock_times
from planner.documents.views.wording import lines, quoted_lines
from planner.model.conversation import AgendaItem, Conversation, Question
from planner.model.terms import Lead
from planner.translation import N_, _, ngettext
from planner.wording.text import one_line

_LED = {Lead.THEM: N_("(they lead)"), Lead.BOTH: N_("(both)")}
_HEADINGS = {
    None: N_("Agenda"),
    Lead.US: N_("Agenda — we lead"),
    Lead.THEM: N_("Agenda — they lead"),
    Lead.BOTH: N_("Agenda — both lead"),
}
_HEADINGS_WITH_LENGTH = {
    None: N_("Agenda — {minutes} min"),
    Lead.US: N_("Agenda — {minutes} min, we lead"),
    Lead.THEM: N_("Agenda — {minutes} min, they lead"),
    Lead.BOTH: N_("Agenda — {minutes} min, both lead"),
}


class QuestionView(msgspec.Struct, frozen=True):
    """A question to tick, in ready words: what it is to uncover, and how we go on from an answer."""

    text: str
    uncovers: str
    follow_up: str


class AgendaItemView(msgspec.Struct, frozen=True):
    """An agenda item in ready words, with the questions asked in it; `begins` is a time, "" if not known."""

    begins: str
    minutes: str
    topic: str
    led: str
    purpose: str
    outcome: str
    questions: tuple[QuestionView, ...]


class AgendaView(msgspec.Struct, frozen=True):
    """The agenda in ready words: the heading says how long it is and who leads most of it, if known.

    `questions` are all questions if there are no items, otherwise they stand with the items. `remark` says
    that the items take longer than the call; "" if they do not.
    """

    heading: str
    opening: str
    items: tuple[AgendaItemView, ...]
    questions: tuple[QuestionView, ...]
    remark: str


def agenda_view(talk: Conversation, call_minutes: int | None, starts: dt.datetime | None) -> AgendaView:
    """Return the agenda in ready words; `call_minutes` and `starts` are the call's, None if not set."""
    items = [item for item in talk.agenda if item.topic.strip() or item.minutes or item.purpose.strip()]
    questions = [question for question in talk.questions if question.text.strip()]
    placed = questions_by_item(items, questions)
    total = sum(item.minutes or 0 for item in items)
    return AgendaView(
        heading=_heading(items, total or call_minutes or 0),
        opening=quoted_lines(talk.opening),
        items=tuple(map(_item, items, clock_times(items, starts), placed)),
        questions=() if items else tuple(_question(question) for question in questions),
        remark=_too_long(total, call_minutes) if call_minutes and total > call_minutes else "",
    )


def _too_long(total: int, call_minutes: int) -> str:
    remark = ngettext(
        "The agenda takes {total} minute, the call {call}.",
        "The agenda takes {total} minutes, the call {call}.",
        total,
    )
    return remark.format(total=total, call=call_minutes)


def _heading(items: Sequence[AgendaItem], total: int) -> str:
    """Return the heading with the minutes and with who leads most of the items, the first of several."""
    leads = [item.lead for item in items if item.lead]
    lead = max(dict.fromkeys(leads), key=leads.count) if leads else None
    return _(_HEADINGS_WITH_LENGTH[lead]).format(minutes=total) if total else _(_HEADINGS[lead])


def _item(item: AgendaItem, begins: str, questions: Sequence[Question]) -> AgendaItemView:
    led = _LED.get(item.lead) if item.lead else None
    return AgendaItemView(
        begins=begins,
        minutes="" if item.minutes is None else str(item.minutes),
        topic=one_line(item.topic) or "…",
        led=_(led) if led else "",
        purpose=lines(item.purpose),
        outcome=lines(item.outcome),
        questions=tuple(_question(question) for question in questions),
    )


def _question(question: Question) -> QuestionView:
    return QuestionView(lines(question.text), one_line(question.uncovers), _follow_up(question))


def _follow_up(question: Question) -> str:
    answer, reply = quoted_lines(one_line(question.if_they_say)), one_line(question.then_we)
    if not answer:
        return reply
    pattern = _("if {answer} → {reply}") if reply else _("if {answer}")
    return pattern.format(answer=answer, reply=reply)
