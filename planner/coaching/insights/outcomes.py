"""How calls ended, and what went along with it: who led, when the price was said, what it was worth."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from planner.coaching.insights.call_record import CallRecord, PriceSaid, Worth
from planner.coaching.insights.charts import GOOD_TO_BAD
from planner.coaching.insights.insight import Draft, against_the_rest
from planner.coaching.insights.numbers import CallGroup, Numbers, counts_by_group, some_of
from planner.model.terms import Lead, Outcome, RaisedBy, Side
from planner.translation import N_, _, ngettext

K = TypeVar("K", bound=Hashable)

_ENDINGS = (Outcome.ORDER, Outcome.ADVANCE, Outcome.CONTINUATION, Outcome.NO_SALE)
_LED = {Lead.US: N_("us"), Lead.THEM: N_("them"), Lead.BOTH: N_("both equally")}
_ASKED = {Side.US: N_("us"), Side.THEM: N_("them")}
_RAISED = {RaisedBy.US: N_("us"), RaisedBy.THEM: N_("them"), RaisedBy.NOBODY: N_("nobody")}

# The sentences that compare, by what the calls of a group have in common.
_WHERE_ASKED: Mapping[str, str] = {
    Side.US: N_(
        "Where we asked for the call, {here} ended in an order or an advance; of the others {there}."
    ),
    Side.THEM: N_(
        "Where they asked for the call, {here} ended in an order or an advance; of the others {there}."
    ),
}
_WHERE_LED: Mapping[str, str] = {
    Lead.US: N_("Where we led, {here} ended in an order or an advance; of the others {there}."),
    Lead.THEM: N_("Where they led, {here} ended in an order or an advance; of the others {there}."),
    Lead.BOTH: N_("Where both led equally, {here} ended in an order or an advance; of the others {there}."),
}
_WHERE_RAISED: Mapping[str, str] = {
    RaisedBy.US: N_(
        "Where we named the price first, {here} ended in an order or an advance; of the others {there}."
    ),
    RaisedBy.THEM: N_(
        "Where they asked for the price first, {here} ended in an order or an advance; of the others {there}."
    ),
    RaisedBy.NOBODY: N_(
        "Where nobody named the price, {here} ended in an order or an advance; of the others {there}."
    ),
}
_WHERE_SAID: Mapping[str, str] = {
    PriceSaid.BEFORE: N_(
        "Where the price was said in a conversation before this call, {here} "
        "ended in an order or an advance; of the others {there}."
    ),
    PriceSaid.FIRST_HALF: N_(
        "Where the price was said in the first half of the call, {here} "
        "ended in an order or an advance; of the others {there}."
    ),
    PriceSaid.SECOND_HALF: N_(
        "Where the price was said in the second half of the call, {here} "
        "ended in an order or an advance; of the others {there}."
    ),
    PriceSaid.NOT_AT_ALL: N_(
        "Where the price was not said by the end of the call, {here} "
        "ended in an order or an advance; of the others {there}."
    ),
}
_WHERE_WORTH: Mapping[str, str] = {
    Worth.EVEN_AT_LOW: N_(
        "Where the delta was justified even at the low estimates, {here} "
        "ended in an order or an advance; of the others {there}."
    ),
    Worth.AT_LIKELY: N_(
        "Where the delta was justified at the likely estimates only, {here} "
        "ended in an order or an advance; of the others {there}."
    ),
    Worth.NOT_JUSTIFIED: N_(
        "Where the delta was not justified, {here} ended in an order or an advance; of the others {there}."
    ),
    Worth.NO_PREMIUM: N_(
        "Where we were not more expensive, {here} ended in an order or an advance; of the others {there}."
    ),
}


def how_they_ended(records: Sequence[CallRecord]) -> Draft:
    """Return the draft on how many calls ended in each of the four ways."""
    ended = [record.ended for record in records if record.ended is not None]
    counts = tuple(ended.count(ending) for ending in _ENDINGS)
    groups = (CallGroup(_("all"), counts),) if ended else ()
    claimed = sum(
        record.outcome is Outcome.ADVANCE and record.ended is not Outcome.ADVANCE for record in records
    )
    return Draft(
        key="outcomes",
        title=_("How calls ended"),
        numbers=_numbers(_("How they ended"), groups),
        looks=GOOD_TO_BAD,
        missing=_("No call says how it ended. Choose an outcome when you review one."),
        plain=_("{some} ended in an order or an advance.").format(some=some_of(sum(counts[:2]), len(ended))),
        notes=(_not_advances(claimed),) if claimed else (),
    )


def _not_advances(count: int) -> str:
    note = ngettext(
        "{count:,} call named an advance without a client action and a date: counted as a continuation.",
        "{count:,} calls named an advance without a client action and a date: counted as continuations.",
        count,
    )
    return note.format(count=count)


def who_asked(records: Sequence[CallRecord]) -> Draft:
    """Return the draft that compares outcomes by which side asked for the call."""
    return _draft(
        "asked",
        _("Who asked for the call"),
        _by(((record.asked_by, record) for record in records), _("Asked for by"), _ASKED),
        missing=_("No call says both who asked for it and how it ended."),
        sentences=_WHERE_ASKED,
    )


def who_led(records: Sequence[CallRecord]) -> Draft:
    """Return the draft that compares outcomes by who led for most of the agenda."""
    return _draft(
        "lead",
        _("Who led"),
        _by(((record.led, record) for record in records), _("Led by"), _LED),
        missing=_("No call says both who led its agenda and how it ended."),
        sentences=_WHERE_LED,
    )


def when_price_was_said(records: Sequence[CallRecord]) -> Draft:
    """Return the draft that compares outcomes by when the price was said."""
    return _draft(
        "price-when",
        _("When the price was said"),
        _by(
            ((record.price_said, record) for record in records),
            _("Price said"),
            {answer: answer for answer in PriceSaid},
        ),
        missing=_("No call says both when the price was named and how it ended."),
        sentences=_WHERE_SAID,
    )


def who_raised_price(records: Sequence[CallRecord]) -> Draft:
    """Return the draft that compares outcomes by who brought the price up."""
    return _draft(
        "price-who",
        _("Who raised the price"),
        _by(((record.price_raised_by, record) for record in records), _("Price raised by"), _RAISED),
        missing=_("No call says both who raised the price and how it ended."),
        sentences=_WHERE_RAISED,
    )


def whether_delta_was_justified(records: Sequence[CallRecord]) -> Draft:
    """Return the draft that compares outcomes by whether the value covered the price delta."""
    return _draft(
        "delta",
        _("Whether the delta was justified"),
        _by(
            ((record.worth, record) for record in records),
            _("Price delta"),
            {worth: worth for worth in Worth},
        ),
        missing=_("No call holds both prices, what the difference is worth, and how the call ended."),
        sentences=_WHERE_WORTH,
        note=_("From the buyer's side, over the price's term, with the estimates written in the plan."),
    )


def _draft(
    key: str, title: str, numbers: Numbers, *, missing: str, sentences: Mapping[str, str], note: str = ""
) -> Draft:
    """Return what compares the outcomes of each group with the rest by the sentence of that group."""
    return Draft(
        key=key,
        title=title,
        numbers=numbers,
        looks=GOOD_TO_BAD,
        missing=missing,
        comparisons=against_the_rest(numbers, lambda group: _(sentences[group.key])),
        notes=(note,) if note and numbers.groups else (),
    )


def _by(pairs: Iterable[tuple[K | None, CallRecord]], of: str, labels: Mapping[K, str]) -> Numbers:
    """Return the calls that say both, by group and how they ended."""
    rows = ((key, record.ended) for key, record in pairs if key is not None and record.ended is not None)
    translated = {key: _(label) for key, label in labels.items()}
    return _numbers(of, counts_by_group(rows, translated, _ENDINGS))


def _numbers(of: str, groups: tuple[CallGroup, ...]) -> Numbers:
    return Numbers(
        of=of,
        answers=tuple(_(ending) for ending in _ENDINGS),
        groups=groups,
        good=2,
        share=_("order or advance"),
    )
