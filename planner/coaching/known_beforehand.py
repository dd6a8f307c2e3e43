"""What a new plan need not ask, because the client, the calls before it or the surroundings say it."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from planner.coaching.commitments_given import kind_for, next_commitment
from planner.model.call import Attendee, Call
from planner.model.client import Client
from planner.model.fields import read_field
from planner.model.plan import Plan, Preparation
from planner.model.terms import Side

T = TypeVar("T")

PRESET = frozenset(
    f"plan.{path}"
    for path in (
        "call.kind",
        "call.commitment",
        "call.minutes",
        "call.channel",
        "call.place",
        "call.attendees",
        "call.initiated_by",
        "price.currency",
    )
)
"""Paths of a Preparation that a new plan may hold before anybody has worked on it."""


def is_preset(path: str, value: object) -> bool:
    """Whether a new plan may hold the value at the path of a Preparation before anybody has worked on it.

    False for `Side.THEM`: that they asked for the call, somebody has said.
    """
    return path in PRESET and value is not Side.THEM


def with_what_is_known(
    preparation: Preparation,
    earlier: Sequence[Plan],
    *,
    today: dt.date,
    elsewhere: Plan | None = None,
    currency: str = "",
) -> Preparation:
    """Return the preparation with what is known beforehand in its blank fields; what it says stays.

    `earlier` are the client's other plans, oldest call first. The only contact attends, and we asked for the
    call. The commitment is the one to ask for next as of `today`, the kind of call goes with it. The place is
    that of the client's last call held the same way. Length and channel are those of their last call, or else
    of `elsewhere`, the last plan for anybody, and so is the currency, which is otherwise `currency`.

    In a plan made from a call, what the client's calls say is marked as carried over.
    """
    known = _known(preparation, earlier, today, elsewhere, currency)
    if not known.plan.carried.from_plan:
        return known
    by_them = _known(preparation, earlier, today, None, currency)
    by_none = _known(preparation, (), today, None, currency)
    carried = known.plan.carried
    marks = (
        path.removeprefix("plan.")
        for path in sorted(PRESET)
        if read_field(by_them, path) != read_field(by_none, path)
    )
    paths = tuple(dict.fromkeys((*carried.paths, *marks)))
    return replace(known, plan=replace(known.plan, carried=replace(carried, paths=paths)))


def _known(
    preparation: Preparation, earlier: Sequence[Plan], today: dt.date, elsewhere: Plan | None, currency: str
) -> Preparation:
    client, plan = preparation.client, preparation.plan
    last = list(reversed(earlier))
    commitment = plan.call.commitment or next_commitment(earlier, today)
    call = replace(
        plan.call,
        commitment=commitment,
        kind=plan.call.kind or kind_for(commitment),
        initiated_by=plan.call.initiated_by or Side.US,
        attendees=plan.call.attendees or _only_contact(client),
        minutes=plan.call.minutes or _first([*last, elsewhere], lambda other: other.call.minutes),
        channel=plan.call.channel or _first([*last, elsewhere], lambda other: other.call.channel),
    )
    call = replace(call, place=call.place or _place(call, last))
    named = plan.price.currency or _first([*last, elsewhere], lambda other: other.price.currency)
    price = replace(plan.price, currency=named or currency)
    return replace(preparation, plan=replace(plan, call=call, price=price))


def _only_contact(client: Client) -> tuple[Attendee, ...]:
    named = [contact for contact in client.contacts if contact.name.strip()]
    return (Attendee(contact=named[0].name, contact_id=named[0].id),) if len(named) == 1 else ()


def _place(call: Call, last: Sequence[Plan]) -> str:
    """Return where the client's last call was held in this way; "" if none was."""
    held_so = [plan.call.place for plan in last if plan.call.channel == call.channel]
    return next((place for place in held_so if place.strip()), "")


def _first(plans: Sequence[Plan | None], read: Callable[[Plan], T | None]) -> T | None:
    """Return the first value that is given in these plans."""
    values = (read(plan) for plan in plans if plan is not None)
    return next((value for value in values if value), None)
