"""Reads and validates every part of a plan file, led by the model's types; stops at nothing, notes all."""

import difflib
import re
from collections.abc import Callable, Container
from typing import Any, Final

from msgspec import inspect

from planner.exchange import scalars
from planner.exchange.json_text import Object, json_quoted
from planner.model.errors import FieldError
from planner.model.values import checked, required
from planner.translation import _

UNREAD: Final = object()
"""Stands for a value that was complained about."""


class Reader:
    """Reads JSON values as values of the model; `complaints` are all it could not make sense of.

    `sums` are the path and the text of each amount that was given as arithmetic. null is blank
    everywhere: the field keeps its default.
    """

    def __init__(self) -> None:
        self.complaints: list[str] = []
        self.sums: list[tuple[str, str]] = []
        self._currencies: list[tuple[str, str]] = []
        self._ours: tuple[str, ...] = ()
        """The currencies given for the parts around the value being read, the nearest first."""

    def complain(self, path: str, message: str) -> None:
        """Add a complaint about the field at the path."""
        self.complaints.append(f"{path}: {message}")

    def read(self, value: object, kind: inspect.Type, path: str) -> Any:
        """Return the value as one of the type; UNREAD, with a complaint, if it does not fit.

        A field or row inside it that does not fit is left out, with a complaint.
        """
        kind, _optional = required(kind)
        try:
            return self._value(value, kind, path)
        except FieldError as error:
            self.complaints.append(str(error))
            return UNREAD

    def names(self, given: Object, known: list[str], path: str) -> None:
        """Complain of names that are unknown or given twice."""
        for name in given.repeated:
            self.complain(_inner(path, name), _("is given more than once"))
        for name in given:
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1)
                text = (
                    _('there is no such field; did you mean "{name}"?')
                    if near
                    else _("there is no such field")
                )
                self.complain(_inner(path, name), text.format(name="".join(near)))

    def _value(self, value: object, kind: inspect.Type, path: str) -> Any:
        if isinstance(kind, inspect.StructType):
            return self._part(value, kind, path)
        if isinstance(kind, inspect.VarTupleType):
            return self._rows(value, kind, path)
        if isinstance(kind, inspect.DecimalType):
            return self._amount(value, kind, path)
        return _SCALARS[type(kind)](value, kind, path)

    def _part(self, value: object, kind: inspect.StructType, path: str) -> Any:
        fields = {field.encode_name: field for field in kind.fields}
        if "amount" in fields and isinstance(value, str):
            value = Object([("amount", value)])
        if not isinstance(value, Object):
            text = _("expected an object with {fields} …, got {value}")
            some = ", ".join(list(fields)[:3])
            raise FieldError(path, text.format(fields=some, value=json_quoted(value)))
        value = _with_moments(value, fields)
        self.names(value, list(fields), path)
        typed_before, around = len(self._currencies), self._ours
        self._ours = (*_currencies_given(value), *around)
        read = {
            field.name: self.read(value[name], field.type, _inner(path, name))
            for name, field in fields.items()
            if value.get(name) is not None
        }
        self._ours = around
        fitting = {name: part for name, part in read.items() if part is not UNREAD}
        if "currency" in fields:
            typed = self._currencies[typed_before:]
            del self._currencies[typed_before:]
            fitting["currency"] = self._settled(fitting.get("currency", ""), typed, path)
        return kind.cls(**fitting)

    def _settled(self, given: str, typed: list[tuple[str, str]], path: str) -> str:
        """Return the currency of a part: the one given, or else the one typed with its amounts."""
        if not typed:
            return given
        own = scalars.currency_code(given, [code for _path, code in typed])
        place, code = (f"{path}.currency", own) if given.strip() else typed[0]
        text = _("is in {currency}, but {field} is in {other}")
        for amount, currency in typed:
            if currency != code:
                self.complain(amount, text.format(currency=currency, field=place, other=code))
        return given if given.strip() else code

    def _rows(self, value: object, kind: inspect.VarTupleType, path: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise FieldError(path, _("expected a list, got {value}").format(value=json_quoted(value)))
        rows = (self._row(row, kind.item_type, f"{path}[{at}]") for at, row in enumerate(value))
        return tuple(row for row in rows if row is not UNREAD)

    def _row(self, value: object, kind: inspect.Type, path: str) -> Any:
        if value is not None:
            return self.read(value, kind, path)
        if isinstance(kind, inspect.StructType):
            return kind.cls()
        return self.read("", kind, path)

    def _amount(self, value: object, kind: inspect.Type, path: str) -> Any:
        as_read = scalars.amount(value, path, self._ours)
        if as_read.currency:
            self._currencies.append((path, as_read.currency))
        if as_read.from_sum:
            self.sums.append((path, str(value).strip()))
        return checked(as_read.amount, kind, path)


_MOMENT_OF = {"done_on": "done_at"}
"""The field for a moment beside the one for its day."""


def _with_moments(part: Object, fields: Container[str]) -> Object:
    """Return the part with each day that was given with its time in the field for the moment it is."""
    given = {
        day
        for day, moment in _MOMENT_OF.items()
        if moment in fields and part.get(moment) is None and scalars.is_moment(part.get(day))
    }
    if not given:
        return part
    moved = {_MOMENT_OF[day] for day in given}
    pairs = [(name, value) for name, value in part.items() if name not in moved]
    return Object([(_MOMENT_OF[name] if name in given else name, value) for name, value in pairs])


def _currencies_given(part: Object) -> list[str]:
    """Return the codes of the currencies named in a part: its own, its price's, those it exchanges."""
    price = part.get("price")
    exchange = part.get("exchange")
    given = [part.get("currency")]
    if isinstance(price, Object):
        given.append(price.get("currency"))
    if isinstance(exchange, Object):
        given += [exchange.get("from"), exchange.get("to")]
    return [scalars.currency_code(code) for code in given if isinstance(code, str) and code.strip()]


def _inner(path: str, name: str) -> str:
    """Return the path of a field in a part; a name that is no name is quoted."""
    plain = re.fullmatch(r"\w{1,40}", name)
    shown = name if plain else json_quoted(name)
    return f"{path}.{shown}" if path else shown


def _plainly(read: Callable[[object, str], Any]) -> Callable[[object, Any, str], Any]:
    """Return a reader of a value that its type says nothing more about."""

    def reader(value: object, _kind: inspect.Type, path: str) -> Any:
        return read(value, path)

    return reader


def _choice(value: object, kind: inspect.EnumType, path: str) -> Any:
    return scalars.choice(value, kind.cls, path)


def _whole_number(value: object, kind: inspect.IntType, path: str) -> Any:
    return checked(scalars.whole_number(value, path), kind, path)


_SCALARS: dict[type[inspect.Type], Callable[[object, Any, str], Any]] = {
    inspect.StrType: _plainly(scalars.text),
    inspect.BoolType: _plainly(scalars.yes_or_no),
    inspect.IntType: _whole_number,
    inspect.DateType: _plainly(scalars.date),
    inspect.DateTimeType: _plainly(scalars.moment),
    inspect.EnumType: _choice,
}
