"""A day worked off by keyboard alone, and each act of it taken back."""

import datetime as dt

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from planner.model.plan import Intention
from planner.model.reflection import IntentionKept
from planner.model.terms import Happened, Side
from tests.desktop.fakes import NOW
from tests.desktop.stage import Stage
from tests.desktop.today.a_day import (
    a_call,
    a_client,
    a_planned_touch,
    an_inquiry,
    day,
    hours,
    open_today,
    ours,
    reviewed,
    stored,
    theirs,
)

MONDAY = NOW + dt.timedelta(days=1)


def test_a_monday_is_worked_off_to_done_for_today(stage: Stage) -> None:
    stage.clock.moment = MONDAY
    tarn = a_client("Tarn", promises=(ours("Film thickness sheet", 1), theirs("Stop list", -1)))
    hollis = a_client("Hollis", touches=(an_inquiry(3 - 24),))
    brightmoor, kestrel = a_client("Brightmoor"), a_client("Kestrel")
    page = open_today(
        stage,
        a_call(tarn, "Metering", MONDAY + dt.timedelta(hours=5)),
        a_call(brightmoor, "Changeover", MONDAY + dt.timedelta(hours=25)),
        a_call(kestrel, "Film", MONDAY - dt.timedelta(hours=20)),
        clients=(hollis,),
    )
    assert page.day == "Monday 30 November"
    assert page.headings == ["They came to us", "Calls", "Held, not yet reviewed", "Promises"]
    assert page.in_sidebar == "Today, 6"
    assert page.chosen == "Hollis"

    page.key(Qt.Key.Key_Space)  # they are rung at once
    page.answer("Spoke with Jonah: Thursday at ten")
    page.wait_for("Tarn | Metering", "Brightmoor", "Kestrel", "Film thickness sheet", "Stop list")
    page.choose_line("Stop list")
    page.key(Qt.Key.Key_D)
    page.answer("Fri")
    page.choose_line("Film thickness sheet")
    page.key(Qt.Key.Key_Space)
    page.wait_for("Tarn", "Brightmoor", "Kestrel")
    page.choose_line("Kestrel")
    page.key(Qt.Key.Key_N)
    page.wait_for("Tarn", "Brightmoor")
    page.choose_line("Tarn")
    page.key(Qt.Key.Key_C)
    page.wait_for("Brightmoor")
    page.choose_line("Brightmoor")
    page.key(Qt.Key.Key_D)
    page.answer("in two weeks")
    page.wait_until(lambda: page.done)

    assert page.in_sidebar == "Today"
    assert page.note == "The next call is with Brightmoor, Changeover: Mon 14 Dec, 10:00."
    tarn = stored(stage, "tarn")
    assert [promise.kept_on for promise in tarn.promises] == [MONDAY.date(), None]
    assert tarn.promises[1].due == dt.date(2026, 12, 4)
    answered = stored(stage, "hollis").touches[1]
    assert (answered.from_, answered.done_at, answered.note) == (
        Side.US,
        MONDAY,
        "Spoke with Jonah: Thursday at ten",
    )
    assert stage.plans.stored["film"].plan.call.happened is Happened.NOBODY_CAME
    assert stage.plans.stored["metering"].plan.call.happened is Happened.CANCELLED

    for _act in range(6):  # each is taken back like any edit
        page.press("Ctrl+Z")
        page.wait_at_rest()
    page.wait_for("Hollis", "Tarn | Metering", "Brightmoor", "Kestrel", "Film thickness sheet", "Stop list")


def test_enter_leads_to_the_work_and_alt_left_back_to_the_line(stage: Stage) -> None:
    tarn, kestrel = a_client("Tarn"), a_client("Kestrel")
    page = open_today(stage, a_call(tarn, "Metering", hours(5)), a_call(kestrel, "Film", hours(-3)))
    page.choose_line("Kestrel")
    page.key(Qt.Key.Key_Return)
    assert page.window.open is not None
    assert page.walk.step == 5
    page.press("Alt+Left")
    page.wait_at_rest()
    assert page.window.area.page is page.page
    assert page.page.list.hasFocus()
    assert page.chosen == "Kestrel"
    page.choose_line("Tarn")
    page.key(Qt.Key.Key_Return)
    assert page.walk.step == 0
    page.choose_from_menu("Back to Today")
    page.key(Qt.Key.Key_L)
    assert page.window.around_the_call.rehearsals.page is not None


def test_of_a_call_under_way_it_can_be_said_that_nobody_came(stage: Stage) -> None:
    under_way = a_call(a_client("Tarn"), "Metering", hours(-0.3))
    page = open_today(stage, under_way, a_call(a_client("Kestrel"), "Film", hours(3)))
    page.choose_line("Kestrel")
    page.key(Qt.Key.Key_N)
    page.wait_message("That call is still to come.")
    assert _happened(stage, "film") is None
    page.key(Qt.Key.Key_M)
    page.wait_for("Tarn")
    page.key(Qt.Key.Key_N)
    page.wait_until(lambda: page.done)
    assert _happened(stage, "film") is Happened.MOVED
    assert _happened(stage, "metering") is Happened.NOBODY_CAME


def _happened(stage: Stage, plan_id: str) -> Happened | None:
    return stage.plans.stored[plan_id].plan.call.happened


def test_a_call_noted_as_held_and_moved_after_all_is_to_come(stage: Stage) -> None:
    held = a_call(a_client("Tarn"), "Metering", hours(-3), **{"call.happened": Happened.HELD})
    page = open_today(stage, held)
    assert page.headings == ["Held, not yet reviewed"]
    page.key(Qt.Key.Key_D)
    page.answer("tomorrow")
    page.wait_until(lambda: page.headings == ["Calls"])
    assert stage.plans.stored["metering"].plan.call.happened is None


def test_an_inquiry_is_answered_by_a_ten_minute_plan_of_theirs(stage: Stage) -> None:
    hollis = a_client("Hollis", touches=(an_inquiry(3),))
    page = open_today(stage, clients=(hollis,))
    page.key(Qt.Key.Key_Return)
    page.wait_until(lambda: page.window.open is not None)
    made = page.walk.preparation
    assert made.client.name == "Hollis"
    assert made.plan.call.initiated_by is Side.THEM
    assert made.client.touches[0].plan_id == made.plan.id
    assert page.window.open is not None
    assert page.window.open.ten_minutes.on
    page.press("Alt+Left")
    page.wait_at_rest()
    page.press("Ctrl+Z")
    page.wait_until(lambda: not stage.plans.stored)
    assert list(stage.plans.trash) == [made.plan.id]
    assert stored(stage, "hollis") == hollis
    page.press("Ctrl+Y")
    page.wait_until(lambda: bool(stage.plans.stored))
    assert stored(stage, "hollis").touches[0].plan_id == made.plan.id


def test_a_plan_begun_for_an_inquiry_is_gone_on_with(stage: Stage) -> None:
    page = open_today(stage, clients=(a_client("Hollis", touches=(an_inquiry(3),)),))
    page.key(Qt.Key.Key_Return)
    page.wait_until(lambda: page.window.open is not None)
    made = page.walk.preparation.plan.id
    page.press("Alt+Left")
    page.wait_at_rest()
    page.key(Qt.Key.Key_Return)
    page.wait_until(lambda: page.window.open is not None)
    assert page.walk.preparation.plan.id == made
    assert page.window.open is not None
    assert page.window.open.ten_minutes.on
    assert list(stage.plans.stored) == [made]


def test_a_quiet_dream_client_gets_a_touch_on_the_next_working_day(stage: Stage) -> None:
    ravenna = a_client("Ravenna", dream_client=True, dream_rank=2, why_dream="Three kilns")
    page = open_today(stage, clients=(ravenna,))
    assert page.lines[0] == "Gone quiet"
    page.key(Qt.Key.Key_Space)
    page.wait_until(lambda: page.done)
    assert [touch.planned_on for touch in stored(stage, "ravenna").touches] == [day(1)]
    page.press("Ctrl+Z")
    page.wait_for("Ravenna")
    page.key(Qt.Key.Key_D)
    page.answer("in 3 days")
    page.wait_until(lambda: page.done)
    assert [touch.planned_on for touch in stored(stage, "ravenna").touches] == [day(3)]


def test_a_touch_is_done_or_put_off(stage: Stage) -> None:
    osterley = a_client(
        "Osterley", touches=(a_planned_touch(0, "the furnace levy"), a_planned_touch(-2, "a letter"))
    )
    page = open_today(stage, clients=(osterley,))
    page.choose_line("Osterley: the furnace levy")
    page.key(Qt.Key.Key_Space)
    page.wait_for("Osterley: a letter")
    page.key(Qt.Key.Key_D)
    page.answer("tomorrow")
    page.wait_until(lambda: page.done)
    first, second = stored(stage, "osterley").touches
    assert (first.done_at, second.planned_on) == (NOW, day(1))


def test_what_was_meant_differently_is_taken_up_or_dropped(stage: Stage) -> None:
    tarn, kestrel = a_client("Tarn"), a_client("Kestrel")
    page = open_today(
        stage,
        reviewed(tarn, "First", 7, "Ask for the budget"),
        a_call(tarn, "Second", hours(24 * 9)),
        reviewed(kestrel, "Film", 6, "Say less"),
    )
    page.choose_line("Ask for the budget")
    page.key(Qt.Key.Key_Return)
    page.wait_for("Say less")
    (taken_up,) = stage.plans.stored["second"].plan.intentions
    assert (taken_up.text, taken_up.since) == ("Ask for the budget", day(-7))
    page.key(Qt.Key.Key_X)
    page.answer("They want it told")
    page.wait_until(lambda: page.done)
    assert stage.plans.stored["film"].plan.reflection.differently_dropped == "They want it told"
    page.press("Ctrl+Z")
    page.wait_for("Say less")
    page.press("Ctrl+Z")
    page.wait_for("Say less", "Ask for the budget")
    assert stage.plans.stored["second"].plan.intentions == ()


def test_what_was_brought_into_the_call_and_not_done_is_dropped_by_itself(stage: Stage) -> None:
    missed = reviewed(
        a_client("Tarn"),
        "First",
        7,
        "Say less",
        **{
            "intentions": (Intention(text="Ask for the budget"),),
            "reflection.intentions": (IntentionKept(text="Ask for the budget", kept=False),),
        },
    )
    page = open_today(stage, missed)
    page.choose_line("Ask for the budget")
    page.key(Qt.Key.Key_X)
    page.answer("Known by now")
    page.wait_for("Say less")
    page.press("Ctrl+Z")
    page.wait_for("Ask for the budget", "Say less")


def test_without_a_next_plan_taking_up_makes_one(stage: Stage) -> None:
    page = open_today(stage, reviewed(a_client("Tarn"), "First", 7, "Ask for the budget"))
    page.key(Qt.Key.Key_Return)
    page.wait_until(lambda: page.window.open is not None)
    assert [one.text for one in page.walk.preparation.plan.intentions] == ["Ask for the budget"]


def test_keys_held_down_do_not_run_through_the_list(stage: Stage) -> None:
    tarn = a_client("Tarn", promises=(ours("One", 0), ours("Two", 0)))
    page = open_today(stage, clients=(tarn,))
    for text in (" ", "d"):
        held = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, text, autorep=True
        )
        QApplication.sendEvent(page.page.list, held)
    page.wait_at_rest()
    assert page.popup is None
    assert len([line for line in page.lines if " | " in line]) == 2
