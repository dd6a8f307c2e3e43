"""The day on one sheet, fit to lie open on a car seat: only what is named in here can be on it.

Every field is a text that anybody at the roadside may read. A template, ours or one's own, reaches no plan.
"""

import datetime as dt
from collections.abc import Sequence

import msgspec

from planner.documents.views.wording import done_by, lines
from planner.model.attendance import attendance
from planner.model.call import Call
from planner.model.client import Contact
from planner.model.field_texts import blank_where_unread
from planner.model.plan import Preparation
from planner.translation import _, ngettext
from planner.wording.days import clock_elsewhere, time_range, weekday
from planner.wording.text import joined, one_line


class DayPerson(msgspec.Struct, frozen=True):
    """Somebody who will be there: name and title on one line, and the phone number; "" if not known."""

    name: str
    phone: str


class DayCall(msgspec.Struct, frozen=True):
    """A call of the day in ready words, "" for what is blank.

    `time` is when it begins and ends, `no time yet` without a start; `there` the place whose clock says so,
    or its distance from UTC, where that is another than ours. `ask` is what they are asked to do, and by
    when.
    """

    time: str
    there: str
    client: str
    people: tuple[DayPerson, ...]
    ask: str
    place: str


class DayView(msgspec.Struct, frozen=True):
    """The day with its weekday, how many calls it has, in words, and the calls in their order."""

    day: str
    count: str
    calls: tuple[DayCall, ...]


def day_view(day: dt.date, calls: Sequence[Preparation]) -> DayView:
    """Return the sheet of a day with these calls, in the order given."""
    count = ngettext("{count} call", "{count} calls", len(calls)).format(count=len(calls))
    return DayView(
        day=weekday(day),
        count=count if calls else _("No calls on this day."),
        calls=tuple(map(_day_call, calls)),
    )


def _day_call(preparation: Preparation) -> DayCall:
    preparation = blank_where_unread(preparation)
    call, ask = preparation.plan.call, preparation.plan.ask.primary
    return DayCall(
        time=time_range(call.starts, call.minutes) if call.starts else _("no time yet"),
        there=clock_elsewhere(call.starts) if call.starts else "",
        client=one_line(preparation.client.name),
        people=tuple(_day_person(contact) for _attendee, contact in attendance(preparation)),
        ask=lines(done_by(ask.action, ask.by)),
        place=_where(call),
    )


def _day_person(contact: Contact) -> DayPerson:
    return DayPerson(joined((one_line(contact.name), one_line(contact.title))), one_line(contact.phone))


def _where(call: Call) -> str:
    return joined((_(call.channel) if call.channel else "", one_line(call.place)))
