"""An insight: numbers, and the sentence they allow."""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from planner.charts.bar_style import BarStyle
from planner.charts.chart import Chart
from planner.charts.counts import CountsChart
from planner.coaching.insights.chance import FEWEST, two_shares
from planner.coaching.insights.charts import bars, line
from planner.coaching.insights.numbers import CallGroup, Numbers, Table, counted_text, some_of
from planner.translation import N_, _, pgettext

NOTHING_STANDS_OUT = N_("Nothing here stands out from what luck alone would show.")


class Comparison(msgspec.Struct, frozen=True):
    """A sentence that the numbers may support, and the probability that chance alone shows as much."""

    sentence: str
    chance: float


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An insight before it is known which of its comparisons survive the correction for chance.

    `plain` is what may be said from ten calls on without comparing anything; `missing` is the sentence
    where no call is counted. `looks` are the bar styles of the answers, one each, for a chart with a bar per
    group; without them the groups are stretches of time, and the chart is a line.
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

    `sentence` is what the numbers say, or that they are too few, or that nothing stands out; `claims` are the
    comparisons in it. `sample` is `calls` in words. `entries` are single texts, where the insight is a list
    of them.
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
        """The sample's size, unless the chart shows it, and the notes; "" if there is neither."""
        told_by_chart = isinstance(self.chart, CountsChart) or not self.calls
        sample = [] if told_by_chart else [_("From {sample}.").format(sample=self.sample)]
        return _in_a_row([*sample, *self.notes])

    @property
    def concluded(self) -> bool:
        """Whether there are enough calls, ten, to conclude anything."""
        return self.calls >= FEWEST


def insight_of(draft: Draft, survives: Sequence[bool]) -> Insight:
    """Return the draft's insight; `survives[i]` says whether its comparison i may be claimed."""
    holding = [comparison for comparison, holds in zip(draft.comparisons, survives, strict=True) if holds]
    claims = tuple(claim.sentence for claim in sorted(holding, key=lambda claim: claim.chance))
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
        chart=bars(title, draft.numbers, draft.looks, sample)
        if draft.looks
        else line(title, draft.numbers, sample),
        notes=draft.notes,
        entries=draft.entries,
    )


def against_the_rest(numbers: Numbers, pattern_of: Callable[[CallGroup], str]) -> tuple[Comparison, ...]:
    """Return a comparison of each group with all the others, where both sides have ten calls or more.

    `pattern_of` gives the sentence about a group: `Where we led, {here} ended well; of the others {there}.`
    Two groups give one comparison: the first with the second.
    """
    groups = numbers.groups[:1] if len(numbers.groups) == 2 else numbers.groups
    return tuple(
        comparison for group in groups if (comparison := _against(numbers, group, pattern_of(group)))
    )


def _against(numbers: Numbers, group: CallGroup, pattern: str) -> Comparison | None:
    whole = numbers.whole
    others = whole.calls - group.calls
    if min(group.calls, others) < FEWEST:
        return None
    here, there = numbers.good_in(group), numbers.good_in(whole) - numbers.good_in(group)
    sentence = pattern.format(
        group=group.label, here=some_of(here, group.calls), there=some_of(there, others)
    )
    return Comparison(sentence, two_shares(here, group.calls, there, others))


def _sentence(draft: Draft, calls: int, claims: tuple[str, ...]) -> str:
    if not calls:
        return draft.missing
    if calls < FEWEST:
        too_few = _("{sample}: too few to conclude; here are the numbers.")
        return too_few.format(sample=counted_text(calls, draft.numbers.unit))
    if claims:
        return _in_a_row([*claims, draft.plain])
    if draft.comparisons:
        return _in_a_row([draft.plain, _(NOTHING_STANDS_OUT)])
    return draft.plain or _("There are no two groups of ten calls yet, so nothing is compared.")


def _in_a_row(sentences: Iterable[str]) -> str:
    """Return the sentences that are not blank, one after the other."""
    text = ""
    for sentence in filter(None, sentences):
        text = pgettext("sentences", "{first} {next}").format(first=text, next=sentence) if text else sentence
    return text
