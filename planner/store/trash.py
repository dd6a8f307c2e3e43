"""The trash: deleted plans, which can be brought back for a while."""

import datetime as dt
from collections.abc import Iterable

import msgspec

KEPT = dt.timedelta(days=30)
"""So long a deleted plan stays in the trash."""


class TrashedPlan(msgspec.Struct, frozen=True):
    """A plan in the trash and the day it was put there; `client` is the client's name."""

    id: str
    client: str
    title: str
    deleted_on: dt.date

    @property
    def goes_on(self) -> dt.date:
        """The first day on which it is taken out for good."""
        return self.deleted_on + KEPT


def expired(trash: Iterable[TrashedPlan], today: dt.date) -> list[TrashedPlan]:
    """Return the plans that were in the trash long enough."""
    return [plan for plan in trash if plan.goes_on <= today]
