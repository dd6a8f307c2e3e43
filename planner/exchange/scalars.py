"""Single values of a plan file, read the way people write them, and only where that is clear."""

import datetime as dt
import re
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TypeVar

from planner.exchange.json_text import Number, json_quoted
from planner.model.amount_errors import (
    AmbiguousAmount,
    AmbiguousCurrency,
    AmountByZero,
    LooksLikeSomethingElse,
    NotAnAmount,
)
from planner.model.amounts import AmountAsRead, read_written
from planner.model.characters import checked_characters, with_plain_breaks
from planner.model.currency_signs import meant_by, settled
from planner.model.errors import FieldError
from planner.model.placed_time import NotAMoment, is_offset_unknown, with_suffix
from planner.model.values import within_years
from planner.translation import _

E = TypeVar("E", bound=Enum)

MOST_DIGITS = 28
_NO_MONEY = frozenset({"units", "rate"})
"""Fields for a number that is not rounded to cents where it is reckoned."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(
    r"(?P<moment>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d))(?P<suffix>\[.*\])?"
)
_YES_NO = {"yes": True, "no": False}


def text(value: object, path: str) -> str:
    """Return a text, every character of which can be stored, shown and printed; else FieldError.

    The line breaks of office programs are read as line breaks, which is what they were typed as.
    """
    if not isinstance(value, str) or isinstance(value, Number):
        raise FieldError(path, _("expected text, got {value}").format(value=json_quoted(value)))
    return checked_characters(with_plain_breaks(value), path)


def yes_or_no(value: object, path: str) -> bool:
    """Return true or false, given so or as "yes" or "no" in any case; else FieldError."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().casefold() in _YES_NO:
        return _YES_NO[value.strip().casefold()]
    raise FieldError(path, _("expected true or false, got {value}").format(value=json_quoted(value)))


def whole_number(value: object, path: str) -> int:
    """Return a whole number, given as a JSON number of up to eighteen digits; else FieldError."""
    if isinstance(value, Number) and re.fullmatch(r"-?\d{1,18}", value):
        return int(value)
    raise FieldError(path, _("expected a whole number, got {value}").format(value=json_quoted(value)))


def amount(value: object, path: str, ours: Sequence[str] = ()) -> AmountAsRead:
    """Return a number and the currency typed with it ("" if none); else FieldError.

    A JSON number counts digit by digit; a text is read as people type amounts, arithmetic worked out, and
    refused where it can mean two. `ours` are the codes of the currencies that a sign like `$` is taken for.
    """
    try:
        if isinstance(value, Number):
            return AmountAsRead(_exactly(value))
        if isinstance(value, str) and sum(map(str.isdigit, value)) <= MOST_DIGITS:
            return read_written(value, ours=ours, money=path.rpartition(".")[2] not in _NO_MONEY)
    except (AmbiguousAmount, AmbiguousCurrency, AmountByZero, LooksLikeSomethingElse) as error:
        raise FieldError(path, str(error)) from error
    except (NotAnAmount, InvalidOperation):
        pass
    raise FieldError(path, _("expected a number, got {value}").format(value=json_quoted(value)))


def currency_code(written: str, ours: Sequence[str] = ()) -> str:
    """Return the code of a currency written as code or sign: `€` and `eur` are `EUR`; others in capitals.

    A sign that several share is the code of the one that is in `ours`, or else of the one that has it nearly
    to itself (`£`), or else stays a sign.
    """
    return settled(meant_by(written.strip(), ours)) or written.strip().upper()


def date(value: object, path: str) -> dt.date:
    """Return the date of a text `2026-12-01`; else FieldError, also for a year outside 1900 to 2999."""
    if isinstance(value, str) and _DATE.fullmatch(value.strip()):
        try:
            read = dt.date.fromisoformat(value.strip())
        except ValueError:
            raise FieldError(path, _("there is no day {value}").format(value=value.strip())) from None
        within_years(read, path)
        return read
    refusal = _("expected a date such as {example}, got {value}")
    raise FieldError(path, refusal.format(example="2026-12-01", value=json_quoted(value)))


def is_moment(value: object) -> bool:
    """Whether the value is written as a date with a time and its offset or `Z`, whatever that is worth."""
    return isinstance(value, str) and _MOMENT.fullmatch(value.strip()) is not None


def moment(value: object, path: str) -> dt.datetime:
    """Return an ISO date and time with its offset as written; FieldError if it is none.

    That is also for a time without a zone, and a year outside 1900 to 2999. With a suffix as RFC 9557 has
    it, `[Europe/London]`, it is a time at that place.
    """
    written = _MOMENT.fullmatch(value.strip()) if isinstance(value, str) else None
    if written is not None:
        try:
            read = dt.datetime.fromisoformat(written["moment"])
        except ValueError:
            raise FieldError(
                path, _("there is no such moment as {value}").format(value=written["moment"])
            ) from None
        within_years(read, path)
        placed = _placed(read, written, path)
        within_years(placed, path)  # an instant of the first day may be one of the day before at its place
        return placed
    refusal = _("expected a date and time with zone such as {example}, got {value}")
    raise FieldError(path, refusal.format(example="2026-12-01T10:00:00+01:00", value=json_quoted(value)))


def _placed(moment: dt.datetime, written: re.Match[str], path: str) -> dt.datetime:
    """Return the moment at the place that its suffix names, if it has one."""
    if not written["suffix"]:
        return moment
    try:
        offset_unknown = is_offset_unknown(written["moment"])
        return with_suffix(moment, written["suffix"], offset_unknown=offset_unknown)
    except NotAMoment as error:
        raise FieldError(path, str(error)) from error


def choice(value: object, choices: type[E], path: str) -> E:
    """Return the choice meant, in any case, with `_`, `-` or a space between its words; else FieldError."""
    by_spelling = {_spelling(str(meant.value)): meant for meant in choices}
    if isinstance(value, str):
        with suppress(ValueError):
            return by_spelling.get(_spelling(value)) or choices(_spelling(value))  # or a name it had before
    offered = ", ".join(str(offer.value) for offer in choices)
    refusal = _("expected one of {choices}, got {value}")
    raise FieldError(path, refusal.format(choices=offered, value=json_quoted(value)))


def _exactly(number: Number) -> Decimal:
    """Return the number's exact value; NotAnAmount if it has more digits than money ever has."""
    if len(number) > 2 * MOST_DIGITS:
        raise NotAnAmount(number)
    exact = Decimal(number)
    _, digits, exponent = exact.as_tuple()
    if (
        not isinstance(exponent, int)
        or len(digits) > MOST_DIGITS
        or not -MOST_DIGITS <= exponent <= MOST_DIGITS
    ):
        raise NotAnAmount(number)
    return exact


def _spelling(written: str) -> str:
    return " ".join(re.split(r"[\s_-]+", written.strip().casefold()))
