"""Money and shares as they are read: prices exactly, estimates to three significant figures.

Pages are English throughout; the window writes numbers by the person's own locale. Rounding is half
up and done here, once, before anything is formatted.
"""

from decimal import Decimal
from fractions import Fraction
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.numbers import NumberPattern, get_currency_precision, get_currency_symbol, parse_pattern

ENGLISH = "en_GB"
_NO_BREAK = "\u00a0"
_SIGN = "¤"


def exact_money(amount: Fraction | Decimal, currency: str, locale: str = ENGLISH) -> str:
    """Return a price exactly: in full units if it is whole, to the currency's digits if not."""
    digits = currency_digits(currency)
    return _money(_rounded(Fraction(amount), digits), currency, digits, locale)


def estimated_money(amount: Fraction | Decimal, currency: str, locale: str = ENGLISH) -> str:
    """Return an estimate to three significant figures."""
    value = Fraction(amount)
    magnitude = len(str(int(abs(value)))) if abs(value) >= 1 else 1
    digits = max(3 - magnitude, 0) if magnitude < 3 else 3 - magnitude
    return _money(_rounded(value, min(digits, 2)), currency, 2, locale)


def percent(share: Fraction, locale: str = ENGLISH) -> str:
    """Return `44 %`; with a decimal where a whole number would hide on which side of 100 it is."""
    hundredths = share * 100
    near = share != 1 and abs(hundredths - 100) < 1
    rounded = _rounded(hundredths, 1 if near else 0)
    whole = rounded == rounded.to_integral_value()
    return f"{_digits(rounded, 0 if whole else 1, locale)}{_NO_BREAK}%"


def currency_digits(currency: str) -> int:
    """Return how many decimals the currency has; two where none is named."""
    return int(get_currency_precision(currency.upper())) if currency else 2


def known_locale(name: str) -> str:
    """Return the locale's name if its numbers are known, or that of English."""
    try:
        return str(Locale.parse(name))
    except (UnknownLocaleError, ValueError):
        return ENGLISH


def _rounded(value: Fraction, digits: int) -> Decimal:
    step = Decimal(1).scaleb(-digits)
    scaled = value * Fraction(10) ** digits
    doubled = 2 * abs(scaled) + 1
    half_up = doubled.numerator // (2 * doubled.denominator)
    return Decimal(-half_up if scaled < 0 else half_up) * step


def _money(amount: Decimal, currency: str, digits: int, locale: str) -> str:
    whole = amount == amount.to_integral_value()
    number = _digits(abs(amount), 0 if whole else digits, locale)
    sign = "−" if amount < 0 else ""
    if not currency:
        return f"{sign}{number}"
    symbol: str = get_currency_symbol(currency.upper(), locale=locale)
    if _symbol_leads(locale):
        space = _NO_BREAK if symbol[-1:].isalpha() or _symbol_stands_apart(locale) else ""
        return f"{sign}{symbol}{space}{number}"
    return f"{sign}{number}{_NO_BREAK}{symbol}"


def _digits(amount: Decimal, digits: int, locale: str) -> str:
    text: str = _grouped(locale, digits).apply(amount, _locale(locale))
    return text.replace("\u202f", _NO_BREAK)


@cache
def _grouped(locale: str, digits: int) -> NumberPattern:
    """Return the locale's grouping with so many decimals."""
    whole = _locale(locale).decimal_formats[None].pattern.partition(";")[0].partition(".")[0]
    return parse_pattern(f"{whole}.{'0' * digits}" if digits else whole)


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
