"""What a client's touches say: who reached out, when last, and what is planned next."""

import datetime as dt
from collections.abc import Iterator

from planner.model.client import Client
from planner.model.client_summary import ClientSummary
from planner.model.fields import is_blank
from planner.model.touch import Touch


def done_by_us(client: Client | ClientSummary) -> Iterator[tuple[int, Touch]]:
    """Yield the touches of ours that were done, each with its place in the list, in the list's order."""
    for at, touch in enumerate(client.touches):
        if touch.is_done and not touch.is_inquiry and not is_blank(touch):
            yield at, touch


def planned_by_us(client: Client | ClientSummary) -> Iterator[tuple[int, Touch]]:
    """Yield the touches of ours that are planned and not done, each with its place, in the list's order."""
    for at, touch in enumerate(client.touches):
        if not touch.is_done and not touch.is_inquiry:
            yield at, touch


def latest_first(client: Client | ClientSummary) -> list[int]:
    """Return the places of the touches of ours that were done on a known day, the latest day first."""
    dated = [(touch.day_done, at) for at, touch in done_by_us(client) if touch.day_done is not None]
    return [at for _day, at in sorted(dated, reverse=True)]


def last_touch_on(client: Client | ClientSummary, today: dt.date) -> dt.date | None:
    """Return the latest day up to today on which a touch of ours was done; None if none is known."""
    days = (touch.day_done for _at, touch in done_by_us(client))
    return max((day for day in days if day is not None and day <= today), default=None)


def next_touch_on(client: Client | ClientSummary, today: dt.date) -> dt.date | None:
    """Return the first day from today on for which a touch of ours is planned; None if none is."""
    days = (touch.planned_on for _at, touch in planned_by_us(client))
    return min((day for day in days if day is not None and day >= today), default=None)
