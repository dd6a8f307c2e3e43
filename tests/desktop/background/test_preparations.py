import ast
import logging
import threading
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from planner.desktop.background.jobs import Jobs
from planner.desktop.background.preparations import Preparations

PLANNER = Path(__file__).parents[2] / "planner"
LOG = logging.getLogger("test preparations")


def test_closing_waits_for_what_is_being_made_ready_and_begins_no_more(qapp: QObject) -> None:
    """A thread that is at work while the interpreter ends takes the process down with it."""
    jobs, begun, gate, made = Jobs(), threading.Event(), threading.Event(), list[str]()

    def load() -> None:
        begun.set()
        gate.wait(60)
        made.append("loaded")

    preparations = Preparations((load, partial(made.append, "another")), jobs=jobs, log=LOG, parent=qapp)
    preparations.begin()
    assert begun.wait(60)

    assert not jobs.stop(1), "it is still loading"
    gate.set()
    assert jobs.stop(60_000)
    assert made == ["loaded"]
    preparations.deleteLater()


def test_what_fails_is_logged_without_a_word_of_it_and_the_next_goes_on(
    qapp: QObject, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    made: list[str] = []

    def broken() -> None:
        raise ValueError("Brightmoor pays 79,000")

    works = (broken, partial(made.append, "next"))
    preparations = Preparations(works, jobs=Jobs(), log=LOG, parent=qapp)
    preparations.begin()
    qtbot.waitUntil(lambda: bool(caplog.records) and made == ["next"])

    assert "in broken" in caplog.text
    assert "Brightmoor" not in caplog.text
    preparations.deleteLater()


def daemons(source: str) -> list[int]:
    """The lines where a thread is made that nobody waits for."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and any(keyword.arg == "daemon" for keyword in node.keywords)
    ]


def test_no_thread_is_left_to_the_interpreters_end() -> None:
    found = {str(file): daemons(file.read_text("utf-8")) for file in PLANNER.rglob("*.py")}

    assert {file: lines for file, lines in found.items() if lines} == {}


def test_a_thread_nobody_waits_for_is_found() -> None:
    assert daemons("threading.Thread(target=print, daemon=True).start()") == [1]
