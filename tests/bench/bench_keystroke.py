"""What a keystroke costs the GUI thread while the page beside the form is made over and over."""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner import app
from planner.desktop.background.jobs import Jobs
from planner.desktop.frame.window import MainWindow
from planner.desktop.settings import Settings
from planner.store.library import Library
from tests.bench.big_library import fill
from tests.bench.table import Row, at_most

KEYS = 300
FRAME = 0.016
PAUSE = 0.06
"""Between two keys, as fast typists do; every 20th waits for the page to be made in between."""
LONGER_PAUSE = 0.25
FOLLOWS_WITHIN = 0.4
BURSTS = 12
FIELDS = (
    "call.title",
    "call.why_it_matters",
    "call.minutes",
    "client.contacts[0].priorities",
    "case.current_state",
    "case.why_now",
    "case.problems[0].problem",
    "case.problems[0].cost.amount",
    "conversation.opening",
    "conversation.agenda[0].topic",
    "conversation.questions[0].text",
    "ask.wording",
    "price.unit",
    "fear.avoiding",
    "reflection.went_well",
)


def measure() -> list[Row]:
    """Return the 95th percentile of 300 keys against a frame, and how soon the page has followed."""
    with a_window() as window:
        taken, stall = typed_into(window)
        followed = _followed(window)
    p95 = told(taken, stall, "keystroke")
    return [
        at_most(
            1,
            work="a keystroke, preview open, 1,000 plans (p95, GUI thread)",
            ours=p95,
            peer="a frame at 60 Hz",
            theirs=FRAME,
        ),
        at_most(
            1,
            work="from the last key to the page that has followed (slowest)",
            ours=max(followed),
            peer="what the preview may take",
            theirs=FOLLOWS_WITHIN,
        ),
    ]


def told(taken: list[float], stall: float, what: str) -> float:
    """Print what the keys took; return the 95th percentile in seconds."""
    p95 = statistics.quantiles(taken, n=20)[-1]
    print(
        f"{what}: median {statistics.median(taken) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms,"
        f" longest {max(taken) * 1000:.1f} ms, {len(taken)} keys;"
        f" between keys the loop stood still for at most {stall * 1000:.1f} ms",
        file=sys.stderr,
    )
    return p95


@contextmanager
def a_window(filled: Callable[[Path], None] = fill) -> Iterator[MainWindow]:
    application = QApplication.instance() or app.new_application(["bench", "-platform", "offscreen"])
    assert isinstance(application, QApplication)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(app.SWITCH_INTERVAL)
    with tempfile.TemporaryDirectory() as scratch:
        filled(Path(scratch))
        library = Library.open(Path(scratch))
        settings = Settings(QSettings(f"{scratch}/window.ini", QSettings.Format.IniFormat))
        window = app.new_window(application, library, settings, Jobs(parent=application))
        window.resize(1280, 800)
        window.show()
        window.desk.open(library.summaries()[0].id)
        assert window.open is not None
        _wait(lambda: window.open is not None and window.open.preview.pdf is not None)
        yield window
        window.close()
        library.close()
    sys.setswitchinterval(interval)


def typed_into(window: MainWindow, fields: Sequence[str] = FIELDS) -> tuple[list[float], float]:
    """Type words into one field after the other; return the seconds of each key and of the longest stall.

    A key counts from its sending until everything it posted is done: layout, painting, undo.
    """
    opened = window.open
    assert opened is not None
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    taken: list[float] = []
    stall = 0.0
    keys = cycle("the line stops again ")
    for field in fields:
        opened.walk.go_to_field(field)
        pause(LONGER_PAUSE)
        beat = Heartbeat(application)
        numeric = field.endswith(("minutes", "amount", "likely"))
        for number in range(KEYS // len(fields)):
            target = QApplication.focusWidget()
            assert isinstance(target, QWidget), field
            key = "1" if numeric else next(keys)
            started = time.perf_counter()
            QTest.keyClicks(target, key)
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()
            taken.append(time.perf_counter() - started)
            pause(LONGER_PAUSE if number % 10 == 9 else PAUSE)
        beat.stop()
        stall = max(stall, beat.longest)
    return taken, stall


def _followed(window: MainWindow) -> list[float]:
    """Type a word, wait for its page; return the seconds from each last key to the page on the screen."""
    opened = window.open
    assert opened is not None
    opened.walk.go_to_field("case.why_now")
    target = QApplication.focusWidget()
    assert isinstance(target, QWidget)
    pause(1)
    shown: list[float] = []
    opened.preview.page_shown.connect(lambda: shown.append(time.perf_counter()))
    taken = []
    for burst in range(BURSTS):
        for key in f"stop {burst} ":
            QTest.keyClicks(target, key)
            pause(0.03)
        pressed = time.perf_counter()
        shown.clear()
        _wait(lambda: bool(shown))
        taken.append(shown[0] - pressed)
        pause(0.5)
    return taken


def pause(seconds: float) -> None:
    """Let the event loop run, as it does between two keys.

    Not QTest.qWait: it keeps the interpreter to itself, and the page's thread would stand still.
    """
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _wait(fact: Callable[[], bool]) -> None:
    given_up = time.perf_counter() + 20
    while not fact():
        assert time.perf_counter() < given_up
        pause(0.005)


class Heartbeat:
    """Remembers the longest time in which the event loop did not come round."""

    def __init__(self, application: QApplication) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(application)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def stop(self) -> None:
        self._timer.stop()
