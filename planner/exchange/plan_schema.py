"""The JSON Schema of a plan file, made from the model."""

from collections.abc import Callable
from typing import Any

from msgspec import NODEFAULT, inspect

from planner.model.client import Client
from planner.model.plan import Plan
from planner.model.values import required

FORMAT = "front-foot-plan"
SCHEMA = 3

Json = dict[str, Any]


def schema() -> Json:
    """Return the JSON Schema (draft 2020-12) of the plan file, and of the client file, which has no plan.

    What fits it can be read, unless parts of it contradict each other, as with an id given twice. The reader
    is kinder in spelling: choices in any case, amounts as people type them, money as one text.
    """
    definitions: Json = {}
    client, plan = (_reference(inspect.type_info(kind), definitions) for kind in (Client, Plan))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:front-foot:plan:{SCHEMA}",
        "title": "Front Foot plan file",
        "description": "A plan for one sales call with its client, or, without a plan, a client alone. "
        "What is null or left out is blank.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "schema": {"type": "integer", "minimum": 1, "maximum": SCHEMA},
            "client": client,
            "plan": {"anyOf": [plan, {"type": "null"}]},
        },
        "required": ["format", "schema", "client"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _reference(kind: inspect.Type, definitions: Json) -> Json:
    """Return a reference to a part's definition, made if it is the first."""
    kind, _ = required(kind)
    assert isinstance(kind, inspect.StructType)
    name = kind.cls.__name__
    if name not in definitions:
        properties: Json = {}
        definitions[name] = {
            "title": name,
            "description": " ".join((kind.cls.__doc__ or "").split()),
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        }
        for field in kind.fields:
            properties[field.encode_name] = _property(field, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _property(field: inspect.Field, definitions: Json) -> Json:
    described = _value(field.type, definitions)
    kind, _ = required(field.type)
    if isinstance(kind, inspect.StrType) and field.encode_name == "id":
        described["pattern"] = "^[A-Za-z0-9_-]{0,64}$"
    if isinstance(kind, inspect.StructType):
        return {"anyOf": [*_as_text(kind), described, {"type": "null"}]}
    if field.default not in {NODEFAULT, None, "", ()}:
        described["default"] = str(field.default) if isinstance(kind, inspect.DecimalType) else field.default
    return described


def _value(kind: inspect.Type, definitions: Json) -> Json:
    """Return the schema of a value, null allowed: it is blank everywhere."""
    kind, _ = required(kind)
    if isinstance(kind, inspect.StructType):
        return _reference(kind, definitions)
    return _SCHEMAS[type(kind)](kind, definitions)


def _as_text(kind: inspect.StructType) -> list[Json]:
    """Return the schema of an amount written as one text, if the part is one."""
    if "amount" not in kind.cls.__struct_fields__:
        return []
    return [{"type": ["string", "number"], "description": 'the amount as one text, such as "98000 EUR"'}]


def _whole_number(kind: Any, _definitions: Json) -> Json:
    bounds = {"minimum": kind.ge, "maximum": kind.le}
    return {"type": ["integer", "null"], **{name: to for name, to in bounds.items() if to is not None}}


def _choice(kind: Any, _definitions: Json) -> Json:
    return {"enum": [*(choice.value for choice in kind.cls), None]}


def _rows(kind: Any, definitions: Json) -> Json:
    row = _value(kind.item_type, definitions)
    if "$ref" in row:
        row = {"anyOf": [row, {"type": "null"}]}
    return {"type": ["array", "null"], "items": row}


def _always(described: Json) -> Callable[[Any, Json], Json]:
    """Return a schema that the type says nothing more about."""

    def always(_kind: Any, _definitions: Json) -> Json:
        return dict(described)

    return always


_AMOUNT = {
    "type": ["number", "string", "null"],
    "pattern": r"^-?\d+(\.(\d{1,2}|\d{4,}))?$",
    "minimum": -(10**15),
    "maximum": 10**15,
}
_MOMENT = {
    "type": ["string", "null"],
    "description": "as RFC 9557 has it: a date and time with its offset, and the place in brackets if known",
    "pattern": r"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)"
    r"(\[[A-Za-z0-9._+-]+(/[A-Za-z0-9._+-]+)*\])?(\[[a-z_][a-z0-9_-]*=[A-Za-z0-9-]+\])*$",
}
_SCHEMAS: dict[type[inspect.Type], Callable[[Any, Json], Json]] = {
    inspect.StrType: _always({"type": ["string", "null"]}),
    inspect.BoolType: _always({"enum": [True, False, "yes", "no", None]}),
    inspect.IntType: _whole_number,
    inspect.DecimalType: _always(_AMOUNT),
    inspect.DateType: _always({"type": ["string", "null"], "format": "date"}),
    inspect.DateTimeType: _always(_MOMENT),
    inspect.EnumType: _choice,
    inspect.VarTupleType: _rows,
}
