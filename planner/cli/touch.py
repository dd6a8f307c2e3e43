"""A reach-out that was just done, noted from the command line."""

import argparse
import datetime as dt
import re
import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeVar

from msgspec.structs import replace

from planner.cli.clients_meant import client_meant
from planner.cli.errors import WrongUsage
from planner.coaching.touches import planned_by_us
from planner.coaching.week.touch_changes import meeting_wanted, outlived_by, with_touches
from planner.exchange import scalars
from planner.model.characters import checked_characters, with_plain_breaks
from planner.model.client import Client
from planner.model.errors import FieldError
from planner.model.ids import with_new_row_ids
from planner.model.terms import TouchChannel, TouchOutcome
from planner.model.touch import Touch
from planner.store.library import Library
from planner.translation import _, ngettext
from planner.wording.lists import comma_list

C = TypeVar("C", bound=StrEnum)

_FAR_OFF = dt.timedelta(days=366)


def note_touch(library: Library, arguments: argparse.Namespace) -> int:
    """Store a touch of ours, done now, and print it with its id; with `--next`, plan the one after it too.

    Both are stored in one write. What was laid out for the client and has lost its point by the outcome is
    taken out, and that is said, as in the window. WrongUsage for a channel, outcome, value or day that cannot
    be; else NoSuchClient, AmbiguousClient, LibraryDamaged or LibraryNotWritten: the library is as before.
    """
    now = arguments.now().replace(microsecond=0)
    done = Touch(
        done_at=now,
        channel=_chosen(arguments.channel, TouchChannel, "--channel"),
        value_offered=_value(arguments.value),
        outcome=_chosen(arguments.outcome, TouchOutcome, "--outcome") if arguments.outcome else None,
    )
    following = [] if arguments.next is None else [Touch(planned_on=_day(arguments.next, now.date()))]
    client = library.client(client_meant(library, arguments.client).id)
    touches = with_new_row_ids((*client.touches, done, *following))
    before, new = touches[: len(client.touches)], touches[len(client.touches) :]
    client = replace(client, touches=before)
    after = with_touches(client, new)
    library.save_client(after)
    for touch in new:
        sys.stdout.write(f"{_stored(client, touch)}\n")
    for remark in (*_ended(client, new[0]), *_remarks(after, now.date())):
        sys.stderr.write(f"{remark}\n")
    return 0


def _chosen(given: str, choices: type[C], option: str) -> C:
    """Return the choice meant, in any case, with or without spaces and dashes; WrongUsage."""
    for choice in choices:
        if _letters(given) in {_letters(choice.value), _letters(choice.name)}:
            return choice
    text = _('{option}: expected one of {choices}, got "{value}"')
    offered = comma_list(choice.value for choice in choices)
    raise WrongUsage(text.format(option=option, choices=offered, value=given))


def _letters(written: str) -> str:
    return re.sub(r"[\W_]+", "", written).casefold()


def _value(given: str) -> str:
    try:
        value = checked_characters(with_plain_breaks(given), "--value").strip()
    except FieldError as error:
        raise WrongUsage(str(error)) from error
    if not value:
        raise WrongUsage(_("{option}: say what of value they get from it").format(option="--value"))
    return value


def _day(given: str, today: dt.date) -> dt.date:
    """Return the day of the next touch; WrongUsage if it is none, or is over."""
    try:
        day = scalars.date(given, "--next")
    except FieldError as error:
        raise WrongUsage(str(error)) from error
    if day < today:
        raise WrongUsage(_("{option}: {day} is over").format(option="--next", day=day.isoformat()))
    return day


def _stored(client: Client, touch: Touch) -> str:
    told = {"touch": touch.id, "client": client.name or client.id}
    if touch.planned_on is not None:
        text = _("{touch} planned for {day}: {client}")
        return text.format(**told, day=touch.planned_on.isoformat())
    channel = _(touch.channel) if touch.channel else ""
    if touch.outcome is None:
        return _("{touch} done: {client}, {channel}: {value}").format(
            **told, channel=channel, value=touch.value_offered
        )
    text = _("{touch} done: {client}, {channel}, {outcome}: {value}")
    return text.format(**told, channel=channel, outcome=_(touch.outcome), value=touch.value_offered)


def _ended(client: Client, done: Touch) -> Iterator[str]:
    """Yield what follows from how a touch ended: what is planned no more, and a call that has no plan yet."""
    count = len(outlived_by(client, done))
    if count:
        text = ngettext(
            "The sequence for {client} is ended: {count} touch is not planned any more.",
            "The sequence for {client} is ended: {count} touches are not planned any more.",
            count,
        )
        yield text.format(client=client.name or client.id, count=count)
    if meeting_wanted(done):
        yield _("The call has no plan yet: make one in the window.")


def _remarks(client: Client, today: dt.date) -> Iterator[str]:
    """Yield what a person should know: of the archive, of touches still due, of one very far off."""
    planned = sorted(touch.planned_on for _at, touch in planned_by_us(client) if touch.planned_on is not None)
    if client.archived:
        yield _("{client} is archived, so Today doesn't show what is planned.").format(client=client.name)
    if planned and planned[0] <= today:
        text = _("A touch planned for {day} is still due: say in the window that it was done, or move it.")
        yield text.format(day=planned[0].isoformat())
    if planned and planned[-1] > today + _FAR_OFF:
        yield _("{day} is more than a year away.").format(day=planned[-1].isoformat())
