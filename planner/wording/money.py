"""Money and shares as they are read: prices exactly, estimates to three significant figures."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from babel.numbers import format_decimal, get_currency_precision, get_currency_symbol

_LOCALE = "en_GB"


def exact_money(amount: Fraction | Decimal, currency: str) -> str:
    """Return a price exactly: in full units if it is whole, to the currency's digits if not."""
    digits = get_currency_precision(currency.upper()) if currency else 2
    return _money(_rounded(Fraction(amount), digits), currency, digits)


def estimated_money(amount: Fraction | Decimal, currency: str) -> str:
    """Return an estimate to three significant figures."""
    value = Fraction(amount)
    magnitude = len(str(int(abs(value)))) if abs(value) >= 1 else 1
    digits = max(3 - magnitude, 0) if magnitude < 3 else 3 - magnitude
    return _money(_rounded(value, min(digits, 2)), currency, 2)


def percent(share: Fraction) -> str:
    """Return `44 %`; with a decimal where a whole number would hide on which side of 100 it is."""
    hundredths = share * 100
    near = share != 1 and abs(hundredths - 100) < 1
    return f"{_rounded(hundredths, 1 if near else 0).normalize():f}\u00a0%"


def _rounded(value: Fraction, digits: int) -> Decimal:
    step = Decimal(1).scaleb(-digits)
    scaled = value * Fraction(10) ** digits
    whole = Decimal(scaled.numerator) / Decimal(scaled.denominator)
    return whole.quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _money(amount: Decimal, currency: str, digits: int) -> str:
    whole = amount == amount.to_integral_value()
    pattern = "#,##0" if whole or not digits else f"#,##0.{'0' * digits}"
    number: str = format_decimal(abs(amount), format=pattern, locale=_LOCALE)
    symbol: str = get_currency_symbol(currency.upper(), locale=_LOCALE) if currency else ""
    space = "\u00a0" if symbol[-1:].isalpha() else ""
    return f"{'−' if amount < 0 else ''}{symbol}{space}{number}"
