"""A plan for another client leaves behind what is the old client's, and mixes nothing up there."""

import datetime as dt

from msgspec.structs import replace

from planner.coaching.another_client import for_client, left_by, moved_to_client, without_promises_of
from planner.model.client import Client, Promise
from planner.model.plan import Carried, LastTime, Preparation
from planner.model.price import PriceDiscussion
from planner.model.terms import Outcome, Side
from planner.model.text_at_path import TextAtPath
from tests.builders import a_plan

TODAY = dt.date(2026, 12, 4)
ALDER = Client(id="alder", name="Alder Dairy")
TOLD = LastTime(held_on=dt.date(2026, 11, 2), they_said="We buy from Kestrel")


def carried_over() -> Preparation:
    preparation = a_plan(
        **{
            "price.discussions": (PriceDiscussion(their_reaction="Too dear"),),
            "call.what_changed": "A new plant manager",
            "call.title": "Metering",
        }
    )
    plan = replace(
        preparation.plan,
        carried=Carried(from_plan="before", paths=("case.why_now",), last_time=TOLD),
        unread=(
            TextAtPath(path="price.discussions[0].date", text="thurs"),
            TextAtPath(path="call.minutes", text="an age"),
        ),
    )
    return replace(preparation, plan=plan)


def test_what_it_knows_of_earlier_calls_stays_with_the_client_it_was_for() -> None:
    moved = for_client(carried_over(), ALDER).plan
    assert (moved.carried, moved.price.discussions, moved.call.what_changed) == (Carried(), (), "")
    assert moved.unread == (TextAtPath(path="call.minutes", text="an age"),)
    assert moved.call.title == "Metering"


def test_the_last_call_of_the_new_client_is_told_if_there_was_one() -> None:
    earlier = a_plan(**{"call.day": dt.date(2026, 11, 20), "reflection.outcome": Outcome.ADVANCE})
    held = replace(earlier, client=ALDER, plan=replace(earlier.plan, client_id="alder")).plan
    moved = moved_to_client(carried_over(), ALDER, (held,), TODAY).plan
    assert moved.carried.last_time.outcome is Outcome.ADVANCE
    assert (moved.carried.from_plan, moved.carried.last_time.they_said) == ("", "")
    assert moved_to_client(carried_over(), ALDER, (), TODAY).plan.carried == Carried()
    same = carried_over()
    assert moved_to_client(same, same.client, (held,), TODAY) is same


def test_the_client_left_has_its_name_and_no_other_that_waits() -> None:
    waiting = TextAtPath(path="name", text="Alder")
    influence = TextAtPath(path="contacts[0].influence", text="high")
    left = left_by(replace(ALDER, unread=(waiting, influence)), "p")
    assert left == replace(ALDER, unread=(influence,))
    assert left_by(left, "p") is left


def test_a_promise_is_never_taken_for_one_of_another_call() -> None:
    text = "Send the terms"
    from_review = Promise(text=text, by=Side.US, kept_on=dt.date(2026, 11, 9), from_plan="other")
    by_hand = Promise(text=text, by=Side.US)
    alder = replace(ALDER, promises=(from_review, by_hand))
    preparation = carried_over()
    ours = Promise(text=text, by=Side.US, due=TODAY, from_plan=preparation.plan.id)
    preparation = replace(preparation, client=replace(preparation.client, promises=(ours,)))

    moved = for_client(preparation, alder)
    assert moved.client.promises == (from_review, by_hand, ours)
    assert without_promises_of(moved.client, preparation.plan.id) == alder
    assert for_client(preparation, moved.client).client.promises == moved.client.promises, "each once"
