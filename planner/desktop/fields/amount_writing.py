"""An amount as a locale writes it."""

from decimal import Decimal

from PySide6.QtCore import QLocale

from planner.desktop.fields.locale_digits import in_digits_of, with_mark_of
from planner.model.amount_digits import money_digits, shortest
from planner.wording.money import as_percentage, known_locale


def grouped_amount(locale: QLocale, value: Decimal, *, money: bool, percent: bool) -> str:
    """Return the amount as it is read, 98,000 or 1,250.50; with `percent` 0.1 as 10%."""
    grouping = QLocale(locale)
    grouping.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    whole, _mark, fraction = _digits(abs(value), money=money, percent=percent).partition(".")
    sign = locale.negativeSign() if value < 0 else ""
    mark = locale.decimalPoint() if fraction else ""
    number = f"{sign}{grouping.toString(int(whole))}{mark}{in_digits_of(locale, fraction)}"
    return as_percentage(number, known_locale(locale.name())) if percent else number


def ungrouped_amount(locale: QLocale, value: Decimal, *, money: bool, percent: bool) -> str:
    """Return the amount without grouping, 1250.50; with `percent` 0.1 as 10, without the sign.

    A digit added to it cannot change how it is read.
    """
    return with_mark_of(locale, _digits(value, money=money, percent=percent))


def _digits(value: Decimal, *, money: bool, percent: bool) -> str:
    """Return the plain digits to show, those of money as money."""
    return money_digits(value) if money else shortest(value * (100 if percent else 1))
