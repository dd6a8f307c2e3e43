"""Outreach, as schemas 1 and 2 had it: what each row of it is among touches."""

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from planner.model.part import Part
from planner.model.same_text import text_key
from planner.model.terms import TouchChannel
from planner.model.text_at_path import TextAtPath, Texts
from planner.model.touch import Touch

_WORDS = {
    TouchChannel.PHONE: "phone call telephone telefon anruf",
    TouchChannel.E_MAIL: "e-mail email mail",
    TouchChannel.LETTER: "letter post brief",
    TouchChannel.VIDEO: "video teams zoom",
    TouchChannel.IN_PERSON: "visit meeting besuch",
    TouchChannel.SOCIAL: "social linkedin xing",
    TouchChannel.EVENT: "event fair conference messe",
}
"""The words, one alone each, by which the free text of schemas 1 and 2 named a channel."""
_CHANNEL_OF = {word: channel for channel, words in _WORDS.items() for word in words.split()}


class Outreach(Part, frozen=True):
    """One attempt of ours to reach the client, and the day of the next one."""

    date: dt.date | None = None
    channel: str = ""
    value_offered: str = ""
    result: str = ""
    next_on: dt.date | None = None


def channel_and_note(channel: str, result: str) -> tuple[TouchChannel | None, str]:
    """Return the channel that the words name, and the note of the touch, which is what came of it.

    But for one word that names a channel, the words stand before the note: `phone call: …`. Where they name
    none, or two, the channel is `other`. For blank words it is None, and the note the result alone.
    """
    words = re.findall(r"[\w-]+", text_key(channel))
    named = {_CHANNEL_OF[word] for word in words if word in _CHANNEL_OF}
    if not words:
        return None, result
    note = result if len(words) == len(named) == 1 else ": ".join(filter(None, (channel, result)))
    return named.pop() if len(named) == 1 else TouchChannel.OTHER, note


def touches_of(rows: Sequence[Outreach], unread: Texts = ()) -> tuple[tuple[Touch, ...], Texts]:
    """Return the touches that a client's rows of outreach were, without ids, and its unread texts.

    A row is a touch of ours that was done, but not one with a next day alone. The next day it named is the
    one that the next attempt was planned for, or a touch of its own where none followed. An unread text
    beside a day of outreach stands beside that day among the touches; any other stays as it is.
    """
    touches: list[Touch] = []
    places: dict[str, str] = {}
    unread_paths = {kept.path for kept in unread}
    planned_before = _planned_before(rows)
    for at, row in enumerate(rows):
        date, next_on = f"outreach[{at}].date", f"outreach[{at}].next_on"
        open_next = at not in planned_before.values() and row.next_on is not None
        is_planned = open_next or next_on in unread_paths
        if not is_planned or date in unread_paths or replace(row, next_on=None) != Outreach():
            channel, note = channel_and_note(row.channel, row.result)
            places[date] = f"touches[{len(touches)}].done_on"
            before = planned_before.get(at)
            touches.append(
                Touch(
                    planned_on=None if before is None else rows[before].next_on,
                    done_on=row.date,
                    channel=channel,
                    value_offered=row.value_offered,
                    note=note,
                )
            )
        if is_planned:
            places[next_on] = f"touches[{len(touches)}].planned_on"
            touches.append(Touch(planned_on=row.next_on))
    moved = (TextAtPath(path=places.get(kept.path, kept.path), text=kept.text) for kept in unread)
    return tuple(touches), tuple(moved)


def _planned_before(rows: Sequence[Outreach]) -> dict[int, int]:
    """Return, by the place of an attempt, that of the one before it in time, where that named a next day."""
    dated = sorted((row.date, at) for at, row in enumerate(rows) if row.date is not None)
    return {
        at: earlier
        for (earlier_day, earlier), (day, at) in pairwise(dated)
        if day > earlier_day and rows[earlier].next_on is not None
    }
