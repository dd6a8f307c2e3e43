"""Validation of a field's value: type and bounds, nothing about completeness."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any

import msgspec
from msgspec import inspect

from planner.model.characters import checked_characters
from planner.model.errors import FieldError
from planner.model.part import LARGEST_AMOUNT
from planner.model.placed_time import AnyMoment, named_place
from planner.translation import _

FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2999, 12, 31)


def checked(value: object, kind: inspect.Type, path: str) -> Any:
    """Return the value if it fits the type and its bounds; FieldError naming the path if not.

    A whole number comes back as a Decimal for a decimal field, and the spelling of a choice as the choice.
    None fits an optional type.
    """
    kind, optional = required(kind)
    if value is None and optional:
        return None
    return _CHECKS[type(kind)](value, kind, path)


def required(kind: inspect.Type) -> tuple[inspect.Type, bool]:
    """Return a type without its metadata and without its `None`, and whether it had a `None`.

    For AnyMoment the type returned is that of a `datetime` with a zone.
    """
    optional = False
    while True:
        if isinstance(kind, inspect.Metadata):
            kind = kind.type
        elif isinstance(kind, inspect.UnionType):
            (kind,) = (member for member in kind.types if not isinstance(member, inspect.NoneType))
            optional = True
        elif isinstance(kind, inspect.CustomType) and kind.cls is AnyMoment:
            return inspect.DateTimeType(tz=True), optional
        else:
            return kind, optional


def shown(value: object) -> str:
    """Return a value as an error message quotes it, cut to forty characters with a "…" if it is longer."""
    text = f'"{value}"' if isinstance(value, str) else _as_a_file_says(value)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _as_a_file_says(value: object) -> str:
    """Return null, true, a list or an object as a plan file writes them, anything else as text."""
    if value is None or isinstance(value, bool | list | tuple | dict):
        return msgspec.json.format(msgspec.json.encode(value), indent=0).decode()
    return str(value)


def within_years(day: dt.date, path: str) -> None:
    """Raise FieldError for a year outside 1900 to 2999, so that sums of dates never overflow."""
    if not FIRST_DAY.year <= day.year <= LAST_DAY.year:
        text = _("expected a year from {first} to {last}, got {year}")
        raise FieldError(path, text.format(first=FIRST_DAY.year, last=LAST_DAY.year, year=day.year))


def _text(value: object, _kind: inspect.Type, path: str) -> str:
    if isinstance(value, str) and not isinstance(value, Enum):
        return checked_characters(value, path)
    raise FieldError(path, _("expected text, got {value}").format(value=shown(value)))


def _yes_or_no(value: object, _kind: inspect.Type, path: str) -> bool:
    if isinstance(value, bool):
        return value
    raise FieldError(path, _("expected true or false, got {value}").format(value=shown(value)))


def _whole_number(value: object, kind: inspect.Type, path: str) -> int:
    assert isinstance(kind, inspect.IntType)
    if not isinstance(value, int) or isinstance(value, bool):
        raise FieldError(path, _("expected a whole number, got {value}").format(value=shown(value)))
    low, high = kind.ge, kind.le
    if low is not None and high is not None and not low <= value <= high:
        text = _("expected a whole number from {low} to {high}, got {value}")
        raise FieldError(path, text.format(low=low, high=high, value=shown(value)))
    return value


def _number(value: object, _kind: inspect.Type, path: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise FieldError(path, _("expected a number, got {value}").format(value=shown(value)))
    number = Decimal(value)
    if not number.is_finite():
        raise FieldError(path, _("expected a number, got {value}").format(value=shown(value)))
    if abs(number) > LARGEST_AMOUNT:
        text = _("expected a number of at most 10^15, got {value}")
        raise FieldError(path, text.format(value=shown(value)))
    return number


def _date(value: object, _kind: inspect.Type, path: str) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        within_years(value, path)
        return value
    raise FieldError(
        path,
        _("expected a date such as {example}, got {value}").format(example="2026-12-01", value=shown(value)),
    )


def _moment(value: object, _kind: inspect.Type, path: str) -> dt.datetime:
    if isinstance(value, dt.datetime) and value.tzinfo is not None:
        within_years(value, path)
        return value
    text = _("expected a date and time with zone such as {example}, got {value}")
    raise FieldError(path, text.format(example="2026-12-01T10:00:00+01:00", value=shown(value)))


def _choice(value: object, kind: inspect.Type, path: str) -> Enum:
    assert isinstance(kind, inspect.EnumType)
    try:
        return kind.cls(value)
    except ValueError:
        offered = ", ".join(str(choice.value) for choice in kind.cls)
        text = _("expected one of {choices}, got {value}").format(choices=offered, value=shown(value))
        raise FieldError(path, text) from None


def _part(value: object, kind: inspect.Type, path: str) -> Any:
    assert isinstance(kind, inspect.StructType)
    if isinstance(value, kind.cls):
        return value
    text = _("expected {kind}, got {value}")
    raise FieldError(path, text.format(kind=kind.cls.__name__, value=type(value).__name__))


def _rows(value: object, kind: inspect.Type, path: str) -> tuple[Any, ...]:
    assert isinstance(kind, inspect.VarTupleType)
    if not isinstance(value, tuple):
        raise FieldError(path, _("expected a list, got {value}").format(value=shown(value)))
    return tuple(checked(row, kind.item_type, f"{path}[{at}]") for at, row in enumerate(value))


_CHECKS: dict[type[inspect.Type], Callable[[object, inspect.Type, str], Any]] = {
    inspect.StrType: _text,
    inspect.BoolType: _yes_or_no,
    inspect.IntType: _whole_number,
    inspect.DecimalType: _number,
    inspect.DateType: _date,
    inspect.DateTimeType: _moment,
    inspect.EnumType: _choice,
    inspect.StructType: _part,
    inspect.VarTupleType: _rows,
}


def same_value(one: object, other: object) -> bool:
    """Whether two values of one field are the same to the person who reads them.

    10:00+01:00 and 09:00+00:00 are one moment but two values: the zone is part of what was said, and so is
    the place. 1250.5 and 1250.50 are two values as well.
    """
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime):
        same_clock = one.utcoffset() == other.utcoffset() and named_place(one) == named_place(other)
        return one == other and same_clock
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return one.as_tuple() == other.as_tuple()
    return type(one) is type(other) and one == other
