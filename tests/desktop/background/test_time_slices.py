"""Work in slices leaves the event loop its turns."""

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from planner.desktop.background import time_slices
from planner.desktop.background.time_slices import SLICE, TimeSlices


class Work:
    """Steps that each take as long as they say, by a clock of their own."""

    def __init__(self, steps: int, seconds: float) -> None:
        self.left, self._seconds = steps, seconds
        self.now = 0.0
        self.done_by_turn: list[int] = [0]

    def clock(self) -> float:
        return self.now

    def step(self) -> bool:
        self.now += self._seconds
        self.left -= 1
        self.done_by_turn[-1] += 1
        return self.left > 0

    def turn(self) -> None:
        self.done_by_turn.append(0)


@pytest.mark.parametrize(("seconds", "in_a_slice"), [(SLICE / 2, 2), (SLICE * 3, 1)])
def test_a_slice_ends_when_its_time_is_over(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, seconds: float, in_a_slice: int
) -> None:
    work = Work(6, seconds)
    monkeypatch.setattr(time_slices, "perf_counter", work.clock)
    owner = QObject()
    turns = QTimer(owner)
    turns.timeout.connect(work.turn)
    turns.start(0)
    TimeSlices(work.step, owner).begin()
    qtbot.waitUntil(lambda: work.left == 0)
    assert max(work.done_by_turn) == in_a_slice


def test_a_step_ends_its_slice_when_something_else_must_come_first(qtbot: QtBot) -> None:
    owner = QObject()
    done: list[str] = []

    def step() -> bool:
        done.append("step")
        if done == ["step"]:
            QTimer.singleShot(0, owner, lambda: done.append("what comes first"))
            slices.end_slice()
        return len(done) < 5

    slices = TimeSlices(step, owner)
    slices.begin()
    qtbot.waitUntil(lambda: len(done) == 5)
    assert done == ["step", "what comes first", "step", "step", "step"]


def test_what_is_cancelled_is_not_done(qtbot: QtBot) -> None:
    work = Work(3, 0)
    owner = QObject()
    slices = TimeSlices(work.step, owner)
    slices.begin()
    slices.cancel()
    turns: list[bool] = []
    QTimer.singleShot(0, owner, lambda: turns.append(True))
    qtbot.waitUntil(lambda: bool(turns))
    assert work.left == 3
