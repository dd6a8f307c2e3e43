"""The client: kept once, shared by its plans."""

import datetime as dt
from typing import Annotated

from planner.model.part import EssentialText, Fixed, OneToFive, Part, Private, PrivateText
from planner.model.terms import BuyingRole, Side, Stance
from planner.model.text_at_path import TextAtPath


class Contact(Part, frozen=True):
    """A person at the client. Plans refer to a contact by id and name."""

    id: Annotated[str, Fixed] = ""
    name: str = ""
    pronunciation: str = ""
    title: str = ""
    buying_role: BuyingRole | None = None
    influence: Annotated[OneToFive, Private] = None
    stance: Annotated[Stance | None, Private] = None
    priorities: str = ""
    concerns: str = ""
    personal_win: str = ""
    style: str = ""
    background: str = ""
    handle_with_care: PrivateText = ""
    email: str = ""
    phone: str = ""


class NewsItem(Part, frozen=True):
    """Something that happened at the client."""

    date: dt.date | None = None
    text: str = ""
    source: str = ""


class Outreach(Part, frozen=True):
    """One attempt of ours to reach the client."""

    date: dt.date | None = None
    channel: str = ""
    value_offered: str = ""
    result: str = ""
    next_on: dt.date | None = None


class Promise(Part, frozen=True):
    """Something one side said it would do. `from_plan` is the id of the plan for the call it was made in."""

    text: str = ""
    by: Side | None = None
    due: dt.date | None = None
    kept_on: dt.date | None = None
    from_plan: Annotated[str, Fixed] = ""


class Client(Part, frozen=True):
    """A company we sell to. `unread` are texts typed into fields of the client that could not be read."""

    id: Annotated[str, Fixed] = ""
    name: EssentialText = ""
    dream_client: bool | None = None
    why_dream: str = ""
    industry: str = ""
    size: str = ""
    headquarters: str = ""
    website: str = ""
    snapshot: str = ""
    health: str = ""
    current_supplier: str = ""
    news: tuple[NewsItem, ...] = ()
    contacts: tuple[Contact, ...] = ()
    outreach: tuple[Outreach, ...] = ()
    promises: tuple[Promise, ...] = ()
    notes: PrivateText = ""
    unread: Annotated[tuple[TextAtPath, ...], Fixed, Private] = ()
