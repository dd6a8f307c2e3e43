"""One's own rhythm: a quiet count, on the Dream list and in the sidebar."""

import datetime as dt

import pytest
from msgspec.structs import replace

from planner.coaching.check.thresholds import Thresholds
from planner.desktop.touches.rhythm_count import rhythm_text, weeks_text
from planner.desktop.touches.rhythm_view import RhythmView
from planner.desktop.widgets.child_widget import part
from planner.model.client import Client
from planner.model.touch import Touch
from tests.desktop.reaching_page_object import DreamListObject
from tests.desktop.stage import Stage

SUNDAY = dt.date(2026, 11, 29)


@pytest.mark.parametrize(
    ("done", "wanted", "said"),
    [
        (3, 5, "3 of 5 touches this week"),
        (0, 1, "0 of 1 touch this week"),
        (5, 5, "5 of 5 touches this week"),
        (7, 5, "7 touches this week"),
    ],
)
def test_the_week_is_counted_without_a_verdict(done: int, wanted: int, said: str) -> None:
    assert rhythm_text(done, wanted) == said


def test_the_weeks_before_begin_with_the_first_touch() -> None:
    assert weeks_text((0, 0, 2, 0, 4)) == "The weeks before: 2 · 0 · 4"
    assert weeks_text((0, 0)) == ""


def test_the_count_follows_what_is_done_and_what_is_wanted(stage: Stage) -> None:
    days = (SUNDAY, SUNDAY - dt.timedelta(days=6), SUNDAY - dt.timedelta(days=7))
    touches = tuple(Touch(id=str(at), done_on=day) for at, day in enumerate(days))
    stage.plans.save_client(Client(id="a", name="Ash", dream_client=True, dream_rank=1, touches=touches))
    dream = DreamListObject(stage, stage.open())
    view, sidebar = part(dream.page, RhythmView), dream.window.window.area.sidebar
    dream.window.wait_until(lambda: view.this_week.text() == "2 of 5 touches this week")
    assert view.before.text() == "The weeks before: 1"
    assert sidebar.rhythm.text() == "2 of 5 touches this week"
    dream.choose("Ash")
    dream.press("T")
    dream.reach_out.is_done.setChecked(True)
    dream.hands.press("Ctrl+Return")
    dream.window.wait_until(lambda: sidebar.rhythm.text() == "3 of 5 touches this week")
    dream.window.window.thresholds.change(replace(Thresholds(), touches_a_week=3))
    assert view.this_week.text() == "3 of 3 touches this week"


def test_with_nobody_on_the_list_the_sidebar_counts_nothing(stage: Stage) -> None:
    dream = DreamListObject(stage, stage.open())
    dream.settle()
    assert dream.window.window.area.sidebar.rhythm.text() == ""
