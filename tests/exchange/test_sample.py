import datetime as dt

import pytest

from planner.coaching.progress import missing_essentials
from planner.exchange.sample import sample_preparation

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize("days", range(-8, 9))
def test_the_samples_call_lies_three_to_nine_days_ahead(days: int) -> None:
    today = TODAY + dt.timedelta(days=days)

    starts = sample_preparation(today).plan.call.starts

    assert starts is not None
    assert 3 <= (starts.date() - today).days <= 9


def test_all_its_days_move_together_and_its_ids_stay() -> None:
    now, later = sample_preparation(TODAY), sample_preparation(TODAY + dt.timedelta(days=70))

    assert now.plan.id == later.plan.id
    assert now.plan.call.starts is not None
    assert later.plan.call.starts == now.plan.call.starts + dt.timedelta(weeks=10)
    assert now.plan.ask.primary.by is not None
    assert later.plan.ask.primary.by == now.plan.ask.primary.by + dt.timedelta(weeks=10)


def test_the_sample_is_complete() -> None:
    assert missing_essentials(sample_preparation(TODAY)) == ()
