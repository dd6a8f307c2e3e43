"""Sales Conversation: we lead how it proceeds; a request for a shortcut gets a better next step."""

from planner.coaching.check.agenda_lead import total_minutes
from planner.coaching.check.evidence import field, is_filled, number_of, short, whom
from planner.coaching.check.finding import Evidence, Observation, back, flat, rule
from planner.coaching.check.past import History
from planner.coaching.check.proposals import (
    asks_for_a_price,
    asks_to_be_sent,
    proposal_sent,
    proposal_to_be_sent,
)
from planner.coaching.check.thresholds import Thresholds
from planner.model.plan import Preparation
from planner.model.terms import Initiative, Lead

_AGENDA = "plan.conversation.agenda"


@rule("no-agenda", Initiative.SALES_CONVERSATION)
def no_agenda(preparation: Preparation, _past: History, _thresholds: Thresholds) -> Observation | None:
    """No agenda item has a topic."""
    if any(is_filled(item.topic) for item in preparation.plan.conversation.agenda):
        return None
    return flat(
        "There is no agenda, so whoever speaks first leads.",
        Evidence(_AGENDA),
        action="Write three items with minutes: why we meet, their situation, who does what by when.",
    )


@rule("agenda-too-long", Initiative.SALES_CONVERSATION)
def the_agenda_is_longer_than_the_call(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """The minutes of the agenda come to more than the call has."""
    planned, there_are = total_minutes(preparation.plan.conversation.agenda), preparation.plan.call.minutes
    if not there_are or planned <= there_are:
        return None
    return back(
        f"The agenda takes {planned} minutes, the call has {there_are}; the ask comes last.",
        Evidence(_AGENDA, f"{planned} min"),
        Evidence("plan.call.minutes", str(there_are)),
        action=f"Take out {number_of(planned - there_are, 'minute', 'minutes')} of our part, not of the ask.",
    )


@rule("agenda-led-by-them", Initiative.SALES_CONVERSATION)
def the_agenda_is_led_by_them(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """They lead the agenda's first item, or more than half of its minutes and its last item too.

    A long middle that is theirs is listening. Without minutes on every item, items count instead.
    """
    items = [item for item in preparation.plan.conversation.agenda if is_filled(item.topic)]
    if not items:
        return None
    weights = (
        [item.minutes or 0 for item in items] if all(item.minutes for item in items) else [1] * len(items)
    )
    theirs = sum(weight for item, weight in zip(items, weights, strict=True) if item.lead == Lead.THEM)
    opens, closes = items[0].lead == Lead.THEM, items[-1].lead == Lead.THEM
    if not opens and not (closes and 2 * theirs > sum(weights)):
        return None
    return back(
        "They open the call, so it starts on their agenda."
        if opens
        else "They lead most of the call, and its end.",
        Evidence(_AGENDA, f"{theirs} of {sum(weights)} {'min' if max(weights) > 1 else 'items'} led by them"),
        action="Open it yourself: say the aim, the time and the items, and ask what is missing.",
    )


@rule("no-answer-to-send-pricing", Initiative.SALES_CONVERSATION)
def no_answer_to_send_me_pricing(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """No better next step is ready for "just send me your pricing", neither as shortcut nor as pushback.

    One for "just send me something", as it is said on the phone, is one for the price too.
    """
    plan = preparation.plan
    shortcuts = plan.conversation.shortcuts
    if any(is_filled(one.propose_instead) and asks_to_be_sent(one.they_ask_for) for one in shortcuts):
        return None
    if any(is_filled(one.answer) and asks_for_a_price(one.reaction) for one in plan.price.pushback):
        return None
    obeyed = next((at for at, one in enumerate(shortcuts) if asks_for_a_price(one.they_ask_for)), None)
    better = f"Write what serves {whom(preparation)} better, such as half an hour on what the price buys."
    if obeyed is not None:
        return back(
            f"“{short(shortcuts[obeyed].they_ask_for, 50)}” gets no better next step.",
            Evidence(f"plan.conversation.shortcuts[{obeyed}].propose_instead"),
            field(preparation, f"plan.conversation.shortcuts[{obeyed}].they_ask_for"),
            action=better,
        )
    return flat(
        "“Just send me your pricing” has no answer ready.",
        Evidence("plan.conversation.shortcuts"),
        action=better,
    )


@rule("early-proposal", Initiative.SALES_CONVERSATION)
def a_proposal_after_a_single_call(
    preparation: Preparation, past: History, thresholds: Thresholds
) -> Observation | None:
    """A proposal went out after fewer than 2 calls, or is to go out after this one, the first."""
    held = len(past.held)
    if held >= thresholds.calls_before_proposal:
        return None
    sent = proposal_sent(preparation, past)
    planned = proposal_to_be_sent(preparation) if held + 1 < thresholds.calls_before_proposal else None
    evidence = sent or planned
    if evidence is None:
        return None
    calls = number_of(held if sent else held + 1, "call", "calls")
    return back(
        f"A proposal {'went' if sent else 'is to go'} out after {calls}, before they helped to shape it.",
        evidence,
        action="Ask for a working session on a draft instead, so that it becomes theirs too.",
    )


RULES = (
    no_agenda,
    the_agenda_is_led_by_them,
    the_agenda_is_longer_than_the_call,
    no_answer_to_send_me_pricing,
    a_proposal_after_a_single_call,
)
