"""What happened last time, kept with the next plan and told in three lines."""

import datetime as dt

import pytest
from msgspec.structs import replace

from planner.coaching.last_time import last_time, last_time_lines, with_last_time
from planner.coaching.next_call import next_call
from planner.model.client import Promise
from planner.model.fields import with_field
from planner.model.plan import LastTime, Preparation
from planner.model.reflection import PriceRaised, QuestionAsked
from planner.model.terms import Outcome, Side
from tests.builders import a_plan

HELD, TODAY = dt.date(2026, 12, 1), dt.date(2026, 12, 2)


def reviewed(**fields: object) -> Preparation:
    return a_plan(**{"reflection.held_on": HELD, "reflection.outcome": Outcome.ADVANCE, **fields})


def test_day_outcome_their_words_and_promises_are_three_lines() -> None:
    last = reviewed(
        **{
            "reflection.questions": (
                QuestionAsked(question="Who?", asked=True, answer="“Finance signs.”"),
                QuestionAsked(question="When?", asked=True),
            ),
            "reflection.price": PriceRaised(reaction="“And training?”"),
            "reflection.notes": "4′ budget",
        }
    )
    promises = (
        Promise(text="The log", by=Side.THEM, due=dt.date(2026, 12, 4), from_plan=last.plan.id),
        Promise(text="One page", by=Side.US, from_plan=last.plan.id),
        Promise(text=" ", by=Side.US, from_plan=last.plan.id),
        Promise(text="Of another call", from_plan="elsewhere"),
        Promise(text="A number", from_plan=last.plan.id),
    )
    last = with_field(last, "client.promises", promises)
    told = next_call(last, TODAY, plan_id="next").plan.carried.last_time
    assert told == LastTime(
        held_on=HELD,
        outcome=Outcome.ADVANCE,
        they_said="“Finance signs.”\n“And training?”",
        promised=("The log (theirs, by 4\u00a0Dec\u00a02026)", "One page (ours)", "A number"),
    )
    assert [line.replace("\u00a0", " ") for line in last_time_lines(told)] == [
        "Last time, 1 Dec 2026: an advance.",
        "They said: “Finance signs.” · “And training?”",
        "Promised: The log (theirs, by 4 Dec 2026); One page (ours); A number",
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reflection.learned_client": "Sales signs.", "reflection.notes": "4′ budget"}, "Sales signs."),
        ({"reflection.notes": "4′ budget\n9′ Theo"}, "4′ budget · 9′ Theo"),
    ],
)
def test_without_their_words_what_was_learned_or_noted_stands_for_them(
    fields: dict[str, object], said: str
) -> None:
    assert last_time_lines(last_time(reviewed(**fields), TODAY))[1] == f"They said: {said}"


def test_a_call_not_reviewed_is_said_to_be_so_and_one_not_held_is_not_told() -> None:
    passed = a_plan(**{"call.day": HELD})
    assert last_time_lines(last_time(passed, TODAY)) == ("Last time, 1\u00a0Dec\u00a02026: not reviewed.",)
    assert last_time(a_plan(**{"call.day": TODAY}), TODAY) == LastTime()
    assert last_time(a_plan(), TODAY) == LastTime()
    assert last_time_lines(LastTime()) == ()


def test_without_a_day_the_outcome_is_told() -> None:
    assert last_time_lines(LastTime(outcome=Outcome.NO_SALE)) == ("Last time: no sale.",)


def test_a_blank_plan_knows_the_last_call_held() -> None:
    first, last = reviewed(**{"reflection.held_on": dt.date(2026, 10, 1)}), reviewed(id="last")
    ahead = a_plan(**{"call.day": dt.date(2026, 12, 9)})
    fresh = a_plan()
    told = with_last_time(fresh, (ahead.plan, last.plan, first.plan), TODAY).plan.carried
    assert told.last_time.held_on == HELD
    assert (told.from_plan, told.paths) == ("", ()), "nothing came along"
    assert with_last_time(fresh, (ahead.plan,), TODAY) == fresh


def test_what_a_plan_knows_stays_when_the_plan_it_was_made_from_is_gone() -> None:
    knows = next_call(reviewed(), TODAY, plan_id="next")
    later = reviewed(**{"reflection.held_on": TODAY})
    assert with_last_time(knows, (later.plan,), TODAY) == knows


def test_a_call_reviewed_after_the_next_was_planned_is_told_as_reviewed() -> None:
    ahead = a_plan(**{"call.day": HELD})
    planned = next_call(ahead, HELD, plan_id="next")
    assert planned.plan.carried.last_time == LastTime(), "it was still to come"
    passed = with_last_time(planned, (ahead.plan,), TODAY)
    assert _first_line(passed) == "Last time, 1 Dec 2026: not reviewed."

    held = with_field(ahead, "plan.reflection.outcome", Outcome.ORDER).plan
    promised = Promise(text="The log", by=Side.THEM, from_plan=ahead.plan.id)
    known = with_last_time(with_field(passed, "client.promises", (promised,)), (held,), TODAY)
    assert _first_line(known) == "Last time, 1 Dec 2026: an order."
    assert known.plan.carried.last_time.promised == ("The log (theirs)",)
    kept = replace(passed.plan.carried, last_time=known.plan.carried.last_time)
    assert known.plan == replace(passed.plan, carried=kept), "nothing else is another"


def test_a_call_told_as_held_and_put_off_is_told_no_more() -> None:
    knows = next_call(reviewed(id="last"), TODAY, plan_id="next")
    before = reviewed(**{"reflection.held_on": dt.date(2026, 10, 1)}).plan
    put_off = a_plan(id="last", **{"call.day": dt.date(2026, 12, 20)}).plan
    told = with_last_time(knows, (put_off, before), TODAY)
    assert _first_line(told) == "Last time, 1 Oct 2026: an advance."


def test_a_blank_plan_made_before_the_call_was_held_tells_of_it_afterwards() -> None:
    ahead, fresh = a_plan(**{"call.day": HELD}), a_plan()
    assert with_last_time(fresh, (ahead.plan,), HELD) == fresh
    assert _first_line(with_last_time(fresh, (ahead.plan,), TODAY)) == "Last time, 1 Dec 2026: not reviewed."


def _first_line(preparation: Preparation) -> str:
    return last_time_lines(preparation.plan.carried.last_time)[0].replace("\u00a0", " ")
