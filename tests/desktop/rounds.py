"""One plan opened, looked through and left, again and again: what a rep's hands do all day.

`python -m tests.desktop.rounds 300` does it in a window of the real program, on a library of its own, and
prints how many Python wrappers of Qt's objects are left every ten rounds. Where a wrapper outlives its object
the process ends in a heap corruption instead, most surely with MALLOC_PERTURB_ set.
"""

import datetime as dt
import gc
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.app import new_application, new_window
from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.form_fields import STEPS
from planner.desktop.frame.window import MainWindow
from planner.desktop.settings import Settings
from planner.exchange.sample import sample_preparation
from planner.store.library import Library

Wrappers = Counter[str]


def one_round(window: MainWindow, plan_id: str) -> None:
    """Open the plan, go through its steps by their keys, Tab through each a little, go back to the list."""
    window.desk.open(plan_id)
    opened = window.desk.plan
    assert opened is not None
    for number in range(len(STEPS)):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_1 + number), Qt.KeyboardModifier.AltModifier)
        assert opened.walk.step == number
        _tab(window)
        _tab(window)
    window.desk.close()
    settle()


def one_round_of_client(window: MainWindow, plan_id: str) -> None:
    """Open the client's page, its facts, a plan of theirs, the page again, and go back to the list."""
    client_id = window.plans_page._plans.preparation(plan_id).client.id
    window.clients.show_client(client_id)
    for to_plan in (True, False):
        page = window.clients.page
        assert page is not None
        page.show_facts()
        page.facts.form.complete()
        _tab(window)
        page.show_overview()
        if to_plan:
            window.clients.show_plan(plan_id)
            window.clients.show_page()
    window.desk.close()
    settle()


def settle() -> None:
    """Let go of what was to be deleted later, and of Python's cycles."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def wrappers() -> Wrappers:
    """Return how many Python wrappers there are of Qt's objects, by type."""
    return Counter(type(each).__name__ for each in shiboken6.getAllValidWrappers())


def rounds(
    window: MainWindow,
    plan_id: str,
    *,
    wait: Callable[[], object],
    one: Callable[[MainWindow, str], None] = one_round,
) -> Iterator[Wrappers]:
    """Yield the wrappers left after each round, once `wait` has seen all background work end."""
    while True:
        one(window, plan_id)
        wait()
        settle()
        yield wrappers()


def _tab(window: QWidget) -> None:
    focused = QApplication.focusWidget()
    QTest.keyClick(focused if focused is not None else window, Qt.Key.Key_Tab)


def main(count: int) -> int:
    """Do so many rounds in a window of the real program; print what is left over."""
    application = new_application(["rounds"])
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library")
        preparation = sample_preparation(dt.date(2026, 12, 1))
        library.add([preparation])
        settings = QSettings(str(Path(folder) / "window.ini"), QSettings.Format.IniFormat)
        jobs = Jobs(parent=application)
        window = new_window(application, library, Settings(settings), jobs)
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        going = rounds(window, preparation.plan.id, wait=jobs.wait)
        for number in range(1, count + 1):
            left = next(going)
            if number % 10 == 0:
                print(number, sum(left.values()), flush=True)  # noqa: T201 - this is what it is for
        window.close()
        library.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
