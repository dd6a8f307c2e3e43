"""What a line of the Dream list says, in words."""

import datetime as dt
from collections.abc import Callable, Sequence

import msgspec

from planner.coaching.touches import last_touch_on, next_touch_on
from planner.coaching.week.calls_now import calls_now
from planner.coaching.week.dream_list import ranked
from planner.coaching.week.waiting import waiting_inquiries
from planner.model.client_summary import ClientSummary
from planner.model.plan_summary import PlanSummary
from planner.model.touch import Touch
from planner.translation import _, ngettext
from planner.wording.clients_apart import NamedClient, client_labels
from planner.wording.days import day_text, relative_day
from planner.wording.lists import comma_list
from planner.wording.text import one_line

PlansOfClient = Callable[[str], Sequence[PlanSummary]]
"""Gives the plans of the client of an id, at a glance."""


class DreamRow(msgspec.Struct, frozen=True):
    """A line of the list, whose words are there to be shown.

    `last` and `next` say when we reached out and when we will, or that there is no such touch; `waiting` how
    long an inquiry of theirs waits, "" for none.
    """

    client: ClientSummary
    place: int
    name: str
    last: str
    next: str
    waiting: str = ""

    @property
    def why(self) -> str:
        """The reason, on one line; "" where none is given."""
        return one_line(self.client.why_dream)

    @property
    def text(self) -> str:
        """All that the line says, as a screen reader says it."""
        place = _("No. {place}").format(place=self.place)
        return comma_list(
            part
            for part in (place, self.name, self.why or no_reason(), self.last, self.next, self.waiting)
            if part
        )


def dream_rows(
    clients: Sequence[ClientSummary], plans_of: PlansOfClient, now: dt.datetime
) -> tuple[DreamRow, ...]:
    """Return the lines of the Dream list, in its order; clients of one name are told apart."""
    on_list = ranked(clients)
    labels = client_labels(
        NamedClient(client.id, client.name, client.headquarters, client.industry) for client in on_list
    )
    return tuple(
        _row(client, place, labels[client.id], plans_of, now) for place, client in enumerate(on_list, 1)
    )


def no_reason() -> str:
    """Return what stands where a client has no reason yet."""
    return _("Why them? F2 to say it")


def _row(client: ClientSummary, place: int, name: str, plans_of: PlansOfClient, now: dt.datetime) -> DreamRow:
    today = now.date()
    last, coming = last_touch_on(client, today), next_touch_on(client, today)
    return DreamRow(
        client,
        place,
        name,
        _("never reached") if last is None else _("last {when}").format(when=relative_day(last, today)),
        _("no next touch") if coming is None else _("next {day}").format(day=day_text(coming, today)),
        _waiting(client, plans_of, now),
    )


def _waiting(client: ClientSummary, plans_of: PlansOfClient, now: dt.datetime) -> str:
    """Return how long the inquiry waits that came first of those waiting; "" if none does."""
    if not any(touch.is_inquiry for touch in client.touches):
        return ""
    waiting = waiting_inquiries(client.touches, calls_now(plans_of(client.id), now), now)
    return next((_how_long(touch, now) for touch in waiting), "")


def _how_long(touch: Touch, now: dt.datetime) -> str:
    if touch.done_at is not None:
        hours = int((now - touch.done_at).total_seconds() // 3600)
        if hours < 24:
            return ngettext("waits {count} hour", "waits {count} hours", max(hours, 1)).format(
                count=max(hours, 1)
            )
    days = 1 if touch.day_done is None else max((now.date() - touch.day_done).days, 1)
    return ngettext("waits {count} day", "waits {count} days", days).format(count=days)
