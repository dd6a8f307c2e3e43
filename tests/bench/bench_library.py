"""The library at 100 to 50,000 plans as large as the sample, beside TinyDB's own file and SQLite."""

import gc
import itertools
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
from tinydb import TinyDB

from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.store.library import FILE_NAME, Library
from planner.store.search import texts_in
from tests.bench.big_library import fill
from tests.bench.table import Row, at_least, at_most, median_seconds

SIZES = (100, 1_000, 10_000, 50_000)
JUDGED = 10_000
SAVES = 100
KEYS = "m", "me", "met", "mete", "meters"
PER_KEY_S = 0.016
PEAK = """
import sys
from pathlib import Path
def peak():
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024
from planner.store.library import Library
import planner.model.fields
before = peak()
library = Library.open(Path(sys.argv[1]))
library.matching("")
library.save(library.preparation(library.summaries()[0].id))
print(peak() - before)
"""


def measure() -> list[Row]:
    """One row for each kind of work at each size; the goals are judged at 10,000 plans."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as scratch:
        fill(Path(scratch) / "small", SIZES[0])
        small = Library.open(Path(scratch) / "small")
        for size in SIZES:
            folder = Path(scratch) / str(size)
            fill(folder, size)
            rows += _rows_at(size, folder, small)
            shutil.rmtree(folder)
        small.close()
    return sorted(rows, key=lambda row: row.work.partition(" at ")[0].partition(" of ")[0])


def _rows_at(size: int, folder: Path, small: Library) -> Iterator[Row]:
    goal = size == JUDGED
    peak, bytes_of_file = _peak(folder), (folder / FILE_NAME).stat().st_size
    yield _opening(size, folder, goal=goal)
    library = Library.open(folder)
    sqlite = _sqlite(folder / "peer.sqlite", library)
    yield from _saving(size, library, small, sqlite)
    yield from _searching(size, library, sqlite, judged=goal)
    sqlite.close()
    library.close()
    work = f"peak memory at {size:,}: open, search, save (MB)"
    yield at_most(
        6, work=work, ours=peak / 1e9, peer="the file (MB)", theirs=bytes_of_file / 1e9, judged=goal
    )


def _saving(size: int, library: Library, small: Library, sqlite: sqlite3.Connection) -> Iterator[Row]:
    goal, work = size == JUDGED, f"save one plan at {size:,}"
    here, there = (one.preparation(one.summaries()[0].id) for one in (library, small))
    ours, at_first, theirs = _in_turn(
        [(library.save, here), (small.save, there), (_sqlite_save(sqlite), here)], SAVES
    )
    yield at_most(1.5, work=work, ours=ours, peer=f"the same at {SIZES[0]}", theirs=at_first, judged=goal)
    yield at_most(3, work=work, ours=ours, peer="SQLite, WAL, FULL, same JSON", theirs=theirs, judged=goal)
    if size <= JUDGED:
        stock = _stock_save(library.folder / FILE_NAME, here)
        yield at_least(200, work=work, ours=ours, peer="stock TinyDB JSONStorage", theirs=stock, judged=goal)


def _in_turn(works: Sequence[tuple[Callable[[Preparation], None], Preparation]], runs: int) -> list[float]:
    """Median seconds of each, one after the other and again, so that a busy disk is busy for all."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for (save, preparation), seconds in zip(works, taken, strict=True):
            edited = _edited(preparation)
            started = time.perf_counter()
            save(edited)
            seconds.append(time.perf_counter() - started)
    return [statistics.median(one) for one in taken]


def _opening(size: int, folder: Path, *, goal: bool) -> Row:
    import orjson

    data = (folder / FILE_NAME).read_bytes()
    runs = 3 if size >= JUDGED else 9
    gc.disable()  # kinder to the peer, which makes far more objects
    theirs = median_seconds(lambda: orjson.loads(data), runs=runs)
    gc.enable()
    ours = median_seconds(lambda: Library.open(folder), runs=runs)
    work = f"open a library of {size:,}"
    return at_most(2, work=work, ours=ours, peer="orjson.loads of its bytes", theirs=theirs, judged=goal)


def _searching(size: int, library: Library, sqlite: sqlite3.Connection, *, judged: bool) -> Iterator[Row]:
    library.matching("")
    ours = max(median_seconds(lambda key=key: _listed(library, key), runs=9) for key in KEYS)  # type: ignore[misc]
    query = "SELECT plan FROM words WHERE words MATCH ?"
    theirs = max(
        median_seconds(lambda key=key: sqlite.execute(query, (f"{key}*",)).fetchall(), runs=9)  # type: ignore[misc]
        for key in KEYS
    )
    work = f"a key of a search at {size:,}, the slowest, with the list"
    yield at_most(5, work=work, ours=ours, peer="SQLite FTS5 prefix query", theirs=theirs, judged=judged)
    yield at_most(1, work=work, ours=ours, peer="one frame", theirs=PER_KEY_S, judged=judged)


def _listed(library: Library, key: str) -> list[object]:
    """What the plans page does for a key: find, then pick from the list."""
    found = frozenset(library.matching(key))
    return [plan for plan in library.summaries() if plan.id in found]


_numbers = itertools.count()


def _edited(preparation: Preparation) -> Preparation:
    return with_field(preparation, "plan.call.title", f"Edited {next(_numbers)}")


def _sqlite(path: Path, library: Library) -> sqlite3.Connection:
    """The same plans in SQLite: a table of JSON, and a full-text table of their words."""
    sqlite = sqlite3.connect(path, isolation_level=None)
    sqlite.execute("PRAGMA journal_mode=WAL")
    sqlite.execute("PRAGMA synchronous=FULL")
    sqlite.execute("CREATE TABLE documents (id TEXT PRIMARY KEY, json BLOB)")
    sqlite.execute("CREATE VIRTUAL TABLE words USING fts5(plan UNINDEXED, text)")
    sqlite.execute("BEGIN")
    for summary in library.summaries():
        one = library.preparation(summary.id)
        plan, client = msgspec.json.encode(one.plan), msgspec.json.encode(one.client)
        sqlite.executemany(
            "INSERT INTO documents VALUES (?, ?)", [(one.plan.id, plan), (one.client.id, client)]
        )
        text = "\n".join([*texts_in(plan), *texts_in(client)])
        sqlite.execute("INSERT INTO words VALUES (?, ?)", (one.plan.id, text))
    sqlite.execute("COMMIT")
    return sqlite


def _sqlite_save(sqlite: sqlite3.Connection) -> Callable[[Preparation], None]:
    def save(one: Preparation) -> None:
        plan, client = msgspec.json.encode(one.plan), msgspec.json.encode(one.client)
        sqlite.execute("BEGIN")
        sqlite.executemany(
            "REPLACE INTO documents VALUES (?, ?)", [(one.plan.id, plan), (one.client.id, client)]
        )
        sqlite.execute("COMMIT")

    return save


def _stock_save(file: Path, preparation: Preparation) -> float:
    """Seconds of the same save with TinyDB's own storage, on a copy of the file."""
    copy = file.with_name("stock.json")
    shutil.copy(file, copy)
    with TinyDB(copy) as stock:
        plans, clients = stock.table("plans"), stock.table("clients")

        def save() -> None:
            plans.update(json.loads(msgspec.json.encode(_edited(preparation).plan)), doc_ids=[1])
            clients.update(json.loads(msgspec.json.encode(preparation.client)), doc_ids=[1])

        taken = median_seconds(save, runs=1)
    copy.unlink()
    return taken


def _peak(folder: Path) -> float:
    """Bytes that a process grows by when it opens the library, indexes all text and saves."""
    command = [sys.executable, "-c", PEAK, str(folder)]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(finished.stdout)
