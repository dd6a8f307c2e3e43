"""A simulated quarter: each morning Today offers exactly what is due, nothing twice and nothing forgotten."""

import inspect
from collections import Counter

import pytest

from planner.coaching.week.today import in_today_order
from planner.coaching.week.today_line import TodayKind, TodayLine
from tests.coaching.week import due_list
from tests.coaching.week.due_list import Due, Pencil
from tests.coaching.week.quarter import THRESHOLDS, Quarter

OFTEN = 20
"""Each kind has to be offered so often in a quarter for the comparison to say anything."""


@pytest.mark.parametrize("seed", range(8))
def test_every_morning_offers_what_is_due(seed: int) -> None:
    quarter, offered_in_all = Quarter(seed), Counter[TodayKind]()
    for now in quarter.mornings():
        accounts = quarter.accounts.values()
        lines = in_today_order([line for account in accounts for line in quarter.lines(account, now)], now)
        offered = Counter(as_due(line) for line in lines)
        due = Counter(
            entry
            for account in accounts
            for entry in Pencil(
                account.client, list(account.plans.values()), now, THRESHOLDS.outreach_days
            ).due()
        )
        assert offered - due == Counter(), f"{now}: offered without being due, or twice"
        assert due - offered == Counter(), f"{now}: forgotten"
        assert [line.kind for line in lines] == sorted((line.kind for line in lines), key=[*TodayKind].index)
        offered_in_all.update(line.kind for line in lines)
    assert {kind: offered_in_all[kind] for kind in TodayKind if offered_in_all[kind] < OFTEN} == {}


def test_the_list_with_the_pencil_knows_nothing_of_the_coaching() -> None:
    assert "planner.coaching" not in inspect.getsource(due_list)


def as_due(line: TodayLine) -> Due:
    """Return a line as the list with the pencil has it."""
    if line.promise is not None:
        what = line.text.lower().rstrip(".")
    elif line.kind is TodayKind.DIFFERENTLY:
        what = line.text
    else:
        what = line.touch_id or line.plan_id
    return Due(line.kind.value, line.client_id, what, line.due)
