"""What can be done about a premium that the value does not justify yet."""

from fractions import Fraction

import msgspec

from planner.coaching.price_words.speech import Speech
from planner.model.price import Price
from planner.model.pricing.ledger import DEFAULT_TERM_MONTHS
from planner.model.pricing.price_delta import price_delta
from planner.translation import _, ngettext
from planner.wording.lists import sentences

_TERMS = (12, 24, 36, 48, 60)


def remedy(price: Price, say: Speech) -> str:
    """Return, in one or two sentences, how a missing surplus can be made up: value, delta, or a longer term.

    "" where the surplus is unknown or not negative.
    """
    found = price_delta(price)
    if found.surplus is None or found.delta is None or found.surplus >= 0:
        return ""
    worth = found.differentiation or Fraction(0)
    if worth > 0:
        pattern = _(
            "About {amount} {period} is missing: have them confirm more value, "
            "or bring the difference down to {bearable}."
        )
    else:
        pattern = _("About {amount} {period} is missing: find value that they confirm, or do not be dearer.")
    way = pattern.format(amount=say.about(-found.surplus), period=say.period, bearable=say.about(worth))
    return sentences((way, _longer_term(price)))


def _longer_term(price: Price) -> str:
    """Say over which usual term the same figures would carry the premium; "" where none does."""
    term = _term_that_carries(price)
    if term is None:
        return ""
    return ngettext(
        "Over {count} month the same figures would carry it.",
        "Over {count} months the same figures would carry it.",
        term,
    ).format(count=term)


def _term_that_carries(price: Price) -> int | None:
    now = price.term_months or DEFAULT_TERM_MONTHS
    for term in _TERMS:
        longer = price_delta(msgspec.structs.replace(price, term_months=term))
        if term > now and longer.surplus is not None and longer.surplus >= 0:
            return term
    return None
