"""From a plan to what insights read of it; what nobody said stays unsaid."""

import datetime as dt
from decimal import Decimal

import msgspec
import pytest

from planner.coaching.insights.call_record import CallRecord, Kept, PriceSaid, Worth
from planner.coaching.insights.recording import GlimpsedPlan, record_of
from planner.model.conversation import AgendaItem
from planner.model.placed_time import read_stored
from planner.model.plan import Intention
from planner.model.price import Driver, PriceDiscussion, PriceLine
from planner.model.reflection import AgendaHeld, IntentionKept
from planner.model.terms import DisclosureDiscussion, Footing, Lead, ObtainedKind, Outcome, RaisedBy
from tests.builders import a_plan
from tests.coaching.insights.simulated_rep import KNOWN_HABITS, year_of

DAY = dt.date(2026, 3, 2)
STARTS = dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)
US, THEM, BOTH = Lead.US, Lead.THEM, Lead.BOTH


def record(**fields: object) -> CallRecord:
    one = a_plan(**fields)
    return record_of(one.plan, one.client.name)


def test_a_plan_nobody_looked_back_on_says_nothing() -> None:
    found = record(**{"call.title": "Walk", "call.starts": STARTS})
    assert not found.reflected
    assert found.ended is None
    assert found.footings == (None, None, None, None)


def test_a_slim_record_is_the_one_of_the_whole_plan() -> None:
    decoder = msgspec.json.Decoder(GlimpsedPlan, dec_hook=read_stored)
    for one in year_of(KNOWN_HABITS, 3, calls=40):
        slim = decoder.decode(msgspec.json.encode(one.plan))
        assert record_of(slim, one.client.name) == record_of(one.plan, one.client.name)


def test_the_day_is_the_one_on_the_calls_own_clock() -> None:
    auckland = dt.timezone(dt.timedelta(hours=13))
    first = dt.datetime(2026, 4, 1, 8, tzinfo=auckland)  # still March in London
    assert record(**{"call.starts": first}).day == dt.date(2026, 4, 1)


def test_the_day_it_was_held_counts_more_than_the_day_it_was_planned_for() -> None:
    assert record(**{"call.starts": STARTS, "reflection.held_on": dt.date(2026, 3, 5)}).day == dt.date(
        2026, 3, 5
    )


AGENDA = (
    AgendaItem(minutes=10, topic="one", lead=US),
    AgendaItem(minutes=20, topic="two", lead=THEM),
    AgendaItem(minutes=30, topic="three", lead=BOTH),
)


@pytest.mark.parametrize(
    ("agenda", "led"),
    [
        ((), None),
        ((AgendaItem(minutes=10, topic="one"),), None),
        ((AgendaItem(topic="one", lead=US),), None),
        ((AgendaItem(minutes=10, lead=US),), US),
        (AGENDA, BOTH),
        ((AgendaItem(minutes=10, lead=US), AgendaItem(minutes=10, lead=THEM)), BOTH),
        ((AgendaItem(minutes=10, lead=US), AgendaItem(minutes=11, lead=THEM)), THEM),
    ],
)
def test_who_led_is_who_had_more_than_half_of_the_minutes(
    agenda: tuple[AgendaItem, ...], led: Lead | None
) -> None:
    assert record(**{"conversation.agenda": agenda}).led is led


def test_the_items_held_count_with_the_minutes_they_took() -> None:
    held = (AgendaHeld(topic="one", held=True, minutes=25), AgendaHeld(topic="two", held=True))
    found = record(**{"conversation.agenda": AGENDA, "reflection.agenda": held})
    assert found.led is US
    found = record(**{"conversation.agenda": AGENDA, "reflection.agenda": held[1:]})
    assert found.led is THEM


@pytest.mark.parametrize(
    ("minute", "said"),
    [(0, PriceSaid.FIRST_HALF), (20, PriceSaid.FIRST_HALF), (21, PriceSaid.SECOND_HALF), (None, None)],
)
def test_the_half_of_the_call_in_which_the_price_was_said(minute: int | None, said: PriceSaid | None) -> None:
    found = record(
        **{"call.minutes": 40, "reflection.price.raised_by": RaisedBy.US, "reflection.price.minute": minute}
    )
    assert found.price_said is said


def test_without_the_length_of_the_call_there_is_no_half() -> None:
    said: dict[str, object] = {"reflection.price.raised_by": RaisedBy.US, "reflection.price.minute": 5}
    assert record(**said).price_said is None
    assert record(**said, **{"conversation.agenda": AGENDA}).price_said is PriceSaid.FIRST_HALF


def test_a_price_talked_about_on_an_earlier_day_was_said_before() -> None:
    talk = (PriceDiscussion(date=DAY - dt.timedelta(days=1)),)
    fields: dict[str, object] = {"call.starts": STARTS, "price.discussions": talk}
    assert record(**fields).price_said is PriceSaid.BEFORE
    assert record(**fields | {"price.discussions": (PriceDiscussion(date=DAY),)}).price_said is None


def test_nobody_named_the_price() -> None:
    nobody: dict[str, object] = {"reflection.price.raised_by": RaisedBy.NOBODY}
    assert record(**nobody).price_said is PriceSaid.NOT_AT_ALL
    planned = {"price.disclosure.discussion": DisclosureDiscussion.EARLIER}
    assert record(**nobody, **planned).price_said is PriceSaid.BEFORE


def price(ours: int, low: int | None, likely: int | None, theirs: int | None = 100) -> dict[str, object]:
    amounts = [None if one is None else Decimal(one) for one in (low, likely, theirs)]
    return {
        "price.ours": (PriceLine(likely=Decimal(ours)),),
        "price.alternative.prices": (PriceLine(likely=amounts[2]),),
        "price.drivers": (Driver(low=amounts[0], likely=amounts[1]),),
        "reflection.outcome": Outcome.ADVANCE,
    }


@pytest.mark.parametrize(
    ("fields", "worth"),
    [
        (price(110, 10, 30), Worth.EVEN_AT_LOW),
        (price(110, 9, 30), Worth.AT_LIKELY),
        (price(110, 9, 10), Worth.AT_LIKELY),
        (price(110, 2, 9), Worth.NOT_JUSTIFIED),
        (price(100, 2, 9), Worth.NO_PREMIUM),
        (price(110, None, None), None),
        (price(110, 10, 30, None), None),
    ],
)
def test_whether_the_value_covers_the_delta(fields: dict[str, object], worth: Worth | None) -> None:
    assert record(**fields).worth is worth


def test_an_advance_names_an_action_and_its_date_or_is_a_continuation() -> None:
    fields: dict[str, object] = {
        "reflection.outcome": Outcome.ADVANCE,
        "reflection.obtained.which": ObtainedKind.OTHER,
        "reflection.obtained.action": "sends the log",
    }
    assert record(**fields).ended is Outcome.CONTINUATION
    assert record(**fields, **{"reflection.obtained.by": DAY}).ended is Outcome.ADVANCE


def test_a_commitment_given_as_asked_is_the_action_that_was_asked_for() -> None:
    fields: dict[str, object] = {
        "reflection.outcome": Outcome.ADVANCE,
        "ask.primary.action": "invites finance",
        "ask.primary.by": DAY,
    }
    assert record(**fields).ended is Outcome.CONTINUATION
    assert record(**fields, **{"reflection.obtained.which": ObtainedKind.PRIMARY}).ended is Outcome.ADVANCE
    assert record(**fields, **{"reflection.obtained.which": ObtainedKind.FALLBACK}).ended is (
        Outcome.CONTINUATION
    )


def test_what_was_to_be_done_differently_kept_and_dropped() -> None:
    found = record(
        **{
            "reflection.differently": "Wait\nlonger",
            "reflection.intentions": (IntentionKept(text="Ask first", kept=True), IntentionKept(text=" ")),
            "intentions": (
                Intention(text="Bring proof", dropped_because="no longer true"),
                Intention(text="Stay"),
            ),
        }
    )
    assert found.differently == "Wait\nlonger"
    assert found.kept == (Kept("Ask first", True),)
    assert found.dropped == ("Bring proof",)


def test_footings_are_in_the_order_of_the_initiatives() -> None:
    found = record(**{"reflection.initiatives.discovery.footing": Footing.BACK})
    assert found.footings == (None, Footing.BACK, None, None)
    assert found.reflected
