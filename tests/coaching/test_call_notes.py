"""What is noted while the call runs."""

from planner.coaching.call_notes import (
    is_asked,
    with_item_held,
    with_note,
    with_price_raised,
    with_question,
)
from planner.model.reflection import AgendaHeld, PriceRaised, QuestionAsked, Reflection
from planner.model.terms import RaisedBy


def test_an_item_is_held_with_its_minutes() -> None:
    told = Reflection(agenda=(AgendaHeld(topic="Opening"), AgendaHeld(topic="Price")))
    held = with_item_held(told, "Price", 7)
    assert held.agenda == (AgendaHeld(topic="Opening"), AgendaHeld(topic="Price", held=True, minutes=7))


def test_minutes_known_stay_where_the_clock_did_not_run() -> None:
    told = Reflection(agenda=(AgendaHeld(topic="Price", minutes=7),))
    assert with_item_held(told, "Price", None).agenda == (AgendaHeld(topic="Price", held=True, minutes=7),)


def test_a_clock_left_running_for_days_says_a_day() -> None:
    assert with_item_held(Reflection(), "Price", 5000).agenda[0].minutes == 1440
    assert with_price_raised(Reflection(), RaisedBy.US, 5000).price.minute == 1440


def test_what_is_not_listed_comes_last() -> None:
    told = Reflection(questions=(QuestionAsked(question="Who else?"),))
    asked = with_question(told, "Since when?", asked=True)
    assert asked.questions[1] == QuestionAsked(question="Since when?", asked=True)
    assert with_item_held(Reflection(), "Price", 3).agenda == (
        AgendaHeld(topic="Price", held=True, minutes=3),
    )


def test_a_tick_can_be_taken_back_and_leaves_the_answer() -> None:
    told = Reflection(questions=(QuestionAsked(question="Who else?", asked=True, answer="Finance."),))
    back = with_question(told, "Who else?", asked=False)
    assert back.questions == (QuestionAsked(question="Who else?", asked=False, answer="Finance."),)
    assert is_asked(told, "Who else?")
    assert not is_asked(back, "Who else?")


def test_the_price_keeps_what_they_said_to_it() -> None:
    told = Reflection(price=PriceRaised(reaction="a long look"))
    assert with_price_raised(told, RaisedBy.US, 31).price == PriceRaised(
        raised_by=RaisedBy.US, minute=31, reaction="a long look"
    )


def test_notes_stand_below_each_other_with_their_minute() -> None:
    told = with_note(with_note(Reflection(), " Dana signs above 50k ", 12), "ask about June", None)
    assert told.notes == "12′ Dana signs above 50k\nask about June"
