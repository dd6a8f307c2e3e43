"""Where a search matched, in words."""

import pytest

from planner.model.case import Problem
from planner.wording.search_match import SearchMatch, search_match
from tests.builders import a_plan

PLAN = a_plan(
    **{
        "client.name": "Tarn Valley Water",
        "call.title": "Night-shift overtime",
        "case.problems": (Problem(problem="Every second delivery note\nis typed again by hand"),),
        "case.why_now": "The résumé of STRASSE " + "and so on " * 20,
    }
)


@pytest.mark.parametrize(
    ("sought", "field", "matched"),
    [
        ("typed", "Case › problems 1 › problem", "typed"),
        ("DELIVERY note", "Case › problems 1 › problem", "delivery"),
        ("straße", "Case › why now", "STRASSE"),
        ("tarn", "Client › name", "Tarn"),
        ("nowhere typed", "Case › problems 1 › problem", "typed"),
    ],
)
def test_the_field_and_what_matched_are_named(sought: str, field: str, matched: str) -> None:
    match = search_match(PLAN, sought)
    assert match is not None
    assert (match.field, match.matched) == (field, matched)


def test_long_texts_are_cut_around_what_matched() -> None:
    match = search_match(PLAN, "straße")
    assert match is not None
    assert len(match.text) < 130
    assert match.after.endswith("…")
    assert search_match(PLAN, "hand") == SearchMatch(
        "Case › problems 1 › problem", "…· is typed again by ", "hand", ""
    )


def test_what_is_not_in_a_plan_matches_nowhere() -> None:
    assert search_match(PLAN, "zzqq") is None
    assert search_match(PLAN, PLAN.plan.id) is None
    assert search_match(PLAN, "") is None
