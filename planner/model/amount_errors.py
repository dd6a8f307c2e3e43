"""Why a text is no amount, or not one amount."""

import re
from decimal import Decimal

from planner.model.amount_digits import in_digits
from planner.model.arithmetic import DividedByZero
from planner.model.errors import PlannerError
from planner.translation import _


class NotAnAmount(PlannerError):
    """Raised for a text that cannot be read as an amount."""

    def __init__(self, text: str) -> None:
        super().__init__(_('expected a number, got "{text}"').format(text=text))


class AmountTooLarge(NotAnAmount):
    """Raised for an amount above 10^15 or below −10^15."""

    def __str__(self) -> str:
        return _("expected an amount of at most 10^15")


class AmountByZero(NotAnAmount):
    """Raised for arithmetic that divides by zero."""

    def __str__(self) -> str:
        return str(DividedByZero())


class LooksLikeSomethingElse(NotAnAmount):
    """Raised for a text such as `12/2026`, `2026-11-27`, `60-70k`: a day, a range, a phone number."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._text = text

    def __str__(self) -> str:
        return _(
            '"{text}" looks like a day, a range or a phone number; put spaces around its signs to reckon it'
        ).format(text=self._text)


class AmbiguousCurrency(NotAnAmount):
    """Raised for a sign that several currencies share, none of them ours.

    `codes` are those currencies, the most traded first; `rest` is the text without the sign.
    """

    def __init__(self, text: str, sign: str, codes: tuple[str, ...]) -> None:
        super().__init__(text)
        without = re.sub(rf"(?<![^\W\d_]){re.escape(sign)}\.?", " ", text, count=1, flags=re.IGNORECASE)
        self.sign, self.codes, self.rest = sign, codes, " ".join(without.split())

    def __str__(self) -> str:
        first, second = (f"{code} {self.rest}" for code in self.codes[:2])
        return _("{sign} is used by several currencies; write {first} or {second}").format(
            sign=self.sign, first=first, second=second
        )


class AmbiguousAmount(PlannerError):
    """Raised for a text that can be read as two amounts; `readings` are both, smaller first."""

    def __init__(self, text: str, readings: tuple[Decimal, Decimal]) -> None:
        small, large = sorted(readings)
        super().__init__(
            _('"{text}" can mean two amounts; write {small} or {large}').format(
                text=text, small=in_digits(small), large=in_digits(large)
            )
        )
        self.readings = (small, large)
