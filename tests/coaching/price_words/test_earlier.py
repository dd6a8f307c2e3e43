"""What was said about the price in the client's other calls."""

import datetime as dt

from planner.coaching.price_words.earlier import earlier_discussions
from planner.model.call import Call
from planner.model.plan import Plan
from planner.model.price import Price, PriceDiscussion
from planner.model.reflection import PriceRaised, Reflection
from planner.model.terms import RaisedBy, Side

ASKED = PriceDiscussion(
    date=dt.date(2026, 10, 2), who_raised_it=Side.THEM, their_reaction="Asked what others paid"
)
FIRST = Plan(
    id="1",
    call=Call(title="First talk"),
    price=Price(discussions=(ASKED,)),
    reflection=Reflection(
        held_on=dt.date(2026, 10, 20), price=PriceRaised(raised_by=RaisedBy.US, minute=12, reaction="Silence")
    ),
)
SECOND = Plan(id="2", reflection=Reflection(price=PriceRaised(raised_by=RaisedBy.NOBODY)))
THIS = Plan(id="3")


def test_discussions_and_reflections_are_listed_oldest_first() -> None:
    told = earlier_discussions([SECOND, FIRST, THIS], THIS)
    assert [one.replace("\u00a0", " ") for one in told] == [
        "2 Oct 2026 · they raised it · Asked what others paid",
        "20 Oct 2026 · First talk · we raised it at minute 12 · Silence",
        "nobody raised it",
    ]


def test_what_this_plan_lists_itself_is_not_told_twice() -> None:
    carried = Plan(id="3", price=Price(discussions=(ASKED,)))
    assert len(earlier_discussions([FIRST, carried], carried)) == 1
