"""A plan made from the last call: what came along is marked, what is overdue stands on top."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from planner.coaching.next_call import next_call
from planner.desktop.looking_back.intentions_since import IntentionsSince
from planner.desktop.looking_back.overdue_promises import OverduePromises
from planner.desktop.walk.carried_marks import MARK
from planner.model.case import Problem
from planner.model.client import Promise
from planner.model.plan import Carried, Intention
from planner.model.terms import Channel, Side
from planner.wording.days import day
from tests.builders import a_plan
from tests.desktop.fakes import today
from tests.desktop.stage import Stage
from tests.desktop.walk_story import STEP, Walk, WalkStory

TODAY = today()
OLD = dt.date(2026, 1, 5)


def a_next_call(walk: Walk) -> WalkStory:
    last = a_plan(
        **{
            "case.why_now": "March",
            "case.problems": (Problem(problem="Line 4 stands"),),
            "reflection.learned_client": "Sales signs.",
            "reflection.differently": "Name the date earlier.",
            "client.promises": (
                Promise(text="The log", by=Side.THEM, due=OLD),
                Promise(text="A number", by=Side.US, due=OLD + dt.timedelta(days=9)),
            ),
        }
    )
    return walk(next_call(last, TODAY, plan_id="next"))


def marked(story: WalkStory) -> list[str]:
    """The questions of the form shown that bear a mark."""
    labels = story.page.form.findChildren(QLabel)
    return [one.objectName().removesuffix("Question") for one in labels if MARK in one.text()]


def test_what_changed_and_what_to_do_differently_stand_on_top(walk: Walk) -> None:
    story = a_next_call(walk)
    story.page.focus_form()
    assert story.focused_field() == "call.what_changed"
    assert story.document.read("intentions")[0].text == "Name the date earlier."
    assert story.field("intentions").isVisible()
    assert marked(story) == ["callWhatChanged", "intentions"]


def test_it_is_said_quietly_since_when_an_intention_comes_back(walk: Walk) -> None:
    story = a_next_call(walk)
    since = story.page.form.findChild(IntentionsSince)
    assert since is not None
    assert since.isVisible()
    assert since.label.text() == f"Since {day(TODAY)}"
    older = Intention(text="Wait after the price.", since=OLD)
    story.document.edit("intentions", (*story.document.read("intentions"), older))
    assert since.label.text().splitlines() == [
        f"Since {day(TODAY)}: “Name the date earlier.”",
        f"Since {day(OLD)}: “Wait after the price.”",
    ]
    story.document.edit("intentions", (Intention(text="My own"),))
    assert since.isHidden()


def test_a_first_call_is_not_asked_what_changed(walk: Walk) -> None:
    story = walk()
    assert not story.field("call.what_changed").isVisible()
    assert marked(story) == []


def test_overdue_promises_of_both_sides_are_named_oldest_first(walk: Walk) -> None:
    story = a_next_call(walk)
    overdue = story.page.form.findChild(OverduePromises)
    assert overdue is not None
    assert overdue.label.text().replace("\u00a0", " ").splitlines() == [
        "2 promises are overdue:",
        "· The log (theirs, since 5 Jan 2026)",
        "· A number (ours, since 14 Jan 2026)",
    ]
    QTest.mouseClick(overdue.lead, Qt.MouseButton.LeftButton)
    promises = story.field("client.promises")
    assert promises.isVisible()
    assert promises.isAncestorOf(story.focused())
    story.document.edit("client.promises[0].kept_on", OLD)
    assert overdue.label.text().startswith("One promise is overdue:")
    story.document.edit("client.promises[1].kept_on", OLD)
    assert overdue.isHidden()


def test_a_mark_goes_when_its_field_is_edited_and_comes_back_with_undo(walk: Walk) -> None:
    story = a_next_call(walk)
    story.page.go_to(STEP["case"])
    assert marked(story) == ["caseProblems", "caseWhyNow"]
    story.type_into("case.why_now", "By ")
    assert marked(story) == ["caseProblems"]
    story.document.edit("case.problems[0].consequence", "Late pallets")
    assert marked(story) == []
    story.document.undo_stack.undo()
    story.document.undo_stack.undo()
    assert marked(story) == ["caseProblems", "caseWhyNow"]


def test_a_mark_wraps_no_question_beside_others(stage: Stage) -> None:
    last = a_plan(**{"call.title": "Line walk", "call.channel": Channel.PHONE})
    made = next_call(last, TODAY, plan_id="next")
    walk = stage.open(made).open("Tarn Valley Water")
    walk.field("call.channel")
    questions = [
        walk.window.findChildren(QLabel, f"call{name}Question")[0] for name in ("Channel", "Kind", "Minutes")
    ]
    assert MARK in questions[0].text()
    assert len({one.height() for one in questions}) == 1


def test_marks_survive_being_saved_and_other_fields_edited(walk: Walk) -> None:
    story = a_next_call(walk)
    story.document.edit("call.why_it_matters", "budget round")
    carried = story.document.read("carried")
    assert isinstance(carried, Carried)
    assert "case.why_now" in carried.paths


def test_the_next_call_is_planned_from_the_list(stage: Stage) -> None:
    last = a_plan(**{"call.title": "Line walk", "intentions": (Intention(text="Wait."),)})
    page = stage.open(last)
    page.choose("Tarn Valley Water")
    page.choose_from_menu("Plan the Next Call")
    page.wait_until(lambda: page.window.open is not None)
    made = page.walk.preparation.plan
    assert made.id != last.plan.id
    assert made.carried.from_plan == last.plan.id
    assert made.intentions[0].text == "Wait."
    assert set(stage.plans.stored) == {last.plan.id, made.id}


def test_a_plan_that_cannot_be_saved_is_not_left_for_the_next(stage: Stage) -> None:
    page = stage.open(a_plan()).open("Tarn Valley Water")
    stage.plans.full = True
    page.field("call.title").type("Line walk")
    page.choose_from_menu("Plan the Next Call")
    assert page.preparation.plan.call.title == "Line walk"
    assert "disk is full" in page.message
    stage.plans.full = False


def test_a_duplicate_bears_no_marks(stage: Stage) -> None:
    carried = Carried(from_plan="before", paths=("case.why_now",))
    page = stage.open(a_plan(**{"case.why_now": "March", "carried": carried}))
    copy = page.duplicate("Tarn Valley Water")
    assert copy.preparation.plan.case.why_now == "March"
    assert copy.preparation.plan.carried == Carried()
