import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from planner.desktop.background.debounce import Debounce, DelayFrom


class Counter(QObject):
    """Counts how often a delay elapsed."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def note(self) -> None:
        self.count += 1


@pytest.fixture
def parent(qapp: QObject) -> QObject:
    assert qapp is not None
    return QObject()


def counted(debounce: Debounce) -> Counter:
    counter = Counter()
    debounce.elapsed.connect(counter.note)
    counter.setParent(debounce)
    return counter


def calls_without_a_pause(debounce: Debounce) -> QTimer:
    calling = QTimer(debounce)
    calling.setInterval(0)
    calling.timeout.connect(debounce.trigger)
    calling.start()
    return calling


def test_many_calls_become_one(qtbot: QtBot, parent: QObject) -> None:
    debounce = Debounce(20, parent)
    counter = counted(debounce)
    for _ in range(5):
        debounce.trigger()
    assert (counter.count, debounce.pending) == (0, True)
    qtbot.waitUntil(lambda: counter.count == 1)
    assert not debounce.pending
    debounce.trigger()
    qtbot.waitUntil(lambda: counter.count == 2)


def test_nothing_elapses_before_the_calls_pause(qtbot: QtBot, parent: QObject) -> None:
    debounce, other = Debounce(30, parent), Debounce(200, parent)
    counter, marks = counted(debounce), counted(other)
    calling = calls_without_a_pause(debounce)
    other.trigger()
    qtbot.waitUntil(lambda: marks.count == 1)
    assert counter.count == 0
    calling.stop()
    qtbot.waitUntil(lambda: counter.count == 1)


def test_counted_from_the_first_call_it_elapses_although_the_calls_never_pause(
    qtbot: QtBot, parent: QObject
) -> None:
    debounce = Debounce(20, parent, delay_from=DelayFrom.FIRST_CALL)
    counter = counted(debounce)
    calling = calls_without_a_pause(debounce)
    qtbot.waitUntil(lambda: counter.count >= 3)
    calling.stop()


def test_what_is_cancelled_never_elapses(qtbot: QtBot, parent: QObject) -> None:
    debounce, later = Debounce(10, parent), Debounce(60, parent)
    counter, marks = counted(debounce), counted(later)
    debounce.trigger()
    later.trigger()
    debounce.cancel()
    assert not debounce.pending
    qtbot.waitUntil(lambda: marks.count == 1)
    assert counter.count == 0


def test_flushed_it_elapses_at_once_and_only_once(qtbot: QtBot, parent: QObject) -> None:
    debounce, later = Debounce(10, parent), Debounce(60, parent)
    counter, marks = counted(debounce), counted(later)
    debounce.flush()
    assert counter.count == 0, "there was no call"
    debounce.trigger()
    later.trigger()
    debounce.flush()
    assert (counter.count, debounce.pending) == (1, False)
    qtbot.waitUntil(lambda: marks.count == 1)
    assert counter.count == 1


def test_it_goes_with_its_parent(qtbot: QtBot, parent: QObject) -> None:
    owner, later, counter = QObject(), Debounce(60, parent), Counter()
    debounce, marks = Debounce(10, owner), counted(later)
    debounce.elapsed.connect(counter.note)
    debounce.trigger()
    later.trigger()
    with qtbot.waitSignal(debounce.destroyed):
        owner.deleteLater()
    qtbot.waitUntil(lambda: marks.count == 1)
    assert counter.count == 0
