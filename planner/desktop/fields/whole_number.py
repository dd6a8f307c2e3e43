"""A whole number within the bounds of its field."""

import re
from decimal import Decimal

from msgspec import inspect
from PySide6.QtWidgets import QWidget

from planner.desktop.fields.field import text_property
from planner.desktop.fields.locale_digits import in_digits_of
from planner.desktop.fields.typed import TypedField, Unreadable
from planner.model.fields import FieldType
from planner.model.plain_digits import in_plain_digits
from planner.translation import _

_WORDS = {
    "minutes": {
        1: ("m", "min", "mins", "minute", "minutes", "minuten", "'"),
        60: ("h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden"),
    },
    "months": {
        1: ("m", "mo", "month", "months", "monat", "monate"),
        12: ("y", "yr", "yrs", "year", "years", "j", "jahr", "jahre"),
    },
}
"""What people write behind a number, by what is counted and how many of it that makes."""
_WITH_WORD = re.compile(r"([0-9]{1,6}(?:[.,][0-9]{1,2})?)\s*([^\W\d_]+|')\.?")


class WholeNumberField(TypedField):
    """A whole number, typed; the bounds are those of the model.

    `counted` says of what: with "minutes", `45 min` and `1.5 h` are read too, with "months", `3 years`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counted = ""
        self._low: int | None = None
        self._high: int | None = None
        self._optional = True

    def configure(self, field_type: FieldType) -> None:
        """Take whole numbers within the bounds of the field."""
        super().configure(field_type)
        self._optional = field_type.optional
        if isinstance(field_type.type, inspect.IntType):
            self._low, self._high = field_type.type.ge, field_type.type.le

    def read_text(self, text: str) -> int:
        """Return the number; Unreadable if it is none or out of bounds."""
        written = self._without_word(in_plain_digits(text))
        if not re.fullmatch(r"[+-]?[0-9]{1,18}", written):
            raise Unreadable(self._expected_not(f"“{text.strip()}”"))
        number = int(written)
        too_small = self._low is not None and number < self._low
        too_large = self._high is not None and number > self._high
        if too_small or too_large:
            raise Unreadable(self._expected_not(str(number)))
        return number

    def blank_value(self) -> None:
        """Return None where the field may be blank; Unreadable if not."""
        if not self._optional:
            raise Unreadable(self._expected())

    def shown_text(self, value: int) -> str:
        """Return the digits, those of the locale."""
        return in_digits_of(self.locale(), str(value))

    def _without_word(self, written: str) -> str:
        """Return the number alone where what is counted is named behind it, in the field's own unit."""
        match = _WITH_WORD.fullmatch(written.casefold())
        if match is not None:
            for times, words in _WORDS.get(self._counted, {}).items():
                number = Decimal(match[1].replace(",", ".")) * times
                if match[2] in words and number == int(number):
                    return str(int(number))
        return written

    def _counted_thing(self) -> str:
        return self._counted

    def _set_counted(self, counted: str) -> None:
        self._counted = counted

    counted = text_property(_counted_thing, _set_counted)

    def _expected(self) -> str:
        if self._low is not None and self._high is not None:
            return _("Expected a whole number from {low} to {high}").format(low=self._low, high=self._high)
        return _("Expected a whole number")

    def _expected_not(self, given: str) -> str:
        if self._low is not None and self._high is not None:
            pattern = _("Expected a whole number from {low} to {high}, not {given}")
            return pattern.format(low=self._low, high=self._high, given=given)
        return _("Expected a whole number, not {given}").format(given=given)
