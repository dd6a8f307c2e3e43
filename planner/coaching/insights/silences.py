"""The silence towards Dream Clients: how long each waited until they heard from us again."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.halves import later_against_earlier
from planner.coaching.insights.insight import Draft
from planner.coaching.insights.numbers import Numbers, Table, Unit, counts_by_group, some_of
from planner.coaching.insights.stretches import stretches
from planner.coaching.insights.touch_record import TouchRecord
from planner.model.terms import Side
from planner.translation import N_, _, ngettext
from planner.wording.days import day

SHORT_DAYS = 30
"""A silence of so many days is short: the check's usual threshold, whatever is set, so that years compare."""


_MORE = N_(
    "Silences towards Dream Clients ended within 30 days more often later on: {later} of the later half of "
    "them, {earlier} of the earlier half."
)
_LESS = N_(
    "Silences towards Dream Clients ended within 30 days less often later on: {later} of the later half of "
    "them, {earlier} of the earlier half."
)


class ReachedClient(msgspec.Struct, frozen=True):
    """A Dream Client, and the days on which we reached out: each once, the earliest first, at least one."""

    client: str
    days: tuple[dt.date, ...]

    def silent_for(self, until: dt.date) -> int:
        """Return how many days the client has not heard from us by `until`; 0 if it was after that."""
        return max((until - self.days[-1]).days, 0)

    def longest(self, until: dt.date) -> int:
        """Return the longest silence in days, the present one among them."""
        gaps = ((later - earlier).days for earlier, later in pairwise(self.days))
        return max((*gaps, self.silent_for(until)))


def silence_over_time(
    touches: Sequence[TouchRecord], calls: Sequence[CallRecord], until: dt.date | None
) -> Draft:
    """Return the draft on how soon Dream Clients heard from us again, as time goes by.

    We reach out by a touch, and by a call that we asked for. A silence is counted on the day that ends it;
    the present one, as of `until`, once it is longer than 30 days. A client never reached has none.
    """
    clients = _reached(touches, calls)
    ended = [silence for client in clients.values() for silence in _silences(client, until)]
    label, labels = stretches(on for on, _short in ended)
    numbers = Numbers(
        of=_("Time"),
        answers=(_("within 30 days"), _("later")),
        groups=counts_by_group(
            ((label(on), short) for on, short in ended), labels, (True, False), keep_empty=True
        ),
        good=1,
        share=_("within 30 days, share"),
        unit=Unit.SILENCES,
    )
    short = numbers.good_in(numbers.whole)
    undated = sum(touch.dream_client and touch.day is None for touch in touches)
    return Draft(
        key="silence",
        title=_("How soon Dream Clients hear from you again"),
        numbers=numbers,
        missing=_("No silence towards a Dream Client has ended yet."),
        plain=_("Of the silences, {some} ended within 30 days.").format(some=some_of(short, numbers.calls)),
        comparisons=later_against_earlier(ended, more=_(_MORE), less=_(_LESS)),
        notes=(_left_out(undated),) if undated else (),
        entries=_entries(clients, until) if clients and until else None,
    )


def _reached(touches: Sequence[TouchRecord], calls: Sequence[CallRecord]) -> Mapping[str, ReachedClient]:
    """Return the Dream Clients that a touch of either side tells of and that we reached, by id."""
    names = {touch.client_id: touch.client for touch in touches if touch.dream_client}
    days: dict[str, set[dt.date]] = {client_id: set() for client_id in names}
    for client_id, on in _reaching(touches, calls):
        if client_id in days:
            days[client_id].add(on)
    return {
        client_id: ReachedClient(names[client_id], tuple(sorted(on))) for client_id, on in days.items() if on
    }


def _reaching(touches: Sequence[TouchRecord], calls: Sequence[CallRecord]) -> Iterator[tuple[str, dt.date]]:
    """Yield client and day of each touch of ours, and of each call that was held and that we asked for.

    Where nothing is said we asked for it, as on Today.
    """
    for record in touches:
        if record.by is Side.US and record.day is not None:
            yield record.client_id, record.day
    for call in calls:
        if call.reflected and call.asked_by is not Side.THEM and call.day is not None:
            yield call.client_id, call.day


def _silences(client: ReachedClient, until: dt.date | None) -> Iterator[tuple[dt.date, bool]]:
    """Yield the day each silence ended, and whether it was short; the present one only once it is not."""
    for earlier, later in pairwise(client.days):
        yield later, (later - earlier).days <= SHORT_DAYS
    if until is not None and client.silent_for(until) > SHORT_DAYS:
        yield until, False


def _entries(clients: Mapping[str, ReachedClient], until: dt.date) -> Table:
    """Return a row for each Dream Client, the one that is silent longest first."""
    longest_first = sorted(
        clients.values(), key=lambda client: (-client.silent_for(until), client.client.casefold())
    )
    rows = tuple(
        (
            client.client,
            day(client.days[-1]),
            f"{len(client.days)}",
            f"{client.longest(until)}",
            f"{client.silent_for(until)}",
        )
        for client in longest_first
    )
    headings = (
        _("Dream Client"),
        _("last reached"),
        _("days reached"),
        _("longest silence in days"),
        _("silent now in days"),
    )
    return Table(headings, rows, words=2)


def _left_out(count: int) -> str:
    note = ngettext("{count} without a date left out.", "{count} without a date left out.", count)
    return note.format(count=count)
