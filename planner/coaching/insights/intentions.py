"""The "do differently" list: what was meant to change, and whether it did."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.charts import GOOD_AND_BAD
from planner.coaching.insights.insight import Draft
from planner.coaching.insights.numbers import CallGroup, Numbers, Table, Unit, some_of
from planner.model.same_text import text_key
from planner.translation import N_, _, ngettext
from planner.wording.days import day
from planner.wording.lists import comma_list
from planner.wording.text import one_line


class Fate(StrEnum):
    """What became of something to do differently."""

    KEPT = N_("kept")
    NOT_KEPT = N_("not kept yet")
    DROPPED = N_("dropped on purpose")
    OPEN = N_("not picked up again")


_COUNTED: Mapping[Fate, Callable[[int], str]] = {
    Fate.KEPT: lambda n: ngettext("{count} kept", "{count} kept", n),
    Fate.NOT_KEPT: lambda n: ngettext("{count} not kept yet", "{count} not kept yet", n),
    Fate.DROPPED: lambda n: ngettext("{count} dropped on purpose", "{count} dropped on purpose", n),
    Fate.OPEN: lambda n: ngettext("{count} not picked up again", "{count} not picked up again", n),
}


class Resolve(msgspec.Struct, frozen=True):
    """One thing to do differently: when it was first written, with which client, and its fate.

    `kept` and `missed` count the calls in which it was done and not done.
    """

    text: str
    since: dt.date | None
    client: str
    fate: Fate
    kept: int = 0
    missed: int = 0


def done_differently(records: Sequence[CallRecord]) -> Draft:
    """Return the draft on how often things to do differently were done, with their list, newest first."""
    resolves = resolves_of(records)
    kept = sum(resolve.kept for resolve in resolves)
    missed = sum(resolve.missed for resolve in resolves)
    groups = (CallGroup(_("brought into a later call"), (kept, missed)),) if kept + missed else ()
    missing = (
        _("Nothing you meant to do differently has been brought into a later call yet.")
        if resolves
        else _("No reflection names one thing to do differently.")
    )
    return Draft(
        key="differently",
        title=_("What you meant to do differently"),
        numbers=Numbers(
            of=_("To do differently"),
            answers=(_("kept"), _("not kept")),
            groups=groups,
            good=1,
            share=_("kept, share"),
            unit=Unit.TIMES,
        ),
        looks=GOOD_AND_BAD,
        missing=missing,
        plain=_("You did it in {some} of the calls you brought it to.").format(
            some=some_of(kept, kept + missed)
        ),
        notes=(_fates(resolves),) if resolves else (),
        entries=_entries(resolves) if resolves else None,
    )


def _fates(resolves: Sequence[Resolve]) -> str:
    """Return `6 different things: 3 kept, 2 not picked up again.`."""
    fates = [resolve.fate for resolve in resolves]
    counts = {fate: fates.count(fate) for fate in Fate if fate in fates}
    counted = comma_list(_COUNTED[fate](count).format(count=count) for fate, count in counts.items())
    pattern = ngettext(
        "{count:,} different thing: {fates}.", "{count:,} different things: {fates}.", len(resolves)
    )
    return pattern.format(count=len(resolves), fates=counted)


def resolves_of(records: Iterable[CallRecord]) -> list[Resolve]:
    """Return each thing to do differently once, the newest first; `records` must be oldest first.

    Texts that say the same are one thing; the latest note decides its fate.
    """
    resolves: dict[str, Resolve] = {}
    for record in records:
        for intention in record.kept:
            if intention.kept is not None:
                _note(resolves, record, intention.text, Fate.KEPT if intention.kept else Fate.NOT_KEPT)
        for text in record.dropped:
            _note(resolves, record, text, Fate.DROPPED)
        if record.differently.strip():
            _note(resolves, record, record.differently, Fate.OPEN)
    return list(resolves.values())[::-1]


def _note(resolves: dict[str, Resolve], record: CallRecord, text: str, fate: Fate) -> None:
    key = text_key(text)
    if not key:
        return
    resolve = resolves.get(key) or Resolve(text, record.day, record.client, fate)
    resolves[key] = msgspec.structs.replace(
        resolve,
        fate=fate,
        kept=resolve.kept + (fate is Fate.KEPT),
        missed=resolve.missed + (fate is Fate.NOT_KEPT),
    )


def _entries(resolves: Sequence[Resolve]) -> Table:
    rows = tuple(
        (
            one_line(resolve.text),
            day(resolve.since),
            resolve.client,
            _(resolve.fate),
            f"{resolve.kept}",
            f"{resolve.missed}",
        )
        for resolve in resolves
    )
    headings = (
        _("Do differently"),
        _("since"),
        _("client"),
        _("now"),
        _("times kept"),
        _("times not kept"),
    )
    return Table(headings, rows, words=4)
