"""Builders of plans for tests: `a_plan(**{"call.title": "Line walk"})`."""

from planner.model.client import Client
from planner.model.fields import with_field
from planner.model.plan import Plan, Preparation, absolute_path, new_id


def a_plan(**fields: object) -> Preparation:
    """A preparation with fresh ids and the given fields, by path as in the forms."""
    client_id = new_id()
    preparation = Preparation(
        client=Client(id=client_id, name="Tarn Valley Water"), plan=Plan(id=new_id(), client_id=client_id)
    )
    for path, value in fields.items():
        preparation = with_field(preparation, absolute_path(path), value)
    return preparation
