"""At which item of the agenda the price is meant to be said."""

import re
from collections.abc import Sequence

from planner.coaching.agenda_questions import words_of
from planner.model.conversation import AgendaItem
from planner.model.plan import Plan
from planner.model.terms import DisclosureDiscussion

_MINUTE = re.compile(
    r"\bmin\w*\.?\s*(\d{1,3})|\b(\d{1,3})\s*(?:min\b|minutes?\b|Minuten?\b|[′'])", re.IGNORECASE
)
_PLACE = re.compile(r"\b(?:item|point|punkt|top)\s*(\d{1,2})\b", re.IGNORECASE)
_PRICE = re.compile(r"\b(?:price|pricing|preis|invest)", re.IGNORECASE)


def item_of_price(plan: Plan) -> int | None:
    """Return the agenda item in which the price is said, counted from 0; None if not in this call.

    The plan says it by a minute, by the item's number or by words of its topic; where it says
    nothing of the kind, it is the item whose topic speaks of the price.
    """
    agenda, disclosure = plan.conversation.agenda, plan.price.disclosure
    if disclosure.discussion in {DisclosureDiscussion.EARLIER, DisclosureDiscussion.LATER}:
        return None
    for found in (_by_minute, _by_number, _by_words):
        if (at := found(agenda, disclosure.when)) is not None:
            return at
    return next((at for at, one in enumerate(agenda) if _PRICE.search(one.topic)), None)


def minute_of_price(plan: Plan) -> int | None:
    """Return the minute of the call in which the price is meant to be said, if the plan names one."""
    found = _MINUTE.search(plan.price.disclosure.when)
    return int(found[1] or found[2]) if found else None


def _by_minute(agenda: Sequence[AgendaItem], when: str) -> int | None:
    found = _MINUTE.search(when)
    if found is None:
        return None
    minute, begun = int(found[1] or found[2]), 0
    for at, item in enumerate(agenda):
        begun += item.minutes or 0
        if minute < begun:
            return at
    return len(agenda) - 1 if agenda and minute == begun else None


def _by_number(agenda: Sequence[AgendaItem], when: str) -> int | None:
    found = _PLACE.search(when)
    return int(found[1]) - 1 if found and 0 < int(found[1]) <= len(agenda) else None


def _by_words(agenda: Sequence[AgendaItem], when: str) -> int | None:
    shared = [len(words_of(when) & words_of(one.topic)) for one in agenda]
    return shared.index(max(shared)) if any(shared) else None
