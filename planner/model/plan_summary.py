"""What a list of plans shows of one, known without decoding the plan."""

import datetime as dt

import msgspec

from planner.model.call import planned_day
from planner.model.terms import CallKind, Commitment, Outcome


class PlanSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What a list shows of one plan; `client` is the client's name.

    `day` is the day of a call without a time. `edited_days` counts the days the plan was worked
    on, `last_edited` is the latest of them. `outcome` is None until the call has been looked back on.
    """

    id: str
    client_id: str
    client: str
    title: str = ""
    starts: dt.datetime | None = None
    day: dt.date | None = None
    minutes: int | None = None
    kind: CallKind | None = None
    commitment: Commitment | None = None
    first_attendee: str = ""
    attendee_count: int = 0
    outcome: Outcome | None = None
    held_on: dt.date | None = None
    last_edited: dt.date | None = None
    edited_days: int = 0

    @property
    def planned_day(self) -> dt.date | None:
        """The day the call is planned for, with or without a time."""
        return planned_day(self)
