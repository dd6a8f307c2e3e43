"""Touches: each a single reach-out, planned or done, of ours or of theirs."""

import datetime as dt
from collections.abc import Iterable
from typing import Annotated

from planner.model.part import Fixed, Referable
from planner.model.placed_time import AnyMoment
from planner.model.terms import Side, TouchChannel, TouchOutcome, TouchValue


class Touch(Referable, frozen=True, gc=False, rename={"from_": "from"}):
    """One reach-out. One of theirs is an inquiry: `done_at` is when it reached us.

    `done_at` is the moment it was done, `done_on` the day where the hour is not known; only one of them is
    given. `value_offered` is what they get from it either way, `value_kind` of which kind that is.
    `with_whom` is the name as typed, `with_whom_id` the contact's id. `plan_id` is the id of the plan that
    came of it. Touches laid out together share a `sequence_id`.
    """

    # No cycle can go through a touch: the collector need not look at tens of thousands of them (`gc`).

    planned_on: dt.date | None = None
    done_on: dt.date | None = None
    done_at: AnyMoment | None = None
    from_: Side = Side.US
    channel: TouchChannel | None = None
    with_whom: str = ""
    with_whom_id: Annotated[str, Fixed] = ""
    value_offered: str = ""
    value_kind: TouchValue | None = None
    outcome: TouchOutcome | None = None
    note: str = ""
    plan_id: Annotated[str, Fixed] = ""
    sequence_id: Annotated[str, Fixed] = ""

    @property
    def day_done(self) -> dt.date | None:
        """The day it was done, by the clock it was noted with; None if not known, as while it is planned."""
        return self.done_at.date() if self.done_at else self.done_on

    @property
    def is_done(self) -> bool:
        """Whether it was done: a day or an outcome is known, or it never was planned for a day."""
        return self.day_done is not None or self.outcome is not None or self.planned_on is None

    @property
    def is_inquiry(self) -> bool:
        """Whether it is one of theirs."""
        return self.from_ is Side.THEM


def touch_of(touch_id: str, touches: Iterable[Touch]) -> Touch | None:
    """Return the touch of that id; None if there is none, and for ""."""
    return next((touch for touch in touches if touch_id and touch.id == touch_id), None)
