"""A process with the program's own window, in which somebody types; it tells on stdout what happens.

    python -m tests.desktop.typist LIBRARY FIELD TEXT MISHAP

Opens the plan `PLAN_ID`, types the text at the end of the field, key by key, and writes
`key SECONDS MOMENT` for each, by the pulse and by the system's clock, then `typed`. Then it waits for
a signal, in the state that the mishap names, having written `ready`.
"""

import os
import random
import signal
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from planner.app import run_window
from planner.desktop.frame.window import MainWindow
from planner.documents.renderer import Renderer
from planner.model.plan import Preparation
from planner.store.library import Library

PLAN_ID = "typed-in"
BEAT_S = 0.02
SHORTEST_MS, LONGEST_MS = 5, 90
PAGE_BEGUN = threading.Event()


class Pulse(QObject):
    """Seconds that the machine really gave this process.

    A beat goes from the event loop through a thread that syncs to the disk of the library and back,
    as a save does, and counts as no more than it takes on an idle machine. So where processor or disk
    are busy with others, these seconds are longer than those of a clock.
    """

    _back = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.seconds = 0.0
        self._disk = os.open(folder / "pulse", os.O_CREAT | os.O_WRONLY)
        self._go = threading.Semaphore(0)
        threading.Thread(target=self._sync, daemon=True).start()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go.release)
        self._back.connect(self._count, Qt.ConnectionType.QueuedConnection)
        self._timer.start(round(BEAT_S * 1000))

    def _sync(self) -> None:
        while self._go.acquire():
            os.pwrite(self._disk, b"beat", 0)
            os.fsync(self._disk)
            self._back.emit()

    def _count(self) -> None:
        self.seconds += BEAT_S
        self._timer.start(round(BEAT_S * 1000))


class Typist(QObject):
    """Types into the window at the uneven pace of a person."""

    def __init__(self, folder: Path, field: str, text: str, then: Callable[[MainWindow], None]) -> None:
        super().__init__()
        self._field, self._left, self._then = field, text, then
        self._pulse = Pulse(folder)
        self._pace = random.Random(text)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._press)

    def work(self, application: QApplication, window: MainWindow) -> int:
        self._window = window
        window.resize(1280, 800)  # wide enough for the page beside the form
        window.activateWindow()
        QTimer.singleShot(0, self._open)
        return application.exec()

    def _open(self) -> None:
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            QTimer.singleShot(10, self, self._open)  # nobody listens for signals yet
            return
        self._window.plans_page.choose(PLAN_ID)
        self._window.plans_page.open_chosen()
        assert self._window.open is not None
        self._window.open.walk.go_to_field(self._field)
        QTest.keyClick(self._target(), Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(self._target(), Qt.Key.Key_End)  # a line knows no end of the text
        self._press()

    def _press(self) -> None:
        if self._window.open is None:
            return  # the plan is saved and put away: nobody can type in it any more
        if not self._left:
            told("typed")
            self._then(self._window)
            return
        QTest.keyClicks(self._target(), self._left[0])
        self._left = self._left[1:]
        told(f"key {self._pulse.seconds:.3f} {time.monotonic():.3f}")
        self._timer.start(self._pace.randrange(SHORTEST_MS, LONGEST_MS))

    def _target(self) -> QWidget:
        target = self._window.focusWidget()
        assert target is not None
        return target


def told(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def wait(_window: MainWindow) -> None:
    told("ready")


def open_a_box(window: MainWindow) -> None:
    """Wait inside the loop of a dialog."""
    QTimer.singleShot(0, lambda: told("ready"))
    QMessageBox.information(window, "Front Foot", "Anybody there?")
    told("box closed")


def quit_at_once(_window: MainWindow) -> None:
    """End the loop without closing the window."""
    app = QApplication.instance()
    assert app is not None
    app.exit(7)


def close_while_a_page_is_made(window: MainWindow) -> None:
    if PAGE_BEGUN.is_set():
        window.close()
    else:
        QTimer.singleShot(10, window, partial(close_while_a_page_is_made, window))


def make_a_page_for_ever(_text: str = "") -> None:
    """From now on no page is ever finished."""

    def render(*_arguments: object, **_named: object) -> None:
        PAGE_BEGUN.set()
        threading.Event().wait()

    Renderer.render = render  # type: ignore[method-assign,assignment]


def save_only_when_told() -> None:
    """A save begins and waits for a line on stdin."""
    save = Library.save

    def wait_and_save(library: Library, preparation: Preparation) -> None:
        told("saving")
        sys.stdin.readline()
        save(library, preparation)

    Library.save = wait_and_save  # type: ignore[method-assign,assignment]


def ignore_hang_ups() -> None:
    """As `nohup` does."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)


def nothing() -> None:
    """No mishap."""


MISHAPS: dict[str, tuple[Callable[[], None], Callable[[MainWindow], None]]] = {
    "none": (nothing, wait),
    "nohup": (ignore_hang_ups, wait),
    "box": (nothing, open_a_box),
    "quit": (nothing, quit_at_once),
    "slow": (save_only_when_told, wait),
    "page": (make_a_page_for_ever, close_while_a_page_is_made),
}


def main() -> int:
    folder, field, text, mishap = sys.argv[1:]
    begin, then = MISHAPS[mishap]
    # Whoever runs the tests may ignore these: a shell in the background the one, nohup the other.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    begin()
    made: list[Typist] = []  # once there is an application

    def until(application: QApplication, window: MainWindow) -> int:
        made.append(Typist(Path(folder), field, text, then))
        return made[0].work(application, window)

    return run_window(Path(folder), until=until)


if __name__ == "__main__":
    sys.exit(main())
