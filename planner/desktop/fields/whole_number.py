"""A whole number within the bounds of its field."""

import re

from msgspec import inspect

from planner.desktop.fields.typed import TypedField, Unreadable
from planner.model.fields import FieldType


class WholeNumberField(TypedField):
    """A whole number, typed; the bounds are those of the model."""

    _low: int | None = None
    _high: int | None = None
    _optional = True

    def offer(self, field_type: FieldType) -> None:
        """Take whole numbers within the bounds of the field."""
        super().offer(field_type)
        self._optional = field_type.optional
        if isinstance(field_type.type, inspect.IntType):
            self._low, self._high = field_type.type.ge, field_type.type.le

    def read_text(self, text: str) -> int:
        """Return the number; Unreadable if it is none or out of bounds."""
        written = text.strip().replace("−", "-")
        if not re.fullmatch(r"[+-]?[0-9]{1,18}", written):
            raise Unreadable(f"{self._expected()}, not “{text.strip()}”")
        number = int(written)
        too_small = self._low is not None and number < self._low
        too_large = self._high is not None and number > self._high
        if too_small or too_large:
            raise Unreadable(f"{self._expected()}, not {number}")
        return number

    def blank_value(self) -> None:
        """Return None where the field may be blank; Unreadable if not."""
        if not self._optional:
            raise Unreadable(self._expected())

    def shown_text(self, value: int) -> str:
        """Return the digits."""
        return str(value)

    def _expected(self) -> str:
        if self._low is not None and self._high is not None:
            return f"expected a whole number from {self._low} to {self._high}"
        return "expected a whole number"
