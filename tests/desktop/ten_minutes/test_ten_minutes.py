"""The ten-minute plan: essential questions alone, an end, and the way to the rest."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from planner.desktop.editing.form_fields import STEPS
from planner.desktop.ten_minutes.ten_minute_end import TenMinuteEnd
from planner.desktop.walk.essential_paths import answered, asked_in_ten_minutes
from planner.model.client import Contact
from planner.model.plan import Preparation
from tests.builders import a_plan
from tests.desktop.page_objects import WalkPageObject
from tests.desktop.stage import Stage
from tests.desktop.walk_story import STEP
from tests.test_samples import a_plan_file


def test_it_asks_the_essential_questions_alone(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    for step in range(STEP["after"]):
        assert walk.window.open is not None
        walk.window.open.walk.go_to(step)
        asked = walk.questions_in_sight()
        assert asked
        assert all(asked_in_ten_minutes(path) for path in asked), asked
    assert "After the call" not in walk.steps_in_sight()


def test_every_essential_question_is_in_sight(stage: Stage) -> None:
    walk = _ten_minutes(stage, Preparation())
    asked: set[str] = set()
    for step in range(STEP["after"]):
        assert walk.window.open is not None
        walk.window.open.walk.go_to(step)
        asked |= set(walk.questions_in_sight())
    essential = {
        path for step in STEPS for path in _paths_outside_rows(step.key) if asked_in_ten_minutes(path)
    }
    assert asked == essential


def test_the_details_of_a_row_added_meanwhile_wait_too(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    assert walk.window.open is not None
    walk.window.open.document.insert_row("client.contacts", 0, Contact(name="Ines Marlow"))
    rows = walk.field("client.contacts").widget
    headings = [one.text() for one in rows.findChildren(QPushButton) if one.isVisible()]
    assert headings == ["+ Add a contact"]
    walk.press("F8")
    assert any(rows.isAncestorOf(one) and one.isVisible() for one in _details_in(walk))


def test_it_tells_the_minutes_and_the_progress(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    asked = answered(Preparation()).asked
    assert walk.ten_minutes_text == f"Ten-minute plan · just begun · 1 of {asked} answered"
    walk.field("call.title").type("Cancelled journeys")
    walk.wait_until(lambda: f"2 of {asked} answered" in walk.ten_minutes_text)
    stage.clock.go_on(dt.timedelta(minutes=14))
    assert walk.window.open is not None
    walk.window.open.ten_minutes.refresh()
    assert "14 min" in walk.ten_minutes_text
    strip = walk.window.open.ten_minutes.strip
    assert strip.told.property("role") == "quiet", "fourteen minutes are told like four"


def test_the_next_open_question_is_one_key_away(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan(**{"call.title": "Overtime", "call.why_it_matters": "The budget"}))
    walk.field("client.name")
    assert walk.window.open is not None
    for path in ("client.current_supplier", "call.starts"):
        walk.press_button("Next &open question")
        assert walk.window.open.walk.field_with_keys() == path
    walk.field("fear.counter_action")
    walk.press_button("Next &open question")
    assert walk.window.open.walk.field_with_keys() == "client.current_supplier", "round from the end"


def test_it_offers_to_print_once_the_essentials_are_there(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan_file("essential-only"))
    assert walk.window.open is not None
    ten_minutes = walk.window.open.ten_minutes
    walk.wait_until(ten_minutes.strip.good_enough.isVisible)
    walk.press_button("Good enough: print it")
    end = walk.window.open.walk.form.findChild(TenMinuteEnd)
    assert end is not None
    assert end.heading.text() == "Good enough: print it"
    assert end.print.hasFocus()
    assert not ten_minutes.strip.good_enough.isVisible(), "it is offered once"
    usual = walk.window.open.walk.form.findChild(QPushButton, "exportButton")
    assert usual is not None
    assert not usual.isVisible()


def test_what_is_open_is_told_and_printing_stays_possible(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    assert walk.window.open is not None
    walk.window.open.walk.go_to(STEP["review"])
    end = walk.window.open.walk.form.findChild(TenMinuteEnd)
    assert end is not None
    assert end.heading.text() == f"{answered(a_plan()).asked - 1} questions are open"
    assert end.print.isEnabled()


@pytest.mark.parametrize("way", ["Open the full plan", "All the questions", "F8"])
def test_every_question_is_one_step_away(stage: Stage, way: str) -> None:
    walk = _ten_minutes(stage, a_plan())
    assert walk.window.open is not None
    walk.window.open.walk.go_to(STEP["review"])
    if way == "F8":
        walk.press(way)
    else:
        walk.press_button(way)
    assert walk.ten_minutes_text == ""
    assert "After the call" in walk.steps_in_sight()
    walk.window.open.walk.go_to(STEP["case"])
    details = _details_in(walk)
    assert details
    assert all(one.isVisible() for one in details)


def test_what_a_short_form_leaves_over_is_below_its_questions(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan_file("essential-only"))
    walk.window.resize(1280, 1000)
    walk.go_to("price")
    walk.wait_until(lambda: bool(walk.findings.said))
    banner = walk.findings.banner
    walk.wait_until(lambda: banner.height() == banner.heightForWidth(banner.width()))


def test_a_link_to_a_field_put_away_brings_its_form_back(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    assert walk.field("client.why_dream").widget.isVisible()


def test_going_to_what_comes_after_the_call_ends_it(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan())
    walk.press("Alt+6")
    assert walk.step == STEP["after"]
    assert walk.ten_minutes_text == ""


def test_an_open_plan_turns_into_one_and_back_without_a_change(stage: Stage) -> None:
    given = a_plan()
    page = stage.open(given)
    walk = page.open("Tarn Valley Water")
    walk.press("F8")
    assert walk.ten_minutes_text
    walk.press("F8")
    assert not walk.ten_minutes_text
    assert walk.preparation == given


def _ten_minutes(stage: Stage, preparation: Preparation) -> WalkPageObject:
    page = stage.open(preparation)
    walk = page.open(preparation.client.name)
    walk.press("F8")
    return walk


def _details_in(walk: WalkPageObject) -> list[QPushButton]:
    assert walk.window.open is not None
    form = walk.window.open.walk.form
    return [one for one in form.findChildren(QPushButton) if "Add detail" in one.accessibleName()]


def _paths_outside_rows(key: str) -> list[str]:
    from planner.desktop.editing.form_fields import form_path, inputs_in

    return [one.field for one in inputs_in(form_path(key)) if "[]" not in one.field and not one.in_detail]


def test_it_begins_at_the_first_question_without_an_answer(stage: Stage) -> None:
    walk = stage.open().new_plan("Larkline Buses", ten_minutes=True)
    assert walk.window.open is not None
    assert walk.window.open.ten_minutes.on
    assert walk.window.open.walk.field_with_keys() == "client.current_supplier"


def test_the_key_of_the_next_open_question_acts_at_once(stage: Stage) -> None:
    walk = _ten_minutes(stage, a_plan(**{"call.title": "Overtime", "call.why_it_matters": "The budget"}))
    walk.field("client.name")
    assert walk.window.open is not None
    QTest.keyClick(walk.window, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    assert walk.window.open.walk.field_with_keys() == "client.current_supplier", "the next key goes there"
