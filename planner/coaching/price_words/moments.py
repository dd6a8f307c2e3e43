"""Where in the call the price can be said: the items of the agenda, with the minute each begins."""

from planner.model.conversation import Conversation
from planner.wording.text import one_line


def moments(conversation: Conversation) -> tuple[str, ...]:
    """Return `minute 12, Line walk` for each item of the agenda.

    From an item without minutes on nobody knows when one begins: `item 3, Proof`.
    """
    found, begins = [], 0
    known = True
    for number, item in enumerate(conversation.agenda, start=1):
        known = known and item.minutes is not None
        place = f"minute {begins}" if known else f"item {number}"
        found.append(", ".join(part for part in (place, one_line(item.topic)) if part))
        begins += item.minutes or 0
    return tuple(found)
