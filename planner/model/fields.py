"""Reading and changing a part by a dotted path, such as `conversation.agenda[2].topic`.

Names in a path are those of the plan file. A path may end in a row (`case.problems[0]`) or in a
whole list of rows (`case.problems`).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from planner.model.errors import FieldError
from planner.model.part import Part
from planner.model.values import checked, required
from planner.translation import _

P = TypeVar("P", bound=Part)
PathStep = str | int

_STEP = re.compile(r"(?:^|\.)([a-z_]+)|\[(\d+)\]")


class FieldType(msgspec.Struct, frozen=True):
    """Describes one field: its path with `[]` for rows, the type it holds, and its marks.

    `type` is without its `None`; `optional` says whether the field may be None. `private` and `fixed` hold
    for everything under a part so marked.
    """

    path: str
    type: inspect.Type
    optional: bool = False
    essential: bool = False
    private: bool = False
    fixed: bool = False


def steps_of(path: str) -> tuple[PathStep, ...]:
    """Split `case.problems[0].cost` into `("case", "problems", 0, "cost")`; FieldError if malformed."""
    steps: list[PathStep] = []
    end = 0
    for match in _STEP.finditer(path):
        if match.start() != end:
            break
        steps.append(match[1] if match[1] is not None else int(match[2]))
        end = match.end()
    if end != len(path) or not steps:
        raise FieldError(path, _("is not the path of a field"))
    return tuple(steps)


def read_field(part: Part, path: str) -> Any:
    """Return the value at the path; FieldError if malformed, or if there is no such field or row."""
    value: Any = part
    for step in steps_of(path):
        value = _child(value, step, path)
    return value


def with_field(part: P, path: str, value: object) -> P:
    """Return the part with the value at the path replaced, everything else as it was.

    None clears a field that may be None. FieldError if there is no such field or row, or the value does not
    fit its type and bounds.
    """
    field = field_type(type(part), path)
    fitting = None if value is None and field.optional else checked(value, field.type, path)
    changed: P = _replaced(part, steps_of(path), fitting, path)
    return changed


def field_type(kind: type[Part], path: str) -> FieldType:
    """Return the type and marks of the field at the path, rows numbered or `[]`; FieldError if none."""
    pattern = re.sub(r"\[\d+\]", "[]", path)
    try:
        return _types(kind)[pattern]
    except KeyError:
        raise FieldError(path, _("there is no such field")) from None


def leaf_fields(kind: type[Part]) -> Iterator[FieldType]:
    """Yield every field that holds a single value, in the order of the model; in rows as `rows[].name`."""
    for field in _types(kind).values():
        if not isinstance(field.type, inspect.StructType | inspect.VarTupleType):
            yield field


def editable_fields(kind: type[Part]) -> Iterator[FieldType]:
    """Yield the single-valued fields a person may edit: those not marked Fixed."""
    return (field for field in leaf_fields(kind) if not field.fixed)


def essential_fields(kind: type[Part]) -> Iterator[FieldType]:
    """Yield the fields marked essential, whole lists and parts included."""
    return (field for field in _types(kind).values() if field.essential)


def is_blank(value: object) -> bool:
    """Whether a value says nothing: None, white space, no rows or blank ones, a part without content.

    In a part, a field at its default (a "no", a preset choice) is no content, nor is one that the program
    keeps (`Fixed`), such as an id. On its own, a number or a yes/no is never blank.
    """
    if isinstance(value, Part):
        kind = type(value)
        return all(
            is_blank(given) or given == default
            for given, default in (
                (getattr(value, name), getattr(_blank(kind), name)) for name in _entered_fields(kind)
            )
        )
    if isinstance(value, tuple):
        return all(is_blank(row) for row in value)
    if isinstance(value, str):
        return not value.strip()
    return value is None


def blank_row(kind: type[Part], path: str) -> Any:
    """Return an empty row for the list at the path: "" or a part with its defaults; FieldError if no list."""
    listed = field_type(kind, path).type
    if not isinstance(listed, inspect.VarTupleType):
        raise FieldError(path, _("is not a list"))
    if isinstance(listed.item_type, inspect.StructType):
        return listed.item_type.cls()
    return ""


@cache
def _blank(kind: type[Part]) -> Part:
    return kind()


@cache
def _entered_fields(kind: type[Part]) -> tuple[str, ...]:
    """Return the attributes of a part that a person enters."""
    described = inspect.type_info(kind)
    assert isinstance(described, inspect.StructType)
    return tuple(field.name for field in described.fields if not _marks(field.type).get("fixed"))


@cache
def _types(kind: type[Part]) -> dict[str, FieldType]:
    described = inspect.type_info(kind)
    return {field.path: field for field in _walk(described, "", FieldType(path="", type=described))}


def _walk(kind: inspect.Type, path: str, above: FieldType) -> Iterator[FieldType]:
    extra = _marks(kind)
    kind, optional = required(kind)
    here = FieldType(
        path=path,
        type=kind,
        optional=optional,
        essential=bool(extra.get("essential")),
        private=above.private or bool(extra.get("private")),
        fixed=above.fixed or bool(extra.get("fixed")),
    )
    if path:
        yield here
    if isinstance(kind, inspect.StructType):
        for field in kind.fields:
            inner = f"{path}.{field.encode_name}" if path else field.encode_name
            yield from _walk(field.type, inner, here)
    elif isinstance(kind, inspect.VarTupleType):
        yield from _walk(kind.item_type, f"{path}[]", here)


def _marks(kind: inspect.Type) -> dict[str, Any]:
    marks: dict[str, Any] = {}
    while isinstance(kind, inspect.Metadata):
        marks |= kind.extra or {}
        kind = kind.type
    return marks


def _child(value: Any, step: PathStep, path: str) -> Any:
    if isinstance(step, int):
        if isinstance(value, tuple) and step < len(value):
            return value[step]
        raise FieldError(path, _("there is no row {number}").format(number=step))
    return getattr(value, _attribute(value, step, path))


def _attribute(part: object, name: str, path: str) -> str:
    if isinstance(part, Part):
        encoded = part.__struct_encode_fields__
        if name in encoded:
            return part.__struct_fields__[encoded.index(name)]
    raise FieldError(path, _("there is no such field"))


def _replaced(part: Any, steps: tuple[PathStep, ...], value: object, path: str) -> Any:
    step, *rest = steps
    inner = _replaced(_child(part, step, path), tuple(rest), value, path) if rest else value
    if isinstance(step, int):
        _child(part, step, path)
        return (*part[:step], inner, *part[step + 1 :])
    return msgspec.structs.replace(part, **{_attribute(part, step, path): inner})


def paths_overlap(changed: str, path: str) -> bool:
    """Whether two paths name the same field, or one lies under the other; "" overlaps every path."""
    if not changed or not path:
        return True
    short, long = sorted((changed, path), key=len)
    return long.startswith(short) and (len(long) == len(short) or long[len(short)] in ".[")


def may_change_contacts(changed: str) -> bool:
    """Whether a change at the path may add, remove, reorder or rename contacts, or tell namesakes apart."""
    in_a_contact = changed.startswith("client.contacts[") and "]." in changed
    return changed.endswith(_TELLING) if in_a_contact else paths_overlap(changed, "client.contacts")


_TELLING = ("].name", "].title", "].buying_role", "].email", "].phone")
