"""Amounts in plain digits, as they are shown and written back."""

from decimal import Decimal


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
