"""Builders of plans for tests: `a_plan(**{"call.title": "Line walk"})`."""

from planner.model.client import Client, Promise
from planner.model.fields import blank_row, editable_fields, with_field
from planner.model.ids import new_id
from planner.model.plan import Plan, Preparation, absolute_path


def a_plan(**fields: object) -> Preparation:
    """A preparation with fresh ids and the given fields, by path as in the forms."""
    client_id = new_id()
    preparation = Preparation(
        client=Client(id=client_id, name="Tarn Valley Water"), plan=Plan(id=new_id(), client_id=client_id)
    )
    for path, value in fields.items():
        preparation = with_field(preparation, absolute_path(path), value)
    return preparation


def a_row_in_every_list() -> Preparation:
    """A preparation with one blank row in each of its lists."""
    preparation = a_plan()
    lists = (field.path.partition("[]")[0] for field in editable_fields(Preparation) if "[]" in field.path)
    for path in dict.fromkeys(lists):
        preparation = with_field(preparation, path, (blank_row(Preparation, path),))
    promised = (Promise(from_plan=preparation.plan.id),)  # shown after the call, too
    return with_field(preparation, "client.promises", promised)
