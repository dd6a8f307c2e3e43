"""A year of a rep whose habits are known: insights show those, and nothing that is not there."""

from collections.abc import Callable

import pytest

from planner.coaching.insights.recording import record_of
from planner.coaching.insights.report import Insights, insights_over
from tests.coaching.insights.simulated_rep import KNOWN_HABITS, NO_HABITS, Habits, year_of
from tests.coaching.insights.simulated_touches import touches_of_year

HABIT_SEEDS = range(8)
TRUE_CLAIMS = {
    "commitments",
    "lead",
    "price-when",
    "price-who",
    "fear",
    "footing-discovery",
    "touches-channel",
}


def report_of(habits: Habits, seed: int) -> Insights:
    calls = [record_of(one.plan, one.client.name) for one in year_of(habits, seed)]
    letters_help = 0.5 if habits is KNOWN_HABITS else 0.0
    return insights_over(calls, touches=touches_of_year(seed, letters_help=letters_help))


def claims_of(report: Insights) -> dict[str, str]:
    return {one.key: " ".join(one.claims) for one in report.insights if one.claims}


@pytest.fixture(scope="module", params=HABIT_SEEDS)
def claims(request: pytest.FixtureRequest) -> dict[str, str]:
    return claims_of(report_of(KNOWN_HABITS, request.param))


def test_what_goes_with_leading_is_shown(claims: dict[str, str]) -> None:
    assert "Where we led, " in claims["lead"]
    assert "Where they led, " in claims["lead"]


def test_a_late_price_is_shown_to_go_with_fewer_advances(claims: dict[str, str]) -> None:
    assert "Where the price was said in the second half of the call, " in claims["price-when"]


def test_the_commitments_that_are_given_and_never_given_are_named_and_no_others(
    claims: dict[str, str],
) -> None:
    assert "Asked for Explore, " in claims["commitments"]
    assert "Asked for Invest, 0 of " in claims["commitments"]
    assert claims["commitments"].count("Asked for ") == 2


def test_fear_is_shown_to_come_true_seldom(claims: dict[str, str]) -> None:
    assert claims["fear"] == "More often than not, what you feared did not happen."


def test_discovery_is_shown_to_get_better(claims: dict[str, str]) -> None:
    assert claims["footing-discovery"].startswith("You were on the front foot in Discovery more often later")


def test_the_channel_that_leads_to_meetings_is_named_and_no_other(claims: dict[str, str]) -> None:
    assert claims["touches-channel"].startswith("Channel “letter”: ")
    assert claims["touches-channel"].count("Channel ") == 1


def test_what_is_not_there_is_not_claimed(claims: dict[str, str]) -> None:
    assert set(claims) <= TRUE_CLAIMS
    assert "Where we named" not in claims.get("price-who", "")
    assert "Where they asked" not in claims.get("price-who", "")


def test_half_of_what_was_to_be_done_differently_is_kept() -> None:
    report = report_of(KNOWN_HABITS, 1)
    differently = report.insights[-1]
    assert differently.entries is not None
    kept, missed = (sum(int(row[at]) for row in differently.entries.rows) for at in (4, 5))
    assert kept + missed == 300
    assert 120 <= kept <= 180


def false_reports(seeds: range) -> int:
    return sum(bool(claims_of(report_of(NO_HABITS, seed))) for seed in seeds)


def test_without_habits_hardly_a_report_claims_anything() -> None:
    assert false_reports(range(1000, 1040)) <= 2


@pytest.mark.soak(name="insights")
@pytest.mark.timeout(900)
def test_without_habits_at_most_one_report_in_twenty_claims_anything(
    record_property: Callable[[str, object], None],
) -> None:
    found = false_reports(range(2000, 4000))
    record_property("figure", f"reports of 2,000 habit-free years that claimed anything: {found}")
    assert found <= 100
