"""The window opens where no folder of its own can be made: state, settings, backups, runtime."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

OPEN_WRITE_CLOSE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from planner.app import run_window
from tests.builders import a_plan

def until(application, window):
    window.plans_page.refresh()
    window._settings.paper = "letter"
    window._settings.save()
    print("paper", window._settings.paper, flush=True)
    look = QTimer(window, interval=20)
    def tell():
        if "No backup was made" in window.messages.text:
            print("told", flush=True)
            application.quit()
    look.timeout.connect(tell)
    look.start()
    code = application.exec()
    window.close()
    return code

from planner.store.library import Library
library = Library.open(Path(sys.argv[1]))
library.save(a_plan())
library.close()
sys.exit(run_window(Path(sys.argv[1]), until=until))
"""


@pytest.mark.parametrize("what", ["a file in its place", "a folder nobody may write to"])
def test_the_window_opens_without_any_folder_of_its_own(tmp_path: Path, what: str) -> None:
    if what == "a file in its place":
        (tmp_path / "home").touch()
    else:
        (tmp_path / "home").symlink_to("/proc/self/fdinfo")  # not even root may make anything there
    home = str(tmp_path / "home")
    places = (
        "HOME",
        "XDG_STATE_HOME",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_DATA_HOME",
        "XDG_RUNTIME_DIR",
    )
    surroundings = os.environ | dict.fromkeys(places, home) | {"QT_QPA_PLATFORM": "offscreen"}
    surroundings["FRONT_FOOT_BACKUPS"] = home

    ended = subprocess.run(
        [sys.executable, "-c", OPEN_WRITE_CLOSE, str(tmp_path / "library")],
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines() == ["paper letter", "told"]
    assert ended.stderr.count("No log can be kept in") == 1
    assert ended.stderr.count("No settings can be kept in") == 1
    assert "Traceback" not in ended.stderr
