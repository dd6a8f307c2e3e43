import os
import subprocess
import sys
from pathlib import Path

import pytest

from planner.cli import commands
from planner.one_writer import LOCK_NAME, LibraryInUse, OneWriter
from planner.store.library import Library
from tests.builders import a_plan
from tests.cli.running import written

DIE_HOLDING_IT = """
import os, signal, sys
from pathlib import Path
from planner.one_writer import OneWriter
writer = OneWriter(Path(sys.argv[1]))
os.kill(os.getpid(), signal.SIGKILL)
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


def test_a_second_writer_is_told_who_has_it(tmp_path: Path) -> None:
    told = f"process {os.getpid()} on .+ Close it there"
    with OneWriter(tmp_path / "library"), pytest.raises(LibraryInUse, match=told) as caught:
        OneWriter(tmp_path / "library")
    assert caught.value.process == os.getpid()

    with OneWriter(tmp_path / "library"):
        pass
    assert not (tmp_path / "library" / LOCK_NAME).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", DIE_HOLDING_IT, str(tmp_path)], check=False)
    assert (tmp_path / LOCK_NAME).exists()

    with OneWriter(tmp_path), pytest.raises(LibraryInUse):
        OneWriter(tmp_path)


def test_a_command_that_writes_waits_and_then_says_who_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "WAIT_FOR_OTHERS_MS", 20)
    folder, plan = tmp_path / "library", written(tmp_path / "plan.json", a_plan())

    with OneWriter(folder):
        status = commands_main(folder, "import", plan)

    assert status == 1
    assert f"process {os.getpid()}" in capsys.readouterr().err
    assert commands_main(folder, "import", plan) == 0


def test_commands_that_read_see_what_was_saved_this_moment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, plan = tmp_path / "library", a_plan(**{"call.title": "Line walk"})
    with OneWriter(folder):
        library = Library.open(folder)
        library.save(plan)
        before = sorted(path.name for path in folder.iterdir())

        assert commands_main(folder, "list") == 0
        assert "Line walk" in capsys.readouterr().out
        assert commands_main(folder, "show", plan.plan.id) == 0

        assert sorted(path.name for path in folder.iterdir()) == before == ["library.journal", LOCK_NAME]


def test_a_second_start_brings_the_first_window_to_the_front(tmp_path: Path) -> None:
    surroundings = os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)}
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
