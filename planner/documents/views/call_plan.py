"""What the call plan's template is given."""

import datetime as dt
from itertools import chain, zip_longest

import msgspec

from planner.charts.chart import Chart
from planner.coaching.price_charts import BREAK_EVEN, break_even_chart
from planner.coaching.promises import is_open, is_overdue
from planner.documents.views.agenda import AgendaView, agenda_view
from planner.documents.views.case import CaseView, case_view
from planner.documents.views.people import Person, our_people, people_behind, people_there
from planner.documents.views.verdict import PriceView, price_view
from planner.documents.views.wording import lines, quoted, sentence
from planner.model.ask import Action
from planner.model.call import Call
from planner.model.client import Promise
from planner.model.plan import Plan, Preparation
from planner.model.price import Price
from planner.model.pricing.figures import figures
from planner.model.terms import Channel, Side
from planner.wording.days import day, time_range, weekday, zone
from planner.wording.text import joined, one_line


class Answer(msgspec.Struct, frozen=True):
    """What they may say, and what we answer."""

    say: str
    answer: str
    first: str = ""
    reason: str = ""
    who: str = ""
    why: str = ""
    proof: str = ""


class PromiseView(msgspec.Struct, frozen=True):
    """An open promise: whose, what, by when, and whether that day is past at the call."""

    whose: str
    text: str
    due: str
    overdue: bool


class CallPlanView(msgspec.Struct, frozen=True):
    """The call plan in ready words."""

    client: str
    kind: str
    title: str
    why: str
    moment: str
    place: str
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
    reference: str


def call_plan_view(preparation: Preparation, footing: str = "") -> CallPlanView:
    """Return the call plan in ready words; `footing` says where the rep stands."""
    client, plan = preparation.client, preparation.plan
    call, talk, ask = plan.call, plan.conversation, plan.ask
    return CallPlanView(
        client=one_line(client.name),
        kind=_kind(call),
        title=one_line(call.title),
        why=lines(call.why_it_matters),
        moment=moment_words(call),
        place=joined((str(call.channel or ""), one_line(call.place))),
        purpose=lines(talk.purpose),
        commitment=str(call.commitment or ""),
        ask=action_words(ask.primary),
        wording=quoted(ask.wording),
        fallback=action_words(ask.fallback),
        agenda=agenda_view(talk, call.minutes),
        case=case_view(plan.case, one_line(client.current_supplier)),
        answers=_answers(plan),
        there=people_there(preparation),
        behind=people_behind(preparation),
        ours=our_people(call),
        price=price_view(plan.price),
        charts=_charts(plan.price),
        signals=tuple(one_line(one) for one in talk.signals if one.strip()),
        promises=_open_promises(client.promises, call.starts),
        avoiding=lines(plan.fear.avoiding),
        counter_action=lines(plan.fear.counter_action),
        footing=footing,
        reference=reference_of(plan),
    )


def _charts(price: Price) -> dict[str, Chart]:
    bar = break_even_chart(figures(price))
    return {} if bar is None else {BREAK_EVEN: bar}


def reference_of(plan: Plan) -> str:
    """Return what tells this page from another: the start of the plan's id and its last edit."""
    last = max(plan.edited_on, default=None)
    return joined(("internal", "Front Foot", f"plan {plan.id[:6]}" if plan.id else "", day(last)))


def _kind(call: Call) -> str:
    asked = {Side.US: "we asked for this meeting", Side.THEM: "they asked for this meeting"}
    who = asked[call.initiated_by] if call.initiated_by else ""
    return joined(("Call plan", str(call.kind or ""), who))


def moment_words(call: Call) -> str:
    """Return when the call is, with its zone where the two sides may be in different ones."""
    if call.starts is None:
        return f"{call.minutes} min" if call.minutes else ""
    away = f" {zone(call.starts)}" if call.channel in (Channel.VIDEO, Channel.PHONE) else ""
    return f"{weekday(call.starts.date())}, {time_range(call.starts, call.minutes)}{away}"


def action_words(action: Action) -> str:
    """Return who does what by when, as a sentence."""
    by = f"by {day(action.by)}" if action.by else ""
    text = joined((one_line(action.actor), lines(action.action), by), " ")
    return f"{text}." if text and text[-1].isalnum() else text


def _answers(plan: Plan) -> tuple[Answer, ...]:
    """Return the answers: the first shortcut, concern and reaction to our price, then the second of each."""
    shortcuts = (
        Answer(
            say=quoted(one_line(one.they_ask_for)),
            answer=sentence(one.propose_instead),
            first=sentence(one.acknowledge),
            reason=sentence(one.defer),
        )
        for one in plan.conversation.shortcuts
    )
    concerns = (
        Answer(
            say=quoted(one_line(one.concern)),
            answer=joined((sentence(one.response), sentence(one.pivot)), " "),
            who=one_line(one.who),
            why=one_line(one.why),
            proof=lines(one.proof),
        )
        for one in plan.conversation.concerns
    )
    to_price = (
        Answer(say=quoted(one_line(one.reaction)), answer=lines(one.answer)) for one in plan.price.pushback
    )
    in_turn = chain.from_iterable(zip_longest(shortcuts, concerns, to_price))
    return tuple(one for one in in_turn if one and any(msgspec.structs.astuple(one)))


def _open_promises(promises: tuple[Promise, ...], call: dt.datetime | None) -> tuple[PromiseView, ...]:
    whose = {Side.US: "ours", Side.THEM: "theirs", None: ""}
    return tuple(
        PromiseView(
            whose=whose[one.by],
            text=one_line(one.text),
            due=day(one.due),
            overdue=call is not None and is_overdue(one, call.date()),
        )
        for one in promises
        if is_open(one)
    )
