"""A promise of the call is the client's once something is said in its row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from planner.desktop.fields import CallPromisesField
from planner.desktop.fields.typed import ProblemLabel
from planner.model.client import Promise
from planner.model.terms import Side
from tests.builders import a_plan
from tests.desktop.walk_story import STEP, Walk, WalkStory

WANTED = "Say what was promised."
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


def begin(story: WalkStory, at: int, typed: str) -> None:
    """Add a promise and type into one of its inputs: 1 is whose it is ("" takes the first), 2 the day."""
    add(story)
    rows(story).starting_frames[0].binder.inputs[at].setFocus()
    if typed:
        QTest.keyClicks(story.focused(), typed)
    else:
        story.press(Qt.Key.Key_Down)
    assert rows(story).frames, "being typed it is kept"
    assert asked(story) == [], "nobody is corrected while typing"


def asked(story: WalkStory) -> list[str]:
    """What the rows are asked for."""
    labels = rows(story).findChildren(ProblemLabel)
    return [label.text() for label in labels if label.text() == WANTED and not label.isHidden()]


@pytest.mark.parametrize(("at", "typed"), [(1, ""), (2, "4 Dec"), (2, "some day soon"), (3, "1 Nov")])
def test_a_row_that_says_anything_stays_and_is_asked_what_was_promised(
    story: WalkStory, at: int, typed: str
) -> None:
    begin(story, at, typed)
    leave(story)
    story.wait(lambda: asked(story) == [WANTED])
    assert len(promises(story)) == 2
    line = rows(story).frames[0].binder.inputs[0]
    assert line.accessibleDescription() == WANTED
    line.setFocus()
    QTest.keyClicks(story.focused(), "The log")
    assert (asked(story), line.accessibleDescription()) == ([], "")
    assert promises(story)[1].text == "The log"


def test_a_row_whose_only_day_is_taken_back_goes_when_it_is_left(story: WalkStory) -> None:
    begin(story, 2, "4 Dec")
    leave(story)
    story.wait(lambda: asked(story) == [WANTED])
    rows(story).frames[0].binder.inputs[2].setFocus()
    story.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    story.press(Qt.Key.Key_Delete)
    leave(story)
    story.wait(lambda: promises(story) == (ELSEWHERE,))
    assert asked(story) == []


def test_a_promise_without_a_text_is_asked_for_it_when_the_plan_is_opened(walk: Walk) -> None:
    story = walk(a_plan(id="now", **{"client.promises": (Promise(by=Side.US, from_plan="now"),)}))
    story.page.go_to(STEP["after"])
    story.wait(lambda: asked(story) == [WANTED])


def test_promises_are_added_one_after_the_other(story: WalkStory) -> None:
    for text in ("One page", "A number"):
        QTest.keyClicks(add(story), text)
    story.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(story.focused(), "The list")
    assert [promise.text for promise in promises(story)] == ["The log", "One page", "A number", "The list"]
    assert {promise.from_plan for promise in promises(story)[1:]} == {story.document.preparation.plan.id}
