"""A sequence: laid out ahead, each touch with its own value, moved as one, ended."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QPushButton

from planner.desktop.fields import ContactField, DateField, RowsField
from planner.desktop.fields.field import CalmSpin
from planner.desktop.touches.value_field import ValueField
from planner.desktop.widgets.child_widget import part
from planner.model.case import Force, Proof
from planner.model.client import Client, Contact
from planner.model.terms import TouchChannel, TouchValue
from planner.model.touch import Touch
from tests.builders import a_plan
from tests.desktop.reaching_page_object import DreamListObject, fill
from tests.desktop.stage import Stage

MONDAY = dt.date(2026, 11, 30)


@pytest.fixture
def dream(stage: Stage) -> DreamListObject:
    """A Dream list of one client, whose plan has a force and a proof."""
    plan = a_plan(
        **{
            "client.name": "Ash",
            "client.dream_client": True,
            "client.dream_rank": 1,
            "client.contacts": (Contact(id="j", name="Jo Hartley"),),
            "case.forces": (Force(trend="The furnace levy"),),
            "case.proof": (Proof(situation="Hexley", result="from 30 stops to 9"),),
        }
    )
    dream = DreamListObject(stage, stage.open(plan))
    dream.choose("Ash")
    return dream


def touches(dream: DreamListObject) -> tuple[Touch, ...]:
    """The client's touches as stored, once all is."""
    dream.settle()
    return dream.client("Ash").touches


def test_a_sequence_takes_two_acts(dream: DreamListObject) -> None:
    before = dream.hands.actions
    dream.press("S")
    assert dream.sequence.windowTitle() == "A sequence for Ash"
    dream.hands.press("Ctrl+Return")
    laid = touches(dream)
    assert dream.hands.actions - before == 2
    assert [touch.planned_on for touch in laid] == [
        MONDAY,
        dt.date(2026, 12, 4),
        dt.date(2026, 12, 8),
        dt.date(2026, 12, 14),
        dt.date(2026, 12, 18),
    ]
    assert [touch.value_offered for touch in laid[:3]] == [
        "The furnace levy",
        "Hexley: from 30 stops to 9",
        "",
    ]
    assert [touch.channel for touch in laid[:3]] == [
        TouchChannel.E_MAIL,
        TouchChannel.PHONE,
        TouchChannel.LETTER,
    ]
    assert len({touch.sequence_id for touch in laid} - {""}) == 1
    assert dream.window.message == "5 touches are planned for Ash."
    dream.undo()
    dream.window.wait_until(lambda: dream.client("Ash").touches == ())


def test_days_apart_and_how_many_lay_it_out_anew_and_what_was_said_stays(dream: DreamListObject) -> None:
    dream.press("S")
    dialog = dream.sequence
    fill(part(dialog, RowsField).frames[2], ValueField, "valueOffered", "A day at the mill")
    part(dialog, CalmSpin, "howMany").setValue(3)
    part(dialog, CalmSpin, "daysApart").setValue(1)
    fill(dialog, DateField, "firstDay", "Tue 1 Dec")
    dream.hands.press("Ctrl+Return")
    laid = touches(dream)
    assert [(touch.planned_on, touch.value_offered) for touch in laid] == [
        (dt.date(2026, 12, 1), "The furnace levy"),
        (dt.date(2026, 12, 2), "Hexley: from 30 stops to 9"),
        (dt.date(2026, 12, 3), "A day at the mill"),
    ]
    assert laid[0].value_kind is TouchValue.FORCE


def test_one_person_is_named_for_all(dream: DreamListObject) -> None:
    dream.press("S")
    fill(dream.sequence, ContactField, "withWhom", "Jo Hartley")
    dream.hands.press("Ctrl+Return")
    assert {(touch.with_whom, touch.with_whom_id) for touch in touches(dream)} == {("Jo Hartley", "j")}


def test_a_line_added_belongs_to_the_sequence_and_needs_a_day(dream: DreamListObject) -> None:
    dream.press("S")
    dialog = dream.sequence
    part(dialog, RowsField).add_button.click()
    assert part(dialog, CalmSpin, "howMany").value() == 6
    dream.hands.press("Ctrl+S")
    assert dialog.problem.startswith("Touch 6: A touch needs a day")
    fill(part(dialog, RowsField).frames[5], DateField, "plannedOn", "23 Dec")
    dream.hands.press("Ctrl+S")
    laid = touches(dream)
    assert len(laid) == 6
    assert laid[5].planned_on == dt.date(2026, 12, 23)
    assert laid[5].sequence_id == laid[0].sequence_id


def test_another_first_day_moves_all_that_is_planned(stage: Stage) -> None:
    done = Touch(id="1", planned_on=dt.date(2026, 11, 24), done_on=dt.date(2026, 11, 24), sequence_id="s")
    second = Touch(id="2", planned_on=MONDAY, value_offered="The levy", sequence_id="s")
    third = Touch(id="3", planned_on=dt.date(2026, 12, 2), sequence_id="s")
    other = Touch(id="4", planned_on=MONDAY)
    stage.plans.save_client(
        Client(id="a", name="Ash", dream_client=True, dream_rank=1, touches=(done, second, third, other))
    )
    dream = DreamListObject(stage, stage.open())
    dream.choose("Ash")
    dream.press("S")
    dialog = dream.sequence
    assert [touch.id for touch in dialog.touches] == ["2", "3"]
    assert not part(dialog, CalmSpin, "howMany").isVisible()
    for typed in ("Sat 19 Dec", "Tue 1 Dec"):
        fill(dialog, DateField, "firstDay", typed)
    dream.hands.press("Ctrl+Return")
    days = {touch.id: touch.planned_on for touch in touches(dream)}
    assert days == {
        "1": done.planned_on,
        "2": dt.date(2026, 12, 1),
        "3": dt.date(2026, 12, 3),
        "4": MONDAY,
    }
    dream.undo()
    dream.window.wait_until(
        lambda: (
            {touch.id: touch.planned_on for touch in dream.client("Ash").touches}
            == {"1": done.planned_on, "2": MONDAY, "3": third.planned_on, "4": MONDAY}
        )
    )


def test_a_sequence_is_ended_by_a_button(dream: DreamListObject) -> None:
    dream.press("S")
    dream.hands.press("Ctrl+Return")
    laid = touches(dream)
    dream.choose("Ash")
    dream.press("S")
    buttons = dream.sequence.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "End the sequence").click()
    assert touches(dream) == ()
    dream.undo()
    dream.window.wait_until(lambda: dream.client("Ash").touches == laid)


def test_a_first_day_that_is_past_is_told(dream: DreamListObject) -> None:
    dream.press("S")
    dialog = dream.sequence
    fill(dialog, DateField, "firstDay", "4 Nov 2026")
    dream.hands.press("Ctrl+Return")
    assert dialog.problem.replace("\u00a0", " ").startswith("Touch 1: 4 Nov 2026 is past.")
    assert dialog.isVisible()
    fill(dialog, DateField, "firstDay", "4 Dec 2026")
    assert dialog.problem == ""
