"""A form is built piece by piece, and what is asked for is there."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.desktop.editing.form_fields import STEPS, WalkStep, inputs_in
from planner.desktop.fields import RowsField
from planner.desktop.walk.essential_paths import asked_in_ten_minutes
from planner.desktop.walk.form import StepForm
from planner.desktop.walk.form_page import FormPage
from planner.desktop.walk.form_pieces import cut_form
from planner.exchange.plan_file import read_plan_file
from planner.model.case import Problem
from planner.model.plan import Preparation
from tests.desktop.walk_story import STEP, Walk, WalkStory

MOST_IN_A_PIECE = 13
"""Widgets named in one piece: a dozen are built within a few milliseconds."""


def a_full_plan() -> Preparation:
    """A plan with every field filled, so that each list has rows."""
    return read_plan_file(Path(__file__).parents[2] / "data" / "plans" / "logistics-software.json")


def opened(walk: Walk, step: str) -> tuple[WalkStory, StepForm]:
    """Show a step of a full plan for the first time; return its form as it then is."""
    story = walk(a_full_plan())
    story.page.go_to(STEP[step])
    page = story.page.page_of(STEP[step])
    assert page is not None
    return story, page.form


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
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


def test_the_ten_minute_plan_puts_away_what_is_built_later(walk: Walk) -> None:
    story = walk(a_full_plan())
    story.page.go_to(STEP["conversation"])
    story.page.form.essentials.turn_on(whole=True)
    at_once = _asked(story.page.form)
    story = walk(a_full_plan())
    story.page.page_begun.connect(_ask_essentials)
    story.page.go_to(STEP["conversation"])
    assert _asked(story.page.form) == at_once
    assert all(asked_in_ten_minutes(path) for path in at_once)


def _asked(form: StepForm) -> set[str]:
    inputs = (widget for widget in form.findChildren(QWidget) if widget.isVisibleTo(form))
    return {path for widget in inputs if "." in (path := str(widget.property("field") or ""))}


def _ask_essentials(page: FormPage) -> None:
    page.ask_essentials_only(True)


def test_a_button_pressed_before_the_form_is_complete_does_what_it_does(walk: Walk) -> None:
    story, form = opened(walk, "after")
    pressed = form.findChild(QWidget, "allAsPlannedButton")
    assert pressed is not None
    before = story.document.preparation.plan.reflection
    assert story.page.page_of(STEP["after"]) not in story.page.loaded_pages
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert story.document.preparation.plan.reflection != before
