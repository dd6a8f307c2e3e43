import datetime as dt

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from planner.desktop.background.jobs import Jobs
from planner.desktop.editing.document import PlanDocument, SaveState
from planner.model.errors import PlannerError
from tests.builders import a_plan
from tests.desktop.sheet import Disk

TODAY = dt.date(2026, 11, 23)


class LibraryFull(PlannerError):
    """Nothing more fits."""


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def document(disk: Disk, qapp: object) -> PlanDocument:
    assert qapp is not None
    return PlanDocument(
        a_plan(), save=disk.save, jobs=Jobs(), today=lambda: TODAY, autosave_ms=20, retry_ms=20
    )


def is_saved(document: PlanDocument, disk: Disk) -> bool:
    return (
        document.save_state is SaveState.SAVED and bool(disk.saved) and disk.saved[-1] is document.preparation
    )


def test_what_is_typed_is_saved_without_being_asked(document: PlanDocument, disk: Disk, qtbot: QtBot) -> None:
    states: list[SaveState] = []
    document.save_state_changed.connect(lambda: states.append(document.save_state))
    for text in ("P", "Pe", "Pen"):
        document.edit("case.why_now", text)
    qtbot.waitUntil(lambda: is_saved(document, disk))
    assert disk.saved[-1].plan.case.why_now == "Pen"
    assert len(disk.saved) == 1
    assert states == [SaveState.UNSAVED, SaveState.SAVING, SaveState.SAVED]


def test_typing_that_never_pauses_puts_no_save_off(disk: Disk, qtbot: QtBot) -> None:
    """The wait counts from the first unsaved key: each key would begin it anew."""
    document = PlanDocument(a_plan(), save=disk.save, jobs=Jobs(), today=lambda: TODAY, autosave_ms=60)
    typing = QTimer()
    typing.setInterval(0)
    typing.timeout.connect(lambda: document.edit("case.why_now", document.read("case.why_now") + "x"))
    typing.start()
    qtbot.waitUntil(lambda: len(disk.saved) >= 3)
    typing.stop()
    lengths = [len(one.plan.case.why_now) for one in disk.saved]
    assert lengths == sorted(set(lengths))


def test_what_is_typed_during_a_slow_save_waits_for_nothing_more_than_its_end(
    disk: Disk, qtbot: QtBot
) -> None:
    document = PlanDocument(a_plan(), save=disk.save, jobs=Jobs(), today=lambda: TODAY, autosave_ms=20)
    states: list[SaveState] = []
    disk.open.clear()
    document.edit("case.why_now", "P")
    document.save_now()
    document.edit("case.why_now", "Pe")
    document.save_now()
    document.save_state_changed.connect(lambda: states.append(document.save_state))
    disk.open.set()
    qtbot.waitUntil(lambda: is_saved(document, disk))
    assert states == [SaveState.SAVED]
    assert [one.plan.case.why_now for one in disk.saved] == ["P", "Pe"]


def test_an_edit_after_many_failures_brings_the_next_try_near(disk: Disk, qtbot: QtBot) -> None:
    document = PlanDocument(
        a_plan(), save=disk.save, jobs=Jobs(), today=lambda: TODAY, autosave_ms=20, retry_ms=200
    )
    disk.error = LibraryFull("The disk is full.")
    document.edit("case.why_now", "P")
    for _ in range(9):  # the next wait by itself would be a minute
        document.save_now()
        qtbot.waitUntil(lambda: document.save_state is SaveState.FAILED)
    disk.error = None
    document.edit("case.why_now", "Pe")
    qtbot.waitUntil(lambda: is_saved(document, disk))


def test_a_day_of_work_is_noted_once(document: PlanDocument, disk: Disk, qtbot: QtBot) -> None:
    document.edit("case.why_now", "P")
    qtbot.waitUntil(lambda: is_saved(document, disk))
    document.edit("case.why_now", "Pe")
    qtbot.waitUntil(lambda: is_saved(document, disk) and len(disk.saved) == 2)
    assert disk.saved[-1].plan.edited_on == (TODAY,)


def test_undo_after_a_save_is_saved_and_the_day_stays_noted(
    document: PlanDocument, disk: Disk, qtbot: QtBot
) -> None:
    document.edit("case.why_now", "P")
    qtbot.waitUntil(lambda: is_saved(document, disk))
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: is_saved(document, disk) and len(disk.saved) == 2)
    assert disk.saved[-1].plan.case.why_now == ""
    assert disk.saved[-1].plan.edited_on == (TODAY,)


def test_an_edit_taken_back_before_the_save_is_no_work(document: PlanDocument, disk: Disk) -> None:
    document.edit("case.why_now", "P")
    document.undo_stack.undo()
    assert document.save_state is SaveState.SAVED
    assert document.close_saved()
    assert disk.saved == []


def test_what_is_typed_during_a_save_is_saved_after_it(
    document: PlanDocument, disk: Disk, qtbot: QtBot
) -> None:
    disk.open.clear()
    document.edit("case.why_now", "P")
    document.save_now()
    assert document.save_state is SaveState.SAVING
    document.edit("case.why_now", "Pe")
    document.save_now()
    disk.open.set()
    qtbot.waitUntil(lambda: is_saved(document, disk))
    assert [one.plan.case.why_now for one in disk.saved] == ["P", "Pe"]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (LibraryFull("The disk is full. Make room."), "The disk is full. Make room."),
        (ZeroDivisionError("by zero"), "ZeroDivisionError: by zero"),
    ],
)
def test_a_save_that_fails_is_told_and_tried_again_until_it_succeeds(
    document: PlanDocument, disk: Disk, qtbot: QtBot, error: Exception, told: str
) -> None:
    disk.error = error
    document.edit("case.why_now", "P")
    qtbot.waitUntil(lambda: document.save_state is SaveState.FAILED)
    assert document.save_error == told
    disk.error = None
    qtbot.waitUntil(lambda: is_saved(document, disk))
    assert document.save_error == ""
    assert disk.saved[-1].plan.case.why_now == "P"


def test_after_a_failure_even_what_was_saved_before_is_written_again(
    document: PlanDocument, disk: Disk, qtbot: QtBot
) -> None:
    disk.error = LibraryFull("The disk is full.")
    document.edit("case.why_now", "P")
    qtbot.waitUntil(lambda: document.save_state is SaveState.FAILED)
    disk.error = None
    document.undo_stack.undo()
    assert document.close_saved()
    assert disk.saved[-1].plan.case.why_now == ""


def test_closing_writes_everything_first(document: PlanDocument, disk: Disk) -> None:
    document.edit("case.why_now", "P")
    assert document.close_saved()
    assert disk.saved[-1].plan.case.why_now == "P"
    assert document.save_state is SaveState.SAVED


def test_closing_waits_for_the_save_that_runs_and_for_what_came_after(
    document: PlanDocument, disk: Disk
) -> None:
    document.edit("case.why_now", "P")
    document.save_now()
    document.edit("case.why_now", "Pe")
    assert document.close_saved()
    assert [one.plan.case.why_now for one in disk.saved] == ["P", "Pe"]


def test_closing_says_when_it_could_not_write(document: PlanDocument, disk: Disk) -> None:
    disk.error = LibraryFull("The disk is full.")
    document.edit("case.why_now", "P")
    assert not document.close_saved()
    assert document.save_state is SaveState.FAILED
    assert document.save_error == "The disk is full."


def test_closing_without_a_change_writes_nothing(document: PlanDocument, disk: Disk) -> None:
    assert document.close_saved()
    assert disk.saved == []
