"""The sample week: six invented clients and their calls, dated so that Today shows something of each kind."""

import datetime as dt
from importlib import resources
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from planner.exchange.json_text import parsed
from planner.exchange.reader import Reader
from planner.model.client import Client
from planner.model.part import Part
from planner.model.plan import Plan, Preparation

T = TypeVar("T")

_WRITTEN_FOR = dt.date(2026, 11, 25)
"""The day that is `today` in the file: a Wednesday."""

_SATURDAY = 5

SAMPLE_IDS = (
    "week-harrowfell",
    "week-brackmoor",
    "week-osmere",
    "week-tillcombe",
    "week-linfold",
    "week-pennock",
)
"""The ids of the clients of the sample week: with these and all that is theirs, all of it is gone."""


class SampleWeek(msgspec.Struct, frozen=True):
    """The clients of the sample week, and the plans of some of them."""

    clients: tuple[Client, ...]
    plans: tuple[Plan, ...]

    @property
    def preparations(self) -> tuple[Preparation, ...]:
        """The plans, each with its client."""
        by_id = {client.id: client for client in self.clients}
        return tuple(Preparation(client=by_id[plan.client_id], plan=plan) for plan in self.plans)

    @property
    def clients_alone(self) -> tuple[Client, ...]:
        """The clients without a plan."""
        planned = {plan.client_id for plan in self.plans}
        return tuple(client for client in self.clients if client.id not in planned)


def sample_week(today: dt.date, zone: dt.tzinfo | None = None) -> SampleWeek:
    """Return the sample week as it stands today, its hours those of clocks in `zone`, or in UTC.

    A call is today and one on the next working day; of all other days none is a Saturday or Sunday. Its ids
    are always the same.
    """
    file = resources.files("planner.exchange") / "sample-week.json"
    content = parsed(file.read_bytes())
    reader = Reader()
    clients = reader.read(content["clients"], inspect.type_info(tuple[Client, ...]), "clients")
    plans = reader.read(content["plans"], inspect.type_info(tuple[Plan, ...]), "plans")
    if reader.complaints:
        raise ValueError(f"the sample week cannot be read: {reader.complaints}")
    week = SampleWeek(clients, plans)
    return SampleWeek(_moved(week.clients, today, zone or dt.UTC), _moved(week.plans, today, zone or dt.UTC))


def _moved(value: T, today: dt.date, zone: dt.tzinfo) -> T:
    """Return the value with every day in it as far from today as it was from the day it was written for."""
    moved: Any = value
    if isinstance(value, Part):
        fields = {name: _moved(getattr(value, name), today, zone) for name in value.__struct_fields__}
        moved = msgspec.structs.replace(value, **fields)
    elif isinstance(value, tuple):
        moved = tuple(_moved(row, today, zone) for row in value)
    elif isinstance(value, dt.datetime):
        day = _working_day(value.date(), today)
        moved = dt.datetime.combine(day, value.time(), tzinfo=zone)
    elif isinstance(value, dt.date):
        moved = _working_day(value, today)
    result: T = moved
    return result


def _working_day(written: dt.date, today: dt.date) -> dt.date:
    """Return the day as far from today as written, or else the working day beyond it; today stays itself."""
    distance = (written - _WRITTEN_FOR).days
    day = today + dt.timedelta(days=distance)
    into_the_week = day.weekday() - _SATURDAY
    if distance == 0 or into_the_week < 0:
        return day
    return day + dt.timedelta(days=2 - into_the_week if distance > 0 else -1 - into_the_week)
