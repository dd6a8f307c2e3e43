"""Plan files as people write them."""

import json
from typing import Any

from planner.exchange.errors import PlanFileError
from planner.exchange.plan_file import preparation_in
from planner.model.plan import Preparation


def a_file(client: object = None, plan: object = None, **top: object) -> bytes:
    """A plan file with the given client and plan."""
    document: dict[str, Any] = {
        "format": "front-foot-plan",
        "schema": 1,
        "client": {"name": "Tarn Valley Water"} if client is None else client,
        "plan": {} if plan is None else plan,
    }
    return json.dumps(document | top).encode()


def read(client: object = None, plan: object = None) -> Preparation:
    """What a plan file with the given client and plan holds."""
    return preparation_in(a_file(client, plan), "plan.json")


def complaints(data: bytes) -> tuple[str, ...]:
    """What is wrong with the data as a plan file."""
    try:
        preparation_in(data, "plan.json")
    except PlanFileError as error:
        return error.complaints
    return ()
