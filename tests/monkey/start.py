"""Starts a run in a process of its own, with a home of its own, and tells how it ended."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec

from tests.monkey.run import Outcome, Run
from tests.monkey.trace import last_acts

FOLDERS = {
    "HOME": "home",
    "XDG_DATA_HOME": "home/data",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_STATE_HOME": "home/state",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_RUNTIME_DIR": "home/runtime",
    "FRONT_FOOT_BACKUPS": "backups",
}
MALLOC_DEBUG = {"PYTHONMALLOC": "debug", "MALLOC_PERTURB_": "165"}


def play(run: Run) -> Outcome:
    """Play the run; a process that dies has failed, and its last words are the failure."""
    Path(run.folder).mkdir(parents=True, exist_ok=True)
    run.outcome.unlink(missing_ok=True)
    with Path(run.folder, "errors.txt").open("w+", encoding="utf-8") as errors:
        finished = subprocess.run(
            [sys.executable, "-X", "faulthandler", "-m", "tests.monkey.play"],
            input=msgspec.json.encode(run),
            stdout=errors,
            stderr=errors,
            env=_surroundings(run),
            cwd=Path(__file__).parents[2],
            check=False,
        )
        errors.seek(0)
        said = errors.read()
    if run.outcome.exists():
        return msgspec.json.decode(run.outcome.read_bytes(), type=Outcome)
    return Outcome(
        seed=run.seed, steps=0, failure=f"the process ended with {finished.returncode}\n{said[-6000:]}"
    )


def told(run: Run, outcome: Outcome) -> str:
    """Return in words how a run ended; of a failure its last acts, and how to see it again."""
    if not outcome.failure:
        return (
            f"seed {run.seed}: {outcome.steps:,} steps, no failure; "
            f"longest stall {outcome.stall_ms:,} ms in {outcome.stalled_in}"
        )
    again = f"python -m tests.monkey --seed {run.seed} --steps {run.steps} --platform {run.platform}"
    return (
        f"{last_acts(run.trace)}\n{outcome.failure.rstrip()}\n"
        f"seed {run.seed}: failed. Again: {again}{' --eager' if run.eager else ''}"
        f"{' --malloc-debug' if run.malloc_debug else ''}"
    )


def _surroundings(run: Run) -> dict[str, str]:
    """Return an environment in which the same seed does the same, away from the person's own files."""
    folders = {name: str(Path(run.folder, place).absolute()) for name, place in FOLDERS.items()}
    for folder in folders.values():
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    fixed = {"QT_QPA_PLATFORM": run.platform, "PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    return os.environ | folders | fixed | (MALLOC_DEBUG if run.malloc_debug else {})
