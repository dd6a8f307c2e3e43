"""Records of calls, read from encoded plans without decoding the rest of them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from planner.coaching.insights.call_record import CallRecord
from planner.coaching.insights.recording import GlimpsedPlan, record_of
from planner.model.placed_time import read_stored
from planner.store.contents import PlanEntry
from planner.store.errors import LibraryDamaged
from planner.store.whole_records import decoded

GLIMPSED_PLAN = msgspec.json.Decoder(GlimpsedPlan, dec_hook=read_stored)


def call_records(
    entries: Mapping[str, PlanEntry], documents: Mapping[str, msgspec.Raw], path: Path
) -> Iterator[CallRecord]:
    """Yield the record of each plan outside the trash that was looked back on or dropped intentions.

    A plan that cannot be read is left out: `verify` names it, and so does opening it.
    """
    for entry in entries.values():
        document = documents.get(entry.doc_id)
        if entry.deleted_on is not None or document is None:
            continue
        try:
            plan = decoded(GLIMPSED_PLAN, document, path, f"plans {entry.doc_id}")
        except LibraryDamaged:
            continue
        record = record_of(plan, entry.summary.client)
        if record.reflected or record.dropped:
            yield record
