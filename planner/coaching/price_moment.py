"""When in a call the price is to be said, read from the words of whoever planned it."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from planner.coaching.agenda_questions import words_of
from planner.coaching.check.phrases import folded
from planner.coaching.price_words.moments import ITEM, MINUTE
from planner.model.conversation import AgendaItem
from planner.model.plan import Plan
from planner.model.terms import DisclosureDiscussion
from planner.translation import _

_MINUTE = re.compile(r"\bmin[a-z]*\.?\s*(\d{1,3})\b|\b(\d{1,3})(?:st|nd|rd|th|\.)?\s*(?:min|['’′])")
_ITEM = re.compile(r"\b(?:item|point|punkt|top|agenda|no|nr)\.?\s*(\d{1,2})\b")
_OF_ANOTHER = r"(?! of (?!the (?:call|meeting|agenda|conversation)\b|our\b))"
_ANDERER = r"(?! (?:von|des|der) (?!(?:gesprach|termin|treffen|meeting|call)))"
_END = re.compile(
    rf"\b(?:at|near|towards?|before) the (?:very )?(?:end|close)\b{_OF_ANOTHER}"
    r"|\bend of (?:the )?(?:call|meeting|agenda)\b|\bat last\b|\bbefore we (?:leave|close|part)\b"
    r"|\blast (?:item|thing|point|agenda item)\b|\b(?:last|letzten?)\s+(?:\w+\s+)?(?:min|quarter|viertel)"
    rf"|\b(?:am|zum|gegen|vor) (?:ende|schluss)\b{_ANDERER}"
    r"|\bletzter? (?:punkt|tagesordnungspunkt)\b|\bzuletzt\b"
)
_BEFORE = re.compile(r"\b(?:before|vor)(?: (?:the|dem|der))?\W*$")
_PRICE = re.compile(r"\b(?:price|pricing|preis|invest)", re.IGNORECASE)


class Moment(msgspec.Struct, frozen=True):
    """When the price is said, as far as words name it: at the end, a minute, an agenda item (from 0)."""

    at_end: bool = False
    minute: int | None = None
    item: int | None = None


def moment_in(when: str, agenda: Sequence[AgendaItem]) -> Moment:
    """Return the moment that the words name; an agenda item counts by its number or its whole topic."""
    words = folded(when)
    minute = _MINUTE.search(words)
    return Moment(
        at_end=_END.search(words) is not None,
        minute=int(minute[1] or minute[2]) if minute else _number_in(words, _(MINUTE)),
        item=_item(words, agenda),
    )


def item_of_price(plan: Plan) -> int | None:
    """Return the index of the agenda item in which the price is said; None if none, or not in this call.

    The plan's words may name the end, a minute, the item's number, its topic or words of it. If they name
    none, it is the first item whose topic speaks of the price.
    """
    agenda, disclosure = plan.conversation.agenda, plan.price.disclosure
    if disclosure.discussion in {DisclosureDiscussion.EARLIER, DisclosureDiscussion.LATER}:
        return None
    moment = moment_in(disclosure.when, agenda)
    named = (
        len(agenda) - 1 if moment.at_end and agenda else None,
        _at_minute(agenda, moment.minute),
        moment.item,
        _by_words(agenda, disclosure.when),
    )
    speaks = (at for at, item in enumerate(agenda) if _PRICE.search(item.topic))
    return next((at for at in named if at is not None), next(speaks, None))


def _item(words: str, agenda: Sequence[AgendaItem]) -> int | None:
    numbered = _ITEM.search(words)
    number = int(numbered[1]) if numbered else _number_in(words, _(ITEM))
    if number is not None:
        return number - 1 if 0 < number <= len(agenda) else None
    topics = [folded(item.topic).strip() for item in agenda]
    named = [at for at, topic in enumerate(topics) if topic and _names(words, topic)]
    return max(named, key=lambda at: len(topics[at]), default=None)


def _number_in(words: str, written: str) -> int | None:
    """Return the number in a moment as the suggestions write it in the language installed."""
    match = _written(written).search(words)
    return int(match[1]) if match else None


@cache
def _written(pattern: str) -> re.Pattern[str]:
    before, _placeholder, after = folded(pattern).partition("{number}")
    return re.compile(rf"(?<!\w){re.escape(before)}(\d{{1,3}})(?!\d){re.escape(after)}")


def _names(words: str, topic: str) -> bool:
    """Whether the words name the topic, and not what comes before it."""
    match = re.search(rf"(?<!\w){re.escape(topic)}(?!\w)", words)
    return match is not None and _BEFORE.search(words[: match.start()]) is None


def _at_minute(agenda: Sequence[AgendaItem], minute: int | None) -> int | None:
    if minute is None:
        return None
    begun = 0
    for at, item in enumerate(agenda):
        begun += item.minutes or 0
        if minute < begun:
            return at
    return len(agenda) - 1 if agenda and minute == begun else None


def _by_words(agenda: Sequence[AgendaItem], when: str) -> int | None:
    shared = [len(words_of(when) & words_of(item.topic)) for item in agenda]
    return shared.index(max(shared)) if any(shared) else None
