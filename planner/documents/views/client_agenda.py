"""The agenda that goes to the client: when, where, who and what about."""

import datetime as dt

from planner.coaching.agenda_times import clock_times
from planner.documents.views.call_plan import moment_words
from planner.documents.views.client_pages import ClientAgenda, ClientAgendaItem
from planner.documents.views.wording import lines, minutes_text
from planner.model.call import Call
from planner.model.conversation import AgendaItem
from planner.model.plan import Preparation
from planner.model.terms import Channel
from planner.translation import N_, _
from planner.wording.text import capitalised, joined, one_line

_CHANNELS = {Channel.IN_PERSON: N_("In person"), Channel.VIDEO: N_("Video"), Channel.PHONE: N_("Phone")}


def client_agenda(preparation: Preparation) -> ClientAgenda:
    """Return what the client may read of the call and its agenda."""
    call = preparation.plan.call
    return ClientAgenda(
        client=one_line(preparation.client.name),
        moment=moment_words(call),
        place=_place(call),
        items=_items(preparation.plan.conversation.agenda, call.starts),
        theirs=tuple(one_line(attendee.contact) for attendee in call.attendees if attendee.contact.strip()),
        ours=tuple(one_line(person.name) for person in call.our_people if person.name.strip()),
    )


def _place(call: Call) -> str:
    place = one_line(call.place)
    return joined((_(_CHANNELS[call.channel]), place)) if call.channel else capitalised(place)


def _items(agenda: tuple[AgendaItem, ...], starts: dt.datetime | None) -> tuple[ClientAgendaItem, ...]:
    """Return the items; with the hour each begins where the start and every length before it are known."""
    return tuple(
        ClientAgendaItem(time or (minutes_text(item.minutes) if item.minutes else ""), lines(item.topic))
        for item, time in zip(agenda, clock_times(agenda, starts), strict=True)
        if item.topic.strip()
    )
