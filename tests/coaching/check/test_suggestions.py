"""What the check suggests to ask for would pass the check."""

import datetime as dt

import pytest

from planner.coaching.check.suggestions import SUGGESTED, suggestions
from planner.model.ask import Action
from planner.model.call import Attendee
from planner.model.client import Contact
from planner.model.fields import with_field
from planner.model.terms import Commitment
from planner.model.values import LAST_DAY
from tests.builders import a_plan
from tests.coaching.check.plans import JO, SAM, STARTS, TODAY, a_leading_plan, fires

OF_THE_ASK = ("no-commitment", "not-the-client", "vague-ask", "nothing-done", "no-date", "date-gone")


@pytest.mark.parametrize("commitment", Commitment)
def test_every_suggestion_is_an_action_of_theirs_by_a_date(commitment: Commitment) -> None:
    plan = a_leading_plan()
    offered = suggestions(commitment, plan, TODAY)

    assert 2 <= len(offered) <= 3
    assert len({one.action for one in offered}) == len(offered)
    for action in offered:
        asked = with_field(plan, "plan.ask.primary", action)
        assert [rule for rule in OF_THE_ASK if fires(rule, asked)] == []
        assert "{" not in action.action


def test_the_plans_own_people_and_days_are_used() -> None:
    (walk, *_) = suggestions(Commitment.EXPLORE, a_leading_plan(), TODAY)

    assert walk.actor == JO
    assert walk.action == f"invites {SAM} (Head of maintenance) to a 45-minute walk-through"
    assert walk.by is not None
    assert STARTS.date() < walk.by <= STARTS.date() + dt.timedelta(days=14)


def test_no_day_falls_on_a_weekend_or_into_the_past() -> None:
    for days in range(14):
        today = STARTS.date() + dt.timedelta(days=days)
        for one in suggestions(Commitment.DECIDE, a_leading_plan(), today):
            assert one.by is not None
            assert one.by.weekday() < 5
            assert one.by > today


def test_whoever_attends_is_asked_and_is_not_asked_to_meet_themselves() -> None:
    plan = with_field(a_leading_plan(), "plan.call.attendees", (Attendee(contact=SAM),))
    (walk, *_) = suggestions(Commitment.EXPLORE, plan, TODAY)
    assert walk.actor == SAM
    assert SAM not in walk.action


def test_a_blank_plan_is_offered_actions_too() -> None:
    offered = suggestions(Commitment.BUILD_CONSENSUS, a_plan(), TODAY)
    assert offered[0] == Action(
        actor="",
        action="invites whoever signs for the money and two people who do the work to one meeting with us",
        by=dt.date(2026, 12, 7),
    )


def test_braces_in_a_title_stay_as_they_are() -> None:
    plan = a_plan(**{"call.title": "{user} & {0}", "client.contacts": (Contact(name="{x}"),)})
    (time, *_) = suggestions(Commitment.TIME, plan, TODAY)
    assert time.action == "gives us 45 minutes for “{user} & {0}”"


def test_every_commitment_has_suggestions() -> None:
    assert set(SUGGESTED) == set(Commitment)


def test_no_suggestion_lies_beyond_the_last_day_a_plan_may_hold() -> None:
    last = dt.datetime.combine(LAST_DAY, dt.time(10), dt.UTC)
    plan = with_field(a_leading_plan(), "plan.call.starts", last)
    days = [one.by for one in suggestions(Commitment.EXPLORE, plan, TODAY)]
    assert days
    assert all(day is None or day <= LAST_DAY for day in days)
