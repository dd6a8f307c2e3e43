"""As much of JSON Schema as the plan file's schema uses."""

import re
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "null": (type(None),),
}
KNOWN = {
    "$ref", "$schema", "$id", "$defs", "title", "description", "default", "format", "type", "const", "enum",
    "anyOf", "properties", "required", "additionalProperties", "items", "pattern", "minimum", "maximum",
}  # fmt: skip


def conforms(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> bool:
    """Whether the value fits the schema; AssertionError on a keyword this does not know."""
    assert schema.keys() <= KNOWN, schema
    if "$ref" in schema:
        schema = schema | root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    return (
        _is_of_type(value, schema.get("type"))
        and value in schema.get("enum", [value])
        and value == schema.get("const", value)
        and ("anyOf" not in schema or any(conforms(value, one, root) for one in schema["anyOf"]))
        and _inside(value, schema, root)
    )


def _is_of_type(value: Any, names: str | list[str] | None) -> bool:
    if names is None:
        return True
    wanted = [names] if isinstance(names, str) else names
    return not isinstance(value, bool) and any(isinstance(value, TYPES[name]) for name in wanted)


def _inside(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> bool:
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        return set(schema.get("required", [])) <= value.keys() <= known.keys() and all(
            conforms(inner, known[name], root) for name, inner in value.items()
        )
    if isinstance(value, list):
        return all(conforms(row, schema["items"], root) for row in value)
    if isinstance(value, str):
        return re.search(schema.get("pattern", ""), value) is not None
    if isinstance(value, int | float):
        return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    return True
