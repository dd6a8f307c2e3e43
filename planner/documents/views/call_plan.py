"""What the call plan's template is given."""

import datetime as dt
from itertools import chain, zip_longest

import msgspec

from planner.charts.chart import Chart
from planner.coaching.last_time import last_time_lines
from planner.coaching.price_charts import BREAK_EVEN, break_even_chart
from planner.coaching.promises import is_open, is_overdue, made_before
from planner.documents.views.agenda import AgendaView, agenda_view
from planner.documents.views.case import CaseView, case_view
from planner.documents.views.people import Person, our_people, people_behind, people_there
from planner.documents.views.unread import unread_words
from planner.documents.views.verdict import PriceView, price_view
from planner.documents.views.wording import done_by, facts_line, lines, minutes_text, quoted_lines, sentence
from planner.model.ask import Action
from planner.model.call import Call, planned_day
from planner.model.client import Promise
from planner.model.plan import Plan, Preparation
from planner.model.price import Price
from planner.model.pricing.figures import figures
from planner.model.terms import Channel, Side
from planner.translation import N_, _
from planner.wording.days import day, time_range, weekday, zone
from planner.wording.text import joined, one_line

_ASKED = {Side.US: N_("we asked for this meeting"), Side.THEM: N_("they asked for this meeting")}
_WHOSE = {Side.US: N_("ours"), Side.THEM: N_("theirs")}


class Answer(msgspec.Struct, frozen=True):
    """What they may say and what we answer, in ready words.

    From a shortcut come `first` (acknowledging) and `reason`; from a concern `who`, `why` and `proof`.
    """

    say: str
    answer: str
    first: str = ""
    reason: str = ""
    who: str = ""
    why: str = ""
    proof: str = ""


class PromiseView(msgspec.Struct, frozen=True):
    """An open promise: whose it is, what, by when, and whether it will be overdue on the day of the call."""

    whose: str
    text: str
    due: str
    overdue: bool


class CallPlanView(msgspec.Struct, frozen=True):
    """What the call plan's template is given: the plan in ready words, "" for what is blank."""

    client: str
    kind: str
    title: str
    why: str
    moment: str
    place: str
    last_time: tuple[str, ...]
    purpose: str
    commitment: str
    ask: str
    wording: str
    fallback: str
    agenda: AgendaView
    case: CaseView
    answers: tuple[Answer, ...]
    there: tuple[Person, ...]
    behind: tuple[Person, ...]
    ours: str
    price: PriceView
    charts: dict[str, Chart]
    signals: tuple[str, ...]
    promises: tuple[PromiseView, ...]
    avoiding: str
    counter_action: str
    footing: str
    unread: str
    reference: str


def call_plan_view(preparation: Preparation, footing: str = "") -> CallPlanView:
    """Return the call plan in ready words; `footing` says where the rep stands, "" for nothing."""
    client, plan = preparation.client, preparation.plan
    call, talk, ask = plan.call, plan.conversation, plan.ask
    return CallPlanView(
        client=one_line(client.name),
        kind=_kind(call),
        title=one_line(call.title),
        why=lines(call.why_it_matters),
        moment=moment_words(call),
        place=joined((_(call.channel) if call.channel else "", one_line(call.place))),
        last_time=last_time_lines(plan.carried.last_time),
        purpose=lines(talk.purpose),
        commitment=_(call.commitment) if call.commitment else "",
        ask=action_words(ask.primary),
        wording=quoted_lines(ask.wording),
        fallback=action_words(ask.fallback),
        agenda=agenda_view(talk, call.minutes, call.starts),
        case=case_view(plan.case, one_line(client.current_supplier)),
        answers=_answers(plan),
        there=people_there(preparation),
        behind=people_behind(preparation),
        ours=our_people(call),
        price=price_view(plan.price),
        charts=_charts(plan.price),
        signals=tuple(one_line(signal) for signal in talk.signals if signal.strip()),
        promises=_open_promises(made_before(client, plan.id), planned_day(call)),
        avoiding=lines(plan.fear.avoiding),
        counter_action=lines(plan.fear.counter_action),
        footing=footing,
        unread=unread_words(preparation),
        reference=reference_of(plan),
    )


def _charts(price: Price) -> dict[str, Chart]:
    bar = break_even_chart(figures(price))
    return {} if bar is None else {BREAK_EVEN: bar}


def reference_of(plan: Plan) -> str:
    """Return the line that tells printouts apart: the start of the plan's id and the day of its last edit."""
    last = max(plan.edited_on, default=None)
    number = _("plan {id}").format(id=plan.id[:6]) if plan.id else ""
    return joined((_("internal"), "Front Foot", number, day(last)))


def _kind(call: Call) -> str:
    kind = _(call.kind) if call.kind else ""
    initiative = _(_ASKED[call.initiated_by]) if call.initiated_by else ""
    return joined((_("Call plan"), kind, initiative))


def moment_words(call: Call) -> str:
    """Return when the call is, with its zone if by video or phone; without a start its day and length."""
    if call.starts is None:
        length = minutes_text(call.minutes) if call.minutes else ""
        return facts_line((weekday(call.day) if call.day else "", length))
    return start_text(call.starts, call.minutes, with_zone=call.channel in (Channel.VIDEO, Channel.PHONE))


def start_text(starts: dt.datetime, minutes: int | None, *, with_zone: bool) -> str:
    """Return `Tue 1 Dec 2026, 10:00–10:45`, without minutes the beginning alone, and the zone if `with_zone`.

    The zone is as `zone` says it.
    """
    pattern = _("{day}, {time} {zone}") if with_zone else _("{day}, {time}")
    return pattern.format(
        day=weekday(starts.date()), time=time_range(starts, minutes), zone=zone(starts) if with_zone else ""
    )


def action_words(action: Action) -> str:
    """Return who does what by when, as a sentence; "" for a blank action."""
    text = done_by(joined((one_line(action.actor), lines(action.action)), " "), action.by)
    return f"{text}." if text and text[-1].isalnum() else text


def _answers(plan: Plan) -> tuple[Answer, ...]:
    """Return the answers: the first shortcut, concern and reaction to our price, then the second of each."""
    shortcuts = (
        Answer(
            say=quoted_lines(one_line(shortcut.they_ask_for)),
            answer=sentence(shortcut.propose_instead),
            first=sentence(shortcut.acknowledge),
            reason=sentence(shortcut.defer),
        )
        for shortcut in plan.conversation.shortcuts
    )
    concerns = (
        Answer(
            say=quoted_lines(one_line(concern.concern)),
            answer=joined((sentence(concern.response), sentence(concern.pivot)), " "),
            who=one_line(concern.who),
            why=one_line(concern.why),
            proof=lines(concern.proof),
        )
        for concern in plan.conversation.concerns
    )
    to_price = (
        Answer(say=quoted_lines(one_line(pushback.reaction)), answer=lines(pushback.answer))
        for pushback in plan.price.pushback
    )
    in_turn = chain.from_iterable(zip_longest(shortcuts, concerns, to_price))
    return tuple(answer for answer in in_turn if answer and any(msgspec.structs.astuple(answer)))


def _open_promises(promises: tuple[Promise, ...], call: dt.date | None) -> tuple[PromiseView, ...]:
    return tuple(
        PromiseView(
            whose=_(_WHOSE[promise.by]) if promise.by else "",
            text=one_line(promise.text),
            due=day(promise.due),
            overdue=call is not None and is_overdue(promise, call),
        )
        for promise in promises
        if is_open(promise)
    )
