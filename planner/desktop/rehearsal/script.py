"""What is read aloud: the plan in the order of the call, in ready words. No Qt."""

import msgspec

from planner.coaching.agenda_questions import questions_by_item
from planner.coaching.agenda_times import clock_times
from planner.coaching.plan_versus_actual import action_text
from planner.coaching.price_moment import item_of_price
from planner.model.attendance import attendance
from planner.model.client import Contact
from planner.model.conversation import AgendaItem, Shortcut
from planner.model.plan import Plan, Preparation
from planner.model.terms import DisclosureDiscussion, Lead
from planner.translation import _
from planner.wording.text import capitalised, joined, one_line


class ScriptItem(msgspec.Struct, frozen=True):
    """One item of the agenda; `topic` is blank for a call without an agenda, which is one long item.

    `begins` is the time it begins as planned, `10:05`; "" if that is not known.
    """

    topic: str
    begins: str
    minutes: int | None
    about: str
    questions: tuple[str, ...]
    price_here: bool


class PriceMoment(msgspec.Struct, frozen=True):
    """When the price is said, and in which words; both blank if not in this call."""

    when: str = ""
    wording: str = ""


class SideNote(msgspec.Struct, frozen=True):
    """Something to have at hand: a heading, and its lines."""

    heading: str
    lines: tuple[str, ...]


class Script(msgspec.Struct, frozen=True):
    """The call as it is to be led, in words; what the plan does not say is "", `minutes` None."""

    heading: str
    minutes: int | None
    opening: str
    items: tuple[ScriptItem, ...]
    commitment: str
    wording: str
    action: str
    fallback: str
    price: PriceMoment
    at_hand: tuple[SideNote, ...]


def script_of(preparation: Preparation) -> Script:
    """Return the call of a plan as it is led, item by item, in words."""
    plan = preparation.plan
    items = _items(plan)
    names = (preparation.client.name.strip(), plan.call.title.strip())
    total = sum(item.minutes or 0 for item in items)
    return Script(
        heading=joined(names, " — ") or _("New plan"),
        minutes=plan.call.minutes or total or None,
        opening=plan.conversation.opening.strip(),
        items=items,
        commitment=str(plan.call.commitment or ""),
        wording=plan.ask.wording.strip(),
        action=action_text(plan.ask.primary),
        fallback=action_text(plan.ask.fallback),
        price=_price(plan),
        at_hand=_at_hand(preparation, in_items=any(item.price_here for item in items)),
    )


def _items(plan: Plan) -> tuple[ScriptItem, ...]:
    agenda = plan.conversation.agenda
    questions = [question for question in plan.conversation.questions if question.text.strip()]
    places = [at for at, item in enumerate(agenda) if item.topic.strip()]
    if not places:
        texts = tuple(question.text for question in questions)
        here = _price(plan) != PriceMoment()
        return (ScriptItem("", "", plan.call.minutes, "", texts, price_here=here),)
    items = [agenda[at] for at in places]
    price = item_of_price(plan)
    by_item = questions_by_item(items, questions)
    return tuple(
        ScriptItem(
            item.topic,
            begins,
            item.minutes,
            _about(item),
            tuple(question.text for question in its_questions),
            at == price,
        )
        for at, item, begins, its_questions in zip(
            places, items, clock_times(items, plan.call.starts), by_item, strict=True
        )
    )


def _about(item: AgendaItem) -> str:
    led = {Lead.US: _("We lead"), Lead.THEM: _("They lead"), Lead.BOTH: _("Both lead")}
    who = led[item.lead] if item.lead else ""
    return joined((who, one_line(item.purpose), one_line(item.outcome)))


def _price(plan: Plan) -> PriceMoment:
    disclosure = plan.price.disclosure
    if disclosure.discussion in {DisclosureDiscussion.EARLIER, DisclosureDiscussion.LATER}:
        return PriceMoment()
    return PriceMoment(one_line(disclosure.when), disclosure.wording.strip())


def _at_hand(preparation: Preparation, *, in_items: bool) -> tuple[SideNote, ...]:
    plan = preparation.plan
    price = PriceMoment() if in_items else _price(plan)
    notes = (
        SideNote(_("I am avoiding"), (one_line(plan.fear.avoiding),)),
        SideNote(_("So I will"), (one_line(plan.fear.counter_action),)),
        SideNote(_("Who is there"), _people(preparation)),
        SideNote(_("If they ask for a shortcut"), tuple(map(_answer, plan.conversation.shortcuts))),
        SideNote(_("The price"), (price.when, price.wording)),
    )
    filled = (
        msgspec.structs.replace(note, lines=tuple(line for line in note.lines if line)) for note in notes
    )
    return tuple(note for note in filled if note.lines)


def _people(preparation: Preparation) -> tuple[str, ...]:
    return tuple(_person(contact, attendee.role) for attendee, contact in attendance(preparation))


def _person(contact: Contact, role: str) -> str:
    name = one_line(contact.name)
    spoken = (
        _("{name} ({said_like})").format(name=name, said_like=one_line(contact.pronunciation))
        if contact.pronunciation.strip()
        else name
    )
    return joined((spoken, joined((one_line(contact.title), one_line(role)))), ", ")


def _answer(shortcut: Shortcut) -> str:
    answer = joined(map(one_line, (shortcut.acknowledge, shortcut.defer, shortcut.propose_instead)), " ")
    request = (
        _("“{words}”").format(words=one_line(shortcut.they_ask_for)) if shortcut.they_ask_for.strip() else ""
    )
    return joined((request, capitalised(answer)), " → ")
