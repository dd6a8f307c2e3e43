"""Cycles are collected on the GUI thread, and only there."""

import gc
import threading
import weakref
from collections.abc import Iterator

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
