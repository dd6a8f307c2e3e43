"""Today and the clients at 100 to 10,000 plans: after opening, after a save, for a key of a search.

At 10,000 plans there are 3,000 clients, 12,000 contacts and 30,000 touches.
"""

import datetime as dt
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from planner.coaching.check.thresholds import Thresholds
from planner.coaching.week.today import in_today_order, lines_of
from planner.coaching.week.today_line import TodayLine
from planner.store.library import Library
from tests.bench.big_library import TODAY
from tests.bench.big_week import fill_week
from tests.bench.table import Row, at_most, median_seconds

SIZES = (100, 1_000, 10_000)
JUDGED = 10_000
OPENINGS = 5
SAVES = 40
KEYS = "k", "ki", "kil", "kiln"
NOW = dt.datetime.combine(TODAY, dt.time(7, 30), dt.UTC)
SHOWN_S, RENEWED_S = 0.050, 0.016


def measure() -> list[Row]:
    """One row for each kind of work at each size; the goals are judged at 10,000 plans."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as scratch:
        for size in SIZES:
            folder = Path(scratch) / str(size)
            fill_week(folder, size)
            rows += _rows_at(size, folder)
    return sorted(rows, key=lambda row: row.work.partition(" at ")[0])


def _rows_at(size: int, folder: Path) -> Iterator[Row]:
    import orjson

    goal = size == JUDGED
    library = Library.open(folder)
    clients = library.client_summaries()
    documents = [bytes(document) for document in library._database.documents("clients").encoded.values()]
    floor = median_seconds(lambda: [orjson.loads(document) for document in documents], runs=OPENINGS)
    glances, shown = _after_opening(folder)
    work = f"every client at a glance at {size:,}, the first time"
    yield at_most(1, work=work, ours=glances, peer="orjson.loads of them", theirs=floor, judged=goal)
    work = f"Today at {size:,}, the library just open"
    yield at_most(1, work=work, ours=shown, peer="what may take 50 ms", theirs=SHOWN_S, judged=goal)
    work = f"Today renewed at {size:,}, a client just saved"
    renewed = _after_saves(library)
    yield at_most(1, work=work, ours=renewed, peer="one frame", theirs=RENEWED_S, judged=goal)
    library.matching_clients("")
    slowest = max(median_seconds(lambda key=key: library.matching_clients(key), runs=9) for key in KEYS)  # type: ignore[misc]
    work = f"a key of a search for clients at {size:,}, the slowest"
    yield at_most(1, work=work, ours=slowest, peer="one frame", theirs=RENEWED_S, judged=goal)
    assert len(clients) == len(documents)
    library.close()


def _after_opening(folder: Path) -> tuple[float, float]:
    """Median seconds after opening until all clients are known at a glance, and until Today is."""
    taken = [_first_look(folder) for _ in range(OPENINGS)]
    return statistics.median(glances for glances, _shown in taken), statistics.median(
        shown for _glances, shown in taken
    )


def _first_look(folder: Path) -> tuple[float, float]:
    library = Library.open(folder, read_only=True)
    gc.collect()
    gc.disable()  # as in the window, which collects when nobody waits
    started = time.perf_counter()
    clients = library.client_summaries()
    glances = time.perf_counter() - started
    usual = Thresholds()
    in_today_order(
        [
            line
            for client in clients
            for line in lines_of(client, library.summaries_of(client.id), NOW, usual)
        ],
        NOW,
    )
    shown = time.perf_counter() - started
    gc.enable()
    return glances, shown


def _after_saves(library: Library) -> float:
    """Median seconds to bring Today up to date after a client was saved, the other clients' lines at hand."""
    lines = {client.id: _lines_of(library, client.id) for client in library.client_summaries()}
    mark, _everybody = library.changed_clients(None)
    taken = []
    for client_id in list(lines)[:SAVES]:
        client = library.client(client_id)
        library.save_client(replace(client, notes=f"{client.notes} more"))
        started = time.perf_counter()
        mark, changed = library.changed_clients(mark)
        for changed_id in changed or ():
            lines[changed_id] = _lines_of(library, changed_id)
        in_today_order([line for of_client in lines.values() for line in of_client], NOW)
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def _lines_of(library: Library, client_id: str) -> tuple[TodayLine, ...]:
    client = library.client_summary(client_id)
    return lines_of(client, library.summaries_of(client_id), NOW, Thresholds()) if client else ()
