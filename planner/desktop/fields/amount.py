"""An amount, typed as people type them."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Property, QLocale, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.desktop.fields.currencies import known_currencies
from planner.desktop.fields.field import text_property
from planner.desktop.fields.locale_digits import in_digits_of
from planner.desktop.fields.readings import AmbiguityChoices, NewFigure
from planner.desktop.fields.typed import TypedField, Unreadable
from planner.desktop.widgets.plain_text import PlainLabel
from planner.model.amount_digits import in_digits, money_digits, shortest
from planner.model.amount_errors import AmbiguousAmount, AmbiguousCurrency
from planner.model.amounts import AmountAsRead, read_written
from planner.model.errors import PlannerError
from planner.model.fields import FieldType, paths_overlap
from planner.model.over_theirs import TheirsUnknown, over_theirs, share_over_theirs
from planner.model.price import Price, PriceLine
from planner.model.pricing.rounding import USUAL_DIGITS, currency_digits
from planner.model.terms import Cadence
from planner.model.values import same_value
from planner.translation import _
from planner.wording.money import as_percentage, known_locale

_OF_THE_PRICE = ("price.currency", "price.exchange.from", "price.exchange.to")
_FRAME = 12
"""Pixels of a line's frame and padding, both sides together."""
_OUR_PRICE = "price.ours[].likely"


class AmountField(TypedField):
    """A decimal number: `98k`, `98.000 €`, `1,250.50`, `CHF 12'500`, by the widget's locale.

    `currencyField` names the field that a typed currency goes to. `homeCurrencyField` names the currency
    of the whole that the amount belongs to: a typed currency goes there while that is blank; one that differs
    from it goes to `currencyField`, or is refused where there is none.
    Either makes the amount money: three digits after a decimal mark are asked about instead of
    believed. With `percent` a share is typed and shown as a percentage: 0.1 as 10%.

    Arithmetic is reckoned and shown with its result, `38*42*12 = 19,152`, and as typed again when it is
    edited. In our price `18% more than theirs` is reckoned once; when theirs changes, the new figure is
    offered.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency_field = self._home_field = self._typed_currency = self._held_currency = ""
        self._optional, self._percent, self._by_theirs = True, False, False
        self._two: tuple[tuple[str, object], ...] = ()
        self._read_field: Callable[[str], object] | None = None
        self.as_typed = self._held_typing = self._committed_typing = ""
        self._rounded = False
        self.readings = AmbiguityChoices(self)
        self.readings.taken.connect(self._take_reading)
        self._column.addWidget(self.readings)
        self.new_figure: NewFigure | None = None
        self.whole_sum = PlainLabel(parent=self)
        self.whole_sum.setWordWrap(True)
        self.whole_sum.setProperty("role", "hint")
        self.whole_sum.hide()
        self._column.addWidget(self.whole_sum)

    def companion_edits(self, read: Callable[[str], object]) -> dict[str, object]:
        """Return the currency that was typed, by the name of the field it goes to; {} if no field changes.

        It goes as "" to `currencyField` if it is the whole's currency. Unreadable if it is another one and
        there is no field for that.
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
        """Take over from the field whether it may be blank, and whether it is our price."""
        super().configure(field_type)
        self._optional = field_type.optional
        self._by_theirs = field_type.path.endswith(_OUR_PRICE)

    def read_beside(self, read: Callable[[str], object]) -> None:
        """Read the currencies around this amount, and for our price theirs, by `read` from now on."""
        self._read_field = read

    def look_beside(self, path: str) -> None:
        """Offer the new figure where our price was said by theirs and a change at the path moved theirs."""
        if self._by_theirs and self.as_typed and paths_overlap(path, "price"):
            self._offer_new_figure()

    def show_typing(self, text: str) -> None:
        """Show the value as what the text came to: `38*42*12 = 19,152`; "" shows it alone."""
        if text == self.as_typed == self._committed_typing:
            return
        self._rounded = bool(text) and self._was_rounded(text)
        before, self.as_typed, self._held_typing = self.as_typed, text, text
        if not self._unread and before != text:
            self._committed_typing = text
            self._write(typing=self.line.hasFocus())
        self.look_beside("")

    @property
    def is_money(self) -> bool:
        """Whether a currency may be typed with the amount."""
        return bool(self._currency_field or self._home_field)

    def commit(self) -> None:
        """Show the amount as it was understood; offer both readings of what can mean two."""
        super().commit()
        if not self._unread:
            self._committed_typing = self.as_typed
        elif self._two and not self._said_elsewhere:
            self.readings.offer(self._two)

    def show_error(self, problem: str) -> None:
        """Say a problem under the input, "" for none, and take away the two readings offered there."""
        super().show_error(problem)
        self.readings.withdraw()

    def read_text(self, text: str) -> Decimal:
        """Return the amount; a PlannerError if the text is none or can mean two. With `percent` 10 is 0.1."""
        self._two, self._typed_currency = (), ""
        try:
            as_read = self._over_theirs(text) or self._read(text)
        except PlannerError:
            self.as_typed = "" if self._may_be_blank else self._committed_typing  # as the value is then
            raise
        self.as_typed = text.strip() if as_read.from_sum else ""
        self._rounded = as_read.rounded
        return as_read.amount / self._scale()

    def set_value(self, value: Any) -> None:
        """Take an amount and emit `changed` if it or what was typed beside it differs: currency, sum."""
        before, currency_before, typing_before = self._value, self._held_currency, self._held_typing
        self._held_currency, self._held_typing = self._typed_currency, self.as_typed
        super().set_value(value)
        self._withdraw_new_figure()
        beside = self._typed_currency or currency_before or self.as_typed != typing_before
        if same_value(before, value) and beside:
            self.changed.emit()

    def blank_value(self) -> None:
        """Return None where the field may be blank; Unreadable if not."""
        self._typed_currency = self.as_typed = ""
        if not self._optional:
            self.as_typed = self._committed_typing
            raise Unreadable(_("Expected a number"))

    def shown_text(self, value: Decimal) -> str:
        """Return the amount as the locale writes it, 98,000; with `percent` as 10%.

        Arithmetic stands before what it came to: `38*42*12 = 19,152`.
        """
        amount = self._grouped(value)
        if not self.as_typed:
            return amount
        pattern = _("{sum} = {amount} (rounded)") if self._rounded else _("{sum} = {amount}")
        return pattern.format(sum=self.as_typed, amount=amount)

    def typed_text(self, value: Decimal) -> str:
        """Return the amount without grouping: a digit added cannot change how it is read. A sum as typed."""
        return self.as_typed or self._in_digits_here(self._digits(value))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say a sum under the line where the line is too narrow for it."""
        super().resizeEvent(event)
        self._say_whole_sum()

    def _write(self, *, typing: bool) -> None:
        super()._write(typing=typing)
        self._say_whole_sum()

    def _say_whole_sum(self) -> None:
        """Show sum and result below the line if it cuts them off and nobody types in it; nothing if not."""
        text = self.line.text()
        margins = 2 * self.line.fontMetrics().averageCharWidth() + _FRAME
        cut = self.line.fontMetrics().horizontalAdvance(text) > self.line.width() - margins
        self.whole_sum.setText(text)
        self.whole_sum.setVisible(
            bool(self.as_typed) and cut and not self._unread and not self.line.hasFocus()
        )

    def _grouped(self, value: Decimal) -> str:
        locale = QLocale(self.locale())
        locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
        whole, _, fraction = self._digits(abs(value)).partition(".")
        sign = locale.negativeSign() if value < 0 else ""
        mark = locale.decimalPoint() if fraction else ""
        number = f"{sign}{locale.toString(int(whole))}{mark}{in_digits_of(locale, fraction)}"
        return as_percentage(number, known_locale(locale.name())) if self._percent else number

    def _digits(self, value: Decimal) -> str:
        """Return the digits to show, those of money as money."""
        return money_digits(value) if self.is_money else shortest(value * self._scale())

    def _in_digits_here(self, digits: str) -> str:
        """Return plain digits with the locale's decimal mark, in its digits."""
        return in_digits_of(self.locale(), digits.replace(".", self.locale().decimalPoint()))

    def _read(self, text: str) -> AmountAsRead:
        """Return what the text says as an amount, its currency checked and kept; a PlannerError if none."""
        written = text.replace("%", "") if self._percent else text.strip()
        ours = self._ours()
        try:
            as_read = read_written(written, ours=ours, money=self.is_money)
        except AmbiguousAmount as ambiguous:
            as_read = read_written(written, self._mark(), ours, money=self.is_money)
            self._typed_currency = self._fitting(as_read.currency)
            self._settle_by_locale(written, as_read.amount, ambiguous)
        except AmbiguousCurrency as ambiguous:
            self._two = tuple((f"{code} {ambiguous.rest}",) * 2 for code in ambiguous.codes[:2])
            raise
        self._typed_currency = self._fitting(as_read.currency)
        return as_read

    def _ours(self) -> tuple[str, ...]:
        """Return the codes of the currencies around this amount, or else that of the locale."""
        if not self.is_money or self._read_field is None:
            return ()
        fields = [field for field in (self._currency_field, self._home_field, *_OF_THE_PRICE) if field]
        codes = [str(self._read_field(field)).strip().upper() for field in dict.fromkeys(fields)]
        here = self.locale().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
        return tuple(code for code in codes if code) or (here,)

    def _over_theirs(self, text: str) -> AmountAsRead | None:
        """Return our price as the text says it by theirs, None if it says none; TheirsUnknown without."""
        share = share_over_theirs(text) if self._by_theirs else None
        if share is None or self._read_field is None:
            return None
        amount, currency = self._by(share)
        self._typed_currency = currency
        return AmountAsRead(amount, currency, from_sum=True)

    def _by(self, share: Fraction) -> tuple[Decimal, str]:
        assert self._read_field is not None
        price, cadence, units = (self._read_field(name) for name in ("price", "cadence", "units"))
        assert isinstance(price, Price)
        assert isinstance(cadence, Cadence)
        assert units is None or isinstance(units, Decimal)
        return over_theirs(share, price, PriceLine(cadence=cadence, units=units))

    def _offer_new_figure(self) -> None:
        """Offer what our price would now be, if it is another; take the offer away if not."""
        share = share_over_theirs(self.as_typed)
        if share is None or self._value is None:
            self._withdraw_new_figure()
            return
        try:
            amount, currency = self._by(share)
        except TheirsUnknown:
            self._withdraw_new_figure()
            return
        if same_value(amount, self._value):
            self._withdraw_new_figure()
            return
        if self.new_figure is None:
            self.new_figure = NewFigure(self)
            self.new_figure.taken.connect(self._take_new_figure)
            self._column.addWidget(self.new_figure)
        money = f"{self._grouped(amount)} {currency}".strip()
        self.new_figure.offer(
            _("“{share}” would now be {amount} · Take it").format(share=self.as_typed, amount=money)
        )

    def _withdraw_new_figure(self) -> None:
        if self.new_figure is not None:
            self.new_figure.hide()

    @Slot()
    def _take_new_figure(self) -> None:
        """Take the new figure, as if what our price was said by had been typed anew."""
        self._read_typed(self.as_typed)
        self.commit()
        self.line.setFocus()

    def _was_rounded(self, text: str) -> bool:
        try:
            return read_written(text, self._mark(), self._ours(), money=self.is_money).rounded
        except PlannerError:
            return False

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
        accepted only outside money, and only if they do not end in 0, and in a currency of thousandths.
        """
        is_fraction = amount != max(ambiguous.readings, key=abs)
        thousandths = currency_digits(self._typed_currency or next(iter(self._ours()), "")) > USUAL_DIGITS
        if is_fraction and not thousandths and (self.is_money or text.rstrip("€$£¥₹ ").endswith("0")):
            self._two = tuple((self._plainly(reading), reading) for reading in ambiguous.readings)
            raise Unreadable(self._two_readings(text, ambiguous)) from ambiguous

    def _two_readings(self, text: str, ambiguous: AmbiguousAmount) -> str:
        """Say both readings, each written so that it can be read in one way only."""
        small, large = (self._plainly(reading) for reading in ambiguous.readings)
        return _("“{text}” can mean two things: write {small} or {large}").format(
            text=text, small=small, large=large
        )

    def _plainly(self, value: Decimal) -> str:
        return self._in_digits_here(in_digits(value))

    @Slot(object)
    def _take_reading(self, meant: Decimal | str) -> None:
        """Take one of the readings, an amount or a text with its currency, as if it had been typed."""
        self.as_typed = ""
        if isinstance(meant, str):
            self._read_typed(meant)
        else:
            self.set_value(meant / self._scale())
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
