"""An agenda from the kind and the length of the call, with the price moment in it."""

import pytest

from planner.coaching.check.agenda_lead import listening_minutes, talking_minutes
from planner.coaching.check.checking import check
from planner.coaching.check.past import History
from planner.coaching.ready_agenda import is_ready_made, offered_agenda, ready_agenda, with_ready_agenda
from planner.model.conversation import AgendaItem
from planner.model.fields import with_field
from planner.model.plan import Plan
from planner.model.price import PriceDisclosure
from planner.model.terms import CallKind, DisclosureDiscussion, Lead
from tests.builders import a_plan
from tests.coaching.check.plans import TODAY, a_leading_plan

LENGTHS = (1, 3, 5, 7, 10, 15, 20, 25, 30, 40, 45, 50, 60, 75, 90, 120, 480, 1440)


@pytest.mark.parametrize("kind", [*CallKind, None])
@pytest.mark.parametrize("minutes", LENGTHS)
def test_it_fills_the_call_to_the_minute_and_leaves_them_the_word(
    kind: CallKind | None, minutes: int
) -> None:
    agenda = ready_agenda(kind, minutes)
    assert sum(item.minutes or 0 for item in agenda) == minutes
    assert all(item.minutes for item in agenda)
    if len(agenda) > 2:
        assert talking_minutes(agenda) <= listening_minutes(agenda)
        assert agenda[0].lead is Lead.US
        assert agenda[-1].topic.startswith("Next step")


@pytest.mark.parametrize("kind", CallKind)
@pytest.mark.parametrize("minutes", [10, 20, 30, 45, 60, 90])
def test_its_price_moment_is_early_enough_for_the_check(kind: CallKind, minutes: int) -> None:
    bare = {"conversation.agenda": (), "price.disclosure": PriceDisclosure(), "conversation.opening": ""}
    given = a_leading_plan(**bare | {"call.kind": kind, "call.minutes": minutes})
    plan = with_ready_agenda(given.plan)
    assert plan.price.disclosure.discussion is DisclosureDiscussion.THIS_CALL
    assert plan.price.disclosure.when.startswith("minute ")
    assert check(with_field(given, "plan", plan), History(today=TODAY)) == ()


def test_without_a_length_there_is_none() -> None:
    assert ready_agenda(CallKind.DISCOVERY, None) == ()
    assert ready_agenda(CallKind.DISCOVERY, 0) == ()


def test_long_calls_are_planned_in_fives() -> None:
    assert [item.minutes for item in ready_agenda(CallKind.DISCOVERY, 45)] == [5, 15, 10, 5, 5, 5]


def test_a_price_said_before_takes_no_time() -> None:
    plan = _plan(**{"price.disclosure": PriceDisclosure(discussion=DisclosureDiscussion.EARLIER)})
    assert not [item for item in offered_agenda(plan) if "price" in item.topic.lower()]
    assert with_ready_agenda(plan).price == plan.price


def test_one_taken_is_offered_again_for_another_length_and_moves_the_price_moment() -> None:
    taken = with_ready_agenda(_plan())
    assert offered_agenda(taken) == ()
    longer = with_field(taken, "call.minutes", 60)
    again = with_ready_agenda(longer)
    assert sum(item.minutes or 0 for item in again.conversation.agenda) == 60
    assert again.price.disclosure.when != taken.price.disclosure.when
    assert again.price.disclosure.when.startswith("minute ")


def test_one_that_somebody_changed_is_left_alone() -> None:
    taken = with_ready_agenda(_plan())
    changed = with_field(taken, "conversation.agenda[1].topic", "The night shift")
    longer = with_field(changed, "call.minutes", 60)
    assert not is_ready_made(longer.conversation.agenda)
    assert offered_agenda(longer) == ()
    assert with_ready_agenda(longer) is longer


def test_words_of_ones_own_stay() -> None:
    own = {"price.disclosure.when": "after coffee", "conversation.opening": "Good morning."}
    plan = with_ready_agenda(_plan(**own))
    assert plan.price.disclosure.when == "after coffee"
    assert plan.conversation.opening == "Good morning."


def test_a_blank_row_is_no_agenda() -> None:
    assert offered_agenda(_plan(**{"conversation.agenda": (AgendaItem(),)}))


def _plan(**fields: object) -> Plan:
    return a_plan(**{"call.kind": CallKind.DISCOVERY, "call.minutes": 45} | fields).plan
