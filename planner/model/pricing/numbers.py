"""Whether a number can be reckoned with at all."""

from decimal import Decimal

from planner.model.amounts import shortest
from planner.model.part import LARGEST_AMOUNT

MOST_DECIMALS = 20


def number_problem(number: Decimal) -> str:
    """Return why the number cannot be used; "" if it can."""
    if not number.is_finite():
        return f"expected a number, got {number}"
    if abs(number) > LARGEST_AMOUNT:
        return f"expected a number of at most 10^15, got {number}"
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -MOST_DECIMALS:
        return f"expected a number of at most {MOST_DECIMALS} decimals"
    return ""


def digits(number: Decimal) -> str:
    """Return the number as a message quotes it."""
    return shortest(number).replace("-", "−")
