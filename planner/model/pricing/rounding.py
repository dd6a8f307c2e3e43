"""Rounding, once, half up, from the exact value to a currency's digits."""

from decimal import Decimal
from fractions import Fraction

USUAL_DIGITS = 2

_NONE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE = "BHD IQD JOD KWD LYD OMR TND"
_FOUR = "CLF UYW"
_DIGITS = {code: digits for codes, digits in ((_NONE, 0), (_THREE, 3), (_FOUR, 4)) for code in codes.split()}


def currency_digits(currency: str) -> int:
    """Return how many digits the currency has after the point (ISO 4217); two if it is not known."""
    return _DIGITS.get(currency.strip().upper(), USUAL_DIGITS)


def half_up(amount: Fraction | Decimal, digits: int) -> Decimal:
    """Return the amount with so many digits after the point, halves away from zero.

    Negative `digits` round to tens, hundreds and so on. Exact for amounts of any size.
    """
    value = Fraction(amount) * Fraction(10) ** digits
    whole, rest = divmod(abs(value.numerator), value.denominator)
    whole += 2 * rest >= value.denominator
    sign = int(value < 0 and whole > 0)
    return Decimal((sign, tuple(map(int, str(whole))), -digits))


def rounded_money(amount: Fraction | Decimal, currency: str) -> Decimal:
    """Return the amount rounded half up to the currency's digits, two if the currency is not known."""
    return half_up(amount, currency_digits(currency))
