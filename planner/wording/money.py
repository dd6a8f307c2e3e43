"""Money and shares as they are read: prices exactly, estimates to three significant figures.

Pages are English throughout; the window writes numbers by the person's own locale, in its digits.
Rounding is half up and done here, once, before anything is formatted.
"""

import re
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError
from babel.numbers import NumberPattern, get_currency_symbol, parse_pattern

from planner.model.pricing.rounding import currency_digits, half_up

ENGLISH = "en_GB"
_NO_BREAK = "\u00a0"
_SIGN = "¤"
_ZEROS = {
    "adlm": "\U0001e950",
    "arab": "٠",
    "arabext": "۰",
    "beng": "০",
    "cakm": "\U00011136",
    "deva": "०",
    "mtei": "\uabf0",
    "mymr": "၀",
    "nkoo": "\u07c0",
    "olck": "\u1c50",
    "tibt": "༠",
}
"""The digit 0 of each numbering system that some locale writes by itself."""
_ISOLATE, _END_OF_ISOLATE = "\u2066", "\u2069"
_TURNING = frozenset({"R", "AL", "AN"})
"""Bidi classes of characters that turn what stands beside them."""
_MOST_DECIMALS = 6
_SPARE_DIGITS = 12
"""More than any figure has after the point: however large an amount is, none of its digits is lost."""


def exact_money(amount: Fraction | Decimal, currency: str, locale: str = ENGLISH) -> str:
    """Return a price with its currency's sign, if any: in full units if whole, else to its digits."""
    digits = currency_digits(currency)
    return _money(half_up(Fraction(amount), digits), currency, digits, locale)


def estimated_money(amount: Fraction | Decimal, currency: str, locale: str = ENGLISH) -> str:
    """Return an estimate with its currency's sign, if any, to three significant figures.

    It has at most two decimals, and no more than the currency.
    """
    value = Fraction(amount)
    magnitude = len(str(int(abs(value)))) if abs(value) >= 1 else 1
    most = min(currency_digits(currency), 2)
    return _money(half_up(value, min(3 - magnitude, most)), currency, most, locale)


def percent(share: Fraction, locale: str = ENGLISH) -> str:
    """Return `44%`; with decimals where it is nearer than 1% to 0 or 100, to show on which side."""
    hundredths = share * 100
    near = [limit for limit in (0, 100) if 0 < abs(hundredths - limit) < 1]
    digits = 1 if near else 0
    while (rounded := half_up(hundredths, digits)) in near and digits < _MOST_DECIMALS:
        digits += 1
    whole = rounded == rounded.to_integral_value()
    sign = "−" if rounded < 0 else ""
    number = _digits(rounded.copy_abs(), 0 if whole else digits, locale)
    return _isolated(sign + as_percentage(number, locale))


def as_percentage(number: str, locale: str = ENGLISH) -> str:
    """Return a number already written, as a percentage: `44%` in English, with a space where one is usual."""
    before, after = _around_percentage(locale)
    return f"{before}{number}{after}"


def written_number(number: int, locale: str = ENGLISH) -> str:
    """Return a whole number in the locale's grouping: `10,000`."""
    return _isolated(_digits(Decimal(number), 0, locale))


def counted(number: int | str, locale: str = ENGLISH) -> str:
    """Return a count, or a text with one, in the locale's digits, not grouped: `36`."""
    return _isolated(str(number).translate(_digits_of(locale)))


def known_locale(name: str) -> str:
    """Return a locale's name, such as `de_DE`, if its numbers are known, else that of English, `en_GB`."""
    try:
        return str(Locale.parse(name))
    except (UnknownLocaleError, ValueError):
        return ENGLISH


def _money(amount: Decimal, currency: str, digits: int, locale: str) -> str:
    whole = amount == amount.to_integral_value()
    number = _digits(amount.copy_abs(), 0 if whole else digits, locale)
    sign = "−" if amount < 0 else ""
    if not currency:
        return _isolated(f"{sign}{number}")
    symbol: str = get_currency_symbol(currency.upper(), locale=locale)
    if _turns(symbol):
        symbol = currency.upper()  # a right-to-left sign would turn an English sentence round
    if _symbol_leads(locale):
        space = _NO_BREAK if symbol[-1:].isalpha() or _symbol_stands_apart(locale) else ""
        return _isolated(f"{sign}{symbol}{space}{number}")
    return _isolated(f"{sign}{number}{_NO_BREAK}{symbol}")


def _digits(amount: Decimal, digits: int, locale: str) -> str:
    with localcontext() as context:
        context.prec = len(amount.as_tuple().digits) + abs(amount.adjusted()) + _SPARE_DIGITS
        text: str = _grouped(locale, digits).apply(amount, _locale(locale), numbering_system="default")
    return text.translate(_digits_of(locale)).replace("\u202f", _NO_BREAK)


@cache
def _digits_of(locale: str) -> dict[int, str]:
    """Return the locale's digit for each ASCII one, {} where it writes those: babel gives only its marks."""
    zero = _ZEROS.get(_locale(locale).default_numbering_system)
    return {} if zero is None else {ord(str(digit)): chr(ord(zero) + digit) for digit in range(10)}


def _isolated(text: str) -> str:
    """Return the text so that its digits, where they are Arabic, keep their order in an English sentence."""
    return f"{_ISOLATE}{text}{_END_OF_ISOLATE}" if _turns(text) else text


def _turns(text: str) -> bool:
    return not text.isascii() and any(bidirectional(char) in _TURNING for char in text)


@cache
def _grouped(locale: str, digits: int) -> NumberPattern:
    """Return the locale's grouping with so many decimals."""
    whole = _locale(locale).decimal_formats[None].pattern.partition(";")[0].partition(".")[0]
    return parse_pattern(f"{whole}.{'0' * digits}" if digits else whole)


@cache
def _around_percentage(locale: str) -> tuple[str, str]:
    """Return what the locale writes before and after the number of a percentage."""
    pattern = (
        str(_locale(locale).percent_formats[None].pattern).partition(";")[0].replace("\u202f", _NO_BREAK)
    )
    before, after = re.split(r"[#0,.]+", pattern, maxsplit=1)
    return before, after


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


@cache
def _pattern(locale: str) -> str:
    return str(_locale(locale).currency_formats["standard"].pattern).partition(";")[0].lstrip("\u200e\u200f")


def _symbol_leads(locale: str) -> bool:
    return _pattern(locale).startswith(_SIGN)


def _symbol_stands_apart(locale: str) -> bool:
    return _pattern(locale)[1:2].isspace()
