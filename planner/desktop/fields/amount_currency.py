"""The currency of an amount: where one typed with it goes, and whose a shared sign is."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from planner.desktop.fields.typed import Unreadable
from planner.translation import _

_OF_THE_PRICE = ("price.currency", "price.exchange.from", "price.exchange.to")


@dataclass
class AmountCurrency:
    """The names of the fields that hold it, "" for none: the amount's own, and that of the whole."""

    field: str = ""
    home: str = ""

    @property
    def is_asked(self) -> bool:
        """Whether a currency may be typed with the amount, which is money then."""
        return bool(self.field or self.home)

    def edits(self, typed: str, read: Callable[[str], object]) -> dict[str, object]:
        """Return the currency that was typed, by the name of the field it goes to; {} if no field changes.

        It goes to the whole while that has none, else to the amount's own field, as "" if it is the whole's
        currency. Unreadable if it is another one and there is no field for that.
        """
        if not typed:
            return {}
        home = read(self.home) if self.home else ""
        if self.home and not home:
            return {self.home: typed}
        if self.field:
            return {self.field: "" if typed == home else typed}
        if typed != home:
            raise Unreadable(
                _("The price is in {currency}: write this in {currency} too.").format(currency=home)
            )
        return {}

    def around(self, read: Callable[[str], object], locale: QLocale) -> tuple[str, ...]:
        """Return the codes of the currencies around the amount, or else that of the locale."""
        fields = [field for field in (self.field, self.home, *_OF_THE_PRICE) if field]
        codes = [str(read(field)).strip().upper() for field in dict.fromkeys(fields)]
        here = locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        return tuple(code for code in codes if code) or (here,)
