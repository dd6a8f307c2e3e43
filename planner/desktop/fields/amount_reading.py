"""What a typed amount says to a reader of a locale."""

from decimal import Decimal

from PySide6.QtCore import QLocale

from planner.desktop.fields.currencies import known_currencies
from planner.desktop.fields.locale_digits import with_mark_of
from planner.desktop.fields.typed import Unreadable
from planner.model.amount_digits import in_digits
from planner.model.amount_errors import AmbiguousAmount, AmbiguousCurrency
from planner.model.amounts import AmountAsRead, read_written
from planner.model.errors import PlannerError
from planner.model.pricing.rounding import USUAL_DIGITS, currency_digits
from planner.translation import _


class CanMeanTwo(Unreadable):
    """The text can be read in two ways, and it is not safe to believe one of them.

    `readings` are both, each in words and as what it means: an amount, or the text with its currency's code.
    `currency` is the code typed with the amounts, "" if none.
    """

    def __init__(
        self, problem: str, readings: tuple[tuple[str, Decimal | str], ...], currency: str = ""
    ) -> None:
        super().__init__(problem)
        self.readings, self.currency = readings, currency


def read_in_locale(locale: QLocale, text: str, ours: tuple[str, ...], *, money: bool) -> AmountAsRead:
    """Return the amount that the text says, its currency a known one, "" for none.

    `ours` are the codes for which a shared sign is taken. CanMeanTwo if there are two readings; Unreadable
    with a currency that there is not, or with any where the amount is no `money`; else a PlannerError if the
    text is no amount.
    """
    try:
        as_read = read_written(text, ours=ours, money=money)
    except AmbiguousAmount as ambiguous:
        as_read = read_written(text, _mark(locale), ours, money=money)
        _refuse_unfitting(as_read.currency, money=money)
        if not _is_safe(as_read, text, ambiguous, ours, money=money):
            raise _two_amounts(locale, text, ambiguous, as_read.currency) from ambiguous
    except AmbiguousCurrency as ambiguous:
        readings = tuple((f"{code} {ambiguous.rest}",) * 2 for code in ambiguous.codes[:2])
        raise CanMeanTwo(str(ambiguous), readings) from ambiguous
    _refuse_unfitting(as_read.currency, money=money)
    return as_read


def is_rounded(locale: QLocale, text: str, ours: tuple[str, ...], *, money: bool) -> bool:
    """Whether the text is arithmetic that came to more digits than are kept; False if it is no amount."""
    try:
        return read_written(text, _mark(locale), ours, money=money).rounded
    except PlannerError:
        return False


def _mark(locale: QLocale) -> str:
    return "," if locale.decimalPoint() == "," else "."


def _refuse_unfitting(currency: str, *, money: bool) -> None:
    """Raise Unreadable if there is no such currency, or none is wanted here."""
    if currency and currency not in known_currencies():
        raise Unreadable(_("There is no currency “{currency}”").format(currency=currency))
    if currency and not money:
        raise Unreadable(_("Expected the amount alone, without {currency}").format(currency=currency))


def _is_safe(
    by_locale: AmountAsRead, text: str, ambiguous: AmbiguousAmount, ours: tuple[str, ...], *, money: bool
) -> bool:
    """Whether the reading of the locale can be believed.

    Three digits after the locale's decimal mark look like thousands of another country: accepted only outside
    money, and only if they do not end in 0, and in a currency of thousandths.
    """
    is_fraction = by_locale.amount != max(ambiguous.readings, key=abs)
    thousandths = currency_digits(by_locale.currency or next(iter(ours), "")) > USUAL_DIGITS
    return not is_fraction or thousandths or not (money or text.rstrip("€$£¥₹ ").endswith("0"))


def _two_amounts(locale: QLocale, text: str, ambiguous: AmbiguousAmount, currency: str) -> CanMeanTwo:
    """Return the error that says both amounts, each written so that it can be read in one way only."""
    readings = tuple((with_mark_of(locale, in_digits(amount)), amount) for amount in ambiguous.readings)
    (small, _amount), (large, _larger) = readings
    problem = _("“{text}” can mean two things: write {small} or {large}")
    return CanMeanTwo(problem.format(text=text, small=small, large=large), readings, currency)
