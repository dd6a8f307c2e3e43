"""The "do differently" list: what was meant to change, and whether it did."""

import datetime as dt
from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.charts import GOOD_AND_BAD
from planner.coaching.insights.insight import Draft, counted_text
from planner.coaching.insights.numbers import CallGroup, Numbers, Table, some_of
from planner.model.same_text import text_key
from planner.wording.days import day
from planner.wording.text import one_line


class Fate(StrEnum):
    """What became of something to do differently."""

    KEPT = "kept"
    NOT_KEPT = "not kept yet"
    DROPPED = "dropped on purpose"
    OPEN = "not taken up again"


class Resolve(msgspec.Struct, frozen=True):
    """One thing to do differently: when it was first written, with which client, and its fate."""

    text: str
    since: dt.date | None
    client: str
    fate: Fate
    kept: int = 0
    missed: int = 0


def done_differently(records: Sequence[CallRecord]) -> Draft:
    """Return how often what was to be done differently was done, and the list, newest first."""
    resolves = resolves_of(records)
    kept, missed = sum(one.kept for one in resolves), sum(one.missed for one in resolves)
    groups = (CallGroup("brought into a later call", (kept, missed)),) if kept + missed else ()
    missing = (
        "Nothing you meant to do differently was brought into a later call yet."
        if resolves
        else "No look back names one thing to do differently."
    )
    return Draft(
        key="differently",
        title="What you meant to do differently",
        numbers=Numbers(
            of="To do differently",
            answers=("kept", "not kept"),
            groups=groups,
            good=1,
            share="kept, share",
            unit="time",
        ),
        looks=GOOD_AND_BAD,
        missing=missing,
        plain=f"You kept it in {some_of(kept, kept + missed)} of the calls into which you brought it.",
        notes=(_fates(resolves),) if resolves else (),
        entries=_entries(resolves) if resolves else None,
    )


def _fates(resolves: Sequence[Resolve]) -> str:
    """Return `6 different ones: 3 kept, 2 not taken up again.`."""
    fates = [one.fate for one in resolves]
    parts = [f"{fates.count(fate)} {fate}" for fate in Fate if fate in fates]
    return f"{counted_text(len(resolves), 'different thing')}: {', '.join(parts)}."


def resolves_of(records: Iterable[CallRecord]) -> list[Resolve]:
    """Return each thing to do differently once, the newest first; records come oldest first.

    What says the same is the same thing; what was said or decided last holds.
    """
    found: dict[str, Resolve] = {}
    for record in records:
        for one in record.kept:
            if one.kept is not None:
                _note(found, record, one.text, Fate.KEPT if one.kept else Fate.NOT_KEPT)
        for text in record.dropped:
            _note(found, record, text, Fate.DROPPED)
        if record.differently.strip():
            _note(found, record, record.differently, Fate.OPEN)
    return list(found.values())[::-1]


def _note(found: dict[str, Resolve], record: CallRecord, text: str, fate: Fate) -> None:
    key = text_key(text)
    if not key:
        return
    known = found.get(key) or Resolve(text, record.day, record.client, fate)
    found[key] = msgspec.structs.replace(
        known,
        fate=fate,
        kept=known.kept + (fate is Fate.KEPT),
        missed=known.missed + (fate is Fate.NOT_KEPT),
    )


def _entries(resolves: Sequence[Resolve]) -> Table:
    rows = tuple(
        (one_line(one.text), day(one.since), one.client, str(one.fate), f"{one.kept}", f"{one.missed}")
        for one in resolves
    )
    return Table(("Do differently", "since", "client", "now", "times kept", "times not kept"), rows, words=4)
