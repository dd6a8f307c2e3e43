"""They came to us: noted in two acts. And a draft of the wording, of which nothing is lost."""

import datetime as dt

import pytest
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from planner.desktop.fields import ChoiceField, ContactField, LongField, MomentField
from planner.desktop.touches import draft_printing
from planner.desktop.touches.draft_printing import text_pages
from planner.desktop.widgets.child_widget import part
from planner.desktop.widgets.enter_button import EnterButton
from planner.model.case import Force
from planner.model.client import Client, Contact
from planner.model.terms import Side
from planner.model.touch import Touch
from tests.builders import a_plan
from tests.desktop.fakes import NOW, today
from tests.desktop.reaching_page_object import DreamListObject, fill
from tests.desktop.stage import Stage


@pytest.fixture
def dream(stage: Stage) -> DreamListObject:
    """A Dream list of one client with a touch planned, whose plan has a force."""
    planned = Touch(id="1", planned_on=today() + dt.timedelta(days=2), value_offered="Two pages")
    plan = a_plan(
        **{
            "client.name": "Ash",
            "client.dream_client": True,
            "client.dream_rank": 1,
            "client.touches": (planned,),
            "case.forces": (Force(trend="The furnace levy"),),
        }
    )
    dream = DreamListObject(stage, stage.open(plan))
    dream.choose("Ash")
    return dream


def test_an_inquiry_is_noted_in_two_acts_with_the_call_to_make(dream: DreamListObject) -> None:
    before = dream.hands.actions
    dream.press("Ctrl+Shift+I")
    assert dream.inquiry.client_name == "Ash"
    dream.hands.press("Return")
    dream.settle()
    assert dream.hands.actions - before == 2
    _planned, asked = dream.client("Ash").touches
    assert (asked.from_, asked.done_at, asked.planned_on) == (Side.THEM, NOW, None)
    assert dream.lines[0].endswith("waits 1 hour")
    assert dream.window.message == "Noted: Ash came to us. Call them while they wait."
    assert dream.window.offers == ["Plan the call", "Reach out"]
    dream.window.press_button("Plan the call")
    dream.window.wait_until(lambda: dream.window.window.open is not None)
    made = dream.window.walk.preparation
    assert made.plan.call.initiated_by is Side.THEM
    assert made.client.touches[1].plan_id == made.plan.id


def test_tab_goes_through_the_questions_before_the_buttons(dream: DreamListObject) -> None:
    dream.press("Ctrl+Shift+I")
    moment = part(dream.inquiry, MomentField, "doneAt")
    assert dream.inquiry.client.hasFocus()
    for stop in (moment.day.line, moment.time.line, moment.zone, part(dream.inquiry, ChoiceField, "channel")):
        dream.hands.tab()
        assert stop.hasFocus()
    dream.inquiry.reject()


def test_somebody_new_who_came_to_us_is_a_client(stage: Stage) -> None:
    dream = DreamListObject(stage, stage.open())
    dream.hands.press("Ctrl+2")
    dream.hands.press("Ctrl+Shift+I")
    assert dream.inquiry.client.hasFocus()
    dream.hands.type("Hollis & Grey")
    fill(dream.inquiry, ContactField, "withWhom", "Jonah Field")
    fill(dream.inquiry, LongField, "note", "A price for the October volumes")
    dream.inquiry.accept()
    dream.settle()
    (client,) = stage.plans.clients()
    (asked,) = client.touches
    assert (client.name, client.dream_client) == ("Hollis & Grey", None)
    assert (asked.with_whom, asked.note) == ("Jonah Field", "A price for the October volumes")
    dream.window.window.reaching.actions.undo_stack.undo()
    dream.window.wait_until(lambda: stage.plans.clients()[0].touches == ())


def test_an_archived_client_who_comes_is_one_again(stage: Stage) -> None:
    stage.plans.save_client(Client(id="a", name="Ash", archived=True))
    dream = DreamListObject(stage, stage.open())
    dream.hands.press("Ctrl+Shift+I")
    assert dream.inquiry.client.hasFocus()
    dream.hands.type("Ash")
    dream.hands.press("Return")
    dream.settle()
    assert dream.client("Ash").archived is None
    dream.undo()
    dream.window.wait_until(lambda: dream.client("Ash").archived is True)


@pytest.mark.parametrize(
    ("when", "said"), [("4 Dec 9:00", "still to come"), ("31 Nov", "31 Nov"), ("27 Nov 1926", "is far off")]
)
def test_when_they_came_is_looked_at(dream: DreamListObject, when: str, said: str) -> None:
    dream.press("Ctrl+Shift+I")
    dialog = dream.inquiry
    fill(dialog, MomentField, "doneAt", when)
    dialog.accept()
    assert said in dialog.problem.replace("\u00a0", " ")
    assert dialog.isVisible()
    assert len(dream.client("Ash").touches) == 1
    fill(dialog, LongField, "note", "A price")
    assert dialog.problem == ""


def test_an_inquiry_while_their_plan_is_open_is_a_step_of_that_plan(dream: DreamListObject) -> None:
    dream.hands.press("Ctrl+2")
    walk = dream.window.open("Ash")
    dream.hands.press("Ctrl+Shift+I")
    assert dream.inquiry.client_name == "Ash"
    dream.hands.press("Return")
    assert [touch.is_inquiry for touch in walk.preparation.client.touches] == [False, True]
    walk.wait_saved()
    assert [touch.is_inquiry for touch in dream.client("Ash").touches] == [False, True]


def test_a_draft_is_edited_copied_and_kept_with_the_touch(dream: DreamListObject) -> None:
    dream.press("W")
    draft = dream.draft
    assert "Two pages" in draft.wording.toPlainText()
    assert "The furnace levy" in draft.wording.toPlainText()
    QTest.keyClicks(draft.wording, "Hello. ")
    part(draft, EnterButton, "copy").click()
    assert QGuiApplication.clipboard().text().startswith("Hello. Two pages")
    dream.hands.press("Esc")
    dream.settle()
    (touch,) = dream.client("Ash").touches
    assert touch.note.startswith("Hello. Two pages")
    assert dream.window.message == "The wording is kept with the touch."
    dream.choose("Ash")
    dream.press("W")
    again = dream.draft
    assert again.wording.toPlainText() == touch.note
    part(again, EnterButton, "anew").click()
    assert again.wording.toPlainText().startswith("Two pages")
    again.wording.undo()
    assert again.wording.toPlainText() == touch.note
    dream.hands.press("Ctrl+Return")
    dream.settle()
    dream.undo()
    dream.window.wait_until(lambda: dream.client("Ash").touches[0].note == "")


def test_a_draft_that_was_only_read_leaves_the_touch_as_it_was(dream: DreamListObject) -> None:
    before = dream.client("Ash")
    dream.press("W")
    assert dream.draft.wording.toPlainText()
    dream.hands.press("Esc")
    dream.settle()
    assert dream.client("Ash") == before
    assert not dream.window.window.reaching.actions.undo_stack.canUndo()


def test_the_draft_of_a_new_touch_becomes_its_note(dream: DreamListObject) -> None:
    dream.press("T")
    dialog = dream.reach_out
    part(dialog, EnterButton, "draft").click()
    draft = dream.draft
    QTest.keyClicks(draft.wording, "Hello. ")
    draft.accept()
    assert dialog.touch.note.startswith("Hello. The furnace levy")


def test_a_draft_is_printed_as_it_stands(dream: DreamListObject, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[tuple[str, str]] = []
    monkeypatch.setattr(
        draft_printing, "print_text", lambda text, title, _window: printed.append((text, title))
    )
    dream.press("W")
    draft = dream.draft
    part(draft, QPlainTextEdit).setPlainText("Dear Jo")
    part(draft, EnterButton, "print").click()
    assert printed == [("Dear Jo", "A draft for Ash")]


def test_a_text_prints_on_plain_pages(dream: DreamListObject) -> None:
    pages = text_pages("Dear Jo,\n<b>The levy</b>", dream.page.font())
    assert isinstance(pages, QTextDocument)
    assert pages.toPlainText() == "Dear Jo,\n<b>The levy</b>"
    assert pages.defaultFont().pointSizeF() == 11


def test_the_people_offered_are_those_of_the_client_meant(dream: DreamListObject) -> None:
    people = (Contact(id="j", name="Jonah Field"), Contact(id="m", name="Mara Lind", left=True))
    dream.stage.plans.save_client(Client(id="h", name="Hollis", contacts=people))
    dream.press("Ctrl+Shift+I")
    dialog = dream.inquiry
    who = part(dialog, ContactField, "withWhom")
    assert who.count() == 0
    dialog.client.setText("Hollis")
    assert [who.itemText(at) for at in range(who.count())] == ["Jonah Field"]
    fill(dialog, ContactField, "withWhom", "Jonah Field")
    dialog.accept()
    dream.settle()
    (asked,) = dream.client("Hollis").touches
    assert (asked.with_whom, asked.with_whom_id) == ("Jonah Field", "j")


def test_what_was_just_noted_in_an_open_plan_is_there_to_reach_out_to(dream: DreamListObject) -> None:
    dream.hands.press("Ctrl+2")
    dream.window.open("Ash")
    dream.hands.press("Ctrl+Shift+I")
    assert dream.inquiry.client_name == "Ash"
    dream.hands.press("Return")
    dream.window.press_button("Plan the call")
    dream.window.wait_until(lambda: len(dream.stage.plans.stored) == 2)
    dream.window.wait_until(lambda: dream.window.window.open is not None)
    made = dream.window.walk.preparation
    assert made.client.touches[1].plan_id == made.plan.id
