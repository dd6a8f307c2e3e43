import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread, QThreadPool, Slot
from pytestqt.qtbot import QtBot

from planner.desktop.background.jobs import EXPORTS, Jobs


class Receiver(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []
        self.threads: set[QThread] = set()

    @Slot(object)
    def take(self, value: object) -> None:
        self.got.append(value)
        self.threads.add(QThread.currentThread())

    def take_both(self, before: object, value: object) -> None:
        self.got.append((before, value))


@pytest.fixture
def receiver(qapp: QObject) -> Receiver:
    assert qapp is not None
    return Receiver()


def test_work_is_done_elsewhere_and_its_value_comes_back_here(receiver: Receiver, qtbot: QtBot) -> None:
    here = threading.get_ident()
    jobs = Jobs()
    jobs.run(lambda: threading.get_ident() != here, done=receiver.take, failed=receiver.take)
    qtbot.waitUntil(lambda: receiver.got == [True])
    assert receiver.threads == {receiver.thread()}


def test_an_exception_comes_back_as_a_failure(receiver: Receiver, qtbot: QtBot) -> None:
    jobs, succeeded = Jobs(), Receiver()
    jobs.run(lambda: 1 // 0, done=succeeded.take, failed=receiver.take)
    qtbot.waitUntil(lambda: len(receiver.got) == 1)
    assert isinstance(receiver.got[0], ZeroDivisionError)
    assert succeeded.got == []


def test_a_partial_over_a_bound_method_brings_its_arguments(receiver: Receiver, qtbot: QtBot) -> None:
    jobs = Jobs()
    jobs.run(lambda: 2, done=partial(receiver.take_both, 1), failed=receiver.take)
    qtbot.waitUntil(lambda: receiver.got == [(1, 2)])


@pytest.mark.usefixtures("qapp")
def test_a_job_holds_nobody_who_waits_for_it() -> None:
    """A partial over self would: a cycle, and the collector is off while a job is open."""
    jobs, gate, gone = Jobs(), threading.Event(), Receiver()
    held = weakref.ref(gone)
    jobs.run(lambda: gate.wait(60), done=partial(gone.take_both, 1), failed=gone.take)
    del gone
    assert held() is None
    gate.set()
    assert jobs.wait(60_000)


@pytest.mark.parametrize("done", [print, lambda _value: None, [].append, partial(print, 1)])
def test_who_is_told_is_a_qobject_whose_end_can_be_seen(
    receiver: Receiver, done: Callable[..., None]
) -> None:
    with pytest.raises(TypeError, match="bound method of a QObject"):
        Jobs().run(int, done=done, failed=receiver.take)


def test_work_takes_no_qobject_into_another_thread(receiver: Receiver) -> None:
    works: tuple[Callable[[], object], ...] = (
        receiver.parent,
        partial(receiver.take, 1),
        partial(print, receiver),
        partial(partial(print, receiver), 1),
        lambda: receiver,
    )
    for work in works:
        with pytest.raises(TypeError, match="values only"):
            Jobs().run(work, done=receiver.take, failed=receiver.take)


def test_a_cancelled_job_tells_nobody(receiver: Receiver, qtbot: QtBot) -> None:
    jobs, gate = Jobs(), threading.Event()
    cancelled = jobs.run(lambda: gate.wait(60), done=receiver.take, failed=receiver.take, queue="q")
    cancelled.cancel()
    gate.set()
    jobs.run(lambda: "after", done=receiver.take, failed=receiver.take, queue="q")
    qtbot.waitUntil(lambda: bool(receiver.got))
    assert receiver.got == ["after"]


def test_a_result_whose_receiver_is_gone_is_dropped(receiver: Receiver, qtbot: QtBot) -> None:
    jobs, gate, gone = Jobs(), threading.Event(), Receiver()
    got = gone.got
    jobs.run(lambda: gate.wait(60), done=gone.take, failed=gone.take, queue="q")
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
    gate.set()
    jobs.run(lambda: "after", done=receiver.take, failed=receiver.take, queue="q")
    qtbot.waitUntil(lambda: bool(receiver.got))
    assert got == []


def test_jobs_of_a_queue_run_in_order_and_one_at_a_time(receiver: Receiver, qtbot: QtBot) -> None:
    jobs, running, most = Jobs(), [], []

    def work(number: int) -> int:
        running.append(number)
        most.append(len(running))
        running.remove(number)
        return number

    for number in range(50):
        jobs.run(partial(work, number), done=receiver.take, failed=receiver.take, queue="q")
    qtbot.waitUntil(lambda: len(receiver.got) == 50)
    assert receiver.got == list(range(50))
    assert max(most) == 1


def test_hundreds_of_jobs_side_by_side_all_come_back(receiver: Receiver, qtbot: QtBot) -> None:
    jobs = Jobs()
    for number in range(300):
        jobs.run(partial(int, number), done=receiver.take, failed=receiver.take)
    qtbot.waitUntil(lambda: len(receiver.got) == 300)
    assert sorted(map(str, receiver.got)) == sorted(map(str, range(300)))


def test_waiting_tells_whether_all_is_done(receiver: Receiver) -> None:
    jobs, gate = Jobs(), threading.Event()
    jobs.run(lambda: gate.wait(60), done=receiver.take, failed=receiver.take)
    assert not jobs.wait(1)
    gate.set()
    assert jobs.wait(60_000)


def test_stopping_leaves_out_what_is_only_looked_at_and_carries_out_what_writes(receiver: Receiver) -> None:
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    jobs, gate, done = Jobs(pool), threading.Event(), list[str]()
    begun = threading.Event()

    def page() -> None:
        begun.set()
        gate.wait(60)

    jobs.run(page, done=receiver.take, failed=receiver.take)
    jobs.run(lambda: done.append("another page"), done=receiver.take, failed=receiver.take)
    for number in range(3):
        write = partial(done.append, f"write {number}")
        jobs.run(write, done=receiver.take, failed=receiver.take, queue="writes")
    assert begun.wait(60)

    assert not jobs.stop(1), "the page is still being made"
    assert done == ["write 0", "write 1", "write 2"]

    gate.set()
    assert jobs.stop(60_000)
    assert done == ["write 0", "write 1", "write 2"]


def test_stopping_carries_an_export_out_but_does_not_wait_for_one_that_never_ends(receiver: Receiver) -> None:
    jobs, gate, written = Jobs(), threading.Event(), list[str]()
    jobs.run(partial(written.append, "page"), done=receiver.take, failed=receiver.take, queue=EXPORTS)

    assert jobs.stop(60_000)
    assert written == ["page"]

    jobs.run(partial(gate.wait, 60), done=receiver.take, failed=receiver.take, queue=EXPORTS)
    assert not jobs.stop(1)
    gate.set()
    assert jobs.stop(60_000)


@pytest.fixture
def collecting() -> Iterator[None]:
    """Python collects cycles by itself, as where there is no window."""
    gc.enable()
    yield
    gc.disable()


@pytest.mark.usefixtures("collecting")
def test_garbage_is_not_collected_in_the_thread_of_a_job(receiver: Receiver, qtbot: QtBot) -> None:
    jobs, threads = Jobs(), set[int]()

    class Cycle:
        def __init__(self) -> None:
            self.myself = self

        def __del__(self) -> None:
            threads.add(threading.get_ident())

    def work() -> int:
        return len([[number] for number in range(200_000)])

    for _ in range(3):
        Cycle()
    jobs.run(work, done=receiver.take, failed=receiver.take)
    qtbot.waitUntil(lambda: receiver.got == [200_000])
    assert gc.isenabled()
    gc.collect()
    assert threads == {threading.get_ident()}


@pytest.mark.usefixtures("collecting")
def test_what_gathered_during_a_job_is_collected_at_its_end_and_not_by_the_next_allocation(
    qtbot: QtBot,
) -> None:
    """The next allocation may be one of the job's own thread, which is still on its way out."""
    jobs, waiting = Jobs(), list[int]()

    class Counter(QObject):
        def take(self, _result: object) -> None:
            waiting.append(gc.get_count()[0])

    counter = Counter()

    def work() -> list[list[int]]:
        return [[number] for number in range(20_000)]

    jobs.run(work, done=counter.take, failed=counter.take)
    qtbot.waitUntil(lambda: bool(waiting))
    assert waiting[0] < gc.get_threshold()[0]


def test_a_program_that_ends_while_a_job_runs_ends_well() -> None:
    program = """
import sys
from PySide6.QtCore import QCoreApplication, QObject
from planner.desktop.background.jobs import Jobs
class Receiver(QObject):
    def take(self, value):
        pass
app = QCoreApplication(sys.argv)
jobs, receiver = Jobs(), Receiver()
for _ in range(8):
    jobs.run(lambda: sum(range(2_000_000)), done=receiver.take, failed=receiver.take)
    jobs.run(lambda: sum(range(200_000)), done=receiver.take, failed=receiver.take, queue="saves")
"""
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
