"""Reasons to act now that are the seller's and not the client's."""

import re

from planner.coaching.check.phrases import folded

_OURS = re.compile(
    r"\b(?:our|my) (?:\w+ )?(?:quarter|month|year|prices?|price list|offer|discount|target|quota|promotion)\b"
    r"|\b(?:unse?re?[mnrs]?|meine?[mnrs]?) (?:\w+ )?"
    r"(?:quartals?|monats?|jahr\w*|preis\w*|angebots?|rabatts?|ziele?)\b"
)


def is_reason_of_ours(text: str) -> bool:
    """Whether a reason speaks of our quarter, our price list, our offer: nothing the client has to act on."""
    return bool(_OURS.search(folded(text)))
