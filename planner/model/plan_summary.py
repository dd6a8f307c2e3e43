"""What a list of plans shows of one, known without decoding the plan."""

import datetime as dt

import msgspec

from planner.model.call import planned_day
from planner.model.terms import CallKind, Commitment, Happened, Outcome, Side


class PlanSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What a list shows of one plan; `client` is the client's name, and `client_…` tell namesakes apart.

    `day` is the day of a call without a time. `edited_days` counts the days the plan was worked on,
    `last_edited` is the latest of them. `outcome` is None until the call has been looked back on.
    `from_plan` is the id of the plan this one was made from as the next call, "" for none. `asks` is what
    they are asked to do. `meant_differently` is what the review left to do differently in the next call:
    what it meant and did not drop, and what was brought in and not done. `taken_up` is what this plan or
    its review says of such intentions of earlier calls.
    """

    id: str
    client_id: str
    client: str
    client_headquarters: str = ""
    client_industry: str = ""
    title: str = ""
    starts: dt.datetime | None = None
    day: dt.date | None = None
    minutes: int | None = None
    happened: Happened | None = None
    kind: CallKind | None = None
    commitment: Commitment | None = None
    first_attendee: str = ""
    attendee_count: int = 0
    outcome: Outcome | None = None
    held_on: dt.date | None = None
    last_edited: dt.date | None = None
    edited_days: int = 0
    from_plan: str = ""
    initiated_by: Side | None = None
    asks: str = ""
    asks_by: dt.date | None = None
    meant_differently: tuple[str, ...] = ()
    taken_up: tuple[str, ...] = ()

    @property
    def planned_day(self) -> dt.date | None:
        """The day the call is planned for, with or without a time; None if no day is known."""
        return planned_day(self)

    @property
    def held_elsewhen(self) -> dt.date | None:
        """The day the call was held, if that is another than it was planned for; else None."""
        return None if self.held_on == self.planned_day else self.held_on
