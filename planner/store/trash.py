"""The trash: deleted plans, which can be brought back for a while."""

import datetime as dt
from collections.abc import Iterable

from planner.model.library_values import TrashedPlan


def expired(trash: Iterable[TrashedPlan], today: dt.date) -> list[TrashedPlan]:
    """Return the plans in the trash whose day to be removed for good has come."""
    return [plan for plan in trash if plan.goes_on <= today]
