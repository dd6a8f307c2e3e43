"""Which plans come first, in the window and in the command line's list alike."""

import datetime as dt
from itertools import permutations
from typing import Any

import pytest

from planner.coaching.plan_order import PlanGroup, grouped, in_order
from planner.model.plan_summary import PlanSummary
from planner.model.terms import Outcome

NOW = dt.datetime(2026, 12, 1, 9, 0, tzinfo=dt.UTC)


def a_summary(title: str, hours: float | None = None, **fields: Any) -> PlanSummary:
    """A plan's summary, the call so many hours from now and half an hour long."""
    starts = None if hours is None else NOW + dt.timedelta(hours=hours)
    known: dict[str, Any] = {
        "id": title,
        "client_id": "c",
        "client": "Alder",
        "starts": starts,
        "minutes": 30,
    } | fields
    return PlanSummary(title=title, **known)


def titles(*summaries: PlanSummary) -> list[str]:
    """The titles in order, the same however the plans come in."""
    orders = {tuple(plan.title for plan in in_order(mixed, NOW)) for mixed in permutations(summaries)}
    (order,) = orders
    return list(order)


def test_the_next_call_is_first_and_plans_without_a_date_follow_those_with_one() -> None:
    assert titles(a_summary("in a week", 168), a_summary("undated"), a_summary("in an hour", 1)) == [
        "in an hour",
        "in a week",
        "undated",
    ]


def test_a_call_under_way_comes_before_the_next_and_one_just_over_needs_a_look_back() -> None:
    groups = grouped([a_summary("next", 1), a_summary("now", -0.25), a_summary("over", -0.5)], NOW)

    assert [plan.title for plan in groups[PlanGroup.COMING_UP]] == ["now", "next"]
    assert [plan.title for plan in groups[PlanGroup.HELD]] == ["over"]


def test_what_was_held_comes_latest_first() -> None:
    reviewed: dict[str, Any] = {"outcome": Outcome.ADVANCE}
    assert titles(
        a_summary("held long ago", -99),
        a_summary("reviewed last", -30, **reviewed),
        a_summary("reviewed long ago", -300, **reviewed),
        a_summary("held last", -3),
        a_summary("reviewed, no date", **reviewed),
        a_summary("reviewed, held since", held_on=dt.date(2026, 11, 28), **reviewed),
    ) == [
        "held last",
        "held long ago",
        "reviewed last",
        "reviewed, held since",
        "reviewed long ago",
        "reviewed, no date",
    ]


def test_headings_come_in_their_order_and_only_where_there_are_plans() -> None:
    plans = [a_summary("earlier", -9, outcome=Outcome.ORDER), a_summary("coming")]
    assert list(grouped(plans, NOW)) == [PlanGroup.COMING_UP, PlanGroup.EARLIER]
    assert grouped([], NOW) == {}


def test_moments_are_compared_whatever_their_zone() -> None:
    tokyo = NOW.astimezone(dt.timezone(dt.timedelta(hours=9))) + dt.timedelta(hours=1)
    lima = NOW.astimezone(dt.timezone(dt.timedelta(hours=-5))) + dt.timedelta(hours=2)
    assert titles(a_summary("Lima", starts=lima), a_summary("Tokyo", starts=tokyo)) == ["Tokyo", "Lima"]


@pytest.mark.parametrize("hours", [None, 5, -5])
def test_those_of_one_moment_are_in_the_order_of_client_title_and_id(hours: float | None) -> None:
    assert titles(
        a_summary("b", hours, client="alder"),
        a_summary("B", hours, client="Alder", id="a"),
        a_summary("a", hours, client="Birch"),
        a_summary("a", hours, client="alder"),
    ) == ["a", "B", "b", "a"]


def test_a_call_at_the_end_of_all_days_is_listed_too() -> None:
    last = dt.datetime.max.replace(tzinfo=dt.UTC)
    assert titles(a_summary("last", starts=last), a_summary("next", 1)) == ["next", "last"]


def test_a_day_without_a_time_stands_among_the_days_and_is_over_with_the_day() -> None:
    def on(day: int) -> PlanSummary:
        return a_summary(f"on {day}", day=dt.date(2026, 12, day))

    coming = [on(2), a_summary("in a day and a half", 36), on(4), a_summary("undated")]
    assert titles(*reversed(coming)) == [plan.title for plan in coming]
    (group,) = grouped([on(1)], NOW)
    assert group is PlanGroup.COMING_UP, "it may be later today"
    (group,) = grouped([a_summary("before", day=dt.date(2026, 11, 30))], NOW)
    assert group is PlanGroup.HELD
