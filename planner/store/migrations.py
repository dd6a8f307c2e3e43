"""Migrations from the schema a library was written in to today's, one step at a time."""

from collections.abc import Callable, Mapping
from typing import Any

from planner.store.records import SCHEMA

Tables = dict[str, dict[str, Any]]
"""A library as a TinyDB file holds it: documents by table and document id."""

MigrationStep = Callable[[Tables], Tables]
"""Returns a library of one schema as one of the next. Pure: it changes nothing it is given.

Each step from schema n has a sample library of that schema, `tests/data/library/schema-n.json`.
"""


def _to_schema_2(tables: Tables) -> Tables:
    from planner.store.schema_2 import to_schema_2  # noqa: PLC0415 -- once in the life of a library

    return to_schema_2(tables)


def _to_schema_3(tables: Tables) -> Tables:
    from planner.store.schema_3 import to_schema_3  # noqa: PLC0415 -- once in the life of a library

    return to_schema_3(tables)


STEPS: Mapping[int, MigrationStep] = {1: _to_schema_2, 2: _to_schema_3}
"""The step from each schema there was before today's, by its number."""


def schema_of(tables: Mapping[str, Mapping[str, Any]]) -> int:
    """Return the schema a library says it is of; today's where it says none, as while it holds nothing."""
    return int(tables.get("meta", {}).get("1", {}).get("schema", SCHEMA))


def migrated(tables: Tables, steps: Mapping[int, MigrationStep] = STEPS, schema: int = SCHEMA) -> Tables:
    """Return the library in the schema given, today's if none is; what is passed in stays as it was.

    One that is of it already, or newer, comes back as it is.
    """
    for number in range(schema_of(tables), schema):
        tables = steps[number](tables)
        meta = tables.get("meta", {})
        tables = {**tables, "meta": {**meta, "1": {**meta.get("1", {}), "schema": number + 1}}}
    return tables
