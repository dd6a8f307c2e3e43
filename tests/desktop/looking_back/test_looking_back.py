"""The last step: the reflection starts from the plan, and says what an outcome rests on."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from planner.desktop.fields import RowsField
from planner.desktop.looking_back.outcome_advice import OutcomeAdvice
from planner.desktop.looking_back.plan_quote import PlanQuote
from planner.model.ask import Action
from planner.model.conversation import AgendaItem, Question
from planner.model.plan import AnsweredFinding, Intention
from planner.model.reflection import AgendaHeld, AnswerHeld, IntentionKept, Obtained, QuestionAsked
from planner.model.terms import ObtainedKind, Outcome
from tests.builders import a_plan
from tests.desktop.page_objects import WalkPageObject
from tests.desktop.stage import Stage
from tests.desktop.walk_story import STEP, Walk, WalkStory

DAY = dt.date(2026, 12, 11)
PLAN: dict[str, object] = {
    "ask.primary": Action(actor="Mara Lindqvist", action="invites maintenance to a walk", by=DAY),
    "ask.fallback": Action(actor="Mara Lindqvist", action="names the person in finance"),
    "conversation.agenda": (AgendaItem(minutes=5, topic="Opening"),),
    "conversation.questions": (Question(text="Who else?"),),
    "fear.avoiding": "saying the price",
    "intentions": (Intention(text="Wait after the price"),),
    "answers": (AnsweredFinding(rule="no-fallback", because="one person decides"),),
}


def look_back(walk: Walk, **fields: object) -> WalkStory:
    story = walk(a_plan(**{**PLAN, **fields}))
    story.page.go_to(STEP["after"])
    return story


def press(story: WalkStory, name: str) -> None:
    button = story.page.form.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def advice(story: WalkStory) -> OutcomeAdvice:
    found = story.page.form.findChild(OutcomeAdvice)
    assert found is not None
    return found


def test_all_went_as_planned_is_one_click_and_one_undo_step(walk: Walk) -> None:
    story = look_back(walk)
    before = story.document.read("reflection")
    press(story, "allAsPlannedButton")
    assert story.document.read("reflection.agenda") == (AgendaHeld(topic="Opening", held=True, minutes=5),)
    assert story.document.read("reflection.questions") == (QuestionAsked(question="Who else?", asked=True),)
    story.document.undo_stack.undo()
    assert story.document.read("reflection") == before


def test_choosing_the_commitment_fills_the_action_from_the_plan(walk: Walk) -> None:
    story = look_back(walk)
    story.field("reflection.obtained.which").setFocus()
    story.press(Qt.Key.Key_Down)
    assert story.document.read("reflection.obtained") == Obtained(
        which=ObtainedKind.PRIMARY, actor="Mara Lindqvist", action="invites maintenance to a walk", by=DAY
    )
    action = story.field("reflection.obtained.action")
    assert action.property("value") == "invites maintenance to a walk"
    story.press(Qt.Key.Key_Down)
    assert action.property("value") == "names the person in finance"
    story.document.undo_stack.undo()
    assert action.property("value") == ""


def test_the_outcome_reached_is_offered_with_its_reason(walk: Walk) -> None:
    story = look_back(walk)
    assert advice(story).isHidden()
    story.document.edit("reflection.obtained.which", ObtainedKind.PRIMARY)
    assert advice(story).label.text() == "Somebody at the client does something, by a date."
    QTest.mouseClick(advice(story).offer, Qt.MouseButton.LeftButton)
    assert story.document.read("reflection.outcome") is Outcome.ADVANCE
    assert advice(story).isHidden()
    story.document.edit("reflection.outcome", Outcome.CONTINUATION)
    story.document.undo_stack.undo()
    assert story.document.read("reflection.outcome") is Outcome.ADVANCE


def test_an_advance_without_a_date_is_told_so_there(walk: Walk) -> None:
    story = look_back(walk)
    story.document.edit("reflection.obtained.which", ObtainedKind.FALLBACK)
    story.document.edit("reflection.outcome", Outcome.ADVANCE)
    assert "by when" in advice(story).label.text()
    assert advice(story).property("role") == "warning"
    assert advice(story).offer.isHidden()
    story.document.edit("reflection.obtained.by", DAY)
    assert advice(story).isHidden()


def test_the_fear_is_quoted_where_one_says_what_came_of_it(walk: Walk) -> None:
    story = look_back(walk)
    quote = story.page.form.findChild(PlanQuote)
    assert quote is not None
    assert quote.label.text() == "You were avoiding: saying the price"
    story.document.edit("fear.avoiding", "")
    assert quote.isHidden()


def test_answers_and_intentions_are_asked_about_where_there_are_any(walk: Walk) -> None:
    story = look_back(walk)
    answers, intentions = story.field("reflection.answers"), story.field("reflection.intentions")
    question = story.page.form.findChild(QLabel, "reflectionAnswersQuestion")
    assert question is not None
    assert answers.isHidden()
    assert question.isHidden()
    press(story, "startReflectionButton")
    assert story.document.read("reflection.answers") == (
        AnswerHeld(rule="no-fallback", because="one person decides"),
    )
    assert story.document.read("reflection.intentions") == (IntentionKept(text="Wait after the price"),)
    assert not answers.isHidden()
    assert not question.isHidden()
    assert not intentions.isHidden()


def test_rows_from_elsewhere_are_neither_added_nor_removed(walk: Walk) -> None:
    story = look_back(walk)
    press(story, "startReflectionButton")
    answers = story.field("reflection.answers")
    assert isinstance(answers, RowsField)
    assert not answers.add_button.isVisible()
    assert not answers.frames[0].menu_button.isVisible()
    answers.setFocus()
    story.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    story.press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert len(story.document.read("reflection.answers")) == 1


def side_rows(page: WalkPageObject) -> list[str]:
    assert page.window.open is not None
    return page.window.open.side.versus.rows


def test_the_plan_stands_beside_what_happened_and_follows(stage: Stage) -> None:
    page = stage.open(a_plan(**PLAN)).open("Tarn Valley Water")
    page.choose_from_menu("6 After the call")
    assert "5 min · Opening |  | —" in side_rows(page)
    page.press_button("All went as planned")
    page.wait_until(lambda: "5 min · Opening | ✓ | covered · 5 min" in side_rows(page))
    page.field("reflection.what_happened").type("She nodded.")
    page.wait_until(lambda: "saying the price |  | She nodded." in side_rows(page))


def test_beside_the_other_steps_there_is_the_page(stage: Stage) -> None:
    page = stage.open(a_plan(**PLAN)).open("Tarn Valley Water")
    assert page.window.open is not None
    side = page.window.open.side
    assert side.preview.isVisible()
    assert not side.versus.isVisible()
    page.choose_from_menu("6 After the call")
    assert side.versus.isVisible()
    page.press_button("The page")
    assert side.preview.isVisible()
    page.back()
    page.next()
    assert side.preview.isVisible(), "what was chosen stays chosen"
