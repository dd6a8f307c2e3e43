"""A copy of a plan, for the same client and for another."""

from msgspec.structs import replace

from planner.desktop.plans.fresh_plans import copy_of
from planner.model.client import Client
from planner.model.plan import AnsweredFinding, Carried, Intention
from planner.model.price import PriceDiscussion
from planner.model.text_at_path import TextAtPath
from tests.builders import a_plan

ALDER = Client(id="alder", name="Alder Dairy")


def test_a_copy_for_another_client_starts_without_the_old_ones_history() -> None:
    original = a_plan(
        **{
            "price.discussions": (PriceDiscussion(their_reaction="Too dear"),),
            "call.what_changed": "A new plant manager",
            "call.title": "Metering",
            "intentions": (Intention(text="Ask for the date"),),
        }
    )
    answers = (AnsweredFinding(rule="no-date", because="They said so"),)
    unread = (TextAtPath(path="price.discussions[0].date", text="thurs"),)
    original = replace(original, plan=replace(original.plan, answers=answers, unread=unread))

    copy = copy_of(original, ALDER).plan
    assert (copy.price.discussions, copy.call.what_changed, copy.unread) == ((), "", ())
    assert (copy.intentions, copy.answers, copy.carried) == ((), (), Carried())
    assert copy.call.title == "Metering"

    for_the_same = copy_of(original, original.client).plan
    assert for_the_same.price.discussions == original.plan.price.discussions
    assert (for_the_same.intentions, for_the_same.answers) == (original.plan.intentions, answers)
    assert for_the_same.unread == unread
