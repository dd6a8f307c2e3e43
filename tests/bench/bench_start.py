"""Cold start to a usable window with 1,000 plans, beside an empty PySide6 window."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.big_library import fill
from tests.bench.table import Row, at_most

RUNS = 9
AS_INSTALLED = """
import sys
sys.modules["typing_extensions"] = None  # the tools of development bring it; an installation has none
"""
EMPTY_WINDOW = """
import time
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
application.processEvents()
print(time.process_time())
"""
OURS = """
import sys, time
from pathlib import Path
from planner.cli import main
import planner.app

def usable(application, window):
    application.processEvents()
    page = window.plans_page
    shown = page.list.indexAt(page.list.rect().center())
    assert page.list.isVisible() and page.list.model().plan_at(shown) is not None
    assert page.list.model().rowCount() > 1000
    print(time.process_time())
    return 0

opened = planner.app.run_window
planner.app.run_window = lambda folder, **named: opened(folder, **named, until=usable)
sys.exit(main(["--library", sys.argv[1]]))
"""


def measure() -> list[Row]:
    """Medians of process time, of fresh processes taken in turn."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        fill(folder / "library")
        surroundings = _surroundings(folder)
        ours, theirs = [], []
        for run in range(RUNS + 1):
            empty = _seconds([EMPTY_WINDOW], surroundings)
            full = _seconds([OURS, str(folder / "library")], surroundings)
            if run:  # the first one compiles
                theirs.append(empty)
                ours.append(full)
    return [
        at_most(
            2.0,
            work="cold start to a usable window, 1,000 full plans",
            ours=statistics.median(ours),
            peer="empty PySide6 window (process time of both)",
            theirs=statistics.median(theirs),
        )
    ]


def _seconds(arguments: list[str], surroundings: dict[str, str]) -> float:
    code, *rest = arguments
    command = [sys.executable, "-c", f"{AS_INSTALLED}{code}", *rest]
    finished = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    return float(finished.stdout)


def _surroundings(folder: Path) -> dict[str, str]:
    """A person's surroundings: compiled modules are kept, and settings are those of nobody."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return kept | {
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
    }
