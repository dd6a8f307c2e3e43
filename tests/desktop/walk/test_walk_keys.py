"""The walk by keyboard, and in a window with little room."""

from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from planner.desktop.editing.detail import DetailSection
from planner.desktop.editing.form_fields import STEPS, WalkStep, inputs_in
from tests.builders import a_row_in_every_list
from tests.desktop.walk_story import Walk, WalkStory

ROWS_FROM_ELSEWHERE = {"reflection.intentions": "kept", "reflection.answers": "what_happened"}
"""Lists without a button of their own, and a field in their rows."""


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_tab_goes_through_the_fields_from_top_to_bottom(walk: Walk, step: WalkStep) -> None:
    story = walk()
    number = STEPS.index(step)
    story.page.go_to(number)
    asked = [one.field for one in inputs_in(STEPS[number].ui) if not one.in_detail and "[]" not in one.field]
    expected = [field for field in asked if field not in ROWS_FROM_ELSEWHERE]
    passed = _tabbed_through(story)
    assert [field for field in passed if field in expected] == expected


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_no_field_keeps_the_tab_key_to_itself(walk: Walk, step: WalkStep) -> None:
    story = walk(a_row_in_every_list())
    story.page.go_to(STEPS.index(step))
    for section in story.page.form.findChildren(DetailSection):
        section.set_open(wanted=True)
    story.page.focus_form()
    reached = set(_tabbed_through(story, presses=400))
    assert not story.page.form.isAncestorOf(story.focused())
    asked = (one.field for one in inputs_in(step.ui) if "[]" not in one.field)
    assert reached >= {ROWS_FROM_ELSEWHERE.get(field, field) for field in asked}


def test_tab_at_the_end_of_the_walk_comes_round_to_its_beginning(walk: Walk) -> None:
    story = walk()
    first = story.focused()
    passed = []
    for _ in range(80):
        story.press(Qt.Key.Key_Tab)
        passed.append(story.focused())
        if passed[-1] is first:
            break
    assert passed[-1] is first
    assert story.page.next_button in passed


def test_tab_does_not_give_the_walk_away(walk: Walk) -> None:
    story = walk()
    story.page.next_button.setFocus()
    story.press(Qt.Key.Key_Tab)
    assert story.focused() is not story.page.next_button
    assert shiboken6.ownedByPython(story.page)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_what_has_the_focus_can_be_seen(walk: Walk, step: WalkStep) -> None:
    story = walk(height=420)
    story.page.go_to(STEPS.index(step))
    for _ in range(12):
        story.press(Qt.Key.Key_Tab)
        focused = story.focused()
        if story.page.form.isAncestorOf(focused):
            story.wait(partial(_is_in_view, story, focused))


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.key)
def test_nothing_is_cut_off_in_a_narrow_window(walk: Walk, step: WalkStep) -> None:
    story = walk(a_row_in_every_list(), width=660, height=500)
    story.page.go_to(STEPS.index(step))
    form = story.page.form
    for section in form.findChildren(DetailSection):
        section.set_open(wanted=True)
    story.wait(lambda: not _cut_off(form))
    assert form.minimumSizeHint().width() <= story.page.width() - story.page.panel.width()


def _cut_off(form: QWidget) -> list[str]:
    """Return what reaches beyond the form, and labels without the height their text needs."""
    shown = [one for one in form.findChildren(QWidget) if one.isVisibleTo(form)]
    beyond = [one for one in shown if one.mapTo(form, QPoint(one.width(), 0)).x() > form.width()]
    labels = [one for one in shown if isinstance(one, QLabel) and one.wordWrap()]
    squeezed = [one for one in labels if one.height() < one.heightForWidth(one.width())]
    return [f"{type(one).__name__} {one.objectName()} {one.accessibleName()}" for one in (*beyond, *squeezed)]


def _tabbed_through(story: WalkStory, presses: int = 80) -> list[str]:
    passed: list[str] = []
    for _ in range(presses):
        if not story.page.form.isAncestorOf(story.focused()):
            break
        if (field := story.focused_field()) not in passed[-1:]:
            passed.append(field)
        story.press(Qt.Key.Key_Tab)
    return passed


def _is_in_view(story: WalkStory, widget: QWidget) -> bool:
    page = story.page
    here = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
    bar = page.next_button.mapTo(page, QPoint(0, 0)).y()
    return here.top() >= 0 and here.bottom() <= bar
