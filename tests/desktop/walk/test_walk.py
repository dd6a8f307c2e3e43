"""The walk through the six steps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.coaching.progress import Progress
from planner.desktop.editing.document import SaveState
from planner.desktop.editing.form_fields import STEPS
from planner.desktop.fields import ContactField
from planner.desktop.walk.review import NOTHING_MISSING
from planner.model.ask import Action
from planner.model.case import Force
from planner.model.client import Contact
from planner.model.conversation import AgendaItem, Question
from planner.model.plan import Preparation
from planner.model.reflection import AgendaHeld, QuestionAsked
from planner.model.terms import CallKind, Outcome
from tests.builders import a_plan
from tests.desktop.walk_story import STEP, Walk


def test_the_walk_begins_with_the_call(walk: Walk) -> None:
    story = walk()
    assert story.page.step == STEP["call"]
    assert story.page.next_button.text() == "Next: Case for change"
    assert not story.page.back_button.isEnabled()
    assert story.page.panel.client.text() == "Tarn Valley Water"


def test_next_and_back_lead_through_all_steps(walk: Walk, qtbot: QtBot) -> None:
    story = walk()
    for step in STEPS[1:]:
        with qtbot.waitSignal(story.page.step_changed):
            QTest.mouseClick(story.page.next_button, Qt.MouseButton.LeftButton)
        title = story.page.form.findChild(QLabel, "title")
        assert title is not None
        assert title.text() == step.title
    assert story.page.next_button.isHidden()
    story.page.next()
    assert story.page.step == STEP["after"]
    for _ in STEPS[1:]:
        QTest.mouseClick(story.page.back_button, Qt.MouseButton.LeftButton)
    assert story.page.step == STEP["call"]


@pytest.mark.parametrize(
    ("step", "first"),
    [
        ("call", "client.name"),
        ("case", "case.current_state"),
        ("conversation", "call.commitment"),
        ("price", "price.currency"),
        ("review", "fear.avoiding"),
        ("after", "reflection.held_on"),
    ],
)
def test_a_step_opens_at_its_top_with_the_first_field_ready(walk: Walk, step: str, first: str) -> None:
    story = walk()
    story.page.go_to(STEP["case"])
    story.page.go_to(STEP[step])
    assert story.focused_field() == first


def test_forms_are_loaded_when_first_shown_and_kept(walk: Walk) -> None:
    story = walk()
    first = story.page.form
    story.page.next()
    story.page.back()
    assert story.page.form is first


def test_the_step_list_chooses_a_step_and_enter_goes_into_it(walk: Walk) -> None:
    story = walk()
    story.page.panel.steps.setFocus()
    story.press(Qt.Key.Key_Down)
    assert story.page.step == STEP["case"]
    assert story.focused() is story.page.panel.steps
    story.press(Qt.Key.Key_Return)
    assert story.focused_field() == "case.current_state"


def test_the_step_list_says_how_far_each_step_has_come(walk: Walk) -> None:
    story = walk(Preparation())
    assert story.progress() == [Progress.EMPTY] * 6
    story.page.go_to(STEP["case"])
    story.type_into("case.why_now", "March")
    story.wait(lambda: story.progress()[STEP["case"]] is Progress.STARTED)
    steps = story.page.panel.steps
    spoken = steps.model().index(STEP["case"], 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Case for change, started"
    story.document.edit("reflection.outcome", Outcome.ADVANCE)
    story.wait(lambda: story.progress()[STEP["after"]] is Progress.READY)
    story.document.undo_stack.undo()
    story.wait(lambda: story.progress()[STEP["after"]] is Progress.EMPTY)


def test_the_heading_follows_the_client_and_the_kind_of_call(walk: Walk) -> None:
    story = walk(Preparation())
    assert story.page.panel.client.text() == "New client"
    story.type_into("client.name", "Larkline Buses")
    story.document.edit("call.kind", CallKind.DISCOVERY)
    story.wait(lambda: story.page.panel.client.text() == "Larkline Buses")
    assert story.page.panel.occasion.text() == "No date yet · Discovery"


def test_it_says_whether_the_plan_is_saved(walk: Walk) -> None:
    story = walk()
    assert story.page.panel.saved.text() == "✓ Saved"
    story.type_into("call.title", "Cancelled journeys")
    assert story.page.panel.saved.text() == "Saving…"
    story.document.save_now()
    story.wait(lambda: story.page.panel.saved.text() == "✓ Saved")
    assert story.saved[-1].plan.call.title == "Cancelled journeys"


def test_a_save_amid_the_typing_is_not_worth_a_word(walk: Walk) -> None:
    """It would lay out the window anew twice a second."""
    story = walk()
    told: list[tuple[SaveState, str]] = []
    story.document.save_state_changed.connect(
        lambda: told.append((story.document.save_state, story.page.panel.saved.text()))
    )
    story.type_into("call.title", "Cancelled journeys")
    story.document.save_now()
    story.wait(lambda: story.page.panel.saved.text() == "✓ Saved")
    assert told[-1] == (SaveState.SAVED, "Saving…")


def test_all_plans_is_one_click_away(walk: Walk, qtbot: QtBot) -> None:
    story = walk()
    with qtbot.waitSignal(story.page.left):
        QTest.mouseClick(story.page.panel.all_plans, Qt.MouseButton.LeftButton)


def test_the_review_lists_what_is_open_and_leads_to_it(walk: Walk) -> None:
    story = walk()
    story.page.go_to(STEP["review"])
    assert "Why now, and not next year?" in story.open_questions()
    link = next(one for one in story.missing().links() if one.shown_text() == "Why now, and not next year?")
    assert link.accessibleName() == "Case for change: Why now, and not next year?"
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert story.page.step == STEP["case"]
    assert story.focused_field() == "case.why_now"


def test_an_open_part_leads_to_its_first_field(walk: Walk) -> None:
    story = walk()
    story.page.go_to_field("ask.primary")
    assert story.page.step == STEP["conversation"]
    assert story.focused_field() == "ask.primary.actor"


def test_a_field_behind_a_detail_is_opened_when_one_is_led_to_it(walk: Walk) -> None:
    story = walk()
    story.page.go_to_field("case.new_way")
    assert story.section("new way").is_open
    assert story.focused_field() == "case.new_way"


def test_an_answer_leaves_the_list_of_what_is_open(walk: Walk) -> None:
    story = walk()
    story.page.go_to(STEP["review"])
    story.type_into("fear.avoiding", "Saying the price")
    story.wait(lambda: "What am I avoiding in this call?" not in story.open_questions())
    story.document.edit("ask.primary", Action(actor="Ines Marlow"))
    story.wait(lambda: "What will you ask them to do?" not in story.open_questions())


def test_a_list_of_nothing_missing_says_so(walk: Walk) -> None:
    story = walk()
    story.page.go_to(STEP["review"])
    story.missing().show_questions(())
    said = [label.text() for label in story.missing().findChildren(QLabel)]
    assert said == [NOTHING_MISSING]


def test_the_review_offers_the_page(walk: Walk) -> None:
    story = walk()
    story.page.go_to(STEP["review"])
    for name in ("exportButton", "printButton", "exportPriceButton", "exportReflectionButton"):
        button = story.page.form.findChild(QPushButton, name)
        assert button is not None
        assert button.isVisibleTo(story.page)


def test_the_reflection_starts_from_the_plan_in_one_step(walk: Walk) -> None:
    planned = {
        "conversation.agenda": (AgendaItem(topic="How Monday runs"),),
        "conversation.questions": (Question(text="Who hears of it first?"),),
    }
    story = walk(a_plan(**planned))
    story.page.go_to(STEP["after"])
    start = story.page.form.findChild(QPushButton, "startReflectionButton")
    assert start is not None
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    assert story.document.read("reflection.agenda") == (AgendaHeld(topic="How Monday runs"),)
    assert story.document.read("reflection.questions") == (QuestionAsked(question="Who hears of it first?"),)
    assert not start.isEnabled()
    agenda = story.page.form.input_for("reflection.agenda")
    assert agenda is not None
    assert agenda.isAncestorOf(story.focused()), "the keys go on where there is something to tick"
    story.document.undo_stack.undo()
    assert story.document.read("reflection") == Preparation().plan.reflection
    assert start.isEnabled()


def test_nothing_planned_leaves_nothing_to_start_from(walk: Walk) -> None:
    story = walk()
    story.page.go_to(STEP["after"])
    start = story.page.form.findChild(QPushButton, "startReflectionButton")
    assert start is not None
    assert not start.isEnabled()


def test_details_say_how_much_of_them_is_filled(walk: Walk) -> None:
    story = walk(a_plan(**{"case.new_way": "Every Thursday"}))
    story.page.go_to(STEP["case"])
    section = story.section("new way")
    assert section.heading.shown_text().endswith("1\u00a0filled")
    story.document.edit("case.required_capabilities", "Counting")
    story.wait(lambda: section.heading.shown_text().endswith("2\u00a0filled"))


def test_the_details_of_a_row_added_later_are_counted_too(walk: Walk) -> None:
    story = walk()
    story.page.go_to(STEP["case"])
    story.document.insert_row("case.forces", 0, Force(source="Transport association"))
    story.wait(lambda: story.section("source, date").heading.shown_text().endswith("1\u00a0filled"))


def test_showing_all_steps_edits_nothing(walk: Walk) -> None:
    preparation = a_plan()
    story = walk(preparation)
    for step in range(len(STEPS)):
        story.page.go_to(step)
    assert story.document.preparation == preparation
    assert story.document.undo_stack.count() == 0


def test_a_contact_added_is_offered_as_an_attendee(walk: Walk) -> None:
    story = walk(a_plan(**{"client.contacts": (Contact(name="Ines Marlow"),)}))
    story.document.insert_row("call.attendees", 0)
    attendee = story.page.form.findChild(ContactField, "contact")
    assert attendee is not None
    line = attendee.lineEdit()
    assert line is not None
    assert line.placeholderText().startswith("e.g. ")
    assert [attendee.itemText(at) for at in range(attendee.count())] == ["Ines Marlow"]
    story.document.edit("client.contacts[0].name", "Ines Marlow-Bell")
    assert [attendee.itemText(at) for at in range(attendee.count())] == ["Ines Marlow-Bell"]


def test_the_side_stands_beside_the_form_where_there_is_room(walk: Walk, qtbot: QtBot) -> None:
    story = walk(width=1280)
    side = QLabel("the page")
    story.page.set_side(side)
    assert side.isVisible()
    story.page.resize(900, 700)
    qtbot.waitUntil(lambda: not side.isVisible())
    story.page.resize(1280, 700)
    qtbot.waitUntil(side.isVisible)
    side.hide()
    holder = side.parentWidget()
    assert holder is not None
    assert not holder.isVisible()
