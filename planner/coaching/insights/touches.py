"""Touches and the meetings that came of them: by channel, and by the kind of value they gave."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from planner.coaching.insights.charts import GOOD_TO_BAD
from planner.coaching.insights.insight import Draft, against_the_rest
from planner.coaching.insights.numbers import Numbers, Unit, counts_by_group, some_of
from planner.coaching.insights.touch_record import TouchRecord
from planner.model.terms import Side, TouchChannel, TouchOutcome, TouchValue
from planner.translation import _

K = TypeVar("K", bound=Hashable)

_ENDINGS = (TouchOutcome.MEETING_AGREED, TouchOutcome.SPOKE, TouchOutcome.NO_ANSWER, TouchOutcome.NO)


def touches_by_channel(records: Sequence[TouchRecord]) -> Draft:
    """Return the draft on how touches of ours ended, by channel."""
    return _draft(
        "touches-channel",
        _("Touches and meetings, by channel"),
        _by(((record.channel, record) for record in records), _("Channel"), _labels(TouchChannel)),
        missing=_("No touch of yours says both its channel and how it ended."),
        sentence=_("Channel “{group}”: {here} led to a meeting; of the others {there}."),
    )


def touches_by_value(records: Sequence[TouchRecord]) -> Draft:
    """Return the draft on how touches of ours ended, by the kind of value that they gave."""
    return _draft(
        "touches-value",
        _("Touches and meetings, by what they gave"),
        _by(((record.value_kind, record) for record in records), _("What it gave"), _labels(TouchValue)),
        missing=_("No touch of yours says both which kind of value it gave and how it ended."),
        sentence=_("Value “{group}”: {here} led to a meeting; of the others {there}."),
    )


def _labels(kinds: Iterable[K]) -> Mapping[K, str]:
    return {kind: _(str(kind)) for kind in kinds}


def _by(pairs: Iterable[tuple[K | None, TouchRecord]], of: str, labels: Mapping[K, str]) -> Numbers:
    """Return the touches of ours that say both, by group and how they ended."""
    rows = (
        (key, record.ended)
        for key, record in pairs
        if key is not None and record.ended is not None and record.by is Side.US
    )
    return Numbers(
        of=of,
        answers=tuple(_(ending) for ending in _ENDINGS),
        groups=counts_by_group(rows, labels, _ENDINGS),
        good=1,
        share=_("meeting agreed, share"),
        unit=Unit.TOUCHES,
    )


def _draft(key: str, title: str, numbers: Numbers, *, missing: str, sentence: str) -> Draft:
    whole = numbers.whole
    return Draft(
        key=key,
        title=title,
        numbers=numbers,
        looks=GOOD_TO_BAD,
        missing=missing,
        plain=_("In all, {some} led to a meeting.").format(some=some_of(numbers.good_in(whole), whole.calls)),
        comparisons=against_the_rest(numbers, lambda _group: sentence),
    )
