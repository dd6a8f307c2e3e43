"""Where a plan and its client speak of a proposal or a quote, sent or to be sent."""

import re
from collections.abc import Iterator, Sequence

from planner.coaching.check.actor import is_ours
from planner.coaching.check.evidence import short
from planner.coaching.check.finding import Evidence
from planner.coaching.check.past import History
from planner.coaching.check.phrases import folded
from planner.coaching.touches import done_by_us
from planner.model.client import Promise
from planner.model.plan import Preparation
from planner.model.terms import Side

_PROPOSAL = re.compile(r"\b(proposals?|quotes?|quotations?|angebote?s?|offerten?|kostenvoranschl\w+)\b")
_SENDS = re.compile(
    r"\b(send\w*|sent|e-?mails?|mail\w*|submit\w*|schick\w*|zusend\w*|ubersend\w*|geht raus|abgeben)\b"
)
_PRICE = re.compile(
    r"\b(pric\w*|quot\w*|proposals?|offers?|cost\w*|numbers?|figures?|rates?|tariff\w*|contract|discount"
    r"|\w*preis\w*|angebot\w*|offerte\w*|kosten\w*|kondition\w*|rabatt\w*|vertrag\w*|match)\b"
)
_ANYTHING = re.compile(
    r"\b(?:send|e?mail|schick|sende)\w*\b.*\b(?:something|anything|info|infos|information\w*|brochures?"
    r"|decks?|slides?|e?mail|was|etwas|unterlagen|prospekte?|broschuren?)\b"
)


def asks_for_a_price(text: str) -> bool:
    """Whether a request has a word for a price in it, or for a quote, an offer, a discount or a contract."""
    return bool(_PRICE.search(folded(text)))


def asks_to_be_sent(text: str) -> bool:
    """Whether a request asks for a price, or for something such as information or slides to be sent."""
    return asks_for_a_price(text) or bool(_ANYTHING.search(folded(text)))


def proposal_sent(preparation: Preparation, past: History) -> Evidence | None:
    """Return the field that says a proposal of ours has gone out; None if none does."""
    return next(_sent(preparation, past), None)


def proposal_to_be_sent(preparation: Preparation) -> Evidence | None:
    """Return the field that says a proposal goes out after the call; None if none does."""
    return next(_planned(preparation), None)


def _sent(preparation: Preparation, past: History) -> Iterator[Evidence]:
    for at, touch in done_by_us(preparation.client):
        for name in ("value_offered", "note"):
            text = getattr(touch, name)
            if _PROPOSAL.search(folded(text)) and (name == "value_offered" or _SENDS.search(folded(text))):
                yield Evidence(f"client.touches[{at}].{name}", short(text))
    yield from _kept(preparation.client.promises)
    for plan in past.held:
        for at, todo in enumerate(plan.reflection.follow_ups):
            if todo.done and _PROPOSAL.search(folded(todo.what)):
                yield Evidence(f"plan.reflection.follow_ups[{at}].what", short(todo.what), of_plan=plan.id)


def _kept(promises: Sequence[Promise]) -> Iterator[Evidence]:
    for at, promise in enumerate(promises):
        ours = promise.by != Side.THEM and _PROPOSAL.search(folded(promise.text))
        if ours and promise.kept_on is not None:
            yield Evidence(f"client.promises[{at}].text", short(promise.text))


def _planned(preparation: Preparation) -> Iterator[Evidence]:
    ask = preparation.plan.ask
    texts = {
        f"plan.ask.{name}.action": action.action
        for name, action in (("primary", ask.primary), ("fallback", ask.fallback))
        if not action.actor.strip() or is_ours(action.actor, preparation)
    }
    texts |= {f"plan.ask.next_steps[{at}].then": step.then for at, step in enumerate(ask.next_steps)}
    for path, text in texts.items():
        if _PROPOSAL.search(folded(text)) and _SENDS.search(folded(text)):
            yield Evidence(path, short(text))
