import logging
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.crash import LOG_FILE, CrashReporter, log_to, report_of
from planner.desktop.frame.crash_dialog import CrashDialog

SECRET = "Brightmoor pays 79,000"


class Clicked(QObject):
    clicked = Signal()


def broken() -> None:
    wording = SECRET
    raise ValueError(wording)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[logging.Logger]:
    log = log_to(tmp_path / "state")
    yield log
    for handler in list(log.handlers):
        handler.close()
        log.removeHandler(handler)


@pytest.fixture
def reporter(log: logging.Logger, qapp: QApplication) -> Iterator[tuple[CrashReporter, list[str]]]:
    events: list[str] = []
    made = CrashReporter(log=log, save=lambda: events.append("saved"), tell=events.append, parent=qapp)
    hooks = sys.excepthook, threading.excepthook
    made.install()
    yield made, events
    sys.excepthook, threading.excepthook = hooks
    made.deleteLater()


def test_where_no_log_can_be_kept_it_goes_to_stderr_and_says_so_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "state").touch()

    log = log_to(tmp_path / "state" / "front-foot")
    log.info("It went on.")

    told = capsys.readouterr().err
    assert told.count("No log can be kept in") == 1
    assert "a part of its path is a file" in told
    assert "It went on." in told
    for handler in list(log.handlers):
        log.removeHandler(handler)


def test_a_report_names_the_place_and_nothing_of_the_client() -> None:
    try:
        broken()
    except ValueError as error:
        report = report_of(error)

    assert "builtins.ValueError" in report
    assert "desktop/test_crash.py" in report
    assert "in broken" in report
    assert SECRET not in report
    assert "wording" not in report


def test_what_caused_it_is_reported_too() -> None:
    try:
        try:
            broken()
        except ValueError as error:
            raise KeyError(SECRET) from error
    except KeyError as error:
        report = report_of(error)

    assert report.index("builtins.KeyError") < report.index("builtins.ValueError")
    assert SECRET not in report


def test_a_broken_slot_is_logged_saved_and_told_once(
    reporter: tuple[CrashReporter, list[str]], tmp_path: Path, qtbot: QtBot
) -> None:
    _, events = reporter
    button = Clicked()
    button.clicked.connect(broken)

    button.clicked.emit()
    qtbot.waitUntil(lambda: len(events) == 2)

    assert events[0] == "saved"
    assert "in broken" in events[1]
    file = tmp_path / "state" / "front-foot.log"
    assert "in broken" in file.read_text(encoding="utf-8")
    assert SECRET not in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_broken_thread_is_told_as_well(reporter: tuple[CrashReporter, list[str]], qtbot: QtBot) -> None:
    _, events = reporter

    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(events) == 2)

    assert "builtins.ValueError" in events[1]


def test_a_crash_inside_a_library_leaves_a_trace_in_the_log(tmp_path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", DYING, str(tmp_path)], check=False, capture_output=True)

    assert died.returncode not in {0, 1}, "a signal or an access violation, not an exception"
    log = tmp_path / LOG_FILE
    assert "in of_a_null_pointer" in log.read_text(encoding="utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


DYING = """
import ctypes, sys
from pathlib import Path
from planner.desktop.crash import log_to, trace_native_crashes

def of_a_null_pointer():
    ctypes.string_at(0)

trace_native_crashes(log_to(Path(sys.argv[1])))
of_a_null_pointer()
"""


def test_the_dialog_gives_a_report_to_copy(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = CrashDialog("ValueError in broken", Path("front-foot.log"), parent)

    dialog.copy()

    assert QGuiApplication.clipboard().text() == "ValueError in broken"
