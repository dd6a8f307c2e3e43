"""A form is built piece by piece, and what is asked for is there."""

from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.desktop.editing.form_fields import STEPS, TEN_MINUTES, WalkStep, inputs_in
from planner.desktop.fields import CallPromisesField, RowsField
from planner.desktop.walk.form import StepForm
from planner.desktop.walk.form_pieces import cut_form
from planner.exchange.plan_file import read_plan_file
from planner.model.case import Problem
from planner.model.client import Promise
from planner.model.conversation import Question
from planner.model.fields import with_field
from planner.model.plan import Preparation
from planner.model.reflection import Reflection
from tests.builders import a_plan
from tests.desktop.walk_story import STEP, Walk, WalkStory

MOST_IN_A_PIECE = 13
"""Widgets named in one piece: a dozen are built within a few milliseconds."""


def a_full_plan() -> Preparation:
    """A plan with every field filled, so that each list has rows."""
    return read_plan_file(Path(__file__).parents[2] / "data" / "plans" / "logistics-software.json")


def opened(walk: Walk, step: str, plan: Preparation | None = None) -> tuple[WalkStory, StepForm]:
    """Show a step of a plan, a full one unless given, for the first time; return its form as it then is."""
    story = walk(plan or a_full_plan())
    story.page.go_to(STEP[step])
    page = story.page.page_of(STEP[step])
    assert page is not None
    return story, page.form


@pytest.mark.parametrize("step", [*STEPS, TEN_MINUTES], ids=lambda step: step.key)
def test_the_pieces_of_a_form_are_small_and_none_is_lost(step: WalkStep) -> None:
    cut = cut_form(step.ui)
    assert max(piece.widgets for piece in cut.pieces) <= MOST_IN_A_PIECE
    pieces = [ET.fromstring(ui) for ui in (cut.frame, *(piece.ui for piece in cut.pieces))]
    frame, *others = ([widget.get("name") for widget in piece.iter("widget")] for piece in pieces)
    built = [*frame, *(name for names in others for name in names[1:])]  # the first is where it goes
    whole = ET.parse(step.ui).getroot()
    assert built == [widget.get("name") for widget in whole.iter("widget")]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_the_rest_of_a_form_comes_by_itself(walk: Walk, step: WalkStep) -> None:
    story, form = opened(walk, step.key)
    story.wait(lambda: form.is_complete)
    bound = {entry.field for entry in inputs_in(step.ui) if "[]" not in entry.field}
    inputs = (str(widget.property("field")) for widget in form.findChildren(QWidget))
    assert bound <= set(inputs)
    for rows in form.findChildren(RowsField):
        assert len(rows.frames) == len(rows.value)


def test_a_step_takes_keys_before_all_of_it_is_built(walk: Walk) -> None:
    story, form = opened(walk, "conversation")
    assert not form.is_complete
    assert story.focused_field() == "call.commitment"
    story, form = opened(walk, "case")
    QTest.keyClicks(story.focused(), "Now: ")
    assert not form.is_complete
    assert "Now: " in story.document.preparation.plan.case.current_state
    story.wait(lambda: form.is_complete)
    assert story.focused_field() == "case.current_state"


def test_each_step_of_building_adds_one_part_or_one_step_of_a_row(walk: Walk) -> None:
    _story, form = opened(walk, "conversation")
    while not form.is_complete:
        rows_before = sum(len(rows.frames) for rows in form.findChildren(RowsField))
        lists_before = len(form.findChildren(RowsField))
        form.build_next()
        rows = sum(len(rows.frames) for rows in form.findChildren(RowsField)) - rows_before
        assert rows <= 1
        assert not rows or len(form.findChildren(RowsField)) == lists_before


def test_a_field_that_is_not_built_yet_is_built_when_one_is_led_to_it(walk: Walk) -> None:
    story = walk(a_full_plan())
    story.page.go_to_field("conversation.questions[1].text")
    page = story.page.page_of(STEP["conversation"])
    assert page is not None
    assert not page.form.is_complete
    widget = page.form.input_for("conversation.questions[1].text")
    assert widget is not None
    assert widget.isAncestorOf(story.focused()) or widget is story.focused()
    story.wait(lambda: page.viewport().rect().contains(widget.mapTo(page.viewport(), widget.rect().center())))
    story.wait(lambda: page.form.is_complete)
    QApplication.processEvents()
    assert page.viewport().rect().contains(widget.mapTo(page.viewport(), widget.rect().center()))
    assert story.focused_field() == "text"


def test_a_field_behind_a_detail_that_is_not_built_yet_is_opened(walk: Walk) -> None:
    story = walk(a_full_plan())
    story.page.go_to_field("price.walk_away")
    assert story.focused_field() == "price.walk_away"
    assert story.focused().isVisible()


def test_tab_goes_to_what_comes_next_in_the_form_though_it_is_not_built(walk: Walk) -> None:
    story, form = opened(walk, "case")
    assert not form.is_complete
    QTest.keyClick(story.focused(), Qt.Key.Key_Tab)
    assert story.focused_field() == "trend", "in the first force"
    QTest.keyClick(story.focused(), Qt.Key.Key_Backtab)
    assert story.focused_field() == "case.current_state"


def test_a_list_changed_while_its_rows_are_built_shows_the_plan(walk: Walk) -> None:
    story, form = opened(walk, "conversation")
    agenda = form.input_for("conversation.agenda")
    assert isinstance(agenda, RowsField)
    agenda.build_rows(1)
    agenda.build_next()  # half a row
    path = "conversation.agenda"
    story.document.remove_row(path, 0)
    agenda.build_next()
    story.document.insert_row(path, 1)
    story.document.move_row(path, 0, 2)
    story.document.undo_stack.undo()
    story.wait(lambda: form.is_complete)
    planned = story.document.read(path)
    assert len(agenda.frames) == len(planned)
    for at, item in enumerate(planned):
        topic = form.input_for(f"{path}[{at}].topic")
        assert topic is not None
        assert topic.property("value") == item.topic


def test_a_row_added_to_a_list_that_is_not_built_has_the_keys(walk: Walk) -> None:
    story, form = opened(walk, "case")
    problems = form.input_for("case.problems")
    assert isinstance(problems, RowsField)
    count = len(story.document.read("case.problems"))
    assert not problems.frames
    QTest.mouseClick(problems.add_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(story.focused(), "Late")
    assert story.document.read("case.problems")[count] == Problem(problem="Late")


def test_the_ten_minute_plan_takes_keys_before_all_of_it_is_built(walk: Walk) -> None:
    story = walk(a_full_plan())
    story.page.ask_in_one_form(True)
    page = story.page.page_of(STEP["call"])
    assert page is not None
    story.page.focus_form()
    assert not page.form.is_complete
    assert story.focused_field() == "client.name"
    story.wait(lambda: page.form.is_complete)
    inputs = (str(widget.property("field")) for widget in page.form.findChildren(QWidget))
    assert {entry.field for entry in inputs_in(TEN_MINUTES.ui) if "[]" not in entry.field} <= set(inputs)
    for rows in page.form.findChildren(RowsField):
        assert len(rows.frames) == len(rows.value)


@pytest.mark.parametrize("path", ["call.day", "price.alternative.prices[0].likely", "fear.avoiding"])
def test_the_ten_minute_plan_leads_to_a_field_that_is_not_built_yet(walk: Walk, path: str) -> None:
    story = walk(a_full_plan())
    story.page.ask_in_one_form(True)
    story.page.go_to_field(path)
    assert story.page.asks_in_one_form
    page = story.page.page_of(STEP["call"])
    assert page is not None
    widget = page.form.input_for(path)
    assert widget is not None
    assert widget.isAncestorOf(story.focused()) or widget is story.focused()
    assert path in {widget.property("field"), widget.property("dayField")}


def test_the_blank_rows_that_a_list_starts_with_come_when_its_own_are_built(walk: Walk) -> None:
    story = walk(a_plan(**{"conversation.questions": (Question(text="Why now?"),)}))
    story.page.ask_in_one_form(True)
    page = story.page.page_of(STEP["call"])
    assert page is not None
    questions = page.form.input_for("conversation.questions")
    assert isinstance(questions, RowsField)
    assert not questions.is_whole
    assert not questions.starting_frames
    story.wait(lambda: page.form.is_complete)
    assert len(questions.frames) == 1
    assert len(questions.starting_frames) == 2
    questions.starting_frames[0].binder.inputs[0].setFocus()
    QTest.keyClicks(story.focused(), "Who pays?")
    assert [each.text for each in story.document.read("conversation.questions")] == ["Why now?", "Who pays?"]


def test_the_promises_of_this_call_are_built_one_by_one_and_no_others(walk: Walk) -> None:
    plan = a_plan(id="now")
    others = tuple(Promise(text=f"Elsewhere {at}", from_plan="before") for at in range(2))
    here = tuple(Promise(text=f"Here {at}", from_plan="now") for at in range(3))
    client = msgspec.structs.replace(plan.client, promises=(others[0], here[0], others[1], *here[1:]))
    story = walk(msgspec.structs.replace(plan, client=client))
    story.page.go_to(STEP["after"])
    page = story.page.page_of(STEP["after"])
    assert page is not None
    promised = page.form.input_for("client.promises")
    assert isinstance(promised, CallPromisesField)
    promised.build_rows(1)
    assert not promised.is_whole
    promised.move_row(0, 1)
    story.document.undo_stack.undo()
    story.wait(lambda: page.form.is_complete)
    assert [frame.binder.inputs[0].property("value") for frame in promised.frames] == [
        each.text for each in here
    ]
    promised.frames[2].binder.inputs[0].setFocus()
    QTest.keyClicks(story.focused(), "!")
    assert "!" in story.document.read("client.promises[4].text")


def test_a_button_pressed_before_the_form_is_complete_does_what_it_does(walk: Walk) -> None:
    led = with_field(a_full_plan(), "plan.reflection", Reflection())  # else it is as planned already
    story, form = opened(walk, "after", led)
    pressed = form.findChild(QWidget, "allAsPlannedButton")
    assert pressed is not None
    before = story.document.preparation.plan.reflection
    assert story.page.page_of(STEP["after"]) not in story.page.loaded_pages
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    after = story.document.preparation.plan.reflection
    assert after != before
    assert all(item.held for item in after.agenda)
