"""Front, back or flat in each initiative, as months and quarters go by."""

import datetime as dt
from collections.abc import Sequence

from planner.coaching.insights.call_record import STOOD_IN, CallRecord
from planner.coaching.insights.chance import FEWEST, two_shares
from planner.coaching.insights.insight import Comparison, Draft
from planner.coaching.insights.numbers import Numbers, counts_by_group, some_of
from planner.coaching.insights.stretches import stretches
from planner.model.terms import Footing, Initiative

Stood = tuple[dt.date, Footing]

_ANSWERS = {Footing.FRONT: "front foot", Footing.BACK: "back foot", Footing.FLAT: "flat-footed"}


def footing_over_time(records: Sequence[CallRecord], initiative: Initiative) -> Draft:
    """Return how we stood in an initiative, month by month, and whether the later half differs."""
    at = STOOD_IN.index(initiative)
    told = [(one.day, footing) for one in records if (footing := one.footings[at]) is not None]
    stood = [(day, footing) for day, footing in told if day is not None]
    name, undated = initiative.title(), len(told) - len(stood)
    label, labels = stretches(day for day, _ in stood)
    numbers = Numbers(
        of="Time",
        answers=tuple(_ANSWERS.values()),
        groups=counts_by_group(((label(day), one) for day, one in stood), labels, _ANSWERS, keep_empty=True),
        good=1,
        share="front foot, share",
    )
    front = numbers.good_in(numbers.whole)
    return Draft(
        key=f"footing-{initiative.replace(' ', '-')}",
        title=f"{name} over time",
        numbers=numbers,
        missing=f"No dated call says how you stood in {name}.",
        plain=f"On the front foot in {some_of(front, len(stood))}.",
        comparisons=_later_against_earlier(stood, name),
        notes=(f"{undated} without a date left out.",) if undated else (),
    )


def _later_against_earlier(stood: Sequence[Stood], name: str) -> tuple[Comparison, ...]:
    """Return the later half of the calls compared with the earlier; a day is never parted."""
    if not stood:
        return ()
    days = sorted(day for day, _ in stood)
    middle = days[len(days) // 2]
    earlier = [footing is Footing.FRONT for day, footing in stood if day < middle]
    later = [footing is Footing.FRONT for day, footing in stood if day >= middle]
    if min(len(earlier), len(later)) < FEWEST:
        return ()
    way = "more" if sum(later) * len(earlier) > sum(earlier) * len(later) else "less"
    sentence = (
        f"You were on the front foot in {name} {way} often later on: "
        f"in {some_of(sum(later), len(later))} of the later half of these calls, "
        f"in {some_of(sum(earlier), len(earlier))} of the earlier half."
    )
    return (Comparison(sentence, two_shares(sum(later), len(later), sum(earlier), len(earlier))),)
