"""The later half of what happened, compared with the earlier."""

import datetime as dt
from collections.abc import Sequence

from planner.coaching.insights.chance import FEWEST, two_shares
from planner.coaching.insights.insight import Comparison
from planner.coaching.insights.numbers import some_of


def later_against_earlier(
    dated: Sequence[tuple[dt.date, bool]], *, more: str, less: str, **names: str
) -> tuple[Comparison, ...]:
    """Return the later half compared with the earlier by the share that was good; a day is never parted.

    `more` and `less` are the sentences for a share that grew or did not, with the places `{later}` and
    `{earlier}` and those in `names`. () where either half has fewer than ten.
    """
    if not dated:
        return ()
    days = sorted(day for day, _good in dated)
    middle = days[len(days) // 2]
    earlier = [good for day, good in dated if day < middle]
    later = [good for day, good in dated if day >= middle]
    if min(len(earlier), len(later)) < FEWEST:
        return ()
    pattern = more if sum(later) * len(earlier) > sum(earlier) * len(later) else less
    sentence = pattern.format(
        later=some_of(sum(later), len(later)), earlier=some_of(sum(earlier), len(earlier)), **names
    )
    return (Comparison(sentence, two_shares(sum(later), len(later), sum(earlier), len(earlier))),)
