"""An amount, typed as people type them."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Property, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from planner.desktop.fields.amount_currency import AmountCurrency
from planner.desktop.fields.amount_offers import AmbiguityChoices, NewFigure
from planner.desktop.fields.amount_over_theirs import moved_with_theirs, read_over_theirs
from planner.desktop.fields.amount_reading import CanMeanTwo, is_rounded, read_in_locale
from planner.desktop.fields.amount_writing import grouped_amount, ungrouped_amount
from planner.desktop.fields.field import text_property
from planner.desktop.fields.typed import TypedField, Unreadable
from planner.desktop.fields.whole_sum import WholeSum
from planner.model.amounts import AmountAsRead
from planner.model.errors import PlannerError
from planner.model.fields import FieldType, paths_overlap
from planner.model.values import same_value
from planner.translation import _

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
        self._currency = AmountCurrency()
        self._typed_currency = self._held_currency = ""
        self._optional, self._percent, self._by_theirs = True, False, False
        self._two: tuple[tuple[str, Decimal | str], ...] = ()
        self._read_field: Callable[[str], object] | None = None
        self.as_typed = self._held_typing = self._committed_typing = ""
        self._rounded = False
        self.readings = AmbiguityChoices(self)
        self.readings.taken.connect(self._take_reading)
        self._column.addWidget(self.readings)
        self.new_figure: NewFigure | None = None
        self.whole_sum = WholeSum(self.line, self)
        self._column.addWidget(self.whole_sum)

    def companion_edits(self, read: Callable[[str], object]) -> dict[str, object]:
        """Return the currency that was typed, by the name of the field it goes to; {} if no field changes.

        It goes as "" to `currencyField` if it is the whole's currency. Unreadable if it is another one and
        there is no field for that.
        """
        return self._currency.edits(self._typed_currency, read)

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
        self._rounded = bool(text) and is_rounded(self.locale(), text, self._ours(), money=self.is_money)
        before, self.as_typed, self._held_typing = self.as_typed, text, text
        if not self._unread and before != text:
            self._committed_typing = text
            self._write(typing=self.line.hasFocus())
        self.look_beside("")

    @property
    def is_money(self) -> bool:
        """Whether a currency may be typed with the amount."""
        return self._currency.is_asked

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
            as_read = self._over_theirs(text) or self._in_locale(text)
        except PlannerError as problem:
            if isinstance(problem, CanMeanTwo):
                self._two, self._typed_currency = problem.readings, problem.currency
            self.as_typed = "" if self._may_be_blank else self._committed_typing  # as the value is then
            raise
        self._typed_currency = as_read.currency
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
        self._two, self._typed_currency, self.as_typed = (), "", ""
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
        return self.as_typed or ungrouped_amount(
            self.locale(), value, money=self.is_money, percent=self._percent
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say a sum under the line where the line is too narrow for it."""
        super().resizeEvent(event)
        self._say_whole_sum()

    def _write(self, *, typing: bool) -> None:
        super()._write(typing=typing)
        self._say_whole_sum()

    def _say_whole_sum(self) -> None:
        self.whole_sum.follow_line(holds_sum=bool(self.as_typed) and not self._unread)

    def _grouped(self, value: Decimal) -> str:
        return grouped_amount(self.locale(), value, money=self.is_money, percent=self._percent)

    def _ours(self) -> tuple[str, ...]:
        """Return the codes of the currencies around this amount, or else that of the locale."""
        if not self.is_money or self._read_field is None:
            return ()
        return self._currency.around(self._read_field, self.locale())

    def _in_locale(self, text: str) -> AmountAsRead:
        written = text.replace("%", "") if self._percent else text.strip()
        return read_in_locale(self.locale(), written, self._ours(), money=self.is_money)

    def _over_theirs(self, text: str) -> AmountAsRead | None:
        """Return our price as the text says it by theirs, None if it says none; TheirsUnknown without."""
        if not self._by_theirs or self._read_field is None:
            return None
        return read_over_theirs(text, self._read_field)

    def _offer_new_figure(self) -> None:
        """Offer what our price would now be, if it is another; take the offer away if not."""
        new = None
        if self._value is not None and self._read_field is not None:
            new = moved_with_theirs(self.as_typed, self._value, self._read_field)
        if new is None:
            self._withdraw_new_figure()
            return
        if self.new_figure is None:
            self.new_figure = NewFigure(self)
            self.new_figure.taken.connect(self._take_new_figure)
            self._column.addWidget(self.new_figure)
        money = f"{self._grouped(new.amount)} {new.currency}".strip()
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

    def _scale(self) -> int:
        return 100 if self._percent else 1

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

    def _home_field(self) -> str:
        return self._currency.home

    def _set_home_field(self, field: str) -> None:
        self._currency.home = field

    def _currency_field(self) -> str:
        return self._currency.field

    def _set_currency_field(self, field: str) -> None:
        self._currency.field = field

    def _is_percent(self) -> bool:
        return self._percent

    def _set_percent(self, percent: object) -> None:
        self._percent = bool(percent)

    currencyField = text_property(_currency_field, _set_currency_field)
    homeCurrencyField = text_property(_home_field, _set_home_field)
    percent: Any = Property(bool, _is_percent, _set_percent)
