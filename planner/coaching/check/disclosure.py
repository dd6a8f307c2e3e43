"""When in a call the price is to be said, read from the words of whoever planned it."""

import re

from planner.coaching.check.agenda_lead import total_minutes
from planner.coaching.check.phrases import folded
from planner.model.plan import Plan

_MINUTE = re.compile(r"\bmin(?:ute|uten|uta|s|utes)?\.?\s*(\d{1,3})\b|\b(\d{1,3})(?:st|nd|rd|th|\.)?\s*min")
_LAST_MINUTES = re.compile(r"\b(?:last|letzten?)\s+(?:\w+\s+)?(?:min|quarter|viertel)")
_END = re.compile(
    r"\b(?:at|near|towards?|before) the (?:very )?(?:end|close)\b|\bend of (?:the )?(?:call|meeting|agenda)\b"
    r"|\bat last\b|\blast (?:item|thing|point|agenda item)\b|\bbefore we (?:leave|close|part)\b"
    r"|\b(?:am|zum|gegen|vor) (?:ende|schluss)\b|\bletzter? (?:punkt|tagesordnungspunkt)\b|\bzuletzt\b"
)
_ITEM = re.compile(r"\b(?:item|point|punkt|top|agenda|no|nr)\.?\s*(\d{1,2})\b")


def is_said_at_the_end(plan: Plan, last_percent: int) -> bool:
    """Whether the price comes with the last agenda item, or in the last part of the call.

    The first thing that can be read decides: a minute, an item by number or topic, words such as "at
    the end". A minute that begins the last part belongs to it. What cannot be read is not late.
    """
    when = folded(plan.price.disclosure.when)
    if _LAST_MINUTES.search(when) or _END.search(when):
        return True
    if (minute := _minute(when)) is not None:
        length = plan.call.minutes or total_minutes(plan.conversation.agenda)
        return bool(length) and 100 * minute >= (100 - last_percent) * length
    return _is_last_item(plan, when)


def _minute(when: str) -> int | None:
    found = _MINUTE.search(when)
    return int(found[1] or found[2]) if found else None


def _is_last_item(plan: Plan, when: str) -> bool:
    topics = [folded(item.topic).strip() for item in plan.conversation.agenda if item.topic.strip()]
    if len(topics) < 2:
        return False
    found = _ITEM.search(when)
    if found:
        return int(found[1]) == len(topics)
    return topics[-1] in when
