"""After a call that was led, the reflection takes at most twelve actions."""

import datetime as dt
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from planner.coaching.progress import PlanState, state_of
from planner.desktop.editing.detail import DetailSection
from planner.desktop.fields import CallPromisesField, RowsField
from planner.desktop.widgets.child_widget import part
from planner.exchange.plan_file import read_plan_file
from planner.model.client import Promise
from planner.model.fields import with_field
from planner.model.plan import Preparation, absolute_path
from planner.model.reflection import Reflection
from planner.model.terms import ObtainedKind, Outcome, RaisedBy, Side
from planner.store.library import Library
from tests.desktop.call_page_object import CallPageObject
from tests.desktop.conftest import OpenWindow
from tests.desktop.counting import Hands
from tests.desktop.page_objects import WalkPageObject
from tests.desktop.stage import Clock
from tests.desktop.walk_story import STEP

W = TypeVar("W", bound=QWidget)
PLAN = Path(__file__).parents[1] / "data" / "plans" / "logistics-software.json"
CLIENT = "Hexley & Marr Distribution"


def test_the_reflection_after_a_led_call_takes_twelve_actions(
    open_window: OpenWindow, tmp_path: Path, clock: Clock
) -> None:
    planned = _before_its_call(clock())
    library = Library.open(tmp_path / "library")
    library.add([planned])
    library.close()
    walk = open_window().open(CLIENT)
    walk.take_keys()
    _lead(walk, clock)
    assert walk.step == STEP["after"], "leaving the call leads to its review"

    hands = Hands()
    hands.click(_part(walk, QPushButton, "allAsPlannedButton"))
    told = walk.preparation.plan.reflection
    assert [question.asked for question in told.questions] == [True, *[False] * (len(told.questions) - 1)]
    assert (told.obtained.which, told.obtained.action) == (
        ObtainedKind.PRIMARY,
        planned.plan.ask.primary.action,
    )
    _type(hands, _answer_box(walk), "Half of it. Easy half.")
    _type(hands, _part(walk, QWidget, "reflectionPriceReaction"), "And training?")
    hands.tab(until=_part(walk, QWidget, "reflectionFearCameTrue"))
    hands.press("Down")
    _type(hands, _part(walk, QWidget, "reflectionDifferently"), "Park tech detail after 5 minutes.")
    promises = _part(walk, CallPromisesField, "reflectionPromises")
    hands.click(_part(walk, DetailSection, "followUpsDetail").findChildren(QPushButton)[0])
    hands.tab(until=promises)
    hands.type("One page on the fallback")
    hands.tab()
    hands.press("Down")
    hands.tab()
    hands.type("2 Dec")
    _type(hands, _part(walk, QWidget, "reflectionLearnedClient"), "Delphine signs.")
    hands.click(_part(walk, QPushButton, "planNextCallButton"))
    walk.wait_until(lambda: walk.window.open is not None and walk.preparation.plan.id != planned.plan.id)

    assert hands.actions <= 12
    reviewed = Library.open(tmp_path / "library").preparation(planned.plan.id)
    plan, following = reviewed.plan, walk.preparation.plan
    assert state_of(reviewed, clock()) is PlanState.LOOKED_BACK
    assert (plan.reflection.outcome, plan.reflection.held_on) == (Outcome.ADVANCE, clock().date())
    assert plan.reflection.price.raised_by is RaisedBy.US
    assert plan.reflection.fear_came_true is not None
    assert reviewed.client.promises[-1] == Promise(
        text="One page on the fallback", by=Side.US, due=dt.date(2026, 12, 2), from_plan=plan.id
    )
    last_time = following.carried.last_time
    assert (last_time.held_on, last_time.outcome) == (clock().date(), Outcome.ADVANCE)
    assert last_time.they_said == "Half of it. Easy half.\nAnd training?"
    assert last_time.promised == ("One page on the fallback (ours, by 2\u00a0Dec\u00a02026)",)
    walk.close()


def _before_its_call(starts: dt.datetime) -> Preparation:
    given = with_field(read_plan_file(PLAN), absolute_path("reflection"), Reflection())
    made_before = (one for one in given.client.promises if one.from_plan != given.plan.id)
    given = with_field(given, "client.promises", tuple(made_before))
    return with_field(given, absolute_path("call.starts"), starts)


def _lead(walk: WalkPageObject, clock: Clock) -> None:
    """Lead two items by the clock, with a question asked, the price said and a note; then leave."""
    walk.press("F5")
    call = CallPageObject(walk.window, clock)
    call.press(Qt.Key.Key_Space)
    call.press(Qt.Key.Key_1)
    call.go_on(dt.timedelta(minutes=6))
    call.press(Qt.Key.Key_Down)
    call.press(Qt.Key.Key_P)
    call.note("stood up, sat down again")
    call.go_on(dt.timedelta(minutes=12))
    call.press(Qt.Key.Key_Escape)


def _part(walk: WalkPageObject, kind: type[W], name: str) -> W:
    assert walk.window.open is not None
    return part(walk.window.open.walk.form, kind, name)


def _answer_box(walk: WalkPageObject) -> QWidget:
    rows = _part(walk, RowsField, "reflectionQuestions")
    answer: QWidget = rows.frames[0].binder.inputs[-1]
    return answer


def _type(hands: Hands, box: QWidget, text: str) -> None:
    hands.tab(until=box)
    hands.type(text)
