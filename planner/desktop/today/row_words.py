"""A row of Today in words: when, what, what else is known, and a chip on what it needs."""

import datetime as dt
from enum import Enum, auto

import msgspec

from planner.coaching.week.line_when import line_when
from planner.coaching.week.line_words import line_about, line_needs, line_subject
from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.desktop.today.today_reading import Readiness
from planner.translation import N_, _, ngettext
from planner.wording.lists import comma_list

SECTIONS = {
    TodayKind.INQUIRY: N_("They came to us"),
    TodayKind.CALL: N_("Calls"),
    TodayKind.REFLECT: N_("Held, not yet reviewed"),
    TodayKind.PROMISE_OURS: N_("Promises"),
    TodayKind.PROMISE_THEIRS: N_("Promises"),
    TodayKind.TOUCH: N_("Touches"),
    TodayKind.QUIET: N_("Gone quiet"),
    TodayKind.DIFFERENTLY: N_("To do differently"),
}
"""The heading above the lines of each kind; translated where it is shown."""
_CHIPS_OF = frozenset({TodayKind.INQUIRY, TodayKind.REFLECT, TodayKind.TOUCH})
"""What needs something that its place on the page does not say already."""
_NAMED_FIRST = frozenset({TodayKind.INQUIRY, TodayKind.CALL, TodayKind.REFLECT, TodayKind.QUIET})


class ChipTone(Enum):
    """What the colour of a chip says besides its words."""

    ASKS = auto()
    READY = auto()
    QUIET = auto()


class RowWords(msgspec.Struct, frozen=True, kw_only=True):
    """A row in words: two short lines for when, two for what, an aside, and a chip; "" for what is not said.

    `named`: the first line of `what` is the client's name.
    """

    when: tuple[str, str]
    what: tuple[str, str]
    aside: str = ""
    chip: str = ""
    tone: ChipTone = ChipTone.ASKS
    named: bool = False

    @property
    def text(self) -> str:
        """All of it in one line, as a screen reader says it."""
        return comma_list(part for part in (*self.what, *self.when, self.aside, self.chip) if part)


def row_words(line: TodayLine, now: dt.datetime, readiness: Readiness | None = None) -> RowWords:
    """Return a line in words as of `now`; `readiness` is that of a call, None while it is not known."""
    first, second = line_subject(line, now.date())
    chip, tone = _chip(line, readiness)
    return RowWords(
        when=line_when(line, now),
        what=(first or _unnamed(line), second),
        aside=line_about(line, now.date()),
        chip=chip,
        tone=tone,
        named=line.kind in _NAMED_FIRST,
    )


def _unnamed(line: TodayLine) -> str:
    return _("(no client)") if line.kind in _NAMED_FIRST else _("(nothing named)")


def _chip(line: TodayLine, readiness: Readiness | None) -> tuple[str, ChipTone]:
    if line.kind is TodayKind.CALL:
        return ("", ChipTone.QUIET) if readiness is None else _readiness_words(readiness)
    tone = ChipTone.QUIET if line.kind is TodayKind.TOUCH else ChipTone.ASKS
    return (line_needs(line), tone) if line.kind in _CHIPS_OF else ("", tone)


def _readiness_words(readiness: Readiness) -> tuple[str, ChipTone]:
    """Return what the plan of a call still lacks: `lacks: why now`, `2 back foot`, `ready to print`."""
    from planner.wording.field_words import path_in_words  # noqa: PLC0415 - not at the start

    count = len(readiness.missing)
    if count == 1:
        lacked = path_in_words(readiness.missing[0]).rpartition(" › ")[2]
        return _("lacks: {field}").format(field=lacked), ChipTone.ASKS
    if count:
        pattern = ngettext("lacks {count} answer", "lacks {count} answers", count)
        return pattern.format(count=count), ChipTone.ASKS
    if readiness.back_foot:
        return _("{count} back foot").format(count=readiness.back_foot), ChipTone.ASKS
    return _("ready to print"), ChipTone.READY
