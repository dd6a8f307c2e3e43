import errno
import multiprocessing
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from planner.cli import commands
from planner.platform import library_lock
from planner.platform.library_lock import (
    LOCK_NAME,
    FolderNotMade,
    FolderNotWritable,
    LibraryInUse,
    LibraryLock,
    LibraryOpenElsewhere,
    LocksNotSupported,
)
from planner.platform.lock_holder import Holder, Machine, holder_in, text_of
from planner.store.library import Library
from tests.builders import a_plan
from tests.cli.running import in_a_process, written

HERE = Machine("laptop", "0" * 32)
OFFICE = Machine("office", "1" * 32)

HOLD_IT = """
import sys
from pathlib import Path
from planner.platform.library_lock import LibraryLock
lock = LibraryLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
HOLD_IT_AS_BEFORE = """
import sys
from PySide6.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
lock.setStaleLockTime(0)
assert lock.tryLock(0)
print("held", flush=True)
sys.stdin.read()
"""
TWO_WINDOWS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from planner.app import run_window

def until(application, window):
    def look():
        if not window.isMinimized():
            print("raised", flush=True)
            application.quit()
    window.showMinimized()
    timer = QTimer(window, interval=20)
    timer.timeout.connect(look)
    timer.start()
    print("shown", flush=True)
    return application.exec()

sys.exit(run_window(Path(sys.argv[1]), until=until))
"""


def left_by(machine: Machine, folder: Path, process: int = 4711) -> Path:
    """The lock file as a process on that computer left it when it died, or as its folder is synchronised."""
    file = folder / LOCK_NAME
    file.write_bytes(text_of(Holder(process, "front-foot", machine.host, machine.fingerprint)))
    return file


def test_a_second_lock_is_refused_and_says_who_has_the_first(tmp_path: Path) -> None:
    told = f"process {os.getpid()} on .+ Close it there"
    with LibraryLock(tmp_path / "library"), pytest.raises(LibraryInUse, match=told) as caught:
        LibraryLock(tmp_path / "library")
    assert caught.value.holder is not None
    assert caught.value.holder.process == os.getpid()


def test_after_a_clean_close_nothing_is_left(tmp_path: Path) -> None:
    with LibraryLock(tmp_path):
        assert stat.S_IMODE((tmp_path / LOCK_NAME).stat().st_mode) == 0o600

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("program", [HOLD_IT, HOLD_IT_AS_BEFORE], ids=["this version", "QLockFile"])
def test_a_running_process_is_respected_and_the_lock_of_a_dead_one_taken(
    tmp_path: Path, program: str
) -> None:
    argument = tmp_path if program is HOLD_IT else tmp_path / LOCK_NAME
    command = [sys.executable, "-c", program, str(argument)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(LibraryInUse, match=f"process {other.pid} "):
            LibraryLock(tmp_path)
        other.kill()
    assert (tmp_path / LOCK_NAME).read_bytes()

    with LibraryLock(tmp_path), pytest.raises(LibraryInUse, match=f"process {os.getpid()} "):
        LibraryLock(tmp_path)


def test_a_version_with_qlockfile_respects_us_and_takes_what_we_left_dying(tmp_path: Path) -> None:
    former = QLockFile(str(tmp_path / LOCK_NAME))
    former.setStaleLockTime(0)
    command = [sys.executable, "-c", HOLD_IT, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as ours:
        assert ours.stdout is not None
        assert ours.stdout.readline() == "held\n"
        assert not former.tryLock(0)
        assert former.getLockInfo()[0] == ours.pid
        ours.kill()

    assert former.tryLock(0)
    former.unlock()


@pytest.mark.parametrize(
    "left",
    [b"", b"\0" * 600, b"no process\nat\nall\n", b"1\nfront-foot\nand torn", b"\xff\xfe" * 4_000],
    ids=["empty", "zeroes", "no process", "torn", "long"],
)
def test_a_lock_file_without_sense_is_taken(tmp_path: Path, left: bytes) -> None:
    (tmp_path / LOCK_NAME).write_bytes(left)

    with LibraryLock(tmp_path, machine=HERE):
        holder = holder_in((tmp_path / LOCK_NAME).read_bytes())
        assert holder is not None
        assert holder.process == os.getpid()


def test_a_lock_file_others_may_read_is_closed_to_them(tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).touch(mode=0o644)

    with LibraryLock(tmp_path):
        assert stat.S_IMODE((tmp_path / LOCK_NAME).stat().st_mode) == 0o600


def test_on_a_full_disk_two_still_exclude_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(library_lock, "write_all", full)
    with LibraryLock(tmp_path):
        assert (tmp_path / LOCK_NAME).read_bytes() == b""
        with pytest.raises(LibraryInUse, match="in another program"):
            LibraryLock(tmp_path)

    with LibraryLock(tmp_path):
        pass


def take_turns(folder: Path, rounds: int) -> None:
    """Count up in a file, reading and writing it at leisure: only one at a time may do so."""
    count = folder / "count"
    for _ in range(rounds):
        with LibraryLock(folder, wait_ms=60_000):
            count.write_text(str(int(count.read_text()) + 1))


def test_of_many_processes_that_come_and_go_one_has_it_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "count").write_text("0")
    processes = [
        multiprocessing.get_context("spawn").Process(target=take_turns, args=(tmp_path, 25)) for _ in range(4)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()

    assert [process.exitcode for process in processes] == [0] * 4
    assert (tmp_path / "count").read_text() == "100"


def test_who_opened_the_file_before_it_was_removed_does_not_have_the_lock(tmp_path: Path) -> None:
    """The classical race: a waiter's lock on a file that is no more excludes nobody."""
    first = LibraryLock(tmp_path)
    handle = os.open(tmp_path / LOCK_NAME, os.O_RDWR)
    opened: list[int] = [handle]

    class Waiter(LibraryLock):
        def _opened(self) -> int | None:
            return opened.pop() if opened else super()._opened()

    first.release()
    with Waiter(tmp_path), pytest.raises(LibraryInUse):
        LibraryLock(tmp_path)
    assert not opened


def test_another_computer_that_has_it_open_is_named_and_a_person_can_take_it(tmp_path: Path) -> None:
    file = left_by(OFFICE, tmp_path)
    before = file.read_bytes()

    with pytest.raises(LibraryOpenElsewhere, match=r"on another computer, office: .*--take-over"):
        LibraryLock(tmp_path, machine=HERE)
    assert file.read_bytes() == before

    with LibraryLock(tmp_path, machine=HERE, take_over=True):
        holder = holder_in(file.read_bytes())
        assert holder is not None
        assert holder.is_of(HERE)
    assert not file.exists()


def test_a_computer_that_changed_its_name_is_no_other_one(tmp_path: Path) -> None:
    left_by(Machine("laptop-at-home", HERE.id), tmp_path)

    with LibraryLock(tmp_path, machine=HERE):
        pass


def test_where_a_computer_has_no_id_its_name_decides(tmp_path: Path) -> None:
    left_by(Machine("laptop"), tmp_path)
    with LibraryLock(tmp_path, machine=HERE):
        pass

    left_by(Machine("office"), tmp_path)
    with pytest.raises(LibraryOpenElsewhere):
        LibraryLock(tmp_path, machine=HERE)


def test_what_qlockfile_wrote_of_another_computer_is_understood(tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).write_text(f"4711\npython3.11\noffice\n{OFFICE.id}\nboot\n")
    with pytest.raises(LibraryOpenElsewhere, match="office"):
        LibraryLock(tmp_path, machine=HERE)

    (tmp_path / LOCK_NAME).write_text(f"4711\npython3.11\nlaptop-at-home\n{HERE.id}\nboot\n")
    with LibraryLock(tmp_path, machine=HERE):
        pass


def test_the_text_holds_no_id_of_the_computer(tmp_path: Path) -> None:
    with LibraryLock(tmp_path, machine=HERE):
        assert HERE.id.encode() not in (tmp_path / LOCK_NAME).read_bytes()


def test_where_a_disk_keeps_no_locks_a_person_must_say_that_nobody_else_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int) -> bool:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(library_lock, "_lock", refuse)
    with pytest.raises(LocksNotSupported, match=r"keeps no locks .*--take-over"):
        LibraryLock(tmp_path)

    with LibraryLock(tmp_path, take_over=True):
        assert (tmp_path / LOCK_NAME).exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(FolderNotMade, match="a part of its path is a file"):
        LibraryLock(tmp_path / "file" / "library")
    with pytest.raises(FolderNotMade, match="it is not a folder"):
        LibraryLock(tmp_path / "file")


def test_what_is_no_file_in_the_place_of_the_lock_is_told(tmp_path: Path) -> None:
    (tmp_path / LOCK_NAME).mkdir()

    with pytest.raises(FolderNotWritable, match="it is a folder"):
        LibraryLock(tmp_path)


def test_a_command_that_writes_waits_and_then_says_who_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "WAIT_FOR_OTHERS_MS", 20)
    folder, plan = tmp_path / "library", written(tmp_path / "plan.json", a_plan())

    with LibraryLock(folder):
        status = commands_main(folder, "import", plan)

    assert status == 1
    assert f"process {os.getpid()}" in capsys.readouterr().err
    assert commands_main(folder, "import", plan) == 0


def test_a_command_that_writes_can_take_the_library_of_another_computer_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = written(tmp_path / "plan.json", a_plan())
    left_by(OFFICE, tmp_path)

    assert commands_main(tmp_path, "import", plan) == 1
    assert "--take-over" in capsys.readouterr().err
    assert commands_main(tmp_path, "--take-over", "import", plan) == 0


def test_commands_that_read_see_what_was_saved_this_moment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, plan = tmp_path / "library", a_plan(**{"call.title": "Line walk"})
    with LibraryLock(folder):
        library = Library.open(folder)
        library.save(plan)
        before = sorted(path.name for path in folder.iterdir())

        assert commands_main(folder, "list") == 0
        assert "Line walk" in capsys.readouterr().out
        assert commands_main(folder, "show", plan.plan.id) == 0

        assert sorted(path.name for path in folder.iterdir()) == before == ["library.journal", LOCK_NAME]


def test_no_command_loads_qt(tmp_path: Path) -> None:
    plan = written(tmp_path / "plan.json", a_plan())
    told = "import atexit, sys; atexit.register(lambda: print('PySide6' in sys.modules, file=sys.stderr))"
    for arguments in (
        ("import", plan),
        ("sample",),
        ("list",),
        ("check", "sample-plan"),
        ("price", "sample-plan"),
        ("export", "sample-plan", "--document", "call-plan", "--out", tmp_path / "page.pdf"),
        ("backup",),
        ("verify",),
        ("schema",),
    ):
        ended = in_a_process("--library", tmp_path / "library", *arguments, before=told)
        assert (ended.returncode, ended.stderr.splitlines()[-1:]) == (0, ["False"]), arguments


def test_a_second_start_brings_the_first_window_to_the_front(tmp_path: Path) -> None:
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    surroundings |= {"XDG_STATE_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    command = [sys.executable, "-c", TWO_WINDOWS, str(tmp_path / "library")]
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, text=True) as first:
        try:
            assert first.stdout is not None
            assert first.stdout.readline() == "shown\n"
            second = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
            assert (second.returncode, second.stdout) == (0, "")
            assert first.stdout.readline() == "raised\n"
            assert first.wait() == 0
        finally:
            first.kill()


def commands_main(folder: Path, *arguments: object) -> int:
    from planner.cli import main

    return main(["--library", str(folder), *map(str, arguments)])
