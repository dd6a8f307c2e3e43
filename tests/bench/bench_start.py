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
BARE_LIST = """
import time
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFont, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication, QFrame, QLabel, QLineEdit, QListView, QMainWindow, QPushButton, QStackedWidget,
    QStyledItemDelegate, QVBoxLayout, QWidget,
)

class Plans(QAbstractListModel):
    def rowCount(self, parent=QModelIndex()):
        return 1000
    def data(self, index, role=0):
        return "Tarn" if role == Qt.ItemDataRole.DisplayRole else None

class Delegate(QStyledItemDelegate):
    def paint(self, painter, option, index):
        painter.drawText(option.rect, 0, "Tarn")

application = QApplication(["bare", "-style", "Fusion"])
application.setStyleSheet("QLabel { font-size: 11pt } QPushButton { padding: 4px }")
window, page = QMainWindow(), QWidget()
column, plans, delegate = QVBoxLayout(page), Plans(), Delegate()
view = QListView()
view.setUniformItemSizes(True)
view.setModel(plans)
view.setItemDelegate(delegate)
for widget in (QLabel("Plans"), QLineEdit(), QPushButton("New"), view):
    column.addWidget(widget)
for title in ("File", "Edit", "View", "Go", "Help"):
    menu = window.menuBar().addMenu(title)
    for number in range(7):
        menu.addAction(f"Action {number}")
window.setCentralWidget(page)
window.resize(1200, 800)
window.show()
application.processEvents()
print(time.process_time())
"""
OURS = """
import gc
gc.disable()  # as open_window() does before it loads what is loaded here, in the same order, part by part
import time
marks = [("Python itself", time.process_time())]

def mark(part):
    marks.append((part, time.process_time()))

import msgspec, tinydb
mark("msgspec and TinyDB")
import sys
from pathlib import Path
from planner.cli import main
import planner.on_demand
import planner.store.library_place
mark("our modules without Qt")
import PySide6.QtWidgets
mark("Qt's modules")
import planner.app
from planner.desktop.frame.window import MainWindow
from planner.store.library_place import LibraryPlace
mark("the window's modules, and the Qt types they name")
open_place, new_window = LibraryPlace.open.__func__, planner.app.new_window

def open_library(cls, *given, **named):
    mark("application object")
    place = open_place(cls, *given, **named)
    mark("the library")
    return place

def build(*given, **named):
    window = new_window(*given, **named)
    mark("the window's widgets")
    return window

def usable(application, window):
    application.processEvents()
    page = window.today.page
    assert page.isVisible()
    mark("shown and painted")
    while page.state is None:
        application.processEvents()
    application.processEvents()
    assert page.list.isVisible() or page.view.done.isVisible()
    mark("Today worked out and painted")
    before = 0
    for part, moment in marks:
        print(moment - before, part)
        before = moment
    return 0

LibraryPlace.open, planner.app.new_window = classmethod(open_library), build
opened = planner.app.run_window
planner.app.run_window = lambda folder, **named: opened(folder, **named, until=usable)
sys.exit(main(["--library", sys.argv[1]]))
"""
EMPTY_NAME = "empty PySide6 window (process time of both)"


def measure() -> list[Row]:
    """Medians of process time, of fresh processes taken in turn: the whole start, then its parts."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        fill(folder / "library")
        surroundings = _surroundings(folder)
        bare, theirs, parts = [], [], []
        for run in range(RUNS + 1):
            empty = float(_printed([EMPTY_WINDOW], surroundings))
            with_list = float(_printed([BARE_LIST], surroundings))
            ours = _parts(_printed([OURS, str(folder / "library")], surroundings))
            if run:  # the first one compiles
                theirs.append(empty)
                bare.append(with_list)
                parts.append(ours)
    empty = statistics.median(theirs)
    return [
        at_most(
            2.0,
            work="cold start to a usable window, 1,000 full plans",
            ours=statistics.median([sum(run.values()) for run in parts]),
            peer=EMPTY_NAME,
            theirs=empty,
        ),
        _shown("the same without us: a bare list, a line, a menu bar", statistics.median(bare), empty),
        *(
            _shown(f"of the start: {part}", statistics.median([run[part] for run in parts]), empty)
            for part in parts[0]
        ),
    ]


def _shown(work: str, seconds: float, empty: float) -> Row:
    """Return a row that shows what a part costs, and judges nothing."""
    return at_most(1, work=work, ours=seconds, peer=EMPTY_NAME, theirs=empty, judged=False)


def _parts(printed: str) -> dict[str, float]:
    """Return the seconds of each part of a start, in order."""
    lines = (line.split(" ", 1) for line in printed.splitlines())
    return {part: float(seconds) for seconds, part in lines}


def _printed(arguments: list[str], surroundings: dict[str, str]) -> str:
    """Return what a fresh process of this code and these arguments prints."""
    code, *rest = arguments
    command = [sys.executable, "-c", f"{AS_INSTALLED}{code}", *rest]
    finished = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=True)
    return finished.stdout


def _surroundings(folder: Path) -> dict[str, str]:
    """A person's surroundings: compiled modules are kept, and settings are those of nobody."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return kept | {
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
    }
