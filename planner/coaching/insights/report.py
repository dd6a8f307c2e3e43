"""A report: every insight over the calls chosen, with one correction for all that was looked at."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice

import msgspec

from planner.coaching.insights.call_record import STOOD_IN, CallRecord
from planner.coaching.insights.chance import surviving
from planner.coaching.insights.commitments import asked_and_obtained
from planner.coaching.insights.fears import feared_and_happened
from planner.coaching.insights.footings import footing_over_time
from planner.coaching.insights.insight import Draft, Insight, insight_of
from planner.coaching.insights.intentions import done_differently
from planner.coaching.insights.numbers import Unit
from planner.coaching.insights.outcomes import (
    how_they_ended,
    when_price_was_said,
    whether_delta_was_justified,
    who_asked,
    who_led,
    who_raised_price,
)
from planner.coaching.insights.period import ALL, Period, chosen
from planner.coaching.insights.silences import silence_over_time
from planner.coaching.insights.touch_record import TouchRecord
from planner.coaching.insights.touches import touches_by_channel, touches_by_value
from planner.model.terms import Side
from planner.translation import N_, _, ngettext
from planner.wording.lists import comma_list, sentences
from planner.wording.text import quoted

_OF_CALLS: tuple[Callable[[Sequence[CallRecord]], Draft], ...] = (
    how_they_ended,
    asked_and_obtained,
    who_asked,
    who_led,
    when_price_was_said,
    who_raised_price,
    whether_delta_was_justified,
    feared_and_happened,
    *(partial(footing_over_time, initiative=initiative) for initiative in STOOD_IN),
)
_OF_TOUCHES: tuple[Callable[[Sequence[TouchRecord]], Draft], ...] = (touches_by_channel, touches_by_value)

CAUTION = N_(
    "One report in twenty would say something like this by luck. "
    "It shows what went together, not what caused what."
)


TOO_FEW = N_(
    "Ten calls or touches are needed before anything is concluded; where there are fewer, here are the "
    "numbers."
)
NOTHING_NOTED = N_("No call says anything yet about {insights}. The last step of a plan asks for it.")
NO_TOUCH_NOTED = N_("No touch says anything yet about {insights}. Note how each one ended.")
_OUTREACH = frozenset({Unit.TOUCHES, Unit.SILENCES})


class Insights(msgspec.Struct, frozen=True, kw_only=True):
    """A report over the chosen calls and touches: every insight, and how many comparisons were tried.

    `client` is the client's name, "" for all clients; `calls` counts those that were looked back on,
    `touches` those of ours that were done.
    """

    client: str
    period: Period
    calls: int
    touches: int = 0
    comparisons: int
    insights: tuple[Insight, ...]

    @property
    def about(self) -> str:
        """Which calls the report is about, in words: the client and the period."""
        pattern = _("{client}, {period}") if self.client else _("all clients, {period}")
        return pattern.format(client=self.client, period=self.period.text)

    @property
    def covers_anything(self) -> bool:
        """Whether the report counts any call looked back on, or any touch of ours that was done."""
        return bool(self.calls or self.touches)

    @property
    def counted(self) -> str:
        """What the report is over, in words: `12 calls reviewed`, `12 calls reviewed, 40 touches done`."""
        calls = ngettext("{count:,} call reviewed", "{count:,} calls reviewed", self.calls)
        touches = ngettext("{count:,} touch done", "{count:,} touches done", self.touches)
        counted = [calls.format(count=self.calls)] if self.calls or not self.touches else []
        return comma_list([*counted, touches.format(count=self.touches)] if self.touches else counted)

    @property
    def too_few(self) -> str:
        """One sentence for all insights with some calls and fewer than ten; "" if there is none."""
        some = any(insight.calls and not insight.concluded for insight in self.insights)
        return _(TOO_FEW) if some else ""

    @property
    def unknown(self) -> str:
        """Sentences that name the insights of which no call, and no touch, says anything; "" for none."""
        silent = [insight for insight in self.insights if not insight.calls]
        of_touches = [insight for insight in silent if insight.numbers.unit in _OUTREACH]
        of_calls = [insight for insight in silent if insight not in of_touches]
        return sentences((_naming(NOTHING_NOTED, of_calls), _naming(NO_TOUCH_NOTED, of_touches)))


def insights_over(
    records: Iterable[CallRecord],
    *,
    touches: Iterable[TouchRecord] = (),
    client_id: str = "",
    client: str = "",
    period: Period = ALL,
    today: dt.date | None = None,
) -> Insights:
    """Return the report over one client's calls and touches in the period; all clients' if `client_id` is "".

    `client` is the name to show. A silence lasts until `today`, or the period's end before that; without
    `today`, until the last day anything is noted of.
    """
    calls, reached = chosen(records, client_id, period), chosen(touches, client_id, period)
    drafts = [question(calls) for question in _OF_CALLS]
    drafts += [question(reached) for question in _OF_TOUCHES]
    drafts += [
        silence_over_time(reached, calls, _until(calls, reached, period, today)),
        done_differently(calls),
    ]
    chances = [comparison.chance for draft in drafts for comparison in draft.comparisons]
    survives = iter(surviving(chances))
    return Insights(
        client=client,
        period=period,
        calls=sum(record.reflected for record in calls),
        touches=sum(record.by is Side.US for record in reached),
        comparisons=len(chances),
        insights=tuple(insight_of(draft, list(islice(survives, len(draft.comparisons)))) for draft in drafts),
    )


def _naming(pattern: str, insights: Sequence[Insight]) -> str:
    """Return the sentence with the titles of these insights; "" for none."""
    titles = [quoted(insight.title) for insight in insights]
    return _(pattern).format(insights=comma_list(titles)) if titles else ""


def _until(
    calls: Sequence[CallRecord], touches: Sequence[TouchRecord], period: Period, today: dt.date | None
) -> dt.date | None:
    """Return the day as of which the report tells; None if nothing in it has a day and none is given."""
    noted = [*(call.day for call in calls), *(touch.day for touch in touches)]
    last = today or max((day for day in noted if day is not None), default=None)
    return last if last is None or period.last is None else min(last, period.last)
