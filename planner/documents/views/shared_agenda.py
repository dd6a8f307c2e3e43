"""What the agenda's template is given: what both sides may read, and nothing else."""

import datetime as dt

import msgspec

from planner.documents.views.call_plan import moment_words
from planner.documents.views.wording import lines, sentence
from planner.model.conversation import AgendaItem
from planner.model.plan import Preparation
from planner.model.terms import Lead
from planner.wording.text import joined, one_line

_LED_BY = {Lead.US: "we lead", Lead.THEM: "you lead", Lead.BOTH: "together"}


class SharedItem(msgspec.Struct, frozen=True):
    """A stretch of the meeting: when it begins or how long it takes, what about, who leads."""

    when: str
    topic: str
    led: str


class SharedAgendaView(msgspec.Struct, frozen=True):
    """The agenda as it is sent to the client."""

    client: str
    title: str
    moment: str
    place: str
    purpose: str
    items: tuple[SharedItem, ...]
    theirs: tuple[str, ...]
    ours: tuple[str, ...]


def shared_agenda_view(preparation: Preparation) -> SharedAgendaView:
    """Return the agenda without anything that is meant for our side alone."""
    call, talk = preparation.plan.call, preparation.plan.conversation
    titles = {one.name: one_line(one.title) for one in preparation.client.contacts}
    return SharedAgendaView(
        client=one_line(preparation.client.name),
        title=one_line(call.title),
        moment=moment_words(call),
        place=joined((str(call.channel or ""), one_line(call.place))),
        purpose=sentence(talk.purpose),
        items=_items(talk.agenda, call.starts),
        theirs=tuple(
            joined((one_line(one.contact), titles.get(one.contact, "")), " — ")
            for one in call.attendees
            if one.contact.strip()
        ),
        ours=tuple(one_line(one.name) for one in call.our_people if one.name.strip()),
    )


def _items(agenda: tuple[AgendaItem, ...], starts: dt.datetime | None) -> tuple[SharedItem, ...]:
    """Return the items; with the hour each begins where the start and every length before it are known."""
    begins, items = starts, []
    for one in agenda:
        if one.topic.strip():
            length = f"{one.minutes} min" if one.minutes else ""
            when = f"{begins:%H:%M}" if begins else length
            items.append(SharedItem(when, lines(one.topic), _LED_BY[one.lead] if one.lead else ""))
        begins = begins + dt.timedelta(minutes=one.minutes) if begins and one.minutes is not None else None
    return tuple(items)
