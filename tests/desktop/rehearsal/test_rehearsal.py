"""The view that fills the window: for reading the plan aloud, and for the call itself."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.desktop.rehearsal.beside import AtHand
from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.conversation import AgendaItem, Question, Shortcut
from planner.model.price import PriceDisclosure
from planner.model.reflection import AgendaHeld, PriceRaised, QuestionAsked, Reflection
from planner.model.terms import Commitment, DisclosureDiscussion, QuestionKind, RaisedBy
from tests.builders import a_plan
from tests.desktop.call_page_object import CallPageObject
from tests.desktop.fakes import NOW
from tests.desktop.page_objects import WalkPageObject
from tests.desktop.stage import Clock, Stage
from tests.desktop.walk_story import STEP

PLAN: dict[str, object] = {
    "call.title": "Line walk",
    "call.minutes": 30,
    "call.commitment": Commitment.EXPLORE,
    "call.starts": NOW - dt.timedelta(minutes=5),
    "call.attendees": (Attendee(contact="Ben Okoye", role="knows line 4"),),
    "client.contacts": (Contact(name="Ben Okoye", pronunciation="o-KOY-eh", title="Maintenance"),),
    "conversation.opening": "May I show what four plants lose?",
    "conversation.agenda": (
        AgendaItem(minutes=5, topic="Opening"),
        AgendaItem(minutes=15, topic="How changeovers run", purpose="hear the last Monday"),
        AgendaItem(minutes=10, topic="Next step"),
    ),
    "conversation.questions": (
        Question(text="How was Monday?", starter=True),
        Question(text="Which changeovers hurt most?"),
        Question(text="Who hears about changeovers first?"),
        Question(text="Would you name a date?", kind=QuestionKind.COMMITMENT),
    ),
    "conversation.shortcuts": (Shortcut(they_ask_for="Send the price", propose_instead="half an hour"),),
    "ask.wording": "Would you walk the line with us?",
    "price.disclosure": PriceDisclosure(
        discussion=DisclosureDiscussion.THIS_CALL, when="minute 18", wording="We are 12,000 above Corvex."
    ),
    "fear.counter_action": "say it at minute 18, and wait",
}


@pytest.fixture
def clock(stage: Stage) -> Clock:
    return stage.clock


def open_plan(stage: Stage, **fields: object) -> WalkPageObject:
    return stage.open(a_plan(**{**PLAN, **fields})).open("Tarn Valley Water")


def enter(walk: WalkPageObject, clock: Clock) -> CallPageObject:
    walk.choose_from_menu("Rehearse, or Lead the Call")
    return CallPageObject(walk.window, clock)


def told(walk: WalkPageObject) -> Reflection:
    return walk.preparation.plan.reflection


def test_everything_the_call_needs_is_there_to_read(stage: Stage, clock: Clock) -> None:
    call = enter(open_plan(stage), clock)
    for words in (
        "Tarn Valley Water — Line walk",
        "“May I show what four plants lose?”",
        "▸ Opening",
        "How was Monday?",
        "“Would you walk the line with us?”",
        "The commitment we ask for — Explore",
        "Ben Okoye (o-KOY-eh), Maintenance · knows line 4",
        "“Send the price” → Half an hour",
        "say it at minute 18, and wait",
        "The price is said here",
        "We are 12,000 above Corvex.",
        "Space start, pause",
    ):
        assert words in call.words, words
    assert not call.window.menuBar().isVisible()
    assert call.total == "0:00 of 30 min, not started"


def test_the_price_stands_in_the_item_it_is_said_in(stage: Stage, clock: Clock) -> None:
    call = enter(open_plan(stage), clock)
    assert [view.item.price_here for view in call.page.items] == [False, True, False]


def test_the_clock_runs_for_the_item_and_for_the_call(stage: Stage, clock: Clock) -> None:
    call = enter(open_plan(stage), clock)
    call.press(Qt.Key.Key_Space)
    clock.go_on(dt.timedelta(minutes=4))
    assert call.item_clock == "08:55 · 4:00 of 5 min"
    call.press(Qt.Key.Key_Down)
    clock.go_on(dt.timedelta(minutes=16))
    assert call.item == "▸ How changeovers run"
    assert call.item_clock.endswith(" · 16:00 of 15 min · +1:00 over")
    assert call.total == "20:00 of 30 min, running"
    call.press(Qt.Key.Key_Space)
    clock.go_on(dt.timedelta(minutes=9))
    assert call.total == "20:00 of 30 min, paused"


def test_what_is_led_is_held_with_its_minutes(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage)
    call = enter(walk, clock)
    call.press(Qt.Key.Key_Space)
    clock.go_on(dt.timedelta(minutes=6))
    call.press(Qt.Key.Key_Down)
    clock.go_on(dt.timedelta(minutes=12))
    call.press(Qt.Key.Key_Down)
    clock.go_on(dt.timedelta(seconds=20))
    call.press(Qt.Key.Key_Escape)
    assert told(walk).agenda == (
        AgendaHeld(topic="Opening", held=True, minutes=6),
        AgendaHeld(topic="How changeovers run", held=True, minutes=12),
        AgendaHeld(topic="Next step", held=False),
    ), "twenty seconds are no item"


def test_reading_through_without_the_clock_holds_nothing(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage)
    call = enter(walk, clock)
    for _ in range(5):
        call.press(Qt.Key.Key_Down)
    assert call.item == "▸ Next step"
    call.press(Qt.Key.Key_Up)
    assert call.item == "▸ How changeovers run"
    call.press(Qt.Key.Key_Escape)
    assert told(walk) == Reflection()
    assert walk.step == STEP["call"]


def test_a_number_ticks_the_question_of_the_item_led(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage)
    call = enter(walk, clock)
    call.press(Qt.Key.Key_Down)
    call.press(Qt.Key.Key_2)
    call.press(Qt.Key.Key_9)
    assert call.ticked == ["Who hears about changeovers first?"]
    call.click("How was Monday?")
    asked = [one.question for one in told(walk).questions if one.asked]
    assert asked == ["How was Monday?", "Who hears about changeovers first?"]
    call.press(Qt.Key.Key_2)
    assert call.ticked == ["How was Monday?"]
    assert len(told(walk).questions) == 4, "the plan's questions are all there, each once"


def test_the_price_is_noted_with_one_key(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage)
    call = enter(walk, clock)
    call.press(Qt.Key.Key_Space)
    clock.go_on(dt.timedelta(minutes=18, seconds=40))
    call.press(Qt.Key.Key_P)
    assert told(walk).price == PriceRaised(raised_by=RaisedBy.US, minute=18)
    assert "✓ Price raised by us, minute 18" in call.words
    call.press(Qt.Key.Key_T)
    assert told(walk).price.raised_by is RaisedBy.THEM


def test_the_notes_stand_apart_from_who_raised_the_price(qtbot: QtBot) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    at_hand = AtHand((), column)
    at_hand.resize(400, 400)
    at_hand.show_noted("✓ Price raised by us, minute 18", "7′ three people on nights")
    column.show()
    text, heading = at_hand.price, at_hand.notes_heading
    between = heading.y() - text.y() - text.contentsRect().bottom()
    assert between > at_hand.notes.y() - heading.y() - heading.height() + 8


def test_a_note_is_kept_with_its_minute(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage)
    call = enter(walk, clock)
    call.press(Qt.Key.Key_Space)
    clock.go_on(dt.timedelta(minutes=7))
    call.note("p: 3 people on nights")
    assert told(walk).notes == "7′ p: 3 people on nights"
    assert told(walk).price.raised_by is None, "keys in the note are letters"
    assert "7′ p: 3 people on nights" in call.words
    call.press(Qt.Key.Key_N)
    call.press(Qt.Key.Key_X)
    call.press(Qt.Key.Key_Escape)
    assert call.shown, "Esc gives the note up, not the call"
    assert told(walk).notes == "7′ p: 3 people on nights"


def test_a_note_is_in_the_plan_with_each_key_and_one_undo_step(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage)
    call = enter(walk, clock)
    call.press(Qt.Key.Key_Space)
    clock.go_on(dt.timedelta(minutes=7))
    assert walk.window.open is not None
    undo_stack = walk.window.open.document.undo_stack
    steps = undo_stack.count()
    call.press(Qt.Key.Key_N)
    for typed in ("3", "3 p", "3 people"):
        QTest.keyClicks(call.page.note_line, typed[len(call.page.note_line.text()) :])
        assert told(walk).notes == f"7′ {typed}"
    clock.go_on(dt.timedelta(minutes=1))
    call.page.go_on()
    assert told(walk).notes == "7′ 3 people", "the clock's notes leave it alone"
    QTest.keyClicks(call.page.note_line, "!")
    assert told(walk).notes == "8′ 3 people!"
    call.press(Qt.Key.Key_Return)
    assert told(walk).notes == "8′ 3 people!"
    assert undo_stack.count() == steps + 1


def test_a_note_given_up_leaves_nothing_behind(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage)
    call = enter(walk, clock)
    before = told(walk)
    call.press(Qt.Key.Key_N)
    QTest.keyClicks(call.page.note_line, "nothing")
    assert told(walk) != before
    call.press(Qt.Key.Key_Escape)
    assert told(walk) == before


def test_what_is_ticked_is_saved_as_it_happens(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage)
    call = enter(walk, clock)
    call.press(Qt.Key.Key_1)
    plan_id = walk.preparation.plan.id
    walk.wait_until(lambda: stage.plans.stored[plan_id].plan.reflection.questions != ())
    assert stage.plans.stored[plan_id].plan.reflection.questions[0].asked
    assert call.shown


def test_the_minutes_of_the_item_led_are_saved_while_it_runs(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage)
    call = enter(walk, clock)
    assert walk.window.open is not None
    stack = walk.window.open.document.undo_stack
    call.press(Qt.Key.Key_Space)
    clock.go_on(dt.timedelta(seconds=59))
    call.page.go_on()
    assert told(walk).agenda == ()
    for _ in range(3):
        clock.go_on(dt.timedelta(minutes=1))
        call.page.go_on()
    assert told(walk).agenda[0] == AgendaHeld(topic="Opening", held=True, minutes=3)
    assert stack.count() == 1, "taken back at once"
    call.press(Qt.Key.Key_1)
    assert stack.count() == 2


def test_after_the_call_one_looks_back_on_it(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage)
    call = enter(walk, clock)
    call.press(Qt.Key.Key_1)
    call.press(Qt.Key.Key_Escape)
    assert not call.shown
    assert walk.step == STEP["after"]
    assert walk.window.menuBar().isVisible()
    assert told(walk).held_on == NOW.date()


def test_the_clock_goes_on_while_the_plan_is_looked_at(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage)
    call = enter(walk, clock)
    call.press(Qt.Key.Key_Space)
    clock.go_on(dt.timedelta(minutes=2))
    call.press(Qt.Key.Key_Escape)
    clock.go_on(dt.timedelta(minutes=1))
    call = enter(walk, clock)
    assert call.total == "3:00 of 30 min, running"


def test_a_rehearsal_before_the_call_can_be_forgotten(stage: Stage, clock: Clock) -> None:
    walk = open_plan(
        stage,
        **{
            "call.starts": NOW + dt.timedelta(days=1),
            "reflection.questions": (QuestionAsked(question="Noted before"),),
        },
    )
    before = told(walk)
    call = enter(walk, clock)
    call.press(Qt.Key.Key_1)
    call.note("slower")
    call.press(Qt.Key.Key_Escape)
    assert told(walk) != before
    walk.take_offer("It was only a rehearsal: forget it")
    assert told(walk) == before
    assert walk.message == ""


def test_what_was_ticked_is_not_offered_to_be_forgotten_once_the_plan_is_closed(
    stage: Stage, clock: Clock
) -> None:
    walk = open_plan(stage, **{"call.starts": NOW + dt.timedelta(days=1)})
    call = enter(walk, clock)
    call.press(Qt.Key.Key_1)
    call.press(Qt.Key.Key_Escape)
    assert "What you ticked" in walk.message

    plans = walk.leave()

    assert plans.message == ""


def test_the_text_grows_and_shrinks_and_is_remembered(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage)
    call = enter(walk, clock)
    usual = call.page.items[0].topic.font().pointSizeF()
    control = Qt.KeyboardModifier.ControlModifier
    call.press(Qt.Key.Key_Plus, control)
    grown = call.page.items[0].topic.font().pointSizeF()
    assert grown > usual
    call.press(Qt.Key.Key_Escape)
    call = enter(walk, clock)
    assert call.page.items[0].topic.font().pointSizeF() == pytest.approx(grown)
    call.press(Qt.Key.Key_0, control)
    call.press(Qt.Key.Key_Minus, control)
    assert call.page.items[0].topic.font().pointSizeF() < usual


def test_the_largest_text_still_leaves_room_for_the_agenda(stage: Stage, clock: Clock) -> None:
    wording = "Would you walk the line with us, and would you want me there when she asks? " * 3
    walk = open_plan(stage, **{"ask.wording": wording})
    call = enter(walk, clock)
    for _ in range(20):
        call.press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert call.page.text_size == pytest.approx(1.8)
    agenda = call.page.agenda
    walk.wait_until(lambda: call.page.whole_agenda.width() == agenda.viewport().width())
    assert agenda.height() > call.page.height() / 3


def test_a_plan_without_an_agenda_is_one_long_item(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage, **{"conversation.agenda": ()})
    call = enter(walk, clock)
    assert call.item == "▸ The call"
    call.press(Qt.Key.Key_Space)
    clock.go_on(dt.timedelta(minutes=3))
    call.press(Qt.Key.Key_3)
    call.press(Qt.Key.Key_Down)
    call.press(Qt.Key.Key_Escape)
    assert told(walk).agenda == ()
    assert [one.question for one in told(walk).questions if one.asked] == [
        "Who hears about changeovers first?"
    ]


def test_an_empty_plan_can_be_rehearsed(stage: Stage, clock: Clock) -> None:
    walk = stage.open(a_plan()).open("Tarn Valley Water")
    call = enter(walk, clock)
    assert call.total == "0:00, not started"
    call.press(Qt.Key.Key_Escape)
    assert not call.shown


def test_the_review_and_the_list_lead_into_the_call(stage: Stage, clock: Clock) -> None:
    walk = open_plan(stage)
    assert walk.window.open is not None
    walk.window.open.walk.go_to(STEP["review"])
    walk.press_button("Rehearse, or lead the call")
    call = CallPageObject(walk.window, clock)
    assert call.shown
    call.press(Qt.Key.Key_Escape)
    plans = walk.leave()
    plans.choose("Tarn Valley Water")
    plans.choose_from_menu("Rehearse")
    assert call.shown
