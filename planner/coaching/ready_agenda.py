"""An agenda ready to be taken, from the kind and the length of the call, with the price moment in it."""

from collections.abc import Sequence
from math import floor

import msgspec
from msgspec.structs import replace

from planner.coaching.price_words.moments import moments
from planner.model.conversation import AgendaItem, Conversation
from planner.model.fields import is_blank
from planner.model.plan import Plan
from planner.model.price import PriceDisclosure
from planner.model.terms import CallKind, DisclosureDiscussion, Lead
from planner.translation import N_, _
from planner.wording.text import one_line

_FIVES_FROM = 30
"""From this length on an agenda is planned in fives, below it in single minutes."""


class _Stretch(msgspec.Struct, frozen=True):
    """A stretch of a call: its topic, who leads it, and its share of the call, about in percent."""

    topic: str
    lead: Lead
    share: int
    is_price: bool = False


_OPENING = _Stretch(N_("Opening: why we meet, how long, what we leave with"), Lead.US, 10)
_NEXT_STEP = _Stretch(N_("Next step: who does what, by when"), Lead.BOTH, 18)
_STRETCHES = {
    CallKind.PROSPECTING: (
        _OPENING,
        _Stretch(N_("What they see on their side"), Lead.THEM, 44),
        _Stretch(N_("The price: the range, and what it depends on"), Lead.BOTH, 20, is_price=True),
        _NEXT_STEP,
    ),
    CallKind.DISCOVERY: (
        _OPENING,
        _Stretch(N_("How they do it today, and what hurts"), Lead.THEM, 32),
        _Stretch(N_("What waiting costs, what would be better"), Lead.BOTH, 22),
        _Stretch(N_("The price: what we cost, and what the difference buys"), Lead.BOTH, 10, is_price=True),
        _Stretch(N_("What stands in the way"), Lead.THEM, 10),
        _NEXT_STEP,
    ),
    CallKind.PRESENTATION: (
        _OPENING,
        _Stretch(N_("What has changed on their side"), Lead.THEM, 16),
        _Stretch(N_("How it would work for them"), Lead.BOTH, 28),
        _Stretch(N_("The price: what we cost, and what the difference buys"), Lead.BOTH, 12, is_price=True),
        _Stretch(N_("What stands in the way"), Lead.THEM, 16),
        _NEXT_STEP,
    ),
    CallKind.NEGOTIATION: (
        _OPENING,
        _Stretch(N_("Where they stand, and who decides"), Lead.THEM, 24),
        _Stretch(N_("The price: both figures, and what the difference buys"), Lead.BOTH, 20, is_price=True),
        _Stretch(N_("What each side needs for a yes"), Lead.THEM, 28),
        _NEXT_STEP,
    ),
    CallKind.REVIEW: (
        _OPENING,
        _Stretch(N_("How it goes, in their view"), Lead.THEM, 26),
        _Stretch(N_("What it has brought, in their figures"), Lead.BOTH, 20),
        _Stretch(N_("What comes next, and its price"), Lead.BOTH, 12, is_price=True),
        _Stretch(N_("What they would change"), Lead.THEM, 14),
        _NEXT_STEP,
    ),
    CallKind.OTHER: (
        _OPENING,
        _Stretch(N_("What matters to them now"), Lead.THEM, 34),
        _Stretch(N_("The price: what we cost, and what the difference buys"), Lead.BOTH, 14, is_price=True),
        _Stretch(N_("What stands in the way"), Lead.THEM, 20),
        _NEXT_STEP,
    ),
}
"""By kind of call: we open, they speak at least as long as we do, and the price has time after it."""


def ready_agenda(kind: CallKind | None, minutes: int | None, *, price: bool = True) -> tuple[AgendaItem, ...]:
    """Return an agenda of `minutes` in all for a call of that kind; () without a length.

    Without a kind it is the agenda of a discovery call. A call too short for a minute each has fewer
    items. Without `price` the price has no item: it was said.
    """
    if not minutes:
        return ()
    stretches = [
        stretch for stretch in _STRETCHES[kind or CallKind.DISCOVERY] if price or not stretch.is_price
    ]
    while len(stretches) > minutes:
        stretches.remove(min(reversed(stretches), key=_weight))
    lengths = _shared_out(minutes, [stretch.share for stretch in stretches])
    return tuple(
        AgendaItem(minutes=length, topic=_(stretch.topic), lead=stretch.lead)
        for stretch, length in zip(stretches, lengths, strict=True)
    )


def offered_agenda(plan: Plan) -> tuple[AgendaItem, ...]:
    """Return the agenda to offer for the plan's call; () if there is none, or if it is taken already.

    One is offered where the plan has no agenda, and where its agenda is a ready-made one of another kind or
    length of call, as it was taken.
    """
    offered = ready_agenda(plan.call.kind, plan.call.minutes, price=_price_is_to_be_said(plan))
    present = plan.conversation.agenda
    if is_blank(present):
        return offered
    return () if _same(present, offered) or not is_ready_made(present) else offered


def is_ready_made(agenda: Sequence[AgendaItem]) -> bool:
    """Whether the agenda is, item for item, a ready-made one of some kind of call and its own length.

    It may have come to be one by a change: minutes to those of another length, the price item taken out.
    True for () too.
    """
    minutes = sum(item.minutes or 0 for item in agenda)
    return any(
        _same(agenda, ready_agenda(kind, minutes, price=price))
        for kind in CallKind
        for price in (True, False)
    )


def with_ready_agenda(plan: Plan) -> Plan:
    """Return the plan with the agenda offered for it taken; as it is if none is offered.

    A blank opening is filled in. The agenda's price item becomes the moment for the price, in this call, if
    the plan names none or one taken from a ready-made agenda.
    """
    agenda = offered_agenda(plan)
    if not agenda:
        return plan
    before = plan.conversation
    talk = replace(before, agenda=agenda, opening=before.opening if before.opening.strip() else opening(plan))
    disclosure = _with_moment(plan.price.disclosure, before, talk)
    return replace(plan, conversation=talk, price=replace(plan.price, disclosure=disclosure))


def opening(plan: Plan) -> str:
    """Return words to open the call: length and subject if both are known, the aim, a question to them."""
    subject, minutes = one_line(plan.call.title), plan.call.minutes
    if subject and minutes:
        pattern = _(
            "We have {minutes} minutes on “{subject}”. I would like to hear how it looks from your side, say "
            "what we see, and agree whether a next step is worth your time. What would you add?"
        )
        return pattern.format(minutes=minutes, subject=subject)
    return _(
        "I would like to hear how it looks from your side, say what we see, and agree whether a next step is "
        "worth your time. What would you add?"
    )


def _with_moment(before: PriceDisclosure, talk: Conversation, agenda: Conversation) -> PriceDisclosure:
    at = next((at for at, item in enumerate(agenda.agenda) if _is_price_item(item)), None)
    own_words = before.when.strip() and not _is_moment_of_a_ready_made(before.when, talk)
    if at is None or own_words or before.discussion not in {None, DisclosureDiscussion.THIS_CALL}:
        return before
    return replace(before, discussion=DisclosureDiscussion.THIS_CALL, when=moments(agenda)[at])


def _is_moment_of_a_ready_made(when: str, talk: Conversation) -> bool:
    return is_ready_made(talk.agenda) and when in moments(talk)


def _is_price_item(item: AgendaItem) -> bool:
    prices = {_(part.topic) for parts in _STRETCHES.values() for part in parts if part.is_price}
    return item.topic in prices


def _price_is_to_be_said(plan: Plan) -> bool:
    return plan.price.disclosure.discussion in {None, DisclosureDiscussion.THIS_CALL}


def _weight(stretch: _Stretch) -> tuple[bool, bool, bool, int]:
    """Return what the first to give way in a short call has least of: their part and the price go late."""
    frame = stretch in (_OPENING, _NEXT_STEP)
    return frame, stretch.lead is Lead.THEM, stretch.is_price, stretch.share


def _shared_out(minutes: int, shares: Sequence[int]) -> list[int]:
    """Return whole minutes by these shares, at least one each, that come to `minutes`; in fives if long."""
    step = 5 if minutes >= _FIVES_FROM and minutes % 5 == 0 and minutes // 5 >= len(shares) else 1
    units, weight = minutes // step, sum(shares)
    exact = [share * units / weight for share in shares]
    whole = [max(1, floor(part)) for part in exact]
    while sum(whole) < units:
        whole[max(range(len(whole)), key=lambda at: (exact[at] - whole[at], -at))] += 1
    while sum(whole) > units:
        longer = [at for at in range(len(whole)) if whole[at] > 1]
        whole[max(longer, key=lambda at: (whole[at] - exact[at], whole[at]))] -= 1
    return [part * step for part in whole]


def _same(some: Sequence[AgendaItem], others: Sequence[AgendaItem]) -> bool:
    return tuple(some) == tuple(others)
