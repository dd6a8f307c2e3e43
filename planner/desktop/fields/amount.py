"""An amount, typed as people type them."""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import Property, QLocale
from PySide6.QtWidgets import QWidget

from planner.desktop.fields.currencies import known_currencies
from planner.desktop.fields.field import text_property
from planner.desktop.fields.typed import TypedField, Unreadable
from planner.desktop.same_value import same_value
from planner.model.amounts import AmbiguousAmount, in_digits, read_amount
from planner.model.fields import FieldType


class AmountField(TypedField):
    """A decimal number: `98k`, `98.000 €`, `1,250.50`, `CHF 12'500`, by the widget's locale.

    `currencyField` names the field that a typed currency goes to; where it is set the amount is
    money, and three digits after a decimal mark are asked about instead of believed.
    With `percent` a share is typed and shown as a percentage: 0.1 as 10 %.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency_field = self._typed_currency = ""
        self._optional, self._percent = True, False

    def along(self) -> dict[str, object]:
        """Return the currency that was typed, by the name of its field."""
        return {self._currency_field: self._typed_currency} if self._typed_currency else {}

    def offer(self, field_type: FieldType) -> None:
        """Take numbers; blank only where the field may be."""
        super().offer(field_type)
        self._optional = field_type.optional

    def read_text(self, text: str) -> Decimal:
        """Return the amount; a PlannerError if the text is none or can mean two."""
        written = text.strip().removesuffix("%") if self._percent else text.strip()
        amount, currency = self._unambiguous(written)
        if currency and currency not in known_currencies():
            raise Unreadable(f"there is no currency “{currency}”")
        if currency and not self._currency_field:
            raise Unreadable(f"expected the amount alone, without {currency}")
        self._typed_currency = currency
        return amount / self._scale()

    def hold(self, value: Any) -> None:
        """Take an amount; tell of a currency typed beside it even where the amount is as before."""
        before = self._value
        super().hold(value)
        if self._typed_currency and same_value(before, value):
            self.changed.emit()

    def blank_value(self) -> None:
        """Return None where the field may be blank; Unreadable if not."""
        self._typed_currency = ""
        if not self._optional:
            raise Unreadable("expected a number")

    def shown_text(self, value: Decimal) -> str:
        """Return the amount grouped by the locale: 98,000."""
        locale = QLocale(self.locale())
        locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
        whole, _, fraction = f"{abs(value) * self._scale():f}".partition(".")
        fraction = fraction.rstrip("0") if self._percent else fraction
        sign = locale.negativeSign() if value < 0 else ""
        mark = locale.decimalPoint() if fraction else ""
        return f"{sign}{locale.toString(int(whole))}{mark}{fraction}{' %' if self._percent else ''}"

    def typed_text(self, value: Decimal) -> str:
        """Return the amount without grouping: a digit added cannot change how it is read."""
        scaled = f"{value * self._scale():f}"
        if self._percent and "." in scaled:
            scaled = scaled.rstrip("0").rstrip(".")
        return scaled.replace(".", self._mark())

    def _scale(self) -> int:
        return 100 if self._percent else 1

    def _mark(self) -> str:
        return "," if self.locale().decimalPoint() == "," else "."

    def _unambiguous(self, text: str) -> tuple[Decimal, str]:
        """Return what the text means here.

        Three digits after the locale's decimal mark look like thousands of another country:
        accepted only outside money, and only if they do not end in 0.
        """
        try:
            return read_amount(text)
        except AmbiguousAmount as ambiguous:
            amount, currency = read_amount(text, self._mark())
            is_fraction = amount != max(ambiguous.readings, key=abs)
            if is_fraction and (self._currency_field or text.rstrip("€$£¥₹ ").endswith("0")):
                raise Unreadable(self._two_readings(text, ambiguous)) from ambiguous
            return amount, currency

    def _two_readings(self, text: str, ambiguous: AmbiguousAmount) -> str:
        """Say both readings, each written so that it can be read in one way only."""
        small, large = (self._plainly(one) for one in ambiguous.readings)
        return f"“{text}” can mean two things: write {small} or {large}"

    def _plainly(self, value: Decimal) -> str:
        return in_digits(value).replace(".", self._mark())

    def _currency(self) -> str:
        return self._currency_field

    def _set_currency(self, field: str) -> None:
        self._currency_field = field

    def _is_percent(self) -> bool:
        return self._percent

    def _set_percent(self, percent: object) -> None:
        self._percent = bool(percent)

    currencyField = text_property(_currency, _set_currency)
    percent: Any = Property(bool, _is_percent, _set_percent)
