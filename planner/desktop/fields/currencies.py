"""Currencies by their ISO 4217 code."""

from functools import cache

from PySide6.QtCore import QLocale

COMMON = ("EUR", "USD", "GBP", "CHF", "SEK", "DKK", "NOK", "PLN", "CZK", "JPY", "CNY", "INR", "CAD", "AUD")


@cache
def known_currencies() -> frozenset[str]:
    """Return the ISO codes of the currencies of all countries that Qt knows, and the common ones."""
    everywhere = QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    )
    code = QLocale.CurrencySymbolFormat.CurrencyIsoCode
    return frozenset(QLocale(locale).currencySymbol(code) for locale in everywhere) - {""} | set(COMMON)
