"""The client: kept once, shared by its plans."""

import datetime as dt
from typing import Annotated

from planner.model.part import (
    DreamRank,
    EssentialText,
    Fixed,
    OneToFive,
    Part,
    Private,
    PrivateText,
    Referable,
)
from planner.model.terms import BuyingRole, Side, Stance
from planner.model.text_at_path import TextAtPath
from planner.model.touch import Touch


class Contact(Referable, frozen=True):
    """A person at the client. Plans refer to a contact by id and name.

    Who `left` the client keeps their history, and is offered no more.
    """

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
    left: bool | None = None


class NewsItem(Part, frozen=True):
    """Something that happened at the client."""

    date: dt.date | None = None
    text: str = ""
    source: str = ""


class Promise(Part, frozen=True, gc=False):
    """Something one side said it would do. `from_plan` is the id of the plan for the call it was made in."""

    text: str = ""
    by: Side | None = None
    due: dt.date | None = None
    kept_on: dt.date | None = None
    from_plan: Annotated[str, Fixed] = ""


class Client(Part, frozen=True):
    """A company we sell to.

    `dream_rank` is its place on the Dream list, counted from 1. `price_expectation` is what they think it
    should cost, and who said so. `language` is the one to write to them in, `zone` the name of their time
    zone, such as Europe/London. `unread` are texts typed into fields of the client that could not be read.
    """

    id: Annotated[str, Fixed] = ""
    name: EssentialText = ""
    dream_client: bool | None = None
    dream_rank: Annotated[DreamRank, Fixed] = None
    why_dream: str = ""
    archived: Annotated[bool | None, Fixed] = None
    price_expectation: PrivateText = ""
    language: str = ""
    zone: str = ""
    industry: str = ""
    size: str = ""
    headquarters: str = ""
    website: str = ""
    snapshot: str = ""
    health: str = ""
    current_supplier: str = ""
    news: tuple[NewsItem, ...] = ()
    contacts: tuple[Contact, ...] = ()
    touches: tuple[Touch, ...] = ()
    promises: tuple[Promise, ...] = ()
    notes: PrivateText = ""
    unread: Annotated[tuple[TextAtPath, ...], Fixed, Private] = ()
