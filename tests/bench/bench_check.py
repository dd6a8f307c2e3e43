"""The check of a plan with 200 earlier calls, beside what a key press may take and beside reading them."""

import datetime as dt

import msgspec

from planner.coaching.check.checking import check
from planner.coaching.check.past import History
from planner.coaching.check.standings import standings
from planner.exchange.sample import sample_preparation
from planner.model.placed_time import read_stored
from planner.model.plan import Intention, Plan, Preparation
from planner.model.reflection import PriceRaised, QuestionAsked, Reflection
from planner.model.terms import Outcome, RaisedBy
from tests.bench.table import Row, at_most, median_seconds

TODAY = dt.date(2026, 11, 29)
EARLIER = 200
LIMIT = 0.010
RUNS = 50


def measure() -> list[Row]:
    """Check the sample, its history made anew each time, as a key press does."""
    preparation, plans = _with_history(EARLIER)
    _, few = _with_history(10)
    encoded = msgspec.json.encode(plans)
    checked = median_seconds(lambda: _checked(preparation, plans), runs=RUNS)
    return [
        at_most(
            1,
            work=f"check with {EARLIER} earlier calls",
            ours=checked,
            peer="what it may take",
            theirs=LIMIT,
        ),
        at_most(
            1,
            work=f"check with {EARLIER} earlier calls",
            ours=checked,
            peer="msgspec decoding those calls",
            theirs=median_seconds(
                lambda: msgspec.json.decode(encoded, type=list[Plan], dec_hook=read_stored), runs=RUNS
            ),
        ),
        at_most(
            10,
            work=f"check with {EARLIER} earlier calls",
            ours=checked,
            peer="the same with a twentieth of them",
            theirs=median_seconds(lambda: _checked(preparation, few), runs=RUNS),
        ),
    ]


def _checked(preparation: Preparation, plans: list[Plan]) -> object:
    past = History.before(preparation.plan, plans, today=TODAY)
    return standings(preparation, check(preparation, past))


def _with_history(count: int) -> tuple[Preparation, list[Plan]]:
    """The sample spoilt a little, and so many earlier calls of its client, each looked back on."""
    sample = sample_preparation(TODAY)
    starts = sample.plan.call.starts
    assert starts is not None
    plans = [
        _held(sample.plan, number, starts - dt.timedelta(days=3 * (number + 1))) for number in range(count)
    ]
    intentions = (Intention(text="Ask first"),)
    plan = msgspec.structs.replace(sample.plan, intentions=intentions)
    return msgspec.structs.replace(sample, plan=plan), plans


def _held(plan: Plan, number: int, started: dt.datetime) -> Plan:
    day = started.date()
    reflection = Reflection(
        held_on=day,
        outcome=Outcome.CONTINUATION,
        price=PriceRaised(raised_by=RaisedBy.NOBODY),
        questions=tuple(QuestionAsked(question="?", asked=True) for _ in range(8)),
        differently=f"Ask first {number}",
    )
    call = msgspec.structs.replace(plan.call, starts=started)
    return msgspec.structs.replace(plan, id=f"b{number:011x}", call=call, reflection=reflection)
