"""How far a plan has come."""

import datetime as dt

from planner.coaching.progress import PlanState, Progress, missing_essentials, progress_of, state_of
from planner.model.case import Proof
from planner.model.fields import essential_fields, with_field
from planner.model.plan import Preparation
from planner.model.terms import Commitment, Outcome
from tests.builders import a_plan

NOON = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
CASE = ("plan.case.proof", "plan.case.why_now", "plan.case.new_way")


def test_a_step_goes_from_empty_over_started_to_ready() -> None:
    plan = a_plan()
    assert progress_of(plan, CASE) is Progress.EMPTY
    plan = with_field(plan, "plan.case.why_now", "penalties from March")
    assert progress_of(plan, CASE) is Progress.STARTED
    plan = with_field(plan, "plan.case.proof", (Proof(result="Halved"),))
    assert progress_of(plan, CASE) is Progress.READY


def test_a_detail_alone_starts_a_step() -> None:
    assert progress_of(with_field(a_plan(), "plan.case.new_way", "a fixture"), CASE) is Progress.STARTED


def test_what_is_missing_is_named_by_its_path() -> None:
    missing = missing_essentials(a_plan())
    assert "plan.call.starts" in missing
    assert "client.name" not in missing
    assert missing_essentials(Preparation())[0] == "client.name"


def test_a_plan_is_held_once_its_minutes_are_over() -> None:
    plan = a_plan(**{"call.starts": NOON, "call.minutes": 45})
    assert state_of(plan, NOON + dt.timedelta(minutes=44)) is PlanState.DRAFT
    assert state_of(plan, NOON + dt.timedelta(minutes=45)) is PlanState.HELD


def test_a_plan_with_an_outcome_is_looked_back_on() -> None:
    assert state_of(a_plan(**{"reflection.outcome": Outcome.ADVANCE}), NOON) is PlanState.LOOKED_BACK


def test_a_list_counts_as_a_whole() -> None:
    lists = [field.path for field in essential_fields(Preparation) if "[]" in field.path]
    assert not lists, "no field of a row is essential by itself"
    assert "plan.case.problems" in missing_essentials(Preparation())


def test_what_a_new_plan_knows_begins_no_step() -> None:
    known = a_plan(**{"price.currency": "GBP", "call.commitment": Commitment.TIME})
    assert progress_of(known, ("plan.price.currency", "plan.price.ours")) is Progress.EMPTY
    assert progress_of(known, ("plan.call.commitment", "plan.ask.wording")) is Progress.EMPTY
