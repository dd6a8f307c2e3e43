import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from planner.store.retention_policy import RECENT, retained

NOW = dt.datetime(2026, 11, 23, 16, 0, tzinfo=dt.UTC)

DAYS = st.integers(-2500, 1200)
MOMENTS = st.sets(
    st.builds(lambda days, hours: NOW + dt.timedelta(days=days, hours=hours), DAYS, st.integers(0, 23))
)
CLOCKS = st.builds(lambda days: NOW + dt.timedelta(days=days), DAYS)


def days_ago(*days: float) -> set[dt.datetime]:
    return {NOW - dt.timedelta(days=one) for one in days}


def test_everything_of_the_last_two_days_is_kept() -> None:
    recent = days_ago(0, 0.01, 0.02, 0.5, 1, 1.5, 1.99)

    assert retained(recent, NOW) == recent


def test_of_a_day_before_that_the_newest_is_kept() -> None:
    assert retained(days_ago(0, 5.1, 5.2, 5.3), NOW) == days_ago(0, 5.1)


def test_a_year_and_a_half_of_daily_backups_becomes_two_twelve_ten_and_nine() -> None:
    daily = days_ago(*range(550))

    keeping = sorted(retained(daily, NOW), reverse=True)

    assert keeping[: 2 + 12] == sorted(days_ago(*range(14)), reverse=True)
    weeks, months = keeping[14:24], keeping[24:]
    assert len({one.isocalendar()[:2] for one in weeks}) == 10
    assert len({(one.year, one.month) for one in months}) == 9
    assert len(keeping) == 2 + 12 + 10 + 9
    assert (NOW - keeping[-1]).days > 280


def test_thinned_day_after_day_for_two_years_the_past_stays_covered() -> None:
    held: set[dt.datetime] = set()
    today = NOW
    for day in range(730):
        today = NOW + dt.timedelta(days=day)
        held = retained({*held, today}, today)

    gaps = [later - sooner for sooner, later in zip(sorted(held), sorted(held)[1:], strict=False)]
    assert len(held) == 2 + 12 + 10 + 9
    assert max(gaps) <= dt.timedelta(days=62)
    assert today - min(held) > dt.timedelta(days=280)


def test_a_clock_set_forward_does_not_cost_the_history() -> None:
    daily = days_ago(*range(30))

    keeping = retained(daily, NOW + dt.timedelta(days=3650))

    assert len(keeping) >= 12
    assert max(daily) in keeping


@given(moments=MOMENTS, now=CLOCKS)
def test_the_newest_is_kept_whatever_the_clock_says(moments: set[dt.datetime], now: dt.datetime) -> None:
    keeping = retained(moments, now)

    assert keeping <= moments
    assert not moments or max(moments) in keeping


@given(moments=MOMENTS, now=CLOCKS)
def test_nothing_recent_goes_and_no_more_than_31_old_ones_stay(
    moments: set[dt.datetime], now: dt.datetime
) -> None:
    keeping = retained(moments, now)

    assert {one for one in moments if one > now - RECENT} <= keeping
    assert len({one for one in keeping if one <= now - RECENT}) <= 12 + 10 + 9


@given(moments=MOMENTS, now=CLOCKS)
def test_thinning_again_changes_nothing(moments: set[dt.datetime], now: dt.datetime) -> None:
    keeping = retained(moments, now)

    assert retained(keeping, now) == keeping
