"""The long form: many seeds, each in a process of its own, two at a time; what is done is not done again.

python -m tests.monkey.soak out/monkey
"""

import hashlib
import os
import shutil
import sys
import threading
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import msgspec

from tests.monkey.run import Outcome, Run
from tests.monkey.start import play, told
from tests.virtual_display import display

SEEDS = 20
STEPS = 200_000
AT_A_TIME = 2
BEGIN_WITHIN_SECONDS = 50 * 60
"""No seed begins later than this: an hour is enough for one run, and the next goes on from here."""
WITH_MALLOC_DEBUG = {4, 8, 12, 16, 20}
EAGER = {3, 7, 8, 11, 15, 19}
ON_XCB = {2, 11}
CHECKOUT = Path(__file__).parents[2]


class Progress:
    """The seeds that were played to the end with this very code, in a file that grows by a line each."""

    def __init__(self, path: Path, code: str) -> None:
        self._path, self._code = path, code
        self._writing = threading.Lock()

    def done(self) -> dict[int, Outcome]:
        """Return what came of the seeds that need not be played again."""
        if not self._path.exists():
            return {}
        entries = (msgspec.json.decode(line, type=Entry) for line in self._path.read_bytes().splitlines())
        return {one.outcome.seed: one.outcome for one in entries if one.code == self._code}

    def note(self, outcome: Outcome) -> None:
        """Note a seed that was played to the end."""
        with self._writing, self._path.open("ab") as file:
            file.write(msgspec.json.encode(Entry(self._code, outcome)) + b"\n")


class Entry(msgspec.Struct, frozen=True):
    """A line of the progress."""

    code: str
    outcome: Outcome


def main() -> int:
    """Play the seeds that are left, and say in one line what came of all of them so far."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out/monkey").absolute()
    folder.mkdir(parents=True, exist_ok=True)
    progress = Progress(folder / "progress.jsonl", _digest_of_code())
    outcomes = progress.done()
    begun = time.monotonic()
    left = [run for run in runs(folder) if run.seed not in outcomes]
    with display(own=True) as name, ThreadPoolExecutor(AT_A_TIME) as pool:
        os.environ["DISPLAY"] = name
        play_in_time = partial(_played, begun + BEGIN_WITHIN_SECONDS)
        for run, outcome in zip(left, pool.map(play_in_time, left), strict=True):
            if outcome is None:
                continue
            print(told(run, outcome), flush=True)
            outcomes[run.seed] = outcome
            if not outcome.failure:
                progress.note(outcome)
    minutes = (time.monotonic() - begun) / 60
    waiting = SEEDS - len(outcomes)
    ending = f"; {waiting} seeds wait for the next run" if waiting else ""
    print(f"{figure(outcomes.values())}; {minutes:.0f} minutes just now{ending}")
    return 1 if waiting or any(one.failure for one in outcomes.values()) else 0


def runs(folder: Path) -> list[Run]:
    """Return the runs of the long form."""
    return [
        Run(
            seed=seed,
            steps=STEPS // SEEDS,
            folder=str(folder / f"seed-{seed}"),
            eager=seed in EAGER,
            platform="xcb" if seed in ON_XCB else "offscreen",
            malloc_debug=seed in WITH_MALLOC_DEBUG,
        )
        for seed in range(1, SEEDS + 1)
    ]


def figure(outcomes: Iterable[Outcome]) -> str:
    """Return the one line: steps, seeds, failures, longest stall."""
    every = sorted(outcomes, key=lambda one: one.stall_ms)
    failed = [str(one.seed) for one in sorted(every, key=lambda one: one.seed) if one.failure]
    failures = f"{len(failed)} failures (seeds {', '.join(failed)})" if failed else "0 failures"
    return (
        f"monkey: {sum(one.steps for one in every):,} steps, {len(every)} seeds, {failures}, "
        f"longest stall {every[-1].stall_ms:,} ms (seed {every[-1].seed}: {every[-1].stalled_in})"
    )


def _played(deadline: float, run: Run) -> Outcome | None:
    """Return what came of a run; None, and nothing is begun, where it is too late."""
    if time.monotonic() > deadline:
        return None
    shutil.rmtree(run.folder, ignore_errors=True)
    return play(run)


def _digest_of_code() -> str:
    """Return a digest of what a run depends on: other code, other runs."""
    digest = hashlib.sha256()
    for top in ("planner", "forms", "templates", "tests/monkey", "tests/data", "requirements.txt"):
        for file in sorted(_files_under(CHECKOUT / top)):
            digest.update(f"{file.relative_to(CHECKOUT)}\n".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _files_under(top: Path) -> Iterable[Path]:
    if top.is_file():
        return [top]
    return [one for one in top.rglob("*") if one.is_file() and "__pycache__" not in one.parts]


if __name__ == "__main__":
    sys.exit(main())
