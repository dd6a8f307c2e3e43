"""What happened with a client, the latest first, and what is to come."""

import datetime as dt

import pytest

from planner.coaching.week.timeline import TimelineEntry, TimelineKind, coming_of, timeline_of
from planner.model.call import Attendee
from planner.model.client import Client, NewsItem, Promise
from planner.model.terms import Channel, Happened, Outcome, Side, TouchChannel, TouchOutcome
from planner.model.touch import Touch
from tests.coaching.week.a_case import NOW, TODAY, on, plan_of

REVIEWED = plan_of(
    **{
        "call.title": "Line walk",
        "call.starts": on(11, 3, 15),
        "call.minutes": 30,
        "call.channel": Channel.VIDEO,
        "call.attendees": (Attendee(contact="Anna Berg"), Attendee(contact="Sam Achebe")),
        "reflection.outcome": Outcome.ADVANCE,
        "reflection.obtained.actor": "Sam Achebe",
        "reflection.obtained.action": "shares the log",
        "reflection.differently": "Ask earlier",
    }
)


def kinds(entries: tuple[TimelineEntry, ...]) -> list[TimelineKind]:
    return [entry.kind for entry in entries]


def test_everything_that_happened_stands_on_one_line_the_latest_first() -> None:
    client = Client(
        touches=(
            Touch(id="t", planned_on=dt.date(2026, 10, 1), done_on=dt.date(2026, 10, 2), note="Left word"),
            Touch(id="i", done_at=on(11, 20, 7), from_=Side.THEM, note="Please call"),
        ),
        news=(NewsItem(date=dt.date(2026, 11, 10), text="A new depot", source="Gazette"),),
        promises=(
            Promise(text="Send the log", by=Side.THEM, kept_on=dt.date(2026, 11, 12), from_plan="p"),
            Promise(text="Send the list", by=Side.US),
        ),
    )
    timeline = timeline_of(client, [REVIEWED], NOW)
    assert kinds(timeline) == ["inquiry", "promise", "news", "reflection", "call", "touch"]
    assert [entry.on for entry in timeline] == sorted((entry.on for entry in timeline), reverse=True)  # type: ignore[type-var]


def test_a_call_and_its_review_say_who_was_there_and_what_came_of_it() -> None:
    review, call = timeline_of(Client(), [REVIEWED], NOW)
    assert (call.text, call.detail) == ("Line walk", "video · Anna Berg, Sam Achebe")
    assert (review.text, review.detail) == ("Sam Achebe: shares the log", "advance · Ask earlier")
    assert call.plan_id == review.plan_id == REVIEWED.id


def test_a_touch_says_what_it_gave_how_and_how_it_ended() -> None:
    touch = Touch(
        id="t",
        done_on=TODAY,
        channel=TouchChannel.LETTER,
        with_whom="Anna Berg",
        value_offered="The council's new rule",
        outcome=TouchOutcome.SPOKE,
        note="Ring in May",
        plan_id="p",
    )
    (entry,) = timeline_of(Client(touches=(touch,)), [], NOW)
    assert entry.text == "The council's new rule"
    assert entry.detail == "letter · Anna Berg · spoke · Ring in May"
    assert (entry.touch_id, entry.plan_id) == ("t", "p")


def test_what_was_done_on_a_day_not_known_comes_last_and_is_not_lost() -> None:
    client = Client(touches=(Touch(id="t", outcome=TouchOutcome.SPOKE),), news=(NewsItem(text="They merge"),))
    timeline = timeline_of(client, [REVIEWED], NOW)
    assert [entry.on is None for entry in timeline] == [False, False, True, True]


@pytest.mark.parametrize("happened", [Happened.MOVED, Happened.CANCELLED, Happened.NOBODY_CAME])
def test_a_call_that_was_not_held_stands_in_the_timeline_and_says_so(happened: Happened) -> None:
    plan = plan_of(**{"call.starts": on(11, 3), "call.happened": happened})
    (entry,) = timeline_of(Client(), [plan], NOW)
    assert entry.detail == happened.value
    assert coming_of(Client(), [plan], NOW) == ()


def test_what_is_to_come_stands_apart_the_nearest_first() -> None:
    far, undated = plan_of(**{"call.starts": on(12, 24)}), plan_of()
    near = plan_of(**{"call.day": dt.date(2026, 12, 3)})
    late, planned = (
        Touch(id=name, planned_on=day)
        for name, day in (("late", dt.date(2026, 11, 1)), ("planned", dt.date(2026, 12, 9)))
    )
    client = Client(touches=(planned, late))
    coming = coming_of(client, [undated, far, near], NOW)
    assert [entry.touch_id or entry.plan_id for entry in coming] == [
        "late", near.id, "planned", far.id, undated.id,
    ]  # fmt: skip
    assert timeline_of(client, [undated, far, near], NOW) == ()


def test_a_call_of_today_is_to_come_until_it_is_over() -> None:
    plan = plan_of(**{"call.starts": on(12, 2, 8), "call.minutes": 90})
    assert kinds(coming_of(Client(), [plan], NOW)) == ["call"]
    later = NOW + dt.timedelta(minutes=30)
    assert kinds(timeline_of(Client(), [plan], later)) == ["call"]
    assert coming_of(Client(), [plan], later) == ()
