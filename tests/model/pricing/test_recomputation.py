"""A recomputation that shares no code with the program agrees with it on a thousand random plans."""

import datetime as dt
import json
import re
from fractions import Fraction
from random import Random

import pytest

from planner.exchange.plan_file import preparation_in
from planner.model.price import Price
from planner.model.pricing.figures import PriceFigures, figures
from tests.model.pricing.random_plans import Row, random_price
from tests.model.pricing.recomputation import Recomputed

PLANS = 1_000
BATCHES = 10
CLOSE = Fraction(1, 10**20)
NUMBERS = re.compile(r'"(low|likely|high|units|rate)": "([-0-9.]+)"')


def read(row: Row) -> Price:
    """The price, through a plan file."""
    text = json.dumps({"format": "front-foot-plan", "schema": 1, "client": {}, "plan": {"price": row}})
    return preparation_in(NUMBERS.sub(r'"\1": \2', text).encode(), "random").plan.price


def agree(row: Row) -> None:
    again, found = Recomputed(row), figures(read(row))
    assert found.problems == ()
    for name, expected in (
        ("low", again.scenario(0)),
        ("likely", again.scenario(1)),
        ("high", again.scenario(2)),
        ("half", again.scenario(1, claim=Fraction(1, 2))),
    ):
        for key, value in expected.items():
            assert getattr(found.scenarios[name], key) == value, (name, key)
    assert found.likely.not_estimated == again.blank_drivers
    agree_over_time(again, found)


def agree_over_time(again: Recomputed, found: PriceFigures) -> None:
    flow = found.cash_flow
    if not again.ours:
        assert flow.pv_costs is None
        return
    costs = again.present(again.ours) + again.present(again.losses)
    assert flow.pv_costs is not None
    assert abs(flow.pv_costs - costs) < CLOSE
    if not again.theirs and not (again.without_us and again.gains):
        assert (flow.npv, flow.roi, found.payback, flow.net) == (None, None, None, None)
        return
    npv = again.present(again.theirs) + again.present(again.gains) - costs
    assert flow.npv is not None
    assert abs(flow.npv - npv) < CLOSE
    assert (flow.roi is None) == (costs <= 0)
    if flow.roi is not None:
        assert abs(flow.roi - npv / costs) < CLOSE
    assert flow.payback == again.payback(discounted=False)
    expected, discounted = again.payback(discounted=again.term > 12), flow.discounted_payback
    assert (expected is None) == (discounted is None)
    if expected is not None and discounted is not None:
        assert abs(expected - discounted) < CLOSE
    assert flow.cumulative is not None
    assert flow.accrued is not None
    assert flow.cumulative[-1] == flow.accrued[-1]
    if again.theirs:
        assert flow.cumulative[-1] == found.likely.surplus
        assert found.recurring.net_cost_of_delay_per_month == again.recurring_by_the_month()


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_recomputation_agrees(batch: int) -> None:
    chance = Random(20_261_124 + batch)
    for number in range(PLANS // BATCHES):
        row = random_price(chance)
        try:
            agree(row)
        except AssertionError as error:
            error.add_note(f"plan {number} of batch {batch}: {json.dumps(row)}")
            raise


def test_the_random_plans_are_of_every_kind() -> None:
    """Agreement says little about cases that never come up."""
    chance = Random(20_261_124)
    found = [figures(read(random_price(chance))) for _ in range(PLANS // BATCHES)]

    assert len({one.standing for one in found}) >= 7
    assert any(one.exchanged for one in found)
    assert any(one.likely.not_estimated for one in found)
    assert any(one.likely.reference is None and one.cash_flow.npv is not None for one in found)
    assert any(one.cash_flow.payback for one in found)
    assert any(one.cash_flow.net and one.cash_flow.payback is None for one in found)


def test_the_date_of_a_rate_is_read() -> None:
    row = random_price(Random(3)) | {
        "exchange": {"from": "USD", "to": "EUR", "rate": "1.1", "date": "2026-11-02"}
    }
    assert read(row).exchange.date == dt.date(2026, 11, 2)
