"""Our price said by theirs: `18 % more than theirs`, `5 % less`, reckoned from what the alternative costs."""

import re
from decimal import Decimal
from fractions import Fraction

from planner.model.errors import PlannerError
from planner.model.plain_digits import in_plain_digits
from planner.model.price import Price, PriceLine
from planner.model.pricing.exchange import code_of
from planner.model.pricing.lines import units_of
from planner.model.pricing.rounding import rounded_money
from planner.model.terms import Cadence
from planner.translation import _

_MORE = "more|above|higher|over|dearer|extra"
_LESS = "less|below|lower|under|cheaper|off"
_SHARE = r"(?P<share>\d{1,4}(?:[.,٫]\d{1,4})?)\s*%"
_THEIRS = r"(?:than\s+)?(?:theirs|them|they|their\s+price|the\s+alternative|the\s+competitor)"
_SAID = re.compile(
    rf"""(?:(?P<before>{_THEIRS})\s*(?=[-+]))?(?P<sign>[-+]?)\s*{_SHARE}
        \s*(?P<way>{_MORE}|{_LESS})?(?:\s+{_THEIRS})?\.?""",
    re.VERBOSE | re.IGNORECASE,
)
_MONTHS = {Cadence.MONTH: 1, Cadence.QUARTER: 3, Cadence.YEAR: 12}


class TheirsUnknown(PlannerError):
    """Raised where our price is said by theirs and no amount can be made of it; the message says why.

    Theirs is not known on our cadence or is in several currencies, or our line counts for no unit.
    """


def share_over_theirs(text: str) -> Fraction | None:
    """Return the share that a text says our price is above theirs: `18 % more` is 9/50, `5 % less` -1/20.

    None if the text says no such thing; `18 %` alone does not.
    """
    said = _SAID.fullmatch(in_plain_digits(text[:80]))
    if said is None or not (said["sign"] or said["way"]):
        return None
    less = bool(said["way"]) and re.fullmatch(_LESS, said["way"], re.IGNORECASE) is not None
    if said["sign"] == "-" and said["way"]:
        return None
    share = Fraction(re.sub("[,٫]", ".", said["share"])) / 100
    return -share if less or said["sign"] == "-" else share


def over_theirs(share: Fraction, price: Price, ours: PriceLine) -> tuple[Decimal, str]:
    """Return the amount per unit that puts our line the share above their price, and its currency's code.

    Their price is the sum of the alternative's lines, likely amounts, made into our line's cadence: of its
    one-offs for a one-off line, else of what recurs. Rounded to the currency's digits. TheirsUnknown if
    that is not known in full or is in several currencies, or our line has 0 units.
    """
    lines = [
        line for line in price.alternative.prices if (line.cadence in _MONTHS) == (ours.cadence in _MONTHS)
    ]
    amounts = [line.likely for line in lines if line.likely is not None]
    if price.alternative.known is False or not amounts or len(amounts) < len(lines):
        raise TheirsUnknown(_("Their price is not known: enter ours as an amount"))
    currencies = {code_of(line.currency or price.currency) for line in lines}
    if len(currencies) > 1:
        raise TheirsUnknown(_("Their price is in several currencies: enter ours as an amount"))
    total = sum((_each(line, ours.cadence) for line in lines), Fraction(0))
    units = units_of(ours)
    if not units:
        raise TheirsUnknown(_("Our price counts for no unit: enter it as an amount"))
    currency = next(iter(currencies))
    return rounded_money(total * (1 + share) / units, currency), currency


def _each(line: PriceLine, cadence: Cadence) -> Fraction:
    """Return what a line comes to each month, quarter or year for all its units; a one-off as it is."""
    amount = Fraction(line.likely or 0) * units_of(line)
    if cadence not in _MONTHS:
        return amount
    return amount * _MONTHS[cadence] / _MONTHS[line.cadence]
