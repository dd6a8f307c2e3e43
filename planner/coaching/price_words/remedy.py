"""What can be done about a premium that the value does not justify yet."""

import msgspec

from planner.coaching.price_words.speech import Speech
from planner.model.price import Price
from planner.model.pricing.ledger import DEFAULT_TERM_MONTHS
from planner.model.pricing.price_delta import price_delta

_TERMS = (12, 24, 36, 48, 60)


def remedy(price: Price, say: Speech) -> str:
    """Return, in one or two sentences, how the gap can be closed: value, delta, or another term."""
    found = price_delta(price)
    if found.surplus is None or found.delta is None or found.surplus >= 0:
        return ""
    missing = f"About {say.about(-found.surplus)} {say.period} is missing"
    if found.differentiation is not None and found.differentiation > 0:
        bearable = say.about(found.differentiation)
        way = f"have them confirm more value, or bring the difference down to {bearable}"
    else:
        way = "find value that they confirm, or do not be dearer"
    longer = _term_that_carries(price)
    term = f" Over {longer} months the same figures would carry it." if longer else ""
    return f"{missing}: {way}.{term}"


def _term_that_carries(price: Price) -> int | None:
    now = price.term_months or DEFAULT_TERM_MONTHS
    for term in _TERMS:
        longer = price_delta(msgspec.structs.replace(price, term_months=term))
        if term > now and longer.surplus is not None and longer.surplus >= 0:
            return term
    return None
