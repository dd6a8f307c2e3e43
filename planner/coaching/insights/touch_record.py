"""One touch as insights see it: who reached out, how, with what of value, and how it ended."""

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec

from planner.model.client_summary import ClientSummary
from planner.model.fields import is_blank
from planner.model.terms import Side, TouchChannel, TouchOutcome, TouchValue


class TouchRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What insights read of one touch that was done; None means not said, never no.

    `by` is the side that reached out, `plan_id` the plan that came of it. `dream_client` says whether the
    client is one, and not archived.
    """

    touch_id: str = ""
    client_id: str = ""
    client: str = ""
    dream_client: bool = False
    day: dt.date | None = None
    by: Side = Side.US
    channel: TouchChannel | None = None
    value_kind: TouchValue | None = None
    outcome: TouchOutcome | None = None
    plan_id: str = ""

    @property
    def ended(self) -> TouchOutcome | None:
        """How the touch ended; if that is not noted, one that a plan came of led to a meeting."""
        if self.outcome is None and self.plan_id:
            return TouchOutcome.MEETING_AGREED
        return self.outcome


def touch_records_of(clients: Iterable[ClientSummary]) -> Iterator[TouchRecord]:
    """Yield the record of each touch that was done, of ours and of theirs."""
    for client in clients:
        for touch in client.touches:
            if touch.is_done and not is_blank(touch):
                yield TouchRecord(
                    touch_id=touch.id,
                    client_id=client.id,
                    client=client.name,
                    dream_client=client.dream_client and not client.archived,
                    day=touch.day_done,
                    by=touch.from_,
                    channel=touch.channel,
                    value_kind=touch.value_kind,
                    outcome=touch.outcome,
                    plan_id=touch.plan_id,
                )
