"""The agenda that goes to the client: when, where, who and what about."""

import datetime as dt

from planner.documents.views.call_plan import moment_words
from planner.documents.views.client_pages import ClientAgenda, ClientAgendaItem
from planner.documents.views.wording import lines
from planner.model.conversation import AgendaItem
from planner.model.plan import Preparation
from planner.wording.text import capitalised, joined, one_line


def client_agenda(preparation: Preparation) -> ClientAgenda:
    """Return what the client may read of the call and its agenda."""
    call = preparation.plan.call
    return ClientAgenda(
        client=one_line(preparation.client.name),
        moment=moment_words(call),
        place=capitalised(joined((str(call.channel or ""), one_line(call.place)))),
        items=_items(preparation.plan.conversation.agenda, call.starts),
        theirs=tuple(one_line(one.contact) for one in call.attendees if one.contact.strip()),
        ours=tuple(one_line(one.name) for one in call.our_people if one.name.strip()),
    )


def _items(agenda: tuple[AgendaItem, ...], starts: dt.datetime | None) -> tuple[ClientAgendaItem, ...]:
    """Return the items; with the hour each begins where the start and every length before it are known."""
    begins, items = starts, []
    for item in agenda:
        if item.topic.strip():
            length = f"{item.minutes} min" if item.minutes else ""
            when = f"{begins:%H:%M}" if begins else length
            items.append(ClientAgendaItem(when, lines(item.topic)))
        begins = begins + dt.timedelta(minutes=item.minutes) if begins and item.minutes is not None else None
    return tuple(items)
