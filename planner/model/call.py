"""The call itself: who meets, when, why, and the commitment we are after."""

import datetime as dt
from typing import Annotated, Protocol

from planner.model.part import Essential, EssentialText, Fixed, Minutes, Money, Part, PrivateText
from planner.model.placed_time import AnyMoment
from planner.model.terms import CallKind, Channel, Commitment, Happened, Side


class Attendee(Part, frozen=True):
    """A contact of the client, and their part in this call.

    `contact` is the name as typed, `contact_id` the contact's id; where it is blank, the name decides.
    """

    contact: str = ""
    contact_id: Annotated[str, Fixed] = ""
    role: str = ""


class OurPerson(Part, frozen=True):
    """One of us: leads, takes notes, or is the expert on something."""

    name: str = ""
    role: str = ""


class Call(Part, frozen=True):
    """Who meets whom, when, why, and what we ask for.

    `day` is the day of a call whose time is not known yet: only while `starts` is blank. `happened` is what
    became of the call; blank is not known.
    """

    title: EssentialText = ""
    why_it_matters: str = ""
    kind: CallKind | None = None
    stage: str = ""
    commitment: Commitment | None = None
    starts: Annotated[AnyMoment | None, Essential] = None
    day: dt.date | None = None
    minutes: Annotated[Minutes, Essential] = None
    channel: Annotated[Channel | None, Essential] = None
    place: str = ""
    attendees: Annotated[tuple[Attendee, ...], Essential] = ()
    our_people: tuple[OurPerson, ...] = ()
    initiated_by: Side | None = None
    why_they_meet: str = ""
    deal_value: Money = Money()
    timeline: str = ""
    politics: PrivateText = ""
    what_changed: str = ""
    links: tuple[str, ...] = ()
    happened: Happened | None = None


class Planned(Protocol):
    """What has a moment, or a day alone."""

    @property
    def starts(self) -> dt.datetime | None:
        """The moment of the start; None if only a day is known, or nothing."""

    @property
    def day(self) -> dt.date | None:
        """The day where no moment is known; None if there is none."""


def planned_day(call: Planned) -> dt.date | None:
    """Return the day the call is planned for, with or without a time; None if no day is known."""
    return call.starts.date() if call.starts else call.day


NOT_HELD = frozenset({Happened.MOVED, Happened.CANCELLED, Happened.NOBODY_CAME})
"""What may have become of a call that was not held."""


def day_held(day: dt.date | None, today: dt.date) -> dt.date | None:
    """Return the day of a call that was held, given the day that is known of it; None if none is.

    No call was held on a day that has not come: such a day stands for `today`.
    """
    return None if day is None else min(day, today)
