"""Front, back or flat in each initiative, as months and quarters go by."""

from collections.abc import Sequence

from planner.coaching.insights.call_record import STOOD_IN, CallRecord
from planner.coaching.insights.halves import later_against_earlier
from planner.coaching.insights.insight import Draft
from planner.coaching.insights.numbers import Numbers, counts_by_group, some_of
from planner.coaching.insights.stretches import stretches
from planner.model.terms import Footing, Initiative
from planner.translation import N_, _, ngettext

_ANSWERS = {Footing.FRONT: N_("front foot"), Footing.BACK: N_("back foot"), Footing.FLAT: N_("flat-footed")}
_NAMES = {
    Initiative.PROSPECTING: N_("Prospecting"),
    Initiative.DISCOVERY: N_("Discovery"),
    Initiative.SALES_CONVERSATION: N_("Sales Conversation"),
    Initiative.INVESTMENT: N_("Investment"),
}
_MORE = N_(
    "You were on the front foot in {initiative} more often later on: in {later} of the later half "
    "of these calls, in {earlier} of the earlier half."
)
_LESS = N_(
    "You were on the front foot in {initiative} less often later on: in {later} of the later half "
    "of these calls, in {earlier} of the earlier half."
)


def footing_over_time(records: Sequence[CallRecord], initiative: Initiative) -> Draft:
    """Return the draft on how we stood in an initiative over time, later half compared with earlier."""
    at = STOOD_IN.index(initiative)
    with_footing = [
        (record.day, footing) for record in records if (footing := record.footings[at]) is not None
    ]
    stood = [(day, footing) for day, footing in with_footing if day is not None]
    name, undated = _(_NAMES[initiative]), len(with_footing) - len(stood)
    label, labels = stretches(day for day, _footing in stood)
    numbers = Numbers(
        of=_("Time"),
        answers=tuple(_(answer) for answer in _ANSWERS.values()),
        groups=counts_by_group(
            ((label(day), footing) for day, footing in stood), labels, _ANSWERS, keep_empty=True
        ),
        good=1,
        share=_("front foot, share"),
    )
    front = numbers.good_in(numbers.whole)
    return Draft(
        key=f"footing-{initiative.replace(' ', '-')}",
        title=_("{initiative} over time").format(initiative=name),
        numbers=numbers,
        missing=_("No dated call says how you stood in {initiative}.").format(initiative=name),
        plain=_("On the front foot in {some}.").format(some=some_of(front, len(stood))),
        comparisons=later_against_earlier(
            [(day, footing is Footing.FRONT) for day, footing in stood],
            more=_(_MORE),
            less=_(_LESS),
            initiative=name,
        ),
        notes=(_left_out(undated),) if undated else (),
    )


def _left_out(count: int) -> str:
    note = ngettext("{count} without a date left out.", "{count} without a date left out.", count)
    return note.format(count=count)
