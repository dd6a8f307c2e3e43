"""Whoever writes, wherever there is no room or no leave: nothing acknowledged is lost."""

import datetime as dt
import multiprocessing
import os
import random
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.model.plan import Preparation
from planner.store import durable_tables
from planner.store.errors import LibraryFolderGone, LibraryNotOpened, LibraryNotWritten
from planner.store.library import FILE_NAME, Library
from planner.store.storage import LibraryStorage
from tests.store.writer import version_of
from tests.unprivileged import read_only

FULL = """
import resource, sys
from pathlib import Path
from planner.model.errors import PlannerError
from planner.store.library import Library
from tests.store.writer import version_of

sys.dont_write_bytecode = True  # Python would leave compiled modules cut short for every later import
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
library = Library.open(Path(sys.argv[1]))
for number in range(1, 40):
    try:
        library.save(version_of(f"plan{number}", number, 30))
    except PlannerError as error:
        print("refused", error)
    else:
        print("stored", number)
library.close()
"""


@pytest.mark.parametrize(
    "saves", [60, pytest.param(5_000, marks=[pytest.mark.soak(name="threads"), pytest.mark.timeout(1_800)])]
)
def test_four_threads_may_save_and_read_at_once(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    saves: int,
    record_property: Callable[[str, object], None],
) -> None:
    monkeypatch.setattr(durable_tables, "CHECKPOINT_BEYOND", 20_000)
    library = Library.open(tmp_path)
    failed: list[BaseException] = []

    def work(name: str) -> None:
        chance = random.Random(name)
        try:
            for number in range(saves):
                plan = version_of(f"{name}-{chance.randrange(5)}", number, 10)
                library.save(plan)
                assert library.preparation(plan.plan.id) == plan
                assert len({summary.id for summary in library.summaries()}) == len(library.summaries())
                if not chance.randrange(10):
                    assert plan.plan.id in library.matching(str(number))
        except BaseException as error:  # noqa: BLE001 -- told below, in the thread that asserts
            failed.append(error)

    threads = [threading.Thread(target=work, args=(f"thread{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    last = {one.id: library.preparation(one.id) for one in library.summaries()}
    library.close()

    again = Library.open(tmp_path)
    assert {one.id: again.preparation(one.id) for one in again.summaries()} == last
    record_property("figure", f"four threads: {4 * saves:,} saves, each read back")


def save_some(folder: Path, name: str, saves: int) -> None:
    library = Library.open(folder)
    for number in range(saves):
        library.save(version_of(f"{name}{number}", number))
    library.close()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork server")
@pytest.mark.parametrize(
    "rounds", [2, pytest.param(100, marks=[pytest.mark.soak(name="writers"), pytest.mark.timeout(1_800)])]
)
def test_two_processes_without_a_lock_lose_nothing(
    tmp_path: Path, rounds: int, record_property: Callable[[str, object], None]
) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.store.test_writers"])
    for one in range(rounds):
        folder = tmp_path / str(one)
        folder.mkdir()
        writers = [context.Process(target=save_some, args=(folder, name, 30)) for name in "ab"]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
            assert writer.exitcode == 0

        assert plans_in_all_files(folder) >= {f"{name}{number}" for name in "ab" for number in range(30)}
    record_property(
        "figure", f"two writers without a lock: {rounds} rounds of 60 saves, all in one file or another"
    )


def plans_in_all_files(folder: Path) -> set[str]:
    """The ids of the plans in the library and in every copy beside it."""
    Library.open(folder).close()
    found = set()
    for path in folder.glob("*.json"):
        tables = LibraryStorage(path, read_only=True).read() or {}
        found |= {plan["id"] for plan in tables.get("plans", {}).values()}
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
@pytest.mark.parametrize("room", [500, 3_000, 9_000])
def test_a_full_disk_is_told_and_what_was_stored_is_there(tmp_path: Path, room: int) -> None:
    command = [sys.executable, "-c", FULL, str(tmp_path), str(room)]
    finished = subprocess.run(command, capture_output=True, text=True, check=True)

    said = [line.split(maxsplit=1) for line in finished.stdout.splitlines()]
    stored = {f"plan{number}" for word, number in said if word == "stored"}
    refused = {reason for word, reason in said if word == "refused"}
    assert all("it would be larger than files may be there" in reason for reason in refused)
    assert refused or room > 8_000
    library = Library.open(tmp_path)
    assert {summary.id for summary in library.summaries()} == stored
    library.save(version_of("after", 1))
    library.close()
    assert not list(tmp_path.glob("*.tmp")) + list(tmp_path.glob(".front-foot-*"))


def test_a_read_only_folder_is_shown_and_saving_is_refused(tmp_path: Path) -> None:
    here = version_of("plan0", 1)
    save(tmp_path, here)

    def look_and_save() -> None:
        library = Library.open(tmp_path)
        with pytest.raises(LibraryNotWritten, match="you may not write there"):
            library.save(version_of("plan0", 2))
        assert library.preparation("plan0") == here
        library.close()

    read_only(tmp_path, look_and_save)


def test_a_read_only_disk_is_shown_and_saving_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = version_of("plan0", 1)
    save(tmp_path, here)
    real = os.open

    def reading_only(path: Path, flags: int, *more: int) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(30, "Read-only file system")
        return real(path, flags, *more)

    with monkeypatch.context() as mounted:
        mounted.setattr(os, "open", reading_only)
        library = Library.open(tmp_path)
        with pytest.raises(LibraryNotWritten, match=r"it is on a read-only disk\. The change is not stored"):
            library.save(version_of("plan0", 2))
        assert library.preparation("plan0") == here
        library.close()

    assert Library.open(tmp_path).preparation("plan0") == here


def test_a_folder_that_vanishes_while_open_costs_nothing_acknowledged(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    library = Library.open(folder)
    library.save(version_of("plan0", 1))
    folder.rename(tmp_path / "gone")

    with pytest.raises(LibraryFolderGone, match=re.escape(f"{folder} is gone")):
        library.save(version_of("plan0", 2))
    library.close()

    assert "there is no folder" in library.notices[-1] or "No such file" in library.notices[-1]
    assert Library.open(tmp_path / "gone").preparation("plan0") == version_of("plan0", 1)


def test_a_clock_set_back_changes_nothing(tmp_path: Path) -> None:
    days = iter([dt.date(2026, 11, 23), dt.date(1970, 1, 1), dt.date(1969, 12, 31)])
    for number, day in enumerate(days, start=1):
        library = Library.open(tmp_path, today=lambda day=day: day)  # type: ignore[misc]
        library.save(version_of("plan0", number))
        library.save(version_of("gone", number))
        library.delete("gone")
        os.utime(tmp_path / "library.journal", (0, 0))
        library.close()
        os.utime(tmp_path / FILE_NAME, (0, 0))

    again = Library.open(tmp_path)
    assert again.preparation("plan0") == version_of("plan0", 3)
    assert again.in_trash("gone")


@pytest.mark.parametrize("name", ["Łódź ✓ 株式会社", "x" * 200, "ends with a dot and space ü"])
def test_any_folder_will_do(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    save(folder, version_of("plan0", 1))

    assert Library.open(folder, read_only=True).preparation("plan0") == version_of("plan0", 1)
    with pytest.raises(LibraryNotOpened):
        Library.open(folder / FILE_NAME)


def save(folder: Path, preparation: Preparation) -> None:
    library = Library.open(folder)
    library.save(preparation)
    library.close()
