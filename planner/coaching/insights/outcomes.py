"""How calls ended, and what went along with it: who led, when the price was said, what it was worth."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from planner.coaching.insights.call_record import CallRecord, PriceSaid, Worth
from planner.coaching.insights.charts import GOOD_TO_BAD
from planner.coaching.insights.insight import Draft, against_the_rest, counted_text
from planner.coaching.insights.numbers import CallGroup, Numbers, counts_by_group, some_of
from planner.model.terms import Lead, Outcome, RaisedBy
from planner.wording.text import capitalised

K = TypeVar("K", bound=Hashable)

GOOD = "ended in an order or an advance"
_ENDINGS = (Outcome.ORDER, Outcome.ADVANCE, Outcome.CONTINUATION, Outcome.NO_SALE)
_SHARE = "order or advance"
_LED = {Lead.US: "us", Lead.THEM: "them", Lead.BOTH: "both alike"}
_WHERE_LED = {"us": "Where we led", "them": "Where they led", "both alike": "Where both led alike"}
_RAISED = {RaisedBy.US: "us", RaisedBy.THEM: "them", RaisedBy.NOBODY: "nobody"}
_WHERE_RAISED = {
    "us": "Where we named the price first",
    "them": "Where they asked for the price first",
    "nobody": "Where nobody named the price",
}
_WHERE_SAID = {
    PriceSaid.BEFORE: "Where the price was said in a talk before this call",
    PriceSaid.FIRST_HALF: "Where the price was said in the first half of the call",
    PriceSaid.SECOND_HALF: "Where the price was said in the second half of the call",
    PriceSaid.NOT_AT_ALL: "Where the price was not said by the end of the call",
}
_WHERE_WORTH = {
    Worth.EVEN_AT_LOW: "Where the delta was justified even at the low estimates",
    Worth.AT_LIKELY: "Where the delta was justified at the likely estimates only",
    Worth.NOT_JUSTIFIED: "Where the delta was not justified",
    Worth.NO_PREMIUM: "Where we were not more expensive",
}


def how_they_ended(records: Sequence[CallRecord]) -> Draft:
    """Return how many calls ended in each of the four ways."""
    ended = [one.ended for one in records if one.ended is not None]
    counts = tuple(ended.count(one) for one in _ENDINGS)
    groups = (CallGroup("all", counts),) if ended else ()
    claimed = sum(one.outcome is Outcome.ADVANCE and one.ended is not Outcome.ADVANCE for one in records)
    note = (
        f"{counted_text(claimed)} named an advance without an action of the client and its date: "
        f"counted as {'a continuation' if claimed == 1 else 'continuations'}."
    )
    return Draft(
        key="outcomes",
        title="How calls ended",
        numbers=_numbers("how they ended", groups),
        looks=GOOD_TO_BAD,
        missing="No call says how it ended. Choose an outcome when you look back on one.",
        plain=f"{some_of(sum(counts[:2]), len(ended))} {GOOD}.",
        notes=(note,) if claimed else (),
    )


def who_led(records: Sequence[CallRecord]) -> Draft:
    """Return the outcomes by who led for most of the agenda."""
    return _draft(
        "lead",
        "Who led",
        _by(((one.led, one) for one in records), "led by", _LED),
        missing="No call says both who led its agenda and how it ended.",
        where=_WHERE_LED.__getitem__,
    )


def when_price_was_said(records: Sequence[CallRecord]) -> Draft:
    """Return the outcomes by when the price was disclosed."""
    labels = {one: str(one) for one in PriceSaid}
    return _draft(
        "price-when",
        "When the price was said",
        _by(((one.price_said, one) for one in records), "price said", labels),
        missing="No call says both when the price was named and how it ended.",
        where=lambda label: _WHERE_SAID[PriceSaid(label)],
    )


def who_raised_price(records: Sequence[CallRecord]) -> Draft:
    """Return the outcomes by who brought the price up."""
    return _draft(
        "price-who",
        "Who raised the price",
        _by(((one.price_raised_by, one) for one in records), "price raised by", _RAISED),
        missing="No call says both who raised the price and how it ended.",
        where=_WHERE_RAISED.__getitem__,
    )


def whether_delta_was_justified(records: Sequence[CallRecord]) -> Draft:
    """Return the outcomes by whether the value covered the price delta."""
    labels = {one: str(one) for one in Worth}
    return _draft(
        "delta",
        "Whether the delta was justified",
        _by(((one.worth, one) for one in records), "price delta", labels),
        missing="No call holds both prices, what the difference is worth, and how the call ended.",
        where=lambda label: _WHERE_WORTH[Worth(label)],
        note="From the buyer's side, over the price's term, with the estimates written in the plan.",
    )


def _draft(
    key: str, title: str, numbers: Numbers, *, missing: str, where: Callable[[str], str], note: str = ""
) -> Draft:
    """Return what compares the outcomes of each group with the rest; `where` names a group in a sentence."""
    return Draft(
        key=key,
        title=title,
        numbers=numbers,
        looks=GOOD_TO_BAD,
        missing=missing,
        comparisons=against_the_rest(numbers, where, good=GOOD),
        notes=(note,) if note and numbers.groups else (),
    )


def _by(pairs: Iterable[tuple[K | None, CallRecord]], of: str, labels: Mapping[K, str]) -> Numbers:
    """Return the calls that say both, by group and how they ended."""
    known = ((key, one.ended) for key, one in pairs if key is not None and one.ended is not None)
    return _numbers(of, counts_by_group(known, labels, _ENDINGS))


def _numbers(of: str, groups: tuple[CallGroup, ...]) -> Numbers:
    return Numbers(
        of=capitalised(of), answers=tuple(str(one) for one in _ENDINGS), groups=groups, good=2, share=_SHARE
    )
