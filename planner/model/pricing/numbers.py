"""Whether a number can be reckoned with at all."""

from decimal import Decimal

from planner.model.amount_digits import shortest
from planner.model.part import LARGEST_AMOUNT
from planner.translation import _, ngettext

MOST_DECIMALS = 20


def number_problem(number: Decimal) -> str:
    """Return why the number cannot be used, as a message behind its field's name; "" if it can."""
    if not number.is_finite():
        return _("expected a number, got {number}").format(number=number)
    if abs(number) > LARGEST_AMOUNT:
        return _("expected a number of at most 10^15, got {number}").format(number=number)
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -MOST_DECIMALS:
        return ngettext(
            "expected a number of at most {count} decimal",
            "expected a number of at most {count} decimals",
            MOST_DECIMALS,
        ).format(count=MOST_DECIMALS)
    return ""


def digits(number: Decimal) -> str:
    """Return the number as a message quotes it: no trailing zeros, `−` for a minus."""
    return shortest(number).replace("-", "−")
