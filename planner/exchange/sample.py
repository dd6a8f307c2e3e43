"""The sample: one realistic, complete plan to look at and to try things on."""

import datetime as dt
from importlib import resources
from typing import Any, TypeVar

import msgspec

from planner.exchange.plan_file import preparation_in
from planner.model.part import Part
from planner.model.plan import Preparation

T = TypeVar("T")

SOONEST = dt.timedelta(days=3)


def sample_preparation(today: dt.date) -> Preparation:
    """Return the sample with its days moved by whole weeks: its call lies 3 to 9 days after today.

    Its ids are always the same.
    """
    file = resources.files("planner.exchange") / "sample.json"
    sample = preparation_in(file.read_bytes(), "sample.json")
    starts = sample.plan.call.starts
    if starts is None:
        raise ValueError("the sample's call has no date")
    weeks = -((starts.date() - today - SOONEST).days // 7)
    return _later(sample, dt.timedelta(weeks=weeks))


def _later(value: T, by: dt.timedelta) -> T:
    """Return the value with every date in it moved."""
    moved: Any = value
    if isinstance(value, Part):
        fields = {name: _later(getattr(value, name), by) for name in value.__struct_fields__}
        moved = msgspec.structs.replace(value, **fields)
    elif isinstance(value, tuple):
        moved = tuple(_later(row, by) for row in value)
    elif isinstance(value, dt.date):
        moved = value + by
    result: T = moved
    return result
