"""Where in the call the price can be said: the items of the agenda, with the minute each begins."""

from planner.model.conversation import Conversation
from planner.translation import N_, _
from planner.wording.text import one_line

MINUTE, ITEM = N_("minute {number}"), N_("item {number}")
"""How a moment is written, and read again by `planner.coaching.price_moment`."""


def moments(conversation: Conversation) -> tuple[str, ...]:
    """Return the moment of each agenda item in words: its minute and topic, `minute 12, Line walk`.

    After an item without minutes the rest go by number, `item 3, Proof`; so does that item itself.
    """
    offered, begins = [], 0
    known = True
    for number, item in enumerate(conversation.agenda, start=1):
        known = known and item.minutes is not None
        place = _(MINUTE).format(number=begins) if known else _(ITEM).format(number=number)
        topic = one_line(item.topic)
        offered.append(_("{moment}, {topic}").format(moment=place, topic=topic) if topic else place)
        begins += item.minutes or 0
    return tuple(offered)
