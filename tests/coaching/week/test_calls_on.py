"""Which calls are on a day, and in which order."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from planner.coaching.week.calls_on import calls_on
from planner.model.plan_summary import PlanSummary
from planner.model.terms import Happened

TUESDAY = dt.date(2026, 12, 1)
LONDON = ZoneInfo("Europe/London")
NOW = dt.datetime(2026, 11, 30, 8, tzinfo=LONDON)


def a_call(plan_id: str, at: dt.datetime | None = None, **fields: object) -> PlanSummary:
    return PlanSummary(id=plan_id, client_id="c", client=f"Client {plan_id}", starts=at, **fields)  # type: ignore[arg-type]


def at(hour: int, day: int = 1, zone: dt.tzinfo = LONDON) -> dt.datetime:
    return dt.datetime(2026, 12, day, hour, tzinfo=zone)


def ids(*plans: PlanSummary, now: dt.datetime = NOW) -> list[str]:
    return [plan.id for plan in calls_on(TUESDAY, plans, now)]


def test_the_first_call_comes_first_and_one_without_a_time_last() -> None:
    plans = (a_call("late", at(16)), a_call("some time", day=TUESDAY), a_call("early", at(9)))

    assert ids(*plans) == ["early", "late", "some time"]


def test_calls_of_other_days_and_of_no_day_are_not_among_them() -> None:
    assert ids(a_call("before", at(9, 2)), a_call("undated"), a_call("other", day=dt.date(2026, 12, 2))) == []


@pytest.mark.parametrize("happened", [Happened.MOVED, Happened.CANCELLED, Happened.NOBODY_CAME])
def test_a_call_that_was_not_held_is_left_out(happened: Happened) -> None:
    assert ids(a_call("not held", at(9), happened=happened)) == []
    assert ids(a_call("held", at(9), happened=Happened.HELD)) == ["held"]


def test_the_day_is_that_of_the_clock_one_works_by() -> None:
    auckland = ZoneInfo("Pacific/Auckland")
    there = a_call("auckland", at(9, 2, auckland))  # 20:00 on Tuesday in London

    assert ids(there, a_call("here", at(10))) == ["here", "auckland"]
    assert ids(there, now=NOW.astimezone(auckland)) == []
