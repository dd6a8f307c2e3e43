"""Insights over 10,000 calls looked back on: within a second, beside decoding the same plans whole."""

import tempfile
from pathlib import Path

import msgspec

from planner.coaching.insights.report import insights_over
from planner.store.library import Library
from planner.store.whole_records import PLAN
from tests.bench.reflected_library import fill
from tests.bench.table import Row, at_most, median_seconds

CALLS = 10_000


def measure() -> list[Row]:
    """From the open library to every sentence and number, and again once the calls are read."""
    with tempfile.TemporaryDirectory() as scratch:
        fill(Path(scratch), CALLS)
        library = Library.open(Path(scratch))
        whole = median_seconds(lambda: _decoded(library), runs=3)
        ours = median_seconds(lambda: insights_over(library.call_records()), runs=5)
        records = library.call_records()
        again = median_seconds(lambda: insights_over(records), runs=5)
        library.close()
    work = f"insights over {CALLS:,} reflected calls"
    return [
        at_most(1, work=work, ours=ours, peer="one second", theirs=1.0),
        at_most(1, work=work, ours=ours, peer="msgspec decodes the same plans whole", theirs=whole),
        at_most(0.25, work=f"{work}, another client or period", ours=again, peer="one second", theirs=1.0),
    ]


def _decoded(library: Library) -> list[msgspec.Struct]:
    documents = library._database.documents("plans").encoded
    return [PLAN.decode(one) for one in documents.values()]
