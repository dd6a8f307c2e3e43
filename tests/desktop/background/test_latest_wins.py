"""Whatever order work ends in, only the answer to the newest request is handed over."""

import random
import threading
from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from planner.desktop.background.debounce import Debounce
from planner.desktop.background.jobs import Jobs
from planner.desktop.background.latest_wins import LatestWins, cancel_all, same_parts


class Question(msgspec.Struct, frozen=True):
    """What is asked; the work on it takes until the gate opens."""

    name: str
    gate: threading.Event
    fails: bool = False


class Refused(Exception):
    pass


class Log:
    """What the work did, in the order it was done; filled in other threads."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.running = 0
        self.most_running = 0

    def work(self, question: Question) -> str:
        self.begun.append(question.name)
        self.running += 1
        self.most_running = max(self.most_running, self.running)
        question.gate.wait(60)
        self.running -= 1
        if question.fails:
            raise Refused(question.name)
        return question.name.upper()


class Owner(QObject):
    """Asks, and notes each answer beside the name it was asked by."""

    def __init__(self, jobs: Jobs, log: Log) -> None:
        super().__init__()
        self.answers: list[tuple[str, str]] = []
        self.failures: list[tuple[str, str]] = []
        self.names: list[str] = []
        self.worker = LatestWins(log.work, jobs=jobs, done=self.take, failed=self.give_up, parent=self)

    def take(self, question: Question, answer: str) -> None:
        self.answers.append((question.name, answer))
        self.names.append(question.name)

    def give_up(self, question: Question, error: Exception) -> None:
        self.failures.append((question.name, str(error)))
        self.names.append(question.name)


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
def jobs(qapp: QObject) -> Iterator[Jobs]:
    assert qapp is not None
    made = Jobs()
    yield made
    assert made.wait(60_000)


@pytest.fixture
def owner(jobs: Jobs, log: Log) -> Owner:
    return Owner(jobs, log)


def slow(name: str, *, fails: bool = False) -> Question:
    return Question(name, threading.Event(), fails)


def quick(name: str, *, fails: bool = False) -> Question:
    question = slow(name, fails=fails)
    question.gate.set()
    return question


def settle(jobs: Jobs, owner: Owner, qtbot: QtBot) -> None:
    """Wait until every job has ended and what it brought was handed over or dropped."""
    qtbot.waitUntil(lambda: jobs.wait(0) and owner.worker._running is None)
    QCoreApplication.processEvents()


def test_an_answer_comes_with_the_request_it_answers(owner: Owner, qtbot: QtBot) -> None:
    owner.worker.ask(quick("a"))
    assert owner.worker.pending
    qtbot.waitUntil(lambda: owner.answers == [("a", "A")])
    assert not owner.worker.pending


def test_a_slow_request_is_dropped_for_the_quick_one_after_it(owner: Owner, log: Log, qtbot: QtBot) -> None:
    first = slow("a")
    owner.worker.ask(first)
    qtbot.waitUntil(lambda: log.begun == ["a"])
    owner.worker.ask(quick("b"))
    first.gate.set()
    qtbot.waitUntil(lambda: bool(owner.answers))
    assert owner.answers == [("b", "B")]


def test_one_runs_and_only_the_newest_waits(owner: Owner, log: Log, qtbot: QtBot) -> None:
    first = slow("a")
    for question in (first, quick("b"), quick("c"), quick("d")):
        owner.worker.ask(question)
    first.gate.set()
    qtbot.waitUntil(lambda: bool(owner.answers))
    assert log.begun == ["a", "d"]
    assert log.most_running == 1
    assert owner.answers == [("d", "D")]


def test_the_failure_of_the_newest_is_told(owner: Owner, qtbot: QtBot) -> None:
    owner.worker.ask(quick("a", fails=True))
    qtbot.waitUntil(lambda: owner.failures == [("a", "a")])
    owner.worker.ask(quick("b"))
    qtbot.waitUntil(lambda: owner.answers == [("b", "B")])


def test_the_failure_of_an_older_one_is_not(owner: Owner, qtbot: QtBot) -> None:
    first = slow("a", fails=True)
    owner.worker.ask(first)
    owner.worker.ask(quick("b"))
    first.gate.set()
    qtbot.waitUntil(lambda: owner.answers == [("b", "B")])
    assert owner.failures == []


@pytest.mark.parametrize("fails", [False, True])
def test_nothing_asked_before_a_cancel_is_handed_over(
    owner: Owner, jobs: Jobs, qtbot: QtBot, *, fails: bool
) -> None:
    first = slow("a", fails=fails)
    owner.worker.ask(first)
    owner.worker.ask(quick("b", fails=fails))
    owner.worker.cancel()
    assert not owner.worker.pending
    first.gate.set()
    settle(jobs, owner, qtbot)
    assert (owner.answers, owner.failures) == ([], [])


def test_the_same_request_asked_again_after_a_cancel_is_worked_on_anew(
    owner: Owner, log: Log, qtbot: QtBot
) -> None:
    """What it read may have changed meanwhile: that is why it was cancelled."""
    question = slow("a")
    owner.worker.ask(question)
    owner.worker.cancel()
    owner.worker.ask(question)
    question.gate.set()
    qtbot.waitUntil(lambda: bool(owner.answers))
    assert log.begun == ["a", "a"]
    assert owner.answers == [("a", "A")]


def test_asked_once_is_the_very_same_request(owner: Owner, log: Log, qtbot: QtBot) -> None:
    question = quick("a")
    owner.worker.ask_once(question)
    owner.worker.ask_once(Question(question.name, question.gate))
    qtbot.waitUntil(lambda: owner.answers == [("a", "A")])
    owner.worker.ask_once(question)
    assert not owner.worker.pending
    owner.worker.cancel()
    owner.worker.ask_once(question)
    qtbot.waitUntil(lambda: len(owner.answers) == 2)
    assert log.begun == ["a", "a"]


def test_what_waits_can_be_cancelled_alone(owner: Owner, jobs: Jobs, log: Log, qtbot: QtBot) -> None:
    first = slow("a")
    owner.worker.ask(first)
    owner.worker.cancel_waiting()
    assert owner.worker.pending, "it runs"
    owner.worker.ask(quick("b"))
    owner.worker.cancel_waiting()
    first.gate.set()
    settle(jobs, owner, qtbot)
    assert (owner.answers, log.begun) == ([], ["a"])


def test_an_answer_may_lead_to_the_next_request(jobs: Jobs, log: Log, qtbot: QtBot) -> None:
    class Chain(Owner):
        def take(self, question: Question, answer: str) -> None:
            super().take(question, answer)
            if len(self.answers) < 3:
                self.worker.ask(quick(question.name + "+"))

    chain = Chain(jobs, log)
    chain.worker.ask(quick("a"))
    qtbot.waitUntil(lambda: [name for name, _ in chain.answers] == ["a", "a+", "a++"])


def test_when_the_owner_is_gone_nothing_is_handed_over(jobs: Jobs, log: Log, qtbot: QtBot) -> None:
    owner = Owner(jobs, log)
    answers, first = owner.answers, slow("a")
    owner.worker.ask(first)
    owner.worker.ask(quick("b"))
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    first.gate.set()
    qtbot.waitUntil(lambda: jobs.wait(0))
    QCoreApplication.processEvents()
    assert answers == []
    assert log.begun == ["a"]


def test_it_holds_nobody_who_waits_for_it(jobs: Jobs, log: Log) -> None:
    with pytest.raises(TypeError, match="bound method of a QObject"):
        LatestWins(log.work, jobs=jobs, done=print, failed=print, parent=jobs)


def test_all_that_is_pending_below_an_owner_is_cancelled(
    owner: Owner, jobs: Jobs, log: Log, qtbot: QtBot
) -> None:
    top, inside = QObject(), Debounce(1, owner)
    owner.setParent(top)
    inside.elapsed.connect(owner.worker.cancel)
    question = slow("a")
    inside.trigger()
    owner.worker.ask(question)
    qtbot.waitUntil(lambda: log.begun == ["a"])
    cancel_all(top)
    assert (inside.pending, owner.worker.pending) == (False, False)
    question.gate.set()
    settle(jobs, owner, qtbot)
    assert owner.answers == []


def test_values_that_only_equal_each_other_are_not_the_same_parts() -> None:
    gate, name = threading.Event(), "a long name"
    equal = name.encode().decode()
    assert equal == name
    assert same_parts(Question(name, gate), Question(name, gate))
    assert not same_parts(Question(name, gate), Question(equal, gate))
    assert not same_parts(Question(name, gate), None)


@pytest.mark.parametrize("seed", range(20))
def test_whatever_is_asked_cancelled_and_ended_in_whatever_order(
    owner: Owner, jobs: Jobs, log: Log, qtbot: QtBot, seed: int
) -> None:
    """Handed over is at each moment only what was asked last; at the end the newest is answered."""
    chance = random.Random(seed)
    wanted, asked = "", 0
    open_gates: list[threading.Event] = []
    told = 0
    for _ in range(60):
        act = chance.choice(("ask", "ask", "cancel", "end", "deliver"))
        if act == "ask":
            question = slow(str(asked), fails=chance.random() < 0.3)
            asked, wanted = asked + 1, question.name
            open_gates.append(question.gate)
            owner.worker.ask(question)
        elif act == "cancel":
            owner.worker.cancel()
            wanted = ""
        elif act == "end" and open_gates:
            open_gates.pop(chance.randrange(len(open_gates))).set()
        else:
            QCoreApplication.processEvents()
            if len(owner.names) > told:
                assert owner.names[told:] == [wanted]
                told, wanted = len(owner.names), ""
    for gate in open_gates:
        gate.set()
    settle(jobs, owner, qtbot)
    assert owner.names[told:] == ([wanted] if wanted else [])
    assert log.most_running <= 1
