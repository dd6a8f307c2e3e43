"""Each system call of a save and of a fold is the one that fails, or the one the process dies at."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from planner.store.library import FILE_NAME, Library
from tests.store.writer import version_of

CALLS = (
    "openat",
    "read",
    "write",
    "pwrite64",
    "lseek",
    "fdatasync",
    "fsync",
    "rename",
    "ftruncate",
    "unlink",
)
UNFINISHED = ".front-foot-000000000000.tmp"
WORK = """
import os, sys
from pathlib import Path
os.urandom = bytes
from planner.model.errors import PlannerError
from planner.store.library import Library
from tests.store.writer import version_of

library = Library.open(Path(sys.argv[1]))

def attempt(work, *arguments):
    try:
        work(*arguments)
    except PlannerError as error:
        print(error, flush=True)
    else:
        print("done", flush=True)

if sys.argv[2] == "save":
    attempt(library.save, version_of("plan0", 2))
elif sys.argv[2] == "checkpoint":
    attempt(library._database.durable.checkpoint)
if sys.argv[2] != "nothing":
    attempt(library.save, version_of("plan1", 3))
    attempt(library.save, version_of("plan1", 4))
"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("strace") is None, reason="needs strace, which Linux has"
)


class Fault(NamedTuple):
    """What goes wrong: at the so-manieth call of a name that touches the library's files."""

    call: str
    when: int
    how: str


@pytest.mark.parametrize("work", ["save", "first save", "checkpoint"])
def test_a_call_that_fails_or_never_returns_leaves_old_or_new(
    tmp_path: Path, work: str, record_property: Callable[[str, object], None]
) -> None:
    calls = calls_of(tmp_path, work)
    assert {name for name, _ in calls} >= {"openat", "write", "fdatasync"}
    some = [call for call in calls if call[0] in ("write", "fdatasync", "rename", "fsync")][-4:]
    for at, (name, when) in enumerate(some):
        check(tmp_path, work, Fault(name, when, ("signal=KILL", "error=ENOSPC", "error=EIO")[at % 3]))
    record_property("faults", len(some))


@pytest.mark.soak(name="faults")
@pytest.mark.timeout(1_800)
@pytest.mark.parametrize("work", ["save", "first save", "checkpoint"])
def test_every_call_that_fails_or_never_returns_leaves_old_or_new(
    tmp_path: Path, work: str, record_property: Callable[[str, object], None]
) -> None:
    calls = calls_of(tmp_path, work)
    faults = [
        Fault(name, when, how) for name, when in calls for how in ("signal=KILL", "error=EIO", "error=ENOSPC")
    ]
    for fault in faults:
        check(tmp_path, work, fault)
    record_property(
        "figure",
        f"every system call of a {work}: {len(calls)} calls, {len(faults)} faults, old or new each time",
    )


def check(scratch: Path, work: str, fault: Fault) -> None:
    folder = prepared(scratch, work)
    old = held(folder)

    said = run(scratch, folder, work, fault).splitlines()

    new = old if work == "checkpoint" else old | {"plan0": "2 words"}
    after = held(folder)
    stored = {plan: title for plan, title in after.items() if plan != "plan1"}
    assert stored in (old, new), fault
    if said and said[0] == "done":
        assert stored == new, fault
    if fault.how == "signal=KILL":
        return
    for told in said:
        assert told == "done" or (told.startswith(str(folder)) and told.endswith(".")), (fault, told)
    if said[0] != "done":
        assert stored == old, fault
    assert said.count("done") >= len(said) - 1, (fault, said)
    assert after["plan1"] == ("4 words" if said[-1] == "done" else "3 words"), fault


def prepared(scratch: Path, work: str) -> Path:
    """A library with a folded save and, but for a first save, one in the journal."""
    folder = scratch / "library"
    shutil.rmtree(folder, ignore_errors=True)
    library = Library.open(folder)
    library.save(version_of("plan0", 0))
    library.close()
    if work != "first save":
        library = Library.open(folder)
        library.save(version_of("plan0", 1))
    return folder


def held(folder: Path) -> dict[str, str]:
    """The titles a fresh start finds, and that nothing else is wrong."""
    library = Library.open(folder, read_only=True)
    return {summary.id: summary.title for summary in library.summaries()}


def calls_of(scratch: Path, work: str) -> list[tuple[str, int]]:
    """Every call of the work, and of the saves after it, that touches the library's files.

    Each by its name and the how-manieth of that name it is.
    """
    opening, whole = counted(scratch, work, "nothing"), counted(scratch, work, work)
    return [(name, when) for name in CALLS for when in range(opening[name] + 1, whole[name] + 1)]


def counted(scratch: Path, work: str, until: str) -> dict[str, int]:
    folder, log = prepared(scratch, work), scratch / "calls"
    command = [*traced(folder, log), sys.executable, "-c", WORK, str(folder), kind_of(until)]
    subprocess.run(command, check=True, capture_output=True, env=surroundings())
    names = [line.partition("(")[0].rpartition(" ")[2] for line in log.read_text().splitlines()]
    return {name: names.count(name) for name in CALLS}


def run(scratch: Path, folder: Path, work: str, fault: Fault) -> str:
    inject = ["-e", f"inject={fault.call}:{fault.how}:when={fault.when}"]
    command = [*traced(folder, scratch / "log"), *inject, sys.executable, "-c", WORK, str(folder)]
    finished = subprocess.run(
        [*command, kind_of(work)], check=False, capture_output=True, text=True, env=surroundings()
    )
    assert "Traceback" not in finished.stderr, (fault, finished.stderr)
    return finished.stdout


def kind_of(work: str) -> str:
    return work.removeprefix("first ")


def traced(folder: Path, log: Path) -> list[str]:
    names = [".", FILE_NAME, "library.journal", UNFINISHED]
    paths = [part for name in names for part in ("-P", str(folder / name).removesuffix("/."))]
    return ["strace", "-f", "-qq", "-o", str(log), *paths, "-e", f"trace={','.join(CALLS)}"]


def surroundings() -> dict[str, str]:
    return os.environ | {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
