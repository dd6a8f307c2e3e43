"""The day of a call that is led."""

import datetime as dt

import pytest

from planner.desktop.rehearsal.reflection_editor import ReflectionEditor
from planner.model.terms import Outcome
from tests.builders import a_plan
from tests.desktop.walk_story import Walk

LED_ON = dt.date(2026, 12, 2)


@pytest.mark.parametrize(
    ("told", "kept"), [(dt.date(2026, 12, 1), dt.date(2026, 12, 1)), (dt.date(2026, 12, 9), LED_ON)]
)
def test_a_reviewed_call_keeps_its_day_but_none_that_has_not_come(
    walk: Walk, told: dt.date, kept: dt.date
) -> None:
    reviewed = a_plan(**{"reflection.held_on": told, "reflection.outcome": Outcome.ADVANCE})
    story = walk(reviewed)
    editor = ReflectionEditor(story.document, LED_ON)
    editor.lead(LED_ON)
    editor.note("They nodded", None)
    assert editor.told.held_on == kept
