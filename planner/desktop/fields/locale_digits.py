"""Numbers in the digits of a locale."""

from PySide6.QtCore import QLocale


def in_digits_of(locale: QLocale, digits: str) -> str:
    """Return the text with its ASCII digits as those of the locale."""
    zero = locale.zeroDigit()
    if zero == "0" or len(zero) != 1:
        return digits
    return digits.translate({ord("0") + digit: chr(ord(zero) + digit) for digit in range(10)})


def with_mark_of(locale: QLocale, digits: str) -> str:
    """Return plain digits, `1250.50`, in those of the locale and with its decimal mark, without grouping."""
    return in_digits_of(locale, digits.replace(".", locale.decimalPoint()))
