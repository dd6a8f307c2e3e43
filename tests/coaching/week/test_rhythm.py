"""How many touches a week were done."""

import datetime as dt

from planner.coaching.week.rhythm import WeekCount, touches_in_week, weeks_before
from planner.model.client import Client
from planner.model.terms import Side, TouchOutcome
from planner.model.touch import Touch

WEDNESDAY = dt.date(2026, 12, 2)


def done(day: dt.date, **fields: object) -> Touch:
    return Touch(done_on=day, note="x", **fields)  # type: ignore[arg-type]


def test_a_week_goes_from_monday_to_sunday_over_all_clients() -> None:
    days = [dt.date(2026, 11, 29), dt.date(2026, 11, 30), dt.date(2026, 12, 6), dt.date(2026, 12, 7)]
    clients = [Client(touches=(done(day),)) for day in days]
    assert touches_in_week(clients, WEDNESDAY) == 2


def test_only_touches_of_ours_that_were_done_count() -> None:
    touches = (
        done(WEDNESDAY),
        done(WEDNESDAY, from_=Side.THEM),
        Touch(planned_on=WEDNESDAY),
        Touch(outcome=TouchOutcome.SPOKE),
    )
    assert touches_in_week([Client(touches=touches)], WEDNESDAY) == 1


def test_the_weeks_before_come_earliest_first_across_the_turn_of_the_year() -> None:
    clients = [Client(touches=(done(dt.date(2025, 12, 31)), done(dt.date(2026, 1, 1))))]
    assert weeks_before(clients, dt.date(2026, 1, 14), 2) == (
        WeekCount(dt.date(2025, 12, 29), 2),
        WeekCount(dt.date(2026, 1, 5), 0),
    )
