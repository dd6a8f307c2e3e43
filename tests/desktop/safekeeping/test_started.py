"""The program as it starts: what it says of other copies, those there and those that arrive."""

import os
import subprocess
import sys
from pathlib import Path

from planner.store.library import FILE_NAME, Library
from tests.builders import a_plan

THERE = "library (Ann's conflicted copy).json"
ARRIVES = "library-ANNS-LAPTOP.json"

WINDOW = f"""
import shutil, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from planner.app import run_window

folder = Path(sys.argv[1])

def until(application, window):
    steps = iter((
        lambda: {THERE!r} in window.messages.text,
        lambda: window.plans_page.foot.backups.text().endswith("1 other copy"),
        lambda: shutil.copy(folder / {THERE!r}, folder / {ARRIVES!r}),
        lambda: {ARRIVES!r} in window.messages.text,
        lambda: window.messages.offer("Backups").click() or True,
        lambda: window.safekeeping.backups is not None and len(window.safekeeping.backups.list.lines) >= 2,
    ))
    waiting = [next(steps)]
    def look():
        if waiting[0]():
            print("seen", flush=True)
            waiting[0] = next(steps, None) or application.quit
    timer = QTimer(window, interval=20)
    timer.timeout.connect(look)
    timer.start()
    return application.exec()

sys.exit(run_window(folder, until=until))
"""


def test_copies_are_told_at_the_start_and_when_they_arrive(tmp_path: Path) -> None:
    for name in ("library", "other"):
        library = Library.open(tmp_path / name)
        library.add([a_plan(**{"client.name": name})])
        library.close()
    (tmp_path / "other" / FILE_NAME).rename(tmp_path / "library" / THERE)
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    surroundings |= {
        name: str(tmp_path / name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    }

    ended = subprocess.run(
        [sys.executable, "-c", WINDOW, str(tmp_path / "library")],
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert (ended.returncode, ended.stdout.split()) == (0, ["seen"] * 6), ended.stderr
