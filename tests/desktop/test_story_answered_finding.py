"""A finding answered while planning is asked about after the call."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from planner.desktop.fields import RowsField
from planner.model.reflection import AnswerHeld
from tests.desktop.answering import focused
from tests.desktop.conftest import OpenWindow


def test_a_finding_is_answered_and_asked_about_after_the_call(open_window: OpenWindow) -> None:
    page = open_window()
    walk = page.new_plan("Tarn Valley Water")
    walk.take_keys()
    walk.go_to("conversation")
    walk.field("ask.primary.action").type("invites the works council")
    walk.go_to("case")
    walk.go_to("conversation")
    walk.wait_until(lambda: walk.badges[2] > 0)
    if walk.findings.banner.more.isVisible():
        walk.findings.unfold()
    walk.findings.answer("There is no fallback", "one person decides, and she is in the room")
    walk.wait_saved()
    page.close()

    page = open_window()
    walk = page.open("Tarn Valley Water")
    walk.take_keys()
    walk.go_to("conversation")
    walk.wait_until(lambda: walk.findings.answers == ["one person decides, and she is in the room"])
    walk.go_to("after")
    assert walk.window.open is not None
    start = walk.window.open.walk.form.findChild(QPushButton, "startReflectionButton")
    assert start is not None
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    asked = AnswerHeld(rule="no-fallback", because="one person decides, and she is in the room")
    assert walk.preparation.plan.reflection.answers == (asked,)
    rows = walk.field("reflection.answers").widget
    assert isinstance(rows, RowsField)
    assert len(rows.frames) == 1
    assert rows.isVisible()

    walk.field("reflection.answers[0].what_happened")
    QTest.keyClicks(focused(), "She asked her deputy")
    assert walk.preparation.plan.reflection.answers[0].what_happened == "She asked her deputy"
    page.close()
