"""When the price was said, by whom, and how they took it."""

import datetime as dt

from planner.coaching.week.price_said import price_discussed
from planner.model.plan import Plan
from planner.model.price import PriceDiscussion
from planner.model.terms import Happened, RaisedBy, Side
from tests.coaching.week.a_case import TODAY, on, plan_of

SAID = plan_of(
    **{
        "call.starts": on(11, 3),
        "reflection.price.raised_by": RaisedBy.US,
        "reflection.price.minute": 12,
        "reflection.price.reaction": "Silence, then questions",
    }
)


def listing(*discussions: PriceDiscussion) -> Plan:
    return plan_of(**{"call.starts": on(12, 9), "price.discussions": discussions})


def test_each_time_stands_once_the_latest_first() -> None:
    carried = PriceDiscussion(
        date=dt.date(2026, 11, 3), who_raised_it=Side.US, their_reaction="silence, then questions."
    )
    earlier = PriceDiscussion(date=dt.date(2026, 10, 1), who_raised_it=Side.THEM)
    undated = PriceDiscussion(their_reaction="Too much")
    times = price_discussed([listing(carried, undated, earlier), SAID], TODAY)
    assert [(time.on, time.by, time.reaction, time.minute, time.plan_id) for time in times] == [
        (dt.date(2026, 11, 3), Side.US, "Silence, then questions", 12, SAID.id),
        (dt.date(2026, 10, 1), Side.THEM, "", None, ""),
        (None, None, "Too much", None, ""),
    ]


def test_another_reaction_on_the_same_day_is_kept() -> None:
    other = PriceDiscussion(
        date=dt.date(2026, 11, 3), who_raised_it=Side.US, their_reaction="Anna: too early"
    )
    assert len(price_discussed([SAID, listing(other)], TODAY)) == 2


def test_a_call_that_was_not_held_said_no_price() -> None:
    plan = plan_of(
        **{
            "call.starts": on(11, 3),
            "call.happened": Happened.NOBODY_CAME,
            "reflection.price.raised_by": RaisedBy.US,
        }
    )
    assert price_discussed([plan], TODAY) == ()


def test_a_price_nobody_raised_was_not_said() -> None:
    plan = plan_of(**{"call.starts": on(11, 3), "reflection.price.raised_by": RaisedBy.NOBODY})
    assert price_discussed([plan], TODAY) == ()
