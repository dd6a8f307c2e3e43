"""The sample week: whatever the day, it looks like a week at work."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from planner.coaching.check.checking import USUAL
from planner.coaching.progress import missing_essentials
from planner.coaching.week.today import lines_of
from planner.coaching.week.today_line import TodayKind, TodayLine
from planner.exchange.sample import sample_preparation
from planner.exchange.sample_week import SAMPLE_IDS, sample_week
from planner.model.attendance import attendance
from planner.model.call import planned_day
from planner.model.terms import Side
from planner.store.import_together import import_together
from planner.store.library import Library
from tests.test_samples import leaves

WEEK = [dt.date(2026, 11, 23) + dt.timedelta(days=days) for days in range(7)]
ZONES = [dt.UTC, dt.timezone(dt.timedelta(hours=13)), dt.timezone(dt.timedelta(hours=-8))]

on_every_day = pytest.mark.parametrize("today", WEEK, ids=lambda day: f"{day:%A}")


def today_with_it(folder: Path, now: dt.datetime) -> list[TodayLine]:
    """What Today says of a library that holds the sample week alone."""
    week = sample_week(now.date(), now.tzinfo)
    library = Library.open(folder)
    import_together(library, week.clients_alone, week.preparations)
    lines = [
        line
        for client in library.client_summaries()
        for line in lines_of(client, library.summaries_of(client.id), now, USUAL)
    ]
    library.close()
    return lines


@on_every_day
@pytest.mark.parametrize("zone", ZONES, ids=str)
def test_today_shows_something_of_each_kind(tmp_path: Path, today: dt.date, zone: dt.tzinfo) -> None:
    morning = dt.datetime.combine(today, dt.time(8, 30), tzinfo=zone)

    kinds = Counter(line.kind for line in today_with_it(tmp_path / "library", morning))

    assert kinds == Counter(TodayKind) + Counter([TodayKind.CALL])


@on_every_day
def test_a_call_is_today_and_one_on_the_next_working_day(today: dt.date) -> None:
    days = sorted(day for plan in sample_week(today).plans if (day := planned_day(plan.call)) is not None)
    first, held, of_today, following = days

    assert of_today == today
    assert first < held < today < following <= today + dt.timedelta(days=3)
    assert [day for day in (first, held, following) if day.weekday() > 4] == []


@on_every_day
def test_no_other_day_is_on_a_weekend(today: dt.date) -> None:
    week = sample_week(today)
    days = [
        value.date() if isinstance(value, dt.datetime) else value
        for part in (*week.clients, *week.plans)
        for _path, value in leaves(part)
        if isinstance(value, dt.date)
    ]

    assert len(days) > 30
    assert [day for day in days if day.weekday() > 4 and day != today] == []


def test_its_hours_are_those_of_the_clock_it_is_shown_by() -> None:
    zone = dt.timezone(dt.timedelta(hours=5, minutes=30))
    starts = [plan.call.starts for plan in sample_week(WEEK[0], zone).plans]

    assert [f"{moment:%H:%M %z}" for moment in starts if moment] == [
        "10:00 +0530",
        "16:00 +0530",
        "09:30 +0530",
        "11:00 +0530",
    ]


def test_its_ids_say_what_is_to_go_and_none_is_the_other_samples() -> None:
    week, later = sample_week(WEEK[0]), sample_week(WEEK[0] + dt.timedelta(days=400))
    sample = sample_preparation(WEEK[0])

    assert tuple(client.id for client in week.clients) == SAMPLE_IDS
    assert {plan.client_id for plan in week.plans} < set(SAMPLE_IDS)
    assert [plan.id for plan in week.plans] == [plan.id for plan in later.plans]
    ids = [*SAMPLE_IDS, *(plan.id for plan in week.plans)]
    assert len(set(ids)) == len(ids)
    assert [one for one in ids if one.startswith("sample")] == [], "`sample` is a start of the sample plan's"
    assert not {sample.client.id, sample.plan.id} & set(ids)


def test_it_is_realistic() -> None:
    week = sample_week(WEEK[0])
    promised = {promise.by for client in week.clients for promise in client.promises}
    ranks = [client.dream_rank for client in week.clients if client.dream_client]
    addresses = [
        value
        for client in week.clients
        for path, value in leaves(client)
        if path.endswith((".email", "website")) and value
    ]

    assert promised == {Side.US, Side.THEM}
    assert ranks == [1, 2, 3, 4, 5]
    assert all(client.why_dream for client in week.clients if client.dream_client)
    assert len(addresses) > 10
    assert [one for one in addresses if not str(one).endswith(".example")] == []


def test_whoever_is_mentioned_is_a_contact() -> None:
    week = sample_week(WEEK[0])
    strangers = [
        attendee.contact
        for preparation in week.preparations
        for attendee, contact in attendance(preparation)
        if contact not in preparation.client.contacts
    ]
    strangers += [
        touch.with_whom
        for client in week.clients
        for touch in client.touches
        if touch.with_whom_id not in {contact.id for contact in client.contacts}
    ]

    assert strangers == []


def test_todays_call_is_planned_whole_and_the_next_is_not() -> None:
    missing = {each.plan.id: missing_essentials(each) for each in sample_week(WEEK[0]).preparations}

    assert missing["week-today"] == ()
    assert "plan.fear.avoiding" in missing["week-next"]
