"""What two versions of a plan differ in: field by field, as text."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

import msgspec

from planner.model.amount_digits import shortest
from planner.model.part import Part, holds_an_id
from planner.model.placed_time import named_place
from planner.model.plan import Preparation
from planner.model.text_at_path import text_at
from planner.translation import _
from planner.wording.field_words import path_in_words, rows_from_one
from planner.wording.lists import comma_list, semicolon_list


class Changed(msgspec.Struct, frozen=True):
    """A field that differs: its path, and what it held then and holds now, as text.

    The path is as in the forms, but rows are counted from 1.
    """

    path: str
    then: str
    now: str

    @property
    def name(self) -> str:
        """The path in words: `Conversation › agenda 2 › topic`."""
        return path_in_words(self.path)


_OURS = {"plan.edited_on", "plan.carried"}
_TEXTS = ("plan.unread", "client.unread", "plan.as_typed")
"""Texts beside fields: each is told by the name of its field."""


def changes_between(then: Preparation, now: Preparation) -> list[Changed]:
    """Return the fields that differ, in the order of the model; rows of lists one by one.

    Ids, the days of editing and the marks of what was carried over are left out.
    """
    return [
        Changed(path.removeprefix("plan."), _text(before), _text(after))
        for path, before, after in _differences(then, now, "")
    ]


def _differences(then: object, now: object, path: str) -> Iterator[tuple[str, object, object]]:
    if then == now or path in _OURS:
        return
    if isinstance(then, Part) and isinstance(now, Part):
        for name, shown in zip(then.__struct_fields__, then.__struct_encode_fields__, strict=True):
            inner = f"{path}.{shown}".lstrip(".")
            if holds_an_id(name):
                continue
            yield from _differences(getattr(then, name), getattr(now, name), inner)
    elif path.endswith(_TEXTS) and isinstance(then, tuple) and isinstance(now, tuple):
        for field in dict.fromkeys(kept.path for kept in (*then, *now)):
            yield from _differences(
                text_at(then, field), text_at(now, field), f"{path}.{rows_from_one(field)}"
            )
    elif isinstance(then, tuple) and isinstance(now, tuple):
        for row in range(max(len(then), len(now))):
            before, after = (rows[row] if row < len(rows) else None for rows in (then, now))
            yield from _differences(before, after, f"{path}[{row + 1}]")
    else:
        yield path, then, now


def _text(value: object) -> str:
    match value:
        case Part():
            inner = (getattr(value, name) for name in value.__struct_fields__ if not holds_an_id(name))
            text = semicolon_list(text for part in inner if part is not False and (text := _text(part)))
        case tuple():
            text = comma_list(text for row in value if (text := _text(row)))
        case bool():
            text = _("yes") if value else _("no")
        case Enum():
            text = _(str(value.value))
        case dt.datetime():
            text = f"{value:%Y-%m-%d %H:%M} {named_place(value)}".strip()
        case Decimal():
            text = shortest(value)
        case _:
            text = "" if value is None else str(value)
    return text
