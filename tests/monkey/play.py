"""One seed's run, in a process of its own: python -m tests.monkey.play, started by `start.py`."""

import datetime as dt
import faulthandler
import gc
import os
import random
import sys
import traceback
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import msgspec
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from planner import app
from planner.desktop.background.jobs import Jobs
from planner.desktop.frame.window import MainWindow
from planner.desktop.rehearsal.page import RehearsalPage
from planner.desktop.widgets.theme import Theme
from planner.exchange.plan_file import read_plan_file
from planner.exchange.sample import sample_preparation
from planner.model import ids as ids_module
from planner.model.errors import PlannerError
from planner.store.library import Library
from tests.bench.reflected_library import fill
from tests.monkey.acts import Acts, close_dialogs, close_popups
from tests.monkey.answers import Answers
from tests.monkey.checkpoint import compare, held, require_same, undo_and_redo_all
from tests.monkey.faults import Faults, MonkeyFailed
from tests.monkey.run import Outcome, Run
from tests.monkey.trace import Trace
from tests.monkey.turns import Turns

PLANS = Path(__file__).parents[1] / "data" / "plans"
BEGIN = dt.datetime(2026, 11, 27, 9, 0, tzinfo=dt.UTC)
A_STEP = dt.timedelta(seconds=7)
STEPS_A_SESSION = 500
"""After so many steps the window is closed and opened again, on the same library or another."""
SESSIONS_A_LIBRARY = 4
UNDO_ALL = 0.2
"""At so many checkpoints every step of the open plan is undone and done again."""
REFLECTED = 12
STUCK_AFTER_SECONDS = 60


class Monkey:
    """Plays one run: session after session in windows of the program's own, until its steps are done."""

    def __init__(self, run: Run) -> None:
        self._run, self._folder = run, Path(run.folder)
        self._chance = random.Random(run.seed)
        self._application = app.new_application(["monkey"])
        self._application.setDoubleClickInterval(0)  # else it blocks popups for as long, by the clock
        self._turns = Turns(self._application, eager=run.eager)
        self._faults = Faults()
        self._trace = Trace(run.trace)
        self._desktop = NoDesktop()
        # A str, whatever the stubs say.
        QDesktopServices.setUrlHandler("file", self._desktop, "open")  # type: ignore[arg-type]
        self.step = 0
        self._libraries = 0

    def play(self) -> None:
        """Take all steps; MonkeyFailed, or whatever was raised, at the first fault."""
        sessions = 0
        while self.step < self._run.steps:
            if sessions % SESSIONS_A_LIBRARY == 0:
                folder = self._new_library()
            sessions += 1
            with mock.patch.object(app, "new_application", return_value=self._application):
                code = app.run_window(folder, now=self.now, until=self._session)
            self._faults.require_none()
            assert code == 0, f"the window ended with {code}"
            self._let_go_of_the_session()

    def now(self) -> dt.datetime:
        """Return the monkey's own moment: so much later with each step."""
        return (BEGIN + self.step * A_STEP).astimezone()

    @property
    def longest_stall(self) -> tuple[float, str]:
        """The longest the window was held up, in seconds, and by what."""
        return self._turns.longest, self._turns.longest_in

    def _session(self, _application: QApplication, window: MainWindow) -> int:
        self._faults.listen()
        files = self._folder / "files"
        files.mkdir(exist_ok=True)
        answers = Answers(self._run.seed + self.step, files, self._faults, window)
        acts = Acts(window, self._chance, self._turns, self._note)
        window.resize(1280, 800)
        window.activateWindow()
        self._turns.let_time_pass(window)
        library = _library_of(window)
        until = min(self._run.steps, self.step + STEPS_A_SESSION)
        while self.step < until and window.isVisible():  # the monkey may have closed it
            self.step += 1
            answers.begin_act()
            faulthandler.dump_traceback_later(STUCK_AFTER_SECONDS, exit=True)
            acts.act()
            self._faults.require_none()
            if self.step % self._run.check_every == 0:
                self._check(window, library)
        self._leave(window, library)
        return 0

    def _check(self, window: MainWindow, library: Library) -> None:
        self._note("checkpoint")
        self._turns.let_time_pass(window)
        self._faults.require_none()
        try:
            compare(window, library)
            if self._chance.random() < UNDO_ALL and not self._clock_writes(window):
                self._note("undo and redo all")
                undo_and_redo_all(window, self._turns)
                self._faults.require_none()
        except PlannerError as error:
            raise MonkeyFailed(f"the library cannot be read: {error}") from error

    def _clock_writes(self, window: MainWindow) -> bool:
        """Whether the clock of a call that is led may write into the plan between two acts."""
        page = window.findChild(RehearsalPage)
        return self._run.eager and page is not None and page.isVisible()

    def _leave(self, window: MainWindow, library: Library) -> None:
        """Close the window, one time in two with popups and dialogs still open."""
        if self._chance.random() < 0.5:
            close_popups()
            close_dialogs(window)
        self._note("close the window")
        self._turns.act("close the window", window.close)
        self._faults.require_none()
        assert not window.isVisible(), "the window does not close"
        before = held(library)
        library.close()
        require_same(before, held(Library.open(library.folder, read_only=True)), "at the end", "closed")
        window.deleteLater()  # what hears of crashes holds it; each window hears of its own alone
        faulthandler.cancel_dump_traceback_later()

    def _let_go_of_the_session(self) -> None:
        for left in (*self._application.findChildren(Theme), *self._application.findChildren(Jobs)):
            left.deleteLater()
        self._turns.let_events_through()
        gc.unfreeze()  # each window froze what was there; a process of the program's own has one window
        gc.collect()

    def _new_library(self) -> Path:
        self._libraries += 1
        folder = self._folder / f"library{self._libraries}"
        fill(folder, REFLECTED)
        library = Library.open(folder)
        library.add(
            [sample_preparation(BEGIN.date()), *(read_plan_file(one) for one in sorted(PLANS.glob("*.json")))]
        )
        library.close()
        return folder

    def _note(self, what: str) -> None:
        self._trace.note(self.step, what)


class NoDesktop(QObject):
    """Opens exported files in place of the desktop's programs, which it leaves alone."""

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Open nothing."""


def _library_of(window: MainWindow) -> Library:
    library = window.desk._services.plans
    assert isinstance(library, Library)
    return library


def main() -> int:
    """Play the run that is described on standard input; write its outcome to its file."""
    faulthandler.enable()
    run = msgspec.json.decode(sys.stdin.buffer.read(), type=Run)
    monkey = Monkey(run)
    ids = random.Random(f"ids {run.seed}")
    failure = ""
    with (
        mock.patch.object(ids_module, "os", SimpleNamespace(urandom=ids.randbytes)),
        mock.patch.object(app, "IDLE_MS", 0),
        mock.patch.object(app, "LISTEN_MS", 0),
    ):
        try:
            monkey.play()
        except Exception:  # noqa: BLE001 - whatever it is, it is what the monkey looks for
            failure = traceback.format_exc()
    stall, stalled_in = monkey.longest_stall
    outcome = Outcome(
        seed=run.seed, steps=monkey.step, failure=failure, stall_ms=round(1000 * stall), stalled_in=stalled_in
    )
    run.outcome.write_bytes(msgspec.json.encode(outcome))
    sys.stdout.flush()
    os._exit(1 if failure else 0)  # what is left of a window that failed is not the monkey's to unravel


if __name__ == "__main__":
    main()
