"""The clients of a large library in the window: a key in their list, and the page of one."""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner import app
from planner.desktop.background.jobs import Jobs
from planner.desktop.clients.clients_page import ClientsPage
from planner.desktop.frame.window import MainWindow
from planner.desktop.settings import Settings
from planner.store.library import Library
from tests.bench.bench_keystroke import FRAME, pause, told
from tests.bench.client_library import CLIENTS, fill_with_clients
from tests.bench.table import Row, at_most

KEYS = "kiln pump changeover 12 valve levy"
PAGES = 30
SHOWN_WITHIN = 0.05
PAUSE = 0.08


def measure() -> list[Row]:
    """Return the 95th percentile of keys and pages, against a frame and what a page may take."""
    with _a_window() as window:
        keys = told(_typed(_listed(window)), 0.0, f"a key in the list of {CLIENTS:,} clients")
        pages = told(_opened(window), 0.0, "the page of a client")
    return [
        at_most(
            1,
            work=f"a key in the list of {CLIENTS:,} clients (p95, GUI thread)",
            ours=keys,
            peer="a frame at 60 Hz",
            theirs=FRAME,
        ),
        at_most(
            1,
            work="a client's page, from Enter to all that it tells (p95)",
            ours=pages,
            peer="what a page may take",
            theirs=SHOWN_WITHIN,
        ),
    ]


def _listed(window: MainWindow) -> ClientsPage:
    window.clients_place.command.trigger()
    clients = window.clients.list
    assert clients is not None
    started = time.perf_counter()
    _until_listed(clients)
    print(f"the list, first read: {(time.perf_counter() - started) * 1000:.0f} ms", file=sys.stderr)
    clients.search.setFocus()
    QTest.keyClicks(clients.search, "pump")  # the index of the words is made with the first search
    _until_listed(clients)
    clients.search.clear()
    return clients


def _typed(clients: ClientsPage) -> list[float]:
    """Return the seconds of each key, until everything it posted is done: filter, order, painting."""
    taken: list[float] = []
    for _round in range(4):
        for key in KEYS:
            started = time.perf_counter()
            QTest.keyClicks(clients.search, key)
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()
            taken.append(time.perf_counter() - started)
            pause(PAUSE)
        clients.search.clear()
        pause(PAUSE)
    return taken


def _opened(window: MainWindow) -> list[float]:
    """Return the seconds from opening a client in the list until its overview shows all, and is painted."""
    taken: list[float] = []
    for number in range(PAGES):
        window.desk.close()
        pause(PAUSE)
        started = time.perf_counter()
        window.clients.show_client(f"c{number * 7:011x}")
        page = window.clients.page
        assert page is not None
        while page.shown is None or page.pending:
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()
        taken.append(time.perf_counter() - started)
        pause(PAUSE)
    return taken


@contextmanager
def _a_window() -> Iterator[MainWindow]:
    application = QApplication.instance() or app.new_application(["bench", "-platform", "offscreen"])
    assert isinstance(application, QApplication)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(app.SWITCH_INTERVAL)
    with tempfile.TemporaryDirectory() as scratch:
        fill_with_clients(Path(scratch))
        library = Library.open(Path(scratch))
        settings = Settings(QSettings(f"{scratch}/window.ini", QSettings.Format.IniFormat))
        window = app.new_window(application, library, settings, Jobs(parent=application))
        window.resize(1280, 800)
        window.show()
        pause(PAUSE)
        yield window
        window.close()
        library.close()
    sys.setswitchinterval(interval)


def _until_listed(clients: ClientsPage) -> None:
    while clients.pending:
        QCoreApplication.processEvents()
        time.sleep(0.005)
