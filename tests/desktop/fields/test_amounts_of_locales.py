"""An amount as any locale writes it is read back as what it was."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from babel import Locale, UnknownLocaleError
from babel.numbers import format_currency, format_decimal, get_decimal_symbol
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from planner.desktop.fields import AmountField
from planner.model.amounts import read_amount
from planner.model.errors import PlannerError

AMOUNTS = tuple(
    map(
        Decimal, ("1234.56", "1250.5", "98000", "-42", "1234567.89", "-1234567.89", "0.5", "12345", "0", "-1")
    )
)
EXCEPTIONS = {"tok_001"}
"""Toki Pona parts its digits two by two, so that 1 23 45 could be three numbers."""
LOCALES = QLocale.matchingLocales(
    QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
)
Written = tuple[str, Decimal, str, str]
"""A text, the amount it was made of, its currency, and the decimal mark of who wrote it."""


def code_of(locale: QLocale) -> str:
    return locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)


def by_qt(locale: QLocale) -> Iterator[Written]:
    code, mark = code_of(locale), locale.decimalPoint()
    for amount in AMOUNTS:
        yield locale.toString(float(amount), "f", 2), amount, "", mark
        if amount == int(amount):
            yield locale.toString(int(amount)), amount, "", mark
        for text in (
            locale.toCurrencyString(float(amount)),
            locale.toCurrencyString(float(amount), code),
            locale.toCurrencyString(float(amount), "€"),
        ):
            yield text, amount, code, mark


def by_babel(name: str, code: str) -> Iterator[Written]:
    try:
        locale = Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return
    for amount in AMOUNTS:
        for system in ("latn", locale.default_numbering_system):
            mark = get_decimal_symbol(locale, numbering_system=system)  # that of its root for some locales
            yield format_decimal(amount, locale=locale, numbering_system=system), amount, "", mark
            for kind in ("standard", "accounting") if code else ():
                text = format_currency(amount, code, locale=locale, format_type=kind, numbering_system=system)
                yield text, amount, code, mark


def is_read_back(written: Written) -> bool:
    """Whether the text is read as its amount; a currency without cents is written in whole units."""
    text, amount, code, mark = written
    try:
        read, currency = read_amount(text, "," if mark == "," else ".", (code,) if code else ())
    except PlannerError:
        return False
    exact = read == amount if not code else abs(read - amount) <= Decimal("0.5")
    return exact and currency in {"", code, "EUR" if "€" in text else code}


def test_every_locale_of_qt_is_read_back_as_qt_and_as_babel_write_it() -> None:
    tried = 0
    misread: dict[str, list[str]] = {}
    for locale in LOCALES:
        for written in (*by_qt(locale), *by_babel(locale.name(), code_of(locale))):
            tried += 1
            if not is_read_back(written):
                misread.setdefault(locale.name(), []).append(written[0])
    assert tried > 50_000
    assert {name: texts[:5] for name, texts in misread.items() if name not in EXCEPTIONS} == {}
    assert set(misread) == EXCEPTIONS, "an exception that is none any more is to be taken out"


@pytest.mark.parametrize("amount", ["1250.50", "-98000", "0.125", "1234567.89"])
def test_what_a_field_shows_it_reads_in_every_locale(qapp: QApplication, amount: str) -> None:
    assert qapp
    field = AmountField()
    field.currencyField = "currency"
    unread = []
    for locale in LOCALES:
        field.setLocale(locale)
        for text in (field.shown_text(Decimal(amount)), field.typed_text(Decimal(amount))):
            try:
                read = field.read_text(text)
            except PlannerError:
                read = None
            if read != Decimal(amount):
                unread.append((locale.name(), text))
    assert {name for name, _text in unread} <= EXCEPTIONS, unread
