"""Calls counted in groups, by what came of them."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

import msgspec

from planner.translation import N_, _, ngettext
from planner.wording.money import percent

K = TypeVar("K", bound=Hashable)
A = TypeVar("A", bound=Hashable)


class Unit(StrEnum):
    """What a table of numbers counts; the value is the heading of that column."""

    CALLS = N_("calls")
    FEARS = N_("fears")
    TIMES = N_("times")
    TOUCHES = N_("touches")
    SILENCES = N_("silences")


class CallGroup(msgspec.Struct, frozen=True):
    """One group of calls with the number of calls for each answer; `key` is what the calls have in common."""

    label: str
    counts: tuple[int, ...]
    key: str = ""

    @property
    def calls(self) -> int:
        """How many calls there are in the group."""
        return sum(self.counts)


class Table(msgspec.Struct, frozen=True):
    """Rows of text under headings; all but the first `words` columns are figures."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1


class Numbers(msgspec.Struct, frozen=True, kw_only=True):
    """Calls counted by group and answer.

    The first `good` answers are the good ones; `share` is the heading of their share in a group's calls. `of`
    is the heading of the groups; `unit` is what is counted.
    """

    of: str
    answers: tuple[str, ...]
    groups: tuple[CallGroup, ...]
    good: int = 0
    share: str = ""
    unit: Unit = Unit.CALLS

    @property
    def calls(self) -> int:
        """How many calls are counted."""
        return sum(group.calls for group in self.groups)

    @property
    def whole(self) -> CallGroup:
        """All groups added up as one, labelled `all`."""
        counts = tuple(sum(column) for column in zip(*(group.counts for group in self.groups), strict=True))
        return CallGroup(_("all"), counts or (0,) * len(self.answers))

    def good_in(self, group: CallGroup) -> int:
        """Return how many calls of the group have one of the good answers."""
        return sum(group.counts[: self.good])

    @property
    def table(self) -> Table:
        """The numbers as a table of text; with several groups its last row is all of them together."""
        rows = [self._row(group) for group in self.groups]
        if len(self.groups) > 1:
            rows.append(self._row(self.whole))
        share = (self.share,) if self.good else ()
        return Table((self.of, _(self.unit), *self.answers, *share), tuple(rows))

    def _row(self, group: CallGroup) -> tuple[str, ...]:
        share = (share_text(self.good_in(group), group.calls),) if self.good else ()
        return (group.label, f"{group.calls}", *(f"{count}" for count in group.counts), *share)


def counts_by_group(
    pairs: Iterable[tuple[K, A]], groups: Mapping[K, str], answers: Iterable[A], *, keep_empty: bool = False
) -> tuple[CallGroup, ...]:
    """Return a CallGroup per group, in the order given, with how many of its pairs have each answer.

    `groups` maps keys to labels. Groups without pairs are left out unless `keep_empty`.
    """
    counts, kinds = Counter(pairs), tuple(answers)
    call_groups = (
        CallGroup(label, tuple(counts[group, answer] for answer in kinds), str(group))
        for group, label in groups.items()
    )
    return tuple(group for group in call_groups if keep_empty or group.calls)


def share_text(some: int, of: int) -> str:
    """Return `some` / `of` in per cent, such as `44%`; a dash if `of` is 0."""
    return percent(Fraction(some, of)) if of else "–"


def some_of(some: int, of: int) -> str:
    """Return a count with its share in words: `44 of 100 (44%)`."""
    return _("{some} of {of} ({share})").format(some=some, of=of, share=share_text(some, of))


def counted_text(count: int, unit: Unit = Unit.CALLS) -> str:
    """Return a count with its unit in words: `1 call`, `7 calls`."""
    if unit is Unit.FEARS:
        pattern = ngettext("{count:,} fear", "{count:,} fears", count)
    elif unit is Unit.TIMES:
        pattern = ngettext("{count:,} time", "{count:,} times", count)
    elif unit is Unit.TOUCHES:
        pattern = ngettext("{count:,} touch", "{count:,} touches", count)
    elif unit is Unit.SILENCES:
        pattern = ngettext("{count:,} silence", "{count:,} silences", count)
    else:
        pattern = ngettext("{count:,} call", "{count:,} calls", count)
    return pattern.format(count=count)
