"""More plans of one client, and what a library has on disk."""

from pathlib import Path

from planner.model.fields import with_field
from planner.model.ids import new_id
from planner.model.plan import Plan, Preparation


def another_plan_of(preparation: Preparation, **fields: object) -> Preparation:
    """A further plan of the same client, with the given fields by full path."""
    plan = Plan(id=new_id(), client_id=preparation.client.id)
    changed = Preparation(client=preparation.client, plan=plan)
    for path, value in fields.items():
        changed = with_field(changed, path, value)
    return changed


def on_disk(folder: Path) -> dict[str, bytes]:
    """Every file in the folder, by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
