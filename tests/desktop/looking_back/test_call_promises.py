"""A promise of the call is the client's once its row is left with a text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from planner.desktop.fields import CallPromisesField
from planner.model.client import Promise
from planner.model.terms import Side
from tests.builders import a_plan
from tests.desktop.walk_story import STEP, Walk, WalkStory

ELSEWHERE = Promise(text="The log", by=Side.THEM, from_plan="another")


@pytest.fixture
def story(walk: Walk) -> WalkStory:
    shown = walk(a_plan(**{"client.promises": (ELSEWHERE,), "reflection.next_call": "x"}))
    shown.page.go_to(STEP["after"])
    return shown


def rows(story: WalkStory) -> CallPromisesField:
    found = story.page.form.findChild(CallPromisesField)
    assert found is not None
    return found


def promises(story: WalkStory) -> tuple[Promise, ...]:
    return story.document.preparation.client.promises


def leave(story: WalkStory) -> None:
    other = story.field("reflection.next_call")
    other.setFocus()
    story.wait(lambda: other.hasFocus() or other.isAncestorOf(story.focused()))


def add(story: WalkStory) -> QWidget:
    QTest.mouseClick(rows(story).add_button, Qt.MouseButton.LeftButton)
    return story.focused()


def test_a_row_added_and_left_blank_leaves_nothing(story: WalkStory) -> None:
    assert story.section("promises").isVisible()
    add(story)
    assert promises(story) == (ELSEWHERE,), "a row on the screen, none of the client's"
    leave(story)
    assert promises(story) == (ELSEWHERE,)
    assert not story.document.undo_stack.canUndo()


def test_a_row_left_with_a_text_is_a_promise_of_this_call(story: WalkStory) -> None:
    QTest.keyClicks(add(story), "One page")
    leave(story)
    plan_id = story.document.preparation.plan.id
    assert promises(story) == (ELSEWHERE, Promise(text="One page", from_plan=plan_id))
    assert story.document.undo_stack.count() == 1
    story.document.undo_stack.undo()
    assert promises(story) == (ELSEWHERE,)


def test_what_is_typed_and_taken_back_in_one_go_is_no_promise(story: WalkStory) -> None:
    line = add(story)
    QTest.keyClicks(line, "On")
    for _letter in "On":
        QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert promises(story) == (ELSEWHERE,)


def test_a_row_emptied_later_goes_when_it_is_left(story: WalkStory) -> None:
    QTest.keyClicks(add(story), "One page")
    leave(story)
    line = rows(story).frames[0].binder.inputs[0]
    line.setFocus()
    story.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    story.press(Qt.Key.Key_Delete)
    leave(story)
    story.wait(lambda: promises(story) == (ELSEWHERE,))
    assert rows(story).frames == []
    story.document.undo_stack.undo()
    assert promises(story)[1].from_plan == story.document.preparation.plan.id


def test_a_row_with_a_day_and_no_text_is_no_promise(story: WalkStory) -> None:
    add(story)
    due = rows(story).starting_frames[0].binder.inputs[2]
    due.setFocus()
    QTest.keyClicks(story.focused(), "4 Dec")
    assert rows(story).frames, "being typed it is kept"
    leave(story)
    story.wait(lambda: promises(story) == (ELSEWHERE,))


def test_promises_are_added_one_after_the_other(story: WalkStory) -> None:
    for text in ("One page", "A number"):
        QTest.keyClicks(add(story), text)
    story.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(story.focused(), "The list")
    assert [promise.text for promise in promises(story)] == ["The log", "One page", "A number", "The list"]
    assert {promise.from_plan for promise in promises(story)[1:]} == {story.document.preparation.plan.id}
