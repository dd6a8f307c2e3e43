"""Plan files and client files, written: JSON with every field, blank ones too."""

import datetime as dt
import json
from decimal import Decimal
from enum import Enum
from typing import Any

from planner.exchange.plan_schema import FORMAT, SCHEMA
from planner.model.client import Client
from planner.model.part import Part
from planner.model.placed_time import written_moment
from planner.model.plan import Preparation


def plan_file(preparation: Preparation) -> bytes:
    """Return the plan with its client as a plan file in UTF-8: all fields but `client_id`, blank ones too."""
    plan = _written(preparation.plan)
    del plan["client_id"]  # the client stands beside its plan
    return _file(client=client_fields(preparation.client), plan=plan)


def client_file(client: Client) -> bytes:
    """Return the client as a client file in UTF-8, which is a plan file without a plan."""
    return _file(client=client_fields(client))


def client_fields(client: Client) -> dict[str, Any]:
    """Return every field of the client as JSON values, under its name in a plan file."""
    fields: dict[str, Any] = _written(client)
    return fields


def _file(**parts: dict[str, Any]) -> bytes:
    document = {"format": FORMAT, "schema": SCHEMA, **parts}
    return f"{json.dumps(document, indent=2, ensure_ascii=False)}\n".encode()


def _written(value: object) -> Any:
    """Return a value of the model as JSON has it."""
    if isinstance(value, Part):
        names = zip(value.__struct_encode_fields__, value.__struct_fields__, strict=True)
        return {shown: _written(getattr(value, name)) for shown, name in names}
    if isinstance(value, tuple):
        return [_written(row) for row in value]
    if isinstance(value, Decimal):
        return _digits(value)
    if isinstance(value, dt.datetime):
        return written_moment(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def _digits(number: Decimal) -> str:
    """Return the number in digits; after three decimals one more 0, for they could be thousands."""
    digits = f"{number:f}"
    return f"{digits}0" if len(digits.partition(".")[2]) == 3 else digits
