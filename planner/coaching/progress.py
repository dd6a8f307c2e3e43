"""How far a plan has come: each step's state, and the plan's own."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from planner.model.call import NOT_HELD
from planner.model.terms import Happened
from planner.translation import N_

if TYPE_CHECKING:
    from planner.model.plan import Plan, Preparation


class Progress(StrEnum):
    """How far a step has come; the list of steps translates the value."""

    EMPTY = N_("empty")
    STARTED = N_("started")
    READY = N_("ready")


class PlanState(StrEnum):
    """What a plan needs next: work, its call, a review, or nothing; `NOT_HELD` is a call that did not happen.

    The values are those of `list --json`.
    """

    DRAFT = "draft"
    READY = "ready"
    HELD = "held"
    LOOKED_BACK = "looked back"
    NOT_HELD = "not held"


STATE_WORDS = {
    PlanState.DRAFT: N_("draft"),
    PlanState.READY: N_("ready"),
    PlanState.HELD: N_("held"),
    PlanState.LOOKED_BACK: N_("reviewed"),
    PlanState.NOT_HELD: N_("not held"),
}
"""What people read of a state; translated where it is shown."""


def missing_essentials(preparation: "Preparation") -> tuple[str, ...]:
    """Return the paths of the essential fields still blank; a list counts as a whole, its rows do not.

    A field whose text could not be read counts as blank.
    """
    from planner.model.field_texts import blank_where_unread  # noqa: PLC0415 -- not at the start
    from planner.model.fields import essential_fields, is_blank, read_field  # noqa: PLC0415 -- as above
    from planner.model.plan import Preparation  # noqa: PLC0415 -- as above

    preparation = blank_where_unread(preparation)
    return tuple(
        field.path
        for field in essential_fields(Preparation)
        if "[]" not in field.path and is_blank(read_field(preparation, field.path))
    )


def progress_of(preparation: "Preparation", paths: Iterable[str]) -> Progress:
    """Return how far the fields at the paths have come, taken together.

    Empty when all are blank but those that a new plan may hold before anybody has worked on it; else ready
    when none of the essential ones among them is blank; else started.
    """
    from planner.coaching.known_beforehand import is_preset  # noqa: PLC0415 -- not at the start
    from planner.model.field_texts import blank_where_unread  # noqa: PLC0415 -- as above
    from planner.model.fields import essential_fields, is_blank, read_field  # noqa: PLC0415 -- as above
    from planner.model.plan import Preparation  # noqa: PLC0415 -- as above

    paths, preparation = tuple(paths), blank_where_unread(preparation)
    values = ((path, read_field(preparation, path)) for path in paths)
    if all(is_blank(value) or is_preset(path, value) for path, value in values):
        return Progress.EMPTY
    essential = {field.path for field in essential_fields(Preparation)}
    open_ones = (path for path in paths if path in essential and is_blank(read_field(preparation, path)))
    return Progress.READY if next(open_ones, None) is None else Progress.STARTED


def state_of(preparation: "Preparation", now: dt.datetime) -> PlanState:
    """Return the plan's state at `now` (with zone): looked back, held, ready, or draft if essentials lack.

    A call counts as held once it is over, or held before its time; `NOT_HELD` is one that was moved,
    cancelled, or to which nobody came.
    """
    call, held_on = preparation.plan.call, preparation.plan.reflection.held_on
    if call.happened in NOT_HELD:
        return PlanState.NOT_HELD
    if looked_back(preparation.plan):
        return PlanState.LOOKED_BACK
    led = call.happened is Happened.HELD or (held_on is not None and held_on <= now.date())
    if led or is_over(call.starts, call.minutes, now, day=call.day):
        return PlanState.HELD
    return PlanState.DRAFT if missing_essentials(preparation) else PlanState.READY


def is_over(
    starts: dt.datetime | None, minutes: int | None, now: dt.datetime, *, day: dt.date | None = None
) -> bool:
    """Whether a call with this start and length has ended by `now`; one of a day alone with that day.

    One without a length has ended once it starts; False with neither start nor day.
    """
    if starts is None:
        return day is not None and day < now.date()
    return starts <= now - dt.timedelta(minutes=minutes or 0)


def looked_back(plan: "Plan") -> bool:
    """Whether the plan's call was looked back on: the reflection says how it ended."""
    return plan.reflection.outcome is not None
