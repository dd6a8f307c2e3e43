"""The client's promises that were made in the call of the plan at hand."""

from typing import Any

from planner.desktop.fields.rows import RowsField
from planner.model.client import Promise


class CallPromisesField(RowsField):
    """Rows of `client.promises`: those with this plan's id, which one added here gets."""

    def places_in(self, rows: tuple[Any, ...]) -> list[int]:
        """Return the places of the promises made in this call."""
        return [place for place, promise in enumerate(rows) if promise.from_plan == self._plan_id()]

    def new_row(self) -> Promise:
        """Return a blank promise of this call."""
        return Promise(from_plan=self._plan_id())

    def _plan_id(self) -> str:
        assert self._document is not None
        plan_id: str = self._document.read("id")
        return plan_id
