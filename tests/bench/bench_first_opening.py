"""How long the GUI thread is held up when a step of a filled plan is opened for the first time."""

import gc
import statistics
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.desktop.background.garbage import GarbageCollection
from planner.desktop.editing.form_fields import STEPS
from planner.desktop.frame.window import MainWindow
from planner.exchange.plan_file import read_plan_file
from planner.store.library import Library
from tests.bench.bench_keystroke import FRAME, Heartbeat, a_window, pause, told
from tests.bench.table import Row, at_most

OPENINGS = 5
KEYS = 12
PAUSE = 0.03
STALL = 0.050
PLAN = Path(__file__).parents[1] / "data" / "plans" / "logistics-software.json"
"""Every field of it is filled."""


def measure() -> list[Row]:
    """Return each opening beside plain widgets, the longest beside a felt stall, and keys beside a frame."""
    stretches: dict[int, list[float]] = {step: [] for step in range(1, len(STEPS))}
    floors: dict[int, list[float]] = {step: [] for step in stretches}
    taken: list[float] = []
    stall = 0.0
    with a_window(_one_filled_plan) as window:
        GarbageCollection(window)  # as the program does: Python's own would run in the midst of a piece
        for _ in range(OPENINGS):
            _open_anew(window)
            for step, times in stretches.items():
                opened, longest = _opened_and_typed_into(window, step, taken)
                times.append(opened)
                stall = max(stall, longest)
                floors[step].append(_floor(window, step))
    gc.enable()
    p95 = told(taken, stall, "keys from the opening of a step on")
    medians = {step: statistics.median(times) for step, times in stretches.items()}
    rows = [
        at_most(
            1,
            work=f"first opening of {STEPS[step].title}: until it takes keys",
            ours=median,
            peer="as many plain Qt widgets, made and shown",
            theirs=statistics.median(floors[step]),
            judged=False,
        )
        for step, median in medians.items()
    ]
    work = "keys typed from the opening of a step on (p95, GUI thread)"
    return [
        *rows,
        at_most(
            1,
            work="first opening of a step: longest (median of 5)",
            ours=max(medians.values()),
            peer="a stall that is felt",
            theirs=STALL,
        ),
        at_most(1, work=work, ours=p95, peer="a frame at 60 Hz", theirs=FRAME),
    ]


def _one_filled_plan(folder: Path) -> None:
    library = Library.open(folder)
    library.save(read_plan_file(PLAN))
    library.close()


def _open_anew(window: MainWindow) -> None:
    assert window.open is not None
    plan = window.open.document.preparation.plan.id
    window.desk.close()
    window.desk.open(plan)
    pause(1)


def _opened_and_typed_into(window: MainWindow, step: int, taken: list[float]) -> tuple[float, float]:
    """Open a step and type at once, adding what the keys took to `taken`.

    Returns the seconds until the step was painted and took keys, and the longest in which the loop stood
    still afterwards.
    """
    assert window.open is not None
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    started = time.thread_time()
    window.desk.go_to_step(step)
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()
    opened = time.thread_time() - started
    beat = Heartbeat(application)
    for _ in range(KEYS):
        pause(PAUSE)
        target = QApplication.focusWidget()
        assert isinstance(target, QWidget)
        started = time.thread_time()
        QTest.keyClick(target, Qt.Key.Key_1)
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
        taken.append(time.thread_time() - started)
    pause(1)
    beat.stop()
    return opened, beat.longest


def _floor(window: MainWindow, step: int) -> float:
    """Return what as many labels and lines take as the step has widgets, in a column in the same window."""
    assert window.open is not None
    page = window.open.walk.page_of(step)
    assert page is not None
    count = len(page.form.findChildren(QWidget))
    started = time.thread_time()
    plain = QWidget(window)
    column = QVBoxLayout(plain)
    for _ in range(count // 2):
        column.addWidget(QLabel("What would be better?", plain))
        column.addWidget(QLineEdit(plain))
    plain.show()
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()
    taken = time.thread_time() - started
    plain.hide()
    plain.deleteLater()
    return taken
