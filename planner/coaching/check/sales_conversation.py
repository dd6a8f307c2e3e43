"""Sales Conversation: we lead how it proceeds; a request for a shortcut gets a better next step."""

from planner.coaching.check.agenda_lead import total_minutes
from planner.coaching.check.evidence import field, is_filled, short, whom
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
from planner.translation import _, ngettext

_AGENDA = "plan.conversation.agenda"


@rule("no-agenda", Initiative.SALES_CONVERSATION)
def no_agenda(preparation: Preparation, _past: History, _thresholds: Thresholds) -> Observation | None:
    """No agenda item has a topic."""
    if any(is_filled(item.topic) for item in preparation.plan.conversation.agenda):
        return None
    return flat(
        _("There is no agenda, so whoever speaks first leads."),
        Evidence(_AGENDA),
        action=_("Write three items with minutes: why we meet, their situation, who does what by when."),
    )


@rule("agenda-too-long", Initiative.SALES_CONVERSATION)
def the_agenda_is_longer_than_the_call(
    preparation: Preparation, _past: History, _thresholds: Thresholds
) -> Observation | None:
    """The minutes of the agenda come to more than the call has."""
    planned, available = total_minutes(preparation.plan.conversation.agenda), preparation.plan.call.minutes
    if not available or planned <= available:
        return None
    too_many = planned - available
    return back(
        ngettext(
            "The agenda takes {count} minute, the call has {available}; the ask comes last.",
            "The agenda takes {count} minutes, the call has {available}; the ask comes last.",
            planned,
        ).format(count=planned, available=available),
        Evidence(_AGENDA, _("{minutes} min").format(minutes=planned)),
        Evidence("plan.call.minutes", str(available)),
        action=ngettext(
            "Take out {count} minute of our part, not of the ask.",
            "Take out {count} minutes of our part, not of the ask.",
            too_many,
        ).format(count=too_many),
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
    opens, closes, total = items[0].lead == Lead.THEM, items[-1].lead == Lead.THEM, sum(weights)
    if not opens and not (closes and 2 * theirs > total):
        return None
    led_by_them = (
        _("{count} of {total} min led by them")
        if max(weights) > 1
        else ngettext("{count} of {total} items led by them", "{count} of {total} items led by them", total)
    )
    return back(
        _("They open the call, so it starts on their agenda.")
        if opens
        else _("They lead most of the call, and its end."),
        Evidence(_AGENDA, led_by_them.format(count=theirs, total=total)),
        action=_("Open it yourself: say the aim, the time and the items, and ask what is missing."),
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
    if any(is_filled(row.propose_instead) and asks_to_be_sent(row.they_ask_for) for row in shortcuts):
        return None
    if any(is_filled(row.answer) and asks_for_a_price(row.reaction) for row in plan.price.pushback):
        return None
    obeyed = next((at for at, row in enumerate(shortcuts) if asks_for_a_price(row.they_ask_for)), None)
    better = _("Write what serves {whom} better, such as half an hour on what the price buys.").format(
        whom=whom(preparation)
    )
    if obeyed is not None:
        return back(
            _("“{request}” gets no better next step.").format(
                request=short(shortcuts[obeyed].they_ask_for, 50)
            ),
            Evidence(f"plan.conversation.shortcuts[{obeyed}].propose_instead"),
            field(preparation, f"plan.conversation.shortcuts[{obeyed}].they_ask_for"),
            action=better,
        )
    return flat(
        _("“Just send me your pricing” has no answer ready."),
        Evidence("plan.conversation.shortcuts"),
        action=better,
    )


@rule("early-proposal", Initiative.SALES_CONVERSATION)
def a_proposal_after_a_single_call(
    preparation: Preparation, past: History, thresholds: Thresholds
) -> Observation | None:
    """A proposal went out after fewer than 2 calls, or is to go out after this one, the first."""
    calls_held = len(past.held)
    if calls_held >= thresholds.calls_before_proposal:
        return None
    sent = proposal_sent(preparation, past)
    planned = proposal_to_be_sent(preparation) if calls_held + 1 < thresholds.calls_before_proposal else None
    evidence = sent or planned
    if evidence is None:
        return None
    calls = calls_held if sent else calls_held + 1
    if sent:
        what = ngettext(
            "A proposal went out after {count} call, before they helped to shape it.",
            "A proposal went out after {count} calls, before they helped to shape it.",
            calls,
        )
    else:
        what = ngettext(
            "A proposal is to go out after {count} call, before they helped to shape it.",
            "A proposal is to go out after {count} calls, before they helped to shape it.",
            calls,
        )
    return back(
        what.format(count=calls),
        evidence,
        action=_("Ask for a working session on a draft instead, so that it becomes theirs too."),
    )


RULES = (
    no_agenda,
    the_agenda_is_led_by_them,
    the_agenda_is_longer_than_the_call,
    no_answer_to_send_me_pricing,
    a_proposal_after_a_single_call,
)
