"""An amount, typed as people type them."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Property, QLocale, Slot
from PySide6.QtWidgets import QWidget

from planner.desktop.fields.currencies import known_currencies
from planner.desktop.fields.field import text_property
from planner.desktop.fields.readings import AmbiguityChoices
from planner.desktop.fields.typed import TypedField, Unreadable
from planner.model.amounts import AmbiguousAmount, in_digits, money_digits, read_amount, shortest
from planner.model.fields import FieldType
from planner.model.values import same_value
from planner.translation import _
from planner.wording.money import as_percentage, known_locale


class AmountField(TypedField):
    """A decimal number: `98k`, `98.000 €`, `1,250.50`, `CHF 12'500`, by the widget's locale.

    `currencyField` names the field that a typed currency goes to. Where the amount belongs to a
    whole that has a currency, `homeCurrencyField` names that one: it takes the currency while it is
    blank; another one than its own goes to `currencyField`, or is refused where there is none.
    Either makes the amount money: three digits after a decimal mark are asked about instead of
    believed. With `percent` a share is typed and shown as a percentage: 0.1 as 10%.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency_field = self._home_field = self._typed_currency = self._held_currency = ""
        self._optional, self._percent = True, False
        self._two: tuple[Decimal, ...] = ()
        self.readings = AmbiguityChoices(self)
        self.readings.taken.connect(self._take_reading)
        self._column.addWidget(self.readings)

    def companion_edits(self, read: Callable[[str], object]) -> dict[str, object]:
        """Return the currency that was typed, by the name of the field it goes to; {} if none was typed.

        Unreadable if it is not the whole's currency and there is no field for another one.
        """
        typed = self._typed_currency
        if not typed:
            return {}
        home = read(self._home_field) if self._home_field else ""
        if self._home_field and not home:
            return {self._home_field: typed}
        if self._currency_field:
            return {self._currency_field: "" if typed == home else typed}
        if typed != home:
            raise Unreadable(
                _("The price is in {currency}: write this in {currency} too.").format(currency=home)
            )
        return {}

    def configure(self, field_type: FieldType) -> None:
        """Take over from the field whether it may be blank."""
        super().configure(field_type)
        self._optional = field_type.optional

    @property
    def is_money(self) -> bool:
        """Whether a currency may be typed with the amount."""
        return bool(self._currency_field or self._home_field)

    def commit(self) -> None:
        """Show the amount as it was understood; offer both readings of what can mean two."""
        super().commit()
        if self._unread and self._two and not self._said_elsewhere:
            self.readings.offer([(self._plainly(reading), reading) for reading in self._two])

    def show_error(self, problem: str) -> None:
        """Say a problem under the input, "" for none, and take away the two readings offered there."""
        super().show_error(problem)
        self.readings.withdraw()

    def read_text(self, text: str) -> Decimal:
        """Return the amount; a PlannerError if the text is none or can mean two. With `percent` 10 is 0.1."""
        written = text.strip().removeprefix("%").removesuffix("%") if self._percent else text.strip()
        self._two, self._typed_currency = (), ""
        try:
            amount, currency = read_amount(written)
        except AmbiguousAmount as ambiguous:
            amount, currency = read_amount(written, self._mark())
            self._typed_currency = self._fitting(currency)
            self._settle_by_locale(written, amount, ambiguous)
        self._typed_currency = self._fitting(currency)
        return amount / self._scale()

    def set_value(self, value: Any) -> None:
        """Take an amount and emit `changed` if it differs, or if a currency is or was typed beside it."""
        before, currency_before = self._value, self._held_currency
        self._held_currency = self._typed_currency
        super().set_value(value)
        if same_value(before, value) and (self._typed_currency or currency_before):
            self.changed.emit()

    def blank_value(self) -> None:
        """Return None where the field may be blank; Unreadable if not."""
        self._typed_currency = ""
        if not self._optional:
            raise Unreadable(_("Expected a number"))

    def shown_text(self, value: Decimal) -> str:
        """Return the amount in the locale's grouping and decimal mark, 98,000; with `percent` as 10%."""
        locale = QLocale(self.locale())
        locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
        whole, _, fraction = self._digits(abs(value)).partition(".")
        sign = locale.negativeSign() if value < 0 else ""
        mark = locale.decimalPoint() if fraction else ""
        number = f"{sign}{locale.toString(int(whole))}{mark}{fraction}"
        return as_percentage(number, known_locale(locale.name())) if self._percent else number

    def typed_text(self, value: Decimal) -> str:
        """Return the amount without grouping: a digit added cannot change how it is read."""
        return self._digits(value).replace(".", self._mark())

    def _digits(self, value: Decimal) -> str:
        """Return the digits to show, those of money as money."""
        return money_digits(value) if self.is_money else shortest(value * self._scale())

    def _scale(self) -> int:
        return 100 if self._percent else 1

    def _mark(self) -> str:
        return "," if self.locale().decimalPoint() == "," else "."

    def _fitting(self, currency: str) -> str:
        """Return the currency typed; Unreadable if there is none such, or none is wanted here."""
        if currency and currency not in known_currencies():
            raise Unreadable(_("There is no currency “{currency}”").format(currency=currency))
        if currency and not self.is_money:
            raise Unreadable(_("Expected the amount alone, without {currency}").format(currency=currency))
        return currency

    def _settle_by_locale(self, text: str, amount: Decimal, ambiguous: AmbiguousAmount) -> None:
        """Accept the reading of the locale, or raise Unreadable where that is not safe to believe.

        Three digits after the locale's decimal mark look like thousands of another country:
        accepted only outside money, and only if they do not end in 0.
        """
        is_fraction = amount != max(ambiguous.readings, key=abs)
        if is_fraction and (self.is_money or text.rstrip("€$£¥₹ ").endswith("0")):
            self._two = ambiguous.readings
            raise Unreadable(self._two_readings(text, ambiguous)) from ambiguous

    def _two_readings(self, text: str, ambiguous: AmbiguousAmount) -> str:
        """Say both readings, each written so that it can be read in one way only."""
        small, large = (self._plainly(reading) for reading in ambiguous.readings)
        return _("“{text}” can mean two things: write {small} or {large}").format(
            text=text, small=small, large=large
        )

    def _plainly(self, value: Decimal) -> str:
        return in_digits(value).replace(".", self._mark())

    @Slot(object)
    def _take_reading(self, amount: Decimal) -> None:
        """Take one of the two readings, as if it had been typed."""
        self.set_value(amount / self._scale())
        self.commit()
        self.line.setFocus()

    def _home(self) -> str:
        return self._home_field

    def _set_home(self, field: str) -> None:
        self._home_field = field

    def _currency(self) -> str:
        return self._currency_field

    def _set_currency(self, field: str) -> None:
        self._currency_field = field

    def _is_percent(self) -> bool:
        return self._percent

    def _set_percent(self, percent: object) -> None:
        self._percent = bool(percent)

    currencyField = text_property(_currency, _set_currency)
    homeCurrencyField = text_property(_home, _set_home)
    percent: Any = Property(bool, _is_percent, _set_percent)
