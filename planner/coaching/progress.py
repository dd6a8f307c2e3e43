"""How far a plan has come: each step's state, and the plan's own."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from planner.coaching.known_beforehand import PRESET
from planner.model.fields import essential_fields, is_blank, read_field
from planner.model.plan import Plan, Preparation
from planner.translation import N_


class Progress(StrEnum):
    """How far a step has come; the list of steps translates the value."""

    EMPTY = N_("empty")
    STARTED = N_("started")
    READY = N_("ready")


class PlanState(StrEnum):
    """What a plan needs next: work, its call, a look back, or nothing; lists translate the value."""

    DRAFT = N_("draft")
    READY = N_("ready")
    HELD = N_("held")
    LOOKED_BACK = N_("looked back")


def missing_essentials(preparation: Preparation) -> tuple[str, ...]:
    """Return the paths of the essential fields still blank; a list counts as a whole, its rows do not."""
    return tuple(
        field.path
        for field in essential_fields(Preparation)
        if "[]" not in field.path and is_blank(read_field(preparation, field.path))
    )


def progress_of(preparation: Preparation, paths: Iterable[str]) -> Progress:
    """Return how far the fields at the paths have come, taken together.

    Ready when none of the essential ones among them is blank; empty when all are blank, those left out that a
    new plan may hold before anybody has worked on it.
    """
    paths = tuple(paths)
    if all(is_blank(read_field(preparation, path)) for path in paths if path not in PRESET):
        return Progress.EMPTY
    essential = {field.path for field in essential_fields(Preparation)}
    open_ones = (path for path in paths if path in essential and is_blank(read_field(preparation, path)))
    return Progress.READY if next(open_ones, None) is None else Progress.STARTED


def state_of(preparation: Preparation, now: dt.datetime) -> PlanState:
    """Return the plan's state at `now` (with zone): looked back, held, ready, or draft if essentials lack."""
    if looked_back(preparation.plan):
        return PlanState.LOOKED_BACK
    call = preparation.plan.call
    if is_over(call.starts, call.minutes, now):
        return PlanState.HELD
    return PlanState.DRAFT if missing_essentials(preparation) else PlanState.READY


def is_over(starts: dt.datetime | None, minutes: int | None, now: dt.datetime) -> bool:
    """Whether a call with this start and length has ended by `now`; without a start it has not."""
    return starts is not None and starts <= now - dt.timedelta(minutes=minutes or 0)


def looked_back(plan: Plan) -> bool:
    """Whether the plan's call was looked back on: the reflection says how it ended."""
    return plan.reflection.outcome is not None
