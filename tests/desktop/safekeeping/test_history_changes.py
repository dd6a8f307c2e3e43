import datetime as dt
from decimal import Decimal

from planner.desktop.safekeeping.history_changes import changes_between
from planner.model.case import Problem
from planner.model.field_texts import with_unread
from planner.model.fields import with_field
from planner.model.placed_time import at_place
from planner.model.plan import AnsweredFinding, Carried, Intention, Preparation
from tests.builders import a_plan

THEN = a_plan(
    **{
        "call.title": "Metering",
        "call.links": ("one", "two"),
        "case.problems": (Problem(problem="Losses"),),
        "client.dream_client": True,
    }
)


def told(now: Preparation) -> list[tuple[str, str, str]]:
    return [(change.name, change.then, change.now) for change in changes_between(THEN, now)]


def test_the_same_plan_has_no_changes() -> None:
    assert told(THEN) == []


def test_the_days_it_was_worked_on_are_no_change() -> None:
    assert told(with_field(THEN, "plan.edited_on", (dt.date(2026, 11, 23),))) == []


def test_a_text_a_moment_an_amount_and_a_yes_or_no() -> None:
    now = with_field(THEN, "plan.call.title", "")
    now = with_field(now, "plan.call.starts", dt.datetime(2026, 12, 1, 10, 0, tzinfo=dt.UTC))
    now = with_field(now, "plan.call.deal_value.amount", Decimal(98000))
    now = with_field(now, "client.dream_client", value=False)

    assert told(now) == [
        ("Client › Dream Client", "yes", "no"),
        ("Call › title", "Metering", ""),
        ("Call › date and time", "", "2026-12-01 10:00"),
        ("Call › deal value › amount", "", "98000"),
    ]


def test_the_same_time_at_another_place_is_told_with_it() -> None:
    starts = at_place(dt.datetime(2026, 10, 20, 15), "Europe/London")  # noqa: DTZ001 -- a clock on the wall
    there = with_field(THEN, "plan.call.starts", starts)

    (change,) = changes_between(THEN, there)

    assert change.now == "2026-10-20 15:00 Europe/London"


def test_rows_are_told_one_by_one() -> None:
    now = with_field(THEN, "plan.call.links", ("one", "changed", "new"))
    now = with_field(now, "plan.case.problems", ())

    assert told(now) == [
        ("Call › links 2", "two", "changed"),
        ("Call › links 3", "", "new"),
        ("Case › problems 1", "Losses", ""),
    ]


def test_what_is_told_of_a_price_and_of_answers_is_in_words() -> None:
    now = with_field(THEN, "plan.price.exchange.from", "USD")
    now = with_field(now, "plan.answers", (AnsweredFinding(rule="no-fallback", because="she decides"),))
    now = with_field(now, "plan.intentions", (Intention(text="Ask for the date"),))

    assert told(now) == [
        ("Price › exchange › from", "", "USD"),
        ("Intentions 1", "", "Ask for the date"),
        ("Answers 1", "", "no-fallback; she decides"),
    ]


def test_what_was_carried_over_is_ours_to_know() -> None:
    carried = Carried(from_plan="0a1b2c3d4e5f", paths=("case.problems[0]",))
    assert told(with_field(THEN, "plan.carried", carried)) == []


def test_a_text_that_could_not_be_read_is_told_by_its_field() -> None:
    now = with_unread(
        with_unread(THEN, "case.problems[0].cost.amount", "38k?"), "client.contacts[0].email", "x"
    )

    assert told(now) == [
        ("Client › not read › contacts 1 › email", "", "x"),
        ("Not read › case › problems 1 › cost › amount", "", "38k?"),
    ]
