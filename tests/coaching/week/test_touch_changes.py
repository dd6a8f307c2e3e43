"""Touches kept, taken out and linked to a plan, and the days that are refused."""

import datetime as dt

import pytest
from msgspec.structs import replace

from planner.coaching.week.touch_changes import (
    linked,
    meeting_wanted,
    outlived_by,
    restored,
    why_refused,
    with_touches,
    without_touches,
)
from planner.model.client import Client
from planner.model.plan import Plan, Preparation
from planner.model.terms import CallKind, Side, TouchOutcome
from planner.model.text_at_path import TextAtPath
from planner.model.touch import Touch

TODAY = dt.date(2026, 11, 27)


def in_days(days: int) -> dt.date:
    return TODAY + dt.timedelta(days=days)


def a_sequence(sequence_id: str = "s", count: int = 3) -> tuple[Touch, ...]:
    return tuple(
        Touch(id=f"{sequence_id}{at}", planned_on=in_days(at), sequence_id=sequence_id) for at in range(count)
    )


def ids(client: Client) -> list[str]:
    return [touch.id for touch in client.touches]


def test_a_new_touch_comes_last_and_one_there_is_stays_in_its_place() -> None:
    client = Client(touches=(Touch(id="1"), Touch(id="2")))
    kept = with_touches(client, (Touch(id="1", note="Spoke to her"), Touch(id="3")))
    assert ids(kept) == ["1", "2", "3"]
    assert kept.touches[0].note == "Spoke to her"
    assert ids(without_touches(kept, {"2", "9"})) == ["1", "3"]


@pytest.mark.parametrize("outcome", [TouchOutcome.MEETING_AGREED, TouchOutcome.NO])
def test_an_outcome_ends_the_sequence(outcome: TouchOutcome) -> None:
    client = Client(touches=(*a_sequence(), *a_sequence("other")))
    ending = replace(client.touches[0], done_on=TODAY, outcome=outcome)
    assert [touch.id for touch in outlived_by(client, ending)] == ["s1", "s2"]
    assert ids(with_touches(client, (ending,))) == ["s0", "other0", "other1", "other2"]


@pytest.mark.parametrize("outcome", [None, TouchOutcome.NO_ANSWER, TouchOutcome.SPOKE])
def test_no_answer_leaves_the_sequence_as_it_is(outcome: TouchOutcome | None) -> None:
    client = Client(touches=a_sequence())
    assert outlived_by(client, replace(client.touches[0], done_on=TODAY, outcome=outcome)) == ()


def test_a_meeting_agreed_beside_a_sequence_ends_it_too() -> None:
    single = Touch(id="9", planned_on=in_days(30))
    client = Client(touches=(*a_sequence(), single))
    agreed = Touch(id="1", done_on=TODAY, outcome=TouchOutcome.MEETING_AGREED)
    assert ids(with_touches(client, (agreed,))) == ["9", "1"]


def test_what_was_done_of_a_sequence_stays_when_it_ends() -> None:
    first, second, third = a_sequence()
    client = Client(touches=(replace(first, done_on=TODAY, outcome=TouchOutcome.SPOKE), second, third))
    assert ids(with_touches(client, (replace(second, outcome=TouchOutcome.NO),))) == ["s0", "s1"]


def test_an_inquiry_ends_nothing() -> None:
    client = Client(touches=a_sequence())
    asked = Touch(id="i", from_=Side.THEM, outcome=TouchOutcome.MEETING_AGREED)
    assert outlived_by(client, asked) == ()


def test_what_was_taken_out_comes_back() -> None:
    client = Client(touches=a_sequence())
    ending = replace(client.touches[1], outcome=TouchOutcome.NO)
    gone = outlived_by(client, ending)
    after = with_touches(client, (ending,))
    assert restored(after, (client.touches[1], *gone)).touches == (
        client.touches[1],
        client.touches[0],
        client.touches[2],
    )


def test_a_plan_that_came_of_our_touch_is_a_call_we_asked_for() -> None:
    preparation = Preparation(client=Client(touches=(Touch(id="1"),)), plan=Plan(id="p"))
    made = linked(preparation, "1")
    assert made.client.touches[0].plan_id == "p"
    assert (made.plan.call.initiated_by, made.plan.call.kind) == (Side.US, CallKind.PROSPECTING)


def test_a_plan_that_came_of_an_inquiry_is_a_call_they_asked_for() -> None:
    inquiry = Touch(id="1", from_=Side.THEM)
    made = linked(Preparation(client=Client(touches=(inquiry,)), plan=Plan(id="p")), "1")
    assert (made.plan.call.initiated_by, made.plan.call.kind) == (Side.THEM, None)
    assert linked(made, "9") == made


def test_the_kind_of_call_that_is_known_stays() -> None:
    plan = Plan(id="p", call=replace(Plan().call, kind=CallKind.DISCOVERY))
    made = linked(Preparation(client=Client(touches=(Touch(id="1"),)), plan=plan), "1")
    assert made.plan.call.kind is CallKind.DISCOVERY


def test_a_meeting_is_wanted_once() -> None:
    agreed = Touch(outcome=TouchOutcome.MEETING_AGREED)
    assert meeting_wanted(agreed)
    assert not meeting_wanted(replace(agreed, plan_id="p"))
    assert not meeting_wanted(Touch(outcome=TouchOutcome.SPOKE))


@pytest.mark.parametrize(
    ("touch", "said"),
    [
        (Touch(), "A touch needs a day: when will you reach out, or when did you?"),
        (Touch(planned_on=in_days(0)), ""),
        (Touch(planned_on=in_days(700)), ""),
        (Touch(planned_on=in_days(-1)), "26 Nov 2026 is past. Choose a day from today on"),
        (Touch(planned_on=dt.date(2062, 11, 27)), "27 Nov 2062 is far off (in 36 years)."),
        (Touch(done_on=in_days(0)), ""),
        (Touch(done_on=in_days(-800)), ""),
        (Touch(done_on=in_days(1)), "28 Nov 2026 is still to come. Plan the touch for it"),
        (Touch(done_on=dt.date(1926, 11, 27)), "27 Nov 1926 is far off (100 years ago)."),
        (Touch(planned_on=in_days(-9), done_on=in_days(-9)), ""),
        (Touch(planned_on=in_days(-9), outcome=TouchOutcome.SPOKE), ""),
    ],
)
def test_the_days_of_a_touch_are_looked_at(touch: Touch, said: str) -> None:
    why = why_refused(touch, TODAY).replace("\u00a0", " ")
    assert why.startswith(said) if said else not why


def test_a_day_that_was_there_before_is_not_refused() -> None:
    overdue = Touch(id="1", planned_on=in_days(-30))
    assert why_refused(replace(overdue, note="Twice in vain"), TODAY, overdue) == ""
    assert why_refused(replace(overdue, planned_on=in_days(-29)), TODAY, overdue) != ""


def test_what_could_not_be_read_goes_with_its_touch() -> None:
    first, second = Touch(id="1", planned_on=TODAY), Touch(id="2", planned_on=TODAY)
    texts = (
        TextAtPath(path="touches[0].planned_on", text="31 Nov"),
        TextAtPath(path="touches[1].done_at", text="noonish"),
    )
    client = Client(touches=(first, second), unread=texts)
    assert without_touches(client, {"1"}).unread == (TextAtPath(path="touches[0].done_at", text="noonish"),)
    moved = replace(first, planned_on=in_days(1))
    assert with_touches(client, (moved,)).unread == texts[1:], "another day stands there now"
    assert with_touches(client, (replace(first, note="Twice"),)).unread == texts
