"""What later money is worth today: flows at the end of a year divided by (1 + rate) once a year.

The monthly rate is (1 + rate)^(1/12) − 1, so a flow after 12 months is worth exactly what the
annual rate says. Whole years are exact; the months between them are reckoned to 70 digits.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

PLACES = 70
_ONE = 10**PLACES
_PRECISION = 100


def npv(rate: Decimal | Fraction, flows: Sequence[Decimal | Fraction | int]) -> Fraction:
    """Return the net present value of annual flows: the first is now, undiscounted, then one a year."""
    base = 1 + Fraction(rate)
    value = Fraction(0)
    for flow in reversed(flows):
        value = value / base + Fraction(flow)
    return value


def present_value(rate: Decimal, flows: Mapping[int, int], per: int) -> Fraction:
    """Return the present value of `flows`, each month's amount in parts of 1/`per`; annual rate above −1."""
    last = max(flows, default=0)
    factors = month_factors(rate, last)
    between = sum(flow * factors[month] for month, flow in flows.items() if month % 12)
    years = [flows.get(month, 0) for month in range(0, last + 1, 12)]
    return (_whole_years(1 + Fraction(rate), years) + Fraction(between, _ONE)) / per


def _whole_years(base: Fraction, flows: Sequence[int]) -> Fraction:
    """Return Σ flow / base^year, in whole numbers up to the end."""
    top = base.numerator
    value, power = 0, 1
    for flow in flows:
        value = value * top + flow * power
        power *= base.denominator
    return Fraction(value, top ** max(len(flows) - 1, 0))


@lru_cache(maxsize=64)
def month_factors(rate: Decimal, months: int) -> tuple[int, ...]:
    """Return, for each month from 0 on, what 1 is worth today, in parts of 10^-70; rate above −1."""
    with localcontext() as context:
        context.prec = _PRECISION
        context.Emax, context.Emin = 999_999, -999_999
        # Months between whole years take a twelfth root, which no fraction holds. Each year starts anew
        # from the exact power, so that no error of the root grows over the term.
        monthly = ((1 + rate).ln() / 12).exp()
        factors, factor = [], Decimal(1)
        for month in range(months + 1):
            exact = 1 / (1 + rate) ** (month // 12) if month % 12 == 0 else factor / monthly
            factor = exact
            factors.append(int(factor.scaleb(PLACES).to_integral_value()))
        return tuple(factors)
