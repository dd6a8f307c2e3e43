"""The call itself: who meets, when, why, and the commitment we are after."""

import datetime as dt
from typing import Annotated

from msgspec import Meta

from planner.model.part import Essential, EssentialText, Fixed, Minutes, Money, Part, PrivateText
from planner.model.terms import CallKind, Channel, Commitment, Side

ZonedDateTime = Annotated[dt.datetime, Meta(tz=True)]


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
    """Who meets whom, when, why, and what we ask for."""

    title: EssentialText = ""
    why_it_matters: str = ""
    kind: CallKind | None = None
    stage: str = ""
    commitment: Commitment | None = None
    starts: Annotated[ZonedDateTime | None, Essential] = None
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
