"""A report: every insight over the calls chosen, with one correction for all that was looked at."""

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
from planner.coaching.insights.outcomes import (
    how_they_ended,
    when_price_was_said,
    whether_delta_was_justified,
    who_led,
    who_raised_price,
)
from planner.coaching.insights.period import ALL, Period, chosen
from planner.translation import N_, _
from planner.wording.lists import comma_list
from planner.wording.text import quoted

_QUESTIONS: tuple[Callable[[Sequence[CallRecord]], Draft], ...] = (
    how_they_ended,
    asked_and_obtained,
    who_led,
    when_price_was_said,
    who_raised_price,
    whether_delta_was_justified,
    feared_and_happened,
    *(partial(footing_over_time, initiative=initiative) for initiative in STOOD_IN),
    done_differently,
)

CAUTION = N_(
    "One report in twenty would say something like this by luck. "
    "It shows what went together, not what caused what."
)


TOO_FEW = N_(
    "Ten calls are needed before anything is concluded; where there are fewer, here are the numbers."
)
NOTHING_NOTED = N_("No call says anything yet about {insights}. The last step of a plan asks for it.")


class Insights(msgspec.Struct, frozen=True, kw_only=True):
    """A report over the chosen calls: every insight, and how many comparisons were tried.

    `client` is the client's name, "" for all clients; `calls` counts those that were looked back on.
    """

    client: str
    period: Period
    calls: int
    comparisons: int
    insights: tuple[Insight, ...]

    @property
    def about(self) -> str:
        """Which calls the report is about, in words: the client and the period."""
        pattern = _("{client}, {period}") if self.client else _("all clients, {period}")
        return pattern.format(client=self.client, period=self.period.text)

    @property
    def too_few(self) -> str:
        """One sentence for all insights with some calls and fewer than ten; "" if there is none."""
        some = any(insight.calls and not insight.concluded for insight in self.insights)
        return _(TOO_FEW) if some else ""

    @property
    def unknown(self) -> str:
        """One sentence that names the insights of which no call says anything; "" if there is none."""
        titles = [quoted(insight.title) for insight in self.insights if not insight.calls]
        return _(NOTHING_NOTED).format(insights=comma_list(titles)) if titles else ""


def insights_over(
    records: Iterable[CallRecord], *, client_id: str = "", client: str = "", period: Period = ALL
) -> Insights:
    """Return the report over one client's calls in the period, or over all clients' if `client_id` is "".

    `client` is the name to show.
    """
    of_them = chosen(records, client_id, period)
    drafts = [question(of_them) for question in _QUESTIONS]
    chances = [comparison.chance for draft in drafts for comparison in draft.comparisons]
    survives = iter(surviving(chances))
    return Insights(
        client=client,
        period=period,
        calls=sum(record.reflected for record in of_them),
        comparisons=len(chances),
        insights=tuple(insight_of(draft, list(islice(survives, len(draft.comparisons)))) for draft in drafts),
    )
