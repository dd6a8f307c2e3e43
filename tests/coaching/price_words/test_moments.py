"""Where in the call the price can be said."""

from planner.coaching.price_moment import item_of_price
from planner.coaching.price_words.moments import moments
from planner.model.conversation import AgendaItem, Conversation
from planner.model.plan import Plan
from planner.model.price import Price, PriceDisclosure

AGENDA = (
    AgendaItem(minutes=5, topic="Opening"),
    AgendaItem(minutes=12, topic="Line walk"),
    AgendaItem(topic="Figures"),
    AgendaItem(minutes=5, topic="Next step"),
)


def test_each_item_is_offered_with_the_minute_it_begins_as_far_as_that_is_known() -> None:
    assert moments(Conversation(agenda=AGENDA)) == (
        "minute 0, Opening",
        "minute 5, Line walk",
        "item 3, Figures",
        "item 4, Next step",
    )


def test_without_an_agenda_there_is_nothing_to_choose() -> None:
    assert moments(Conversation()) == ()


def test_a_moment_chosen_is_found_again_on_the_agenda() -> None:
    for at, moment in enumerate(moments(Conversation(agenda=AGENDA))):
        plan = Plan(
            conversation=Conversation(agenda=AGENDA), price=Price(disclosure=PriceDisclosure(when=moment))
        )
        assert item_of_price(plan) == at
