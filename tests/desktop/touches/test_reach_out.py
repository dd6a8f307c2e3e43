"""Reaching out: a touch planned or done, what ends a sequence, the plan that comes of a meeting agreed."""

import datetime as dt

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from planner.desktop.fields import ChoiceField, ContactField, DateField, LongField, MomentField
from planner.desktop.touches.value_field import ValueField
from planner.desktop.widgets.child_widget import part
from planner.model.case import Force, Proof
from planner.model.client import Client, Contact
from planner.model.conversation import Question
from planner.model.terms import Side, TouchChannel, TouchOutcome, TouchValue
from planner.model.touch import Touch
from tests.builders import a_plan
from tests.desktop.fakes import today
from tests.desktop.reaching_page_object import DreamListObject, fill
from tests.desktop.stage import Stage

JO, LEFT = Contact(id="j", name="Jo Hartley"), Contact(id="l", name="Mara Lind", left=True)
CASE = {
    "client.name": "Ash",
    "client.dream_client": True,
    "client.dream_rank": 1,
    "client.why_dream": "Three kilns",
    "client.contacts": (JO, LEFT),
    "case.forces": (Force(trend="The furnace levy", effect_on_them="a tenth of every order"),),
    "case.proof": (Proof(situation="Hexley", result="from 30 stops to 9"),),
    "conversation.questions": (Question(text="Who explains a stop?"),),
}


@pytest.fixture
def dream(stage: Stage) -> DreamListObject:
    """A Dream list of one client, who has a plan."""
    dream = DreamListObject(stage, stage.open(a_plan(**CASE)))
    dream.choose("Ash")
    return dream


def keep(dream: DreamListObject) -> None:
    """Press Ctrl+Enter, and wait until the touch is stored."""
    dream.hands.press("Ctrl+Return")
    dream.settle()


def test_a_touch_is_planned_in_three_acts(dream: DreamListObject) -> None:
    before = dream.hands.actions
    dream.press("T")
    assert dream.reach_out.windowTitle() == "Reach out to Ash"
    dream.hands.type("Two pages on the furnace levy")
    keep(dream)
    assert dream.hands.actions - before == 3
    (touch,) = dream.client("Ash").touches
    assert (touch.planned_on, touch.value_offered) == (today(), "Two pages on the furnace levy")
    assert not touch.is_done
    assert dream.window.message == "Planned for Sun 29 Nov: reach out to Ash."
    dream.undo()
    dream.window.wait_until(lambda: dream.client("Ash").touches == ())


def test_a_touch_just_done_has_the_moment_it_is(dream: DreamListObject) -> None:
    dream.press("T")
    dialog = dream.reach_out
    dialog.is_done.setChecked(True)
    fill(dialog, ChoiceField, "outcome", "S")
    fill(dialog, ChoiceField, "channel", "P")
    keep(dream)
    (touch,) = dream.client("Ash").touches
    assert (touch.done_at, touch.planned_on) == (dream.stage.clock(), None)
    assert (touch.outcome, touch.channel) == (TouchOutcome.SPOKE, TouchChannel.PHONE)
    assert dream.lines[0].endswith("last today, no next touch")


def test_what_they_get_is_taken_from_the_case(dream: DreamListObject) -> None:
    dream.press("T")
    dialog = dream.reach_out
    value = part(dialog, ValueField)
    assert [(offer.kind, offer.text) for offer in value.offers()] == [
        (TouchValue.FORCE, "The furnace levy: a tenth of every order"),
        (TouchValue.PROOF, "Hexley: from 30 stops to 9"),
        (TouchValue.QUESTION, "Who explains a stop?"),
    ]
    QTest.keyClick(value, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert dialog.touch.value_offered == "Hexley: from 30 stops to 9"
    assert dialog.touch.value_kind is TouchValue.PROOF


def test_who_left_is_not_offered(dream: DreamListObject) -> None:
    dream.press("T")
    people = part(dream.reach_out, ContactField)
    assert [people.itemText(at) for at in range(people.count())] == ["Jo Hartley"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("", "A touch needs a day"),
        ("31 Nov", "31 Nov"),
        ("4 Nov 2026", "is past"),
        ("4 Dec 2062", "is far off"),
    ],
)
def test_a_day_that_will_not_do_is_told_and_nothing_is_lost(
    dream: DreamListObject, day: str, said: str
) -> None:
    dream.press("T")
    dialog = dream.reach_out
    dream.hands.type("Two pages")
    fill(dialog, DateField, "plannedOn", day)
    if not day:
        QTest.keyClick(part(dialog, DateField, "plannedOn").line, Qt.Key.Key_Delete)
    dream.hands.press("Ctrl+Return")
    assert said in dialog.problem.replace("\u00a0", " ")
    assert dialog.isVisible()
    assert dialog.touch.value_offered == "Two pages"
    fill(dialog, DateField, "plannedOn", "4 Dec")
    assert dialog.problem == ""
    keep(dream)
    assert dream.client("Ash").touches[0].planned_on == dt.date(2026, 12, 4)


def test_what_cannot_be_read_is_in_the_way_only_where_it_is_shown(dream: DreamListObject) -> None:
    dream.press("T")
    dialog = dream.reach_out
    fill(dialog, DateField, "plannedOn", "31 Nov")
    dialog.is_done.setChecked(True)
    keep(dream)
    (touch,) = dream.client("Ash").touches
    assert (touch.planned_on, touch.day_done) == (None, today())


def test_a_day_to_come_is_not_done(dream: DreamListObject) -> None:
    dream.press("T")
    dialog = dream.reach_out
    dialog.is_done.setChecked(True)
    fill(dialog, MomentField, "doneAt", "4 Dec")
    dream.hands.press("Ctrl+Return")
    assert "is still to come" in dialog.problem


def test_done_on_a_day_without_an_hour(dream: DreamListObject) -> None:
    dream.press("T")
    dialog = dream.reach_out
    dialog.is_done.setChecked(True)
    moment = part(dialog, MomentField)
    moment.time.line.clear()
    QTest.keyClick(moment.time.line, Qt.Key.Key_Backspace)
    moment.time.set_value(None)
    fill(dialog, MomentField, "doneAt", "27 Nov")
    keep(dream)
    (touch,) = dream.client("Ash").touches
    assert (touch.done_on, touch.done_at) == (dt.date(2026, 11, 27), None)


def test_the_touch_that_is_due_is_taken_for_done(stage: Stage) -> None:
    due = Touch(id="1", planned_on=today() - dt.timedelta(days=2), value_offered="The levy")
    later = Touch(id="2", planned_on=today() + dt.timedelta(days=2))
    stage.plans.save_client(Client(id="a", name="Ash", dream_client=True, dream_rank=1, touches=(later, due)))
    dream = DreamListObject(stage, stage.open())
    dream.choose("Ash")
    dream.press("T")
    assert dream.reach_out.touch.id == "1"
    assert part(dream.reach_out, ChoiceField, "outcome").hasFocus()
    dream.hands.type("No a")
    keep(dream)
    later_now, done = dream.client("Ash").touches
    assert (later_now, done.outcome) == (later, TouchOutcome.NO_ANSWER)
    assert (done.planned_on, done.done_at) == (due.planned_on, stage.clock())
    dream.undo()
    dream.window.wait_until(lambda: dream.client("Ash").touches == (later, due))


def test_a_meeting_agreed_makes_the_plan_and_one_undo_takes_both_back(dream: DreamListObject) -> None:
    dream.press("T")
    dialog = dream.reach_out
    dialog.is_done.setChecked(True)
    fill(dialog, ChoiceField, "outcome", "M")
    assert dialog.plan_call.isVisible()
    dream.hands.press("Ctrl+Return")
    dream.window.wait_until(lambda: dream.window.window.open is not None)
    opened = dream.window.walk.preparation
    assert opened.plan.call.initiated_by is Side.US
    assert opened.client.touches[0].plan_id == opened.plan.id
    assert len(dream.stage.plans.stored) == 2
    dream.window.choose_from_menu("Back to Dream list")
    dream.undo()
    dream.window.wait_until(lambda: dream.client("Ash").touches == ())
    assert opened.plan.id in dream.stage.plans.trash
    dream.window.choose_from_menu("Redo")
    dream.window.wait_until(lambda: opened.plan.id in dream.stage.plans.stored)
    dream.window.wait_until(lambda: dream.client("Ash").touches[0].plan_id == opened.plan.id)


def test_what_could_not_be_stored_is_tried_again(dream: DreamListObject) -> None:
    dream.press("T")
    dialog = dream.reach_out
    dialog.is_done.setChecked(True)
    fill(dialog, ChoiceField, "outcome", "M")
    dream.stage.plans.full = True
    keep(dream)
    assert "the disk is full" in dream.window.message
    assert dream.client("Ash").touches == ()
    dream.stage.plans.full = False
    dream.window.press_button("Try again")
    dream.window.wait_until(lambda: dream.window.window.open is not None)
    opened = dream.window.walk.preparation
    assert [touch.plan_id for touch in opened.client.touches] == [opened.plan.id]


def test_a_meeting_may_be_noted_without_a_plan(dream: DreamListObject) -> None:
    dream.press("T")
    dialog = dream.reach_out
    dialog.is_done.setChecked(True)
    fill(dialog, ChoiceField, "outcome", "M")
    dialog.plan_call.setChecked(False)
    keep(dream)
    assert dream.window.window.open is None
    assert dream.client("Ash").touches[0].plan_id == ""


def test_no_ends_the_sequence_and_undo_brings_it_back(stage: Stage) -> None:
    first = Touch(id="1", planned_on=today(), sequence_id="s")
    second = Touch(id="2", planned_on=today() + dt.timedelta(days=4), sequence_id="s")
    stage.plans.save_client(
        Client(id="a", name="Ash", dream_client=True, dream_rank=1, touches=(first, second))
    )
    dream = DreamListObject(stage, stage.open())
    dream.choose("Ash")
    dream.press("T")
    fill(dream.reach_out, ChoiceField, "outcome", "No")
    QTest.keyClick(part(dream.reach_out, ChoiceField, "outcome"), Qt.Key.Key_End)
    keep(dream)
    assert [touch.id for touch in dream.client("Ash").touches] == ["1"]
    assert dream.window.message.startswith("Noted. The sequence for Ash is ended: 1 touch")
    dream.undo()
    dream.window.wait_until(lambda: dream.client("Ash").touches == (first, second))


def test_a_note_of_several_lines_keeps_them(stage: Stage) -> None:
    kept = Touch(id="1", planned_on=today(), note="Dear Jo,\n\nThe levy.")
    stage.plans.save_client(Client(id="a", name="Ash", dream_client=True, dream_rank=1, touches=(kept,)))
    dream = DreamListObject(stage, stage.open())
    dream.choose("Ash")
    dream.press("T")
    note = part(dream.reach_out, LongField, "note")
    note.moveCursor(note.textCursor().MoveOperation.End)
    QTest.keyClicks(note, " Kind regards")
    keep(dream)
    assert dream.client("Ash").touches[0].note == "Dear Jo,\n\nThe levy. Kind regards"


def test_cancelled_nothing_is_stored(dream: DreamListObject) -> None:
    dream.press("T")
    dream.hands.type("Two pages")
    dream.hands.press("Esc")
    dream.settle()
    assert dream.client("Ash").touches == ()


def test_in_an_open_plan_the_touch_is_a_step_of_that_plan(dream: DreamListObject) -> None:
    client_id = dream.page.chosen
    walk = dream.window.window
    dream.hands.press("Ctrl+2")
    dream.window.open("Ash")
    walk.reaching.reaching_out.reach_out(client_id)
    assert part(dream.reach_out, ValueField).hasFocus()
    dream.hands.type("Two pages")
    dream.hands.press("Ctrl+Return")
    assert walk.open is not None
    document = walk.open.document
    assert document.preparation.client.touches[0].value_offered == "Two pages"
    document.undo_stack.undo()
    assert document.preparation.client.touches == ()
    assert replace(document.preparation.client, touches=()) == document.preparation.client
