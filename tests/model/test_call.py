"""The day of a call that was held."""

import datetime as dt

import pytest

from planner.coaching.last_time import last_time
from planner.coaching.next_call import held_day
from planner.coaching.reflection_start import reflection_started
from planner.model.call import day_held
from planner.model.terms import Outcome
from tests.builders import a_plan

TODAY = dt.date(2026, 12, 2)
BEFORE, AHEAD = dt.date(2026, 12, 1), dt.date(2026, 12, 9)


@pytest.mark.parametrize(("day", "held"), [(None, None), (BEFORE, BEFORE), (TODAY, TODAY), (AHEAD, TODAY)])
def test_no_call_was_held_on_a_day_that_has_not_come(day: dt.date | None, held: dt.date | None) -> None:
    assert day_held(day, TODAY) == held
    reviewed = a_plan(**{"call.day": day, "reflection.outcome": Outcome.ADVANCE})
    assert last_time(reviewed, TODAY).held_on == held
    assert reflection_started(reviewed.plan, TODAY).held_on == held
    assert held_day(reviewed.plan, TODAY) == (held or TODAY)
