"""From one call to the next: rehearsed, led, looked back on, and all that is open carried over."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from planner.desktop.fields import CallPromisesField
from planner.desktop.looking_back.outcome_advice import OutcomeAdvice
from planner.desktop.looking_back.overdue_promises import OverduePromises
from planner.desktop.walk.carried_marks import MARK
from planner.exchange.plan_file import read_plan_file
from planner.model.fields import with_field
from planner.model.plan import Intention, Preparation, absolute_path
from planner.model.reflection import AgendaHeld, Reflection
from planner.model.terms import DisclosureDiscussion, ObtainedKind, Outcome, Side
from planner.store.library import Library
from tests.builders import a_plan
from tests.desktop.call_page_object import CallPageObject
from tests.desktop.conftest import OpenWindow
from tests.desktop.page_objects import WalkPageObject
from tests.desktop.stage import Clock, Stage
from tests.desktop.walk_story import STEP

PLANS = Path(__file__).parents[1] / "data" / "plans"
CLIENT = "Hexley & Marr Distribution"


def before_its_call(starts: dt.datetime) -> Preparation:
    """A complete plan as it stands before the call."""
    given = read_plan_file(PLANS / "logistics-software.json")
    given = with_field(given, absolute_path("reflection"), Reflection())
    return with_field(given, absolute_path("call.starts"), starts)


def test_a_call_is_rehearsed_held_looked_back_on_and_goes_on_in_the_next(
    open_window: OpenWindow, tmp_path: Path, clock: Clock
) -> None:
    planned = before_its_call(clock())
    library = Library.open(tmp_path / "library")
    library.add([planned])
    library.close()
    walk = open_window().open(CLIENT)
    walk.take_keys()

    _lead_the_call(walk, clock)
    assert walk.step == STEP["after"]
    told = walk.preparation.plan.reflection
    assert told.agenda[0] == AgendaHeld(topic=planned.plan.conversation.agenda[0].topic, held=True, minutes=6)
    assert told.price.minute == 18
    assert told.held_on == clock().date()

    asked = _look_back(walk)
    last = walk.preparation
    walk.press_button("Plan the next call")
    walk.wait_until(lambda: walk.window.open is not None and walk.preparation.plan.id != last.plan.id)
    _is_carried_over(walk, last, asked)

    made = walk.preparation
    walk.close()
    clock.go_on(dt.timedelta(days=8))
    page = open_window()
    assert page.clients.count(CLIENT) == 2
    page.choose(CLIENT)
    page.window.desk.open(made.plan.id)
    assert page.walk.preparation.plan.carried == made.plan.carried
    assert page.walk.preparation.client == made.client
    overdue = page.window.findChild(OverduePromises)
    assert overdue is not None
    assert "One page on the fallback (ours, since" in overdue.label.text()
    page.close()


def _lead_the_call(walk: WalkPageObject, clock: Clock) -> None:
    """Two items by the clock, a question asked, the price said, a note; then out of it."""
    walk.press("F5")
    call = CallPageObject(walk.window, clock)
    call.press(Qt.Key.Key_Space)
    clock.go_on(dt.timedelta(minutes=6))
    call.press(Qt.Key.Key_Down)
    call.press(Qt.Key.Key_1)
    clock.go_on(dt.timedelta(minutes=12))
    call.press(Qt.Key.Key_P)
    call.note("stood up, sat down again")
    call.press(Qt.Key.Key_Escape)


def _look_back(walk: WalkPageObject) -> str:
    """Say what came of the call; return the question that got its answer."""
    assert walk.window.open is not None
    document = walk.window.open.document
    told = document.preparation.plan.reflection
    at = next(at for at, one in enumerate(told.questions) if one.asked)
    document.edit(f"reflection.questions[{at}].answer", "“Half. Easy half.”")
    walk.field("reflection.obtained.which").widget.setFocus()
    for _ in range(2):
        walk.press_key(Qt.Key.Key_Down)
    obtained = walk.preparation.plan.reflection.obtained
    assert (obtained.which, obtained.actor) == (ObtainedKind.FALLBACK, "Jorge Villaseñor")
    document.edit("reflection.obtained.by", None)
    document.edit("reflection.outcome", Outcome.ADVANCE)
    advice = walk.window.findChild(OutcomeAdvice)
    assert advice is not None
    assert "by when" in advice.label.text()
    document.edit("reflection.obtained.by", dt.date(2026, 12, 4))
    assert advice.isHidden()
    walk.field("reflection.differently").type("Park tech detail after 5 min.")
    walk.field("reflection.learned_client").type("Delphine signs.")
    document.insert_row("reflection.concerns_raised", 0, "Rick Talbott-Meyer: the union steward")
    due = dt.date(2026, 12, 2)
    assert walk.window.open is not None
    promised = walk.window.open.walk.form.findChild(CallPromisesField)
    assert promised is not None
    promised.add_row(len(promised.frames))
    place = len(document.read("client.promises")) - 1
    document.edit(f"client.promises[{place}].text", "One page on the fallback")
    document.edit(f"client.promises[{place}].by", Side.US)
    document.edit(f"client.promises[{place}].due", due)
    return told.questions[at].question


def _is_carried_over(walk: WalkPageObject, last: Preparation, asked: str) -> None:
    made = walk.preparation
    plan, before = made.plan, last.plan
    held = before.reflection.held_on
    assert held is not None
    assert walk.field("call.what_changed").value == plan.call.what_changed
    for said in ("ended in an advance", "Agreed: Jorge Villaseñor", "Delphine signs.", "Price, said by us"):
        assert said in plan.call.what_changed
    texts = [one.text for one in plan.conversation.questions]
    assert texts == [one.text for one in before.conversation.questions if one.text != asked]
    assert plan.case.problems == before.case.problems
    assert [one.concern for one in plan.conversation.concerns] == ["the union steward"]
    assert plan.conversation.concerns[0].who == "Rick Talbott-Meyer"
    promise = made.client.promises[-1]
    assert (promise.text, promise.from_plan) == ("One page on the fallback", before.id)
    assert plan.price.drivers == before.price.drivers
    assert plan.price.discussions[-1].date == held
    assert plan.price.disclosure.discussion is DisclosureDiscussion.EARLIER
    assert plan.intentions[0] == Intention(text="Park tech detail after 5 min.", since=held)
    assert "Say the number before anybody asks for it" in [one.text for one in plan.intentions]
    marks = [one.objectName() for one in walk.window.findChildren(QLabel) if MARK in one.text()]
    assert "intentionsQuestion" in marks
    assert "callWhyItMattersQuestion" not in marks


def test_a_finding_is_answered_and_asked_about_after_the_call(stage: Stage) -> None:
    plan = a_plan(**{"call.initiated_by": Side.THEM, "call.starts": stage.clock() - dt.timedelta(hours=1)})
    walk = stage.open(plan).open("Tarn Valley Water")
    walk.findings.wait_for("They came to us")
    walk.findings.answer("They came to us", "our letter of May brought them")

    walk.choose_from_menu("6 After the call")
    walk.press_button("Start from the plan")
    assert walk.window.open is not None
    side = walk.window.open.side.versus
    walk.wait_until(lambda: "“our letter of May brought them” |  | —" in side.rows)
    question = walk.window.findChild(QLabel, "reflectionAnswersQuestion")
    assert question is not None
    assert question.isVisible()
    assert question.text() == "You had a reason to go ahead. Did it hold up?"

    document = walk.window.open.document
    document.edit("reflection.answers[0].held", False)
    document.edit("reflection.answers[0].what_happened", "They had not read it.")
    walk.wait_until(
        lambda: (
            "“our letter of May brought them” | ≠ | It did not hold up: They had not read it." in side.rows
        )
    )
    answer = walk.preparation.plan.reflection.answers[0]
    assert (answer.rule, answer.because, answer.held) == (
        "came-to-us",
        "our letter of May brought them",
        False,
    )
