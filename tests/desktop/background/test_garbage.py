"""Cycles are collected on the GUI thread, and only there."""

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.desktop.background.garbage import GarbageCollection


class Knot:
    """Refers to itself, so that only the collection frees it."""

    def __init__(self, freed_in: list[threading.Thread]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: freed_in.append(threading.current_thread()))


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[GarbageCollection]:
    assert qapp is not None
    gc.enable()
    owner = QObject()
    yield GarbageCollection(owner)
    owner.deleteLater()


def _tie(freed_in: list[threading.Thread]) -> None:
    for _ in range(5_000):
        Knot(freed_in)


def test_another_thread_that_allocates_collects_nothing(collecting: GarbageCollection) -> None:
    freed_in: list[threading.Thread] = []
    worker = threading.Thread(target=_tie, args=(freed_in,))
    worker.start()
    worker.join()
    assert freed_in == []
    collecting.collect_all()
    assert len(freed_in) == 5_000
    assert set(freed_in) == {threading.main_thread()}


@pytest.mark.usefixtures("collecting")
def test_what_was_left_is_collected_by_and_by(qtbot: QtBot) -> None:
    freed_in: list[threading.Thread] = []
    _tie(freed_in)
    qtbot.waitUntil(lambda: len(freed_in) > 4_000)
    assert not gc.isenabled()


ENDS_WHILE_A_THREAD_WORKS = """
import gc, os, sys, threading
from pathlib import Path
from PySide6.QtCore import QObject, QTimer
from planner.app import run_window
from planner.desktop.background.jobs import Jobs

begun, leave = threading.Event(), os._exit

def work():
    begun.set()
    threading.Event().wait()

class Receiver(QObject):
    def take(self, result):
        pass

def until(application, window):
    receiver = Receiver(window)
    application.findChild(Jobs).run(work, done=receiver.take, failed=receiver.take)
    begun.wait()
    QTimer.singleShot(0, window, window.close)
    return application.exec()

def told(code):
    print("collects" if gc.isenabled() else "collects nothing", flush=True)
    leave(code)

os._exit = told
run_window(Path(sys.argv[1]), until=until)
"""


def test_the_end_of_the_window_sets_off_no_collection_in_a_thread_that_still_works(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", ENDS_WHILE_A_THREAD_WORKS, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert ended.stdout == "collects nothing\n"
