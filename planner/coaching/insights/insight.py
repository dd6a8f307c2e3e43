"""An insight: numbers, and the sentence they allow."""

from collections.abc import Callable, Sequence

import msgspec

from planner.charts.bar_style import BarStyle
from planner.charts.chart import Chart
from planner.charts.counts import CountsChart
from planner.coaching.insights.chance import FEWEST, two_shares
from planner.coaching.insights.charts import bars, line
from planner.coaching.insights.numbers import CallGroup, Numbers, Table, some_of

NOTHING_STANDS_OUT = "Nothing here stands out from what chance alone would show."


class Comparison(msgspec.Struct, frozen=True):
    """Something the numbers may say, and how likely chance alone would say as much."""

    sentence: str
    chance: float


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An insight before it is known which of its comparisons survive chance.

    `plain` is what may be said from ten calls on without comparing anything; `missing` says what to
    write in a look back for the insight to come about. `looks` are how the answers look in a chart,
    a bar to a group; without them the groups are stretches of time.
    """

    key: str
    title: str
    numbers: Numbers
    missing: str
    looks: tuple[BarStyle, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    plain: str = ""
    notes: tuple[str, ...] = ()
    entries: Table | None = None


class Insight(msgspec.Struct, frozen=True, kw_only=True):
    """What a report says on one question.

    `sentence` is what the numbers say, or that they are too few, or that they say nothing;
    `claims` are the sentences in it that compare. `calls` is the sample's size in words.
    `entries` are single texts, where the insight is a list of them.
    """

    key: str
    title: str
    sentence: str
    claims: tuple[str, ...]
    calls: int
    sample: str
    numbers: Numbers
    chart: Chart | None
    notes: tuple[str, ...]
    entries: Table | None

    @property
    def remark(self) -> str:
        """The notes, and the sample's size where the chart does not tell it itself."""
        told_by_chart = isinstance(self.chart, CountsChart) or not self.calls
        return " ".join([*([] if told_by_chart else [f"From {self.sample}."]), *self.notes])

    @property
    def concluded(self) -> bool:
        """Whether there are enough calls to conclude anything."""
        return self.calls >= FEWEST


def insight_of(draft: Draft, survives: Sequence[bool]) -> Insight:
    """Return the draft's insight; `survives` tells of each of its comparisons, in their order."""
    found = [one for one, holds in zip(draft.comparisons, survives, strict=True) if holds]
    claims = tuple(one.sentence for one in sorted(found, key=lambda one: one.chance))
    calls, title = draft.numbers.calls, draft.title
    sample = counted_text(calls, draft.numbers.unit)
    return Insight(
        key=draft.key,
        title=title,
        sentence=_sentence(draft, calls, claims),
        claims=claims,
        calls=calls,
        sample=sample,
        numbers=draft.numbers,
        chart=bars(title, draft.numbers, draft.looks, sample) if draft.looks else line(title, draft.numbers),
        notes=draft.notes,
        entries=draft.entries,
    )


def against_the_rest(
    numbers: Numbers, say: Callable[[str], str], *, good: str, the_others: str = "of the others"
) -> tuple[Comparison, ...]:
    """Return each group of ten compared with all the others, of which there must be ten as well.

    `say` puts a group's label into `Where we led`; `good` is what the good answers are called. Of
    two groups there is one comparison, not the same one twice.
    """
    groups = numbers.groups[:1] if len(numbers.groups) == 2 else numbers.groups
    return tuple(
        one for group in groups if (one := _against(numbers, group, say(group.label), good, the_others))
    )


def counted_text(count: int, unit: str = "call") -> str:
    """Return `1 call`, `7 calls`."""
    return f"{count:,} {unit}" if count == 1 else f"{count:,} {unit}s"


def _against(numbers: Numbers, group: CallGroup, where: str, good: str, the_others: str) -> Comparison | None:
    whole = numbers.whole
    others = whole.calls - group.calls
    if min(group.calls, others) < FEWEST:
        return None
    here, there = numbers.good_in(group), numbers.good_in(whole) - numbers.good_in(group)
    sentence = f"{where}, {some_of(here, group.calls)} {good}; {the_others} {some_of(there, others)}."
    return Comparison(sentence, two_shares(here, group.calls, there, others))


def _sentence(draft: Draft, calls: int, claims: tuple[str, ...]) -> str:
    if not calls:
        return draft.missing
    if calls < FEWEST:
        return f"{counted_text(calls, draft.numbers.unit)}: too few to conclude; here are the numbers."
    if claims:
        return " ".join([*claims, draft.plain]).strip()
    if draft.comparisons:
        return f"{draft.plain} {NOTHING_STANDS_OUT}".strip()
    return draft.plain or "There are no two groups of ten calls yet, so nothing is compared."
