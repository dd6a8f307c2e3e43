"""Amounts as people type them: `98k`, `98.000 €`, `1,250.50`, `CHF 12'500`, `1.2m`."""

import re
from decimal import Context, Decimal, Inexact

from planner.model.errors import PlannerError
from planner.model.part import LARGEST_AMOUNT
from planner.translation import _

_SUFFIXES = {
    "": 1,
    **dict.fromkeys(("k", "tsd", "thousand"), 1_000),
    **dict.fromkeys(("lakh", "lakhs", "lac"), 100_000),
    **dict.fromkeys(("m", "mn", "mio", "million"), 1_000_000),
    **dict.fromkeys(("crore", "crores", "cr"), 10_000_000),
    **dict.fromkeys(("bn", "mrd", "billion"), 1_000_000_000),
}
LONGEST = 60
_EXACT = Context(prec=100, traps=[Inexact])
_SIGNS = {
    "€": "EUR",
    "$": "USD",
    "US$": "USD",
    "CA$": "CAD",
    "A$": "AUD",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "FR": "CHF",
    "SFR": "CHF",
    "ZŁ": "PLN",
    "KČ": "CZK",
}
_NO_CENTS = re.compile(r"(?<=\d)[.,]\s?[-–—]{1,2}(?!\d)")
"""The dash of `98,-` and `12'500.–`: no cents."""
_FRANKEN = re.compile(r"\b(s?fr)\.", re.IGNORECASE)
_SUFFIX = "|".join(sorted(filter(None, _SUFFIXES), key=len, reverse=True))
_WRITTEN = re.compile(
    rf"""^(?P<sign>[-−+]?)(?P<before>[^\d\s.,'’+−-]*)\s*(?P<inner>[-−+]?)
        (?P<digits>\d[\d.,'’\s]*|[.,]\d+)\s*(?P<suffix>(?:{_SUFFIX})(?![a-z])|)\.?\s*(?P<after>[^\d\s.,]*)$""",
    re.VERBOSE | re.IGNORECASE,
)


class NotAnAmount(PlannerError):
    """Raised for a text that cannot be read as an amount."""

    def __init__(self, text: str) -> None:
        super().__init__(_('expected a number, got "{text}"').format(text=text))


class AmountTooLarge(NotAnAmount):
    """Raised for an amount above 10^15 or below −10^15."""

    def __str__(self) -> str:
        return _("expected an amount of at most 10^15")


class AmbiguousAmount(PlannerError):
    """Raised for a text that can be read as two amounts; `readings` are both, smaller first."""

    def __init__(self, text: str, readings: tuple[Decimal, Decimal]) -> None:
        small, large = sorted(readings)
        super().__init__(
            _('"{text}" can mean two amounts; write {small} or {large}').format(
                text=text, small=in_digits(small), large=in_digits(large)
            )
        )
        self.readings = (small, large)


def shortest(number: Decimal) -> str:
    """Return the number in plain digits without trailing zeros after the point: 3400.0 gives `3400`."""
    digits = f"{number:f}"
    return digits.rstrip("0").removesuffix(".") if "." in digits else digits


def money_digits(amount: Decimal) -> str:
    """Return an amount of money in digits: `98000` without a fraction, one decimal as two: `1250.50`.

    Three decimals get one more 0, so that nobody reads them as thousands: 1.234 gives `1.2340`.
    """
    digits = shortest(amount)
    return f"{digits}0" if len(digits.partition(".")[2]) in {1, 3} else digits


def in_digits(amount: Decimal) -> str:
    """Return the amount in the shortest digits that can be read in one way only.

    Three decimals get one more 0, because they could be read as thousands: 1.234 gives `1.2340`.
    """
    digits = shortest(amount)
    return f"{digits}0" if len(digits.partition(".")[2]) == 3 else digits


def read_amount(text: str, decimal_mark: str | None = None) -> tuple[Decimal, str]:
    """Return the amount and its currency code ("" if none was written).

    `decimal_mark` is that of the reader's locale, "." or ",": it decides between two possible readings.
    Without it such a text raises AmbiguousAmount. Raises NotAnAmount for any other text, "" among them, and
    AmountTooLarge beyond 10^15.
    """
    if len(text) > LONGEST:
        raise NotAnAmount(text)
    match = _WRITTEN.match(_tidied(text))
    if match is None or (match["before"] and match["after"]):
        raise NotAnAmount(text)
    currency = _currency(match["before"] or match["after"], text)
    factor = _SUFFIXES[match["suffix"].lower()]
    negative = "-" in (sign := (match["sign"] + match["inner"]).replace("−", "-"))
    if len(sign) > 1:
        raise NotAnAmount(text)
    factor = -factor if negative else factor
    readings = [_EXACT.multiply(reading, factor) for reading in _readings(match["digits"].strip())]
    if not readings:
        raise NotAnAmount(text)
    if any(abs(reading) > LARGEST_AMOUNT for reading in readings):
        raise AmountTooLarge(text)
    if len(readings) == 1:
        return readings[0], currency
    if decimal_mark is None:
        raise AmbiguousAmount(text, (readings[0], readings[1]))
    return readings[",.".index(decimal_mark)], currency


def _tidied(text: str) -> str:
    spaced = text.strip().replace("\u00a0", " ").replace("\u202f", " ")
    return _FRANKEN.sub(r"\1", _NO_CENTS.sub("", spaced))


def _currency(written: str, text: str) -> str:
    code = _SIGNS.get(written.upper(), written.upper())
    if code and not re.fullmatch(r"[A-Z]{3}", code):
        raise NotAnAmount(text)
    return code


def _readings(digits: str) -> list[Decimal]:
    """Return what the digits can mean: one reading, or that with a decimal comma and with a point."""
    comma, point = _with_mark(digits, ","), _with_mark(digits, ".")
    return list(dict.fromkeys(reading for reading in (comma, point) if reading is not None))


def _with_mark(digits: str, mark: str) -> Decimal | None:
    whole, _mark, fraction = digits.partition(mark)
    if not re.fullmatch(r"\d*", fraction):
        return None
    separators = set(re.findall(r"\D", whole))
    if len(separators) > 1 or (separators and whole.startswith("0")):
        return None
    western = r"\d{1,3}(\D\d{3})+"
    indian = r"\d{1,2}(,\d{2})+,\d{3}"
    if separators and not re.fullmatch(f"{western}|{indian}", whole):
        return None
    digits_alone = re.sub(r"\D", "", whole)
    return Decimal(f"{digits_alone or 0}.{fraction}" if fraction else digits_alone or 0)
