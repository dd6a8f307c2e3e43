"""What the check says of the plans we ship and test with: no more and no less than a coach would."""

import datetime as dt

import pytest

from planner.coaching.check.checking import check
from planner.coaching.check.finding import Finding
from planner.coaching.check.past import History
from planner.coaching.check.standings import standings
from planner.exchange.sample import sample_preparation
from planner.model.fields import read_field
from planner.model.terms import Footing
from tests.test_samples import a_plan_file

EVENING_BEFORE = dt.timedelta(days=1)
ON_THE_BACK_FOOT = [
    "came-to-us",
    "quiet-dream-client",
    "no-reason-to-meet",
    "no-problem",
    "no-why-now",
    "claim-without-proof",
    "few-questions",
    "talking-over-listening",
    "not-the-client",
    "vague-ask",
    "no-date",
    "no-fallback",
    "agenda-led-by-them",
    "agenda-too-long",
    "no-answer-to-send-pricing",
    "early-proposal",
    "delta-not-covered",
    "late-disclosure",
    "no-fear-line",
    "promise-overdue",
    "polished-not-called",
]


def found_the_evening_before(name: str) -> tuple[Finding, ...]:
    preparation = a_plan_file(name)
    starts = preparation.plan.call.starts
    assert starts is not None
    return check(preparation, History(today=starts.date() - EVENING_BEFORE))


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("werkzeugausgabe", ["talking-over-listening"]),
        ("logistics-software", ["delta-not-covered"]),
        ("trading-group", ["delta-not-covered"]),
        ("essential-only", []),
        ("back-foot", ON_THE_BACK_FOOT),
    ],
)
def test_each_plan_is_told_what_it_lacks_and_nothing_else(name: str, rules: list[str]) -> None:
    assert [one.rule for one in found_the_evening_before(name)] == rules


def test_the_plan_on_the_back_foot_is_so_everywhere() -> None:
    plan = a_plan_file("back-foot")
    standing = standings(plan, found_the_evening_before("back-foot"))
    assert {one.state for one in standing} == {Footing.BACK}


def test_the_sample_has_nothing_to_be_told() -> None:
    today = dt.date(2026, 11, 24)
    assert check(sample_preparation(today), History(today=today)) == ()


@pytest.mark.parametrize("name", ["essential-only", "back-foot"])
def test_every_evidence_is_a_field_of_the_plan(name: str) -> None:
    plan = a_plan_file(name)
    for finding in found_the_evening_before(name):
        assert finding.evidence
        for one in finding.evidence:
            read_field(plan, one.field)
        assert len(finding.said) < 120
        assert len(finding.action) < 130
