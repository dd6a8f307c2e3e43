"""Where the rep stands, on one line: what the page says of a plan at its foot."""

import datetime as dt
from collections.abc import Iterable

from planner.coaching.check.checking import USUAL, check
from planner.coaching.check.past import History
from planner.coaching.check.standings import footing_line, standings
from planner.coaching.check.thresholds import Thresholds
from planner.model.plan import Plan, Preparation


def footing_of(
    preparation: Preparation, plans: Iterable[Plan], *, today: dt.date, thresholds: Thresholds = USUAL
) -> str:
    """Return the standings of a plan by shape and word, given all plans of its client."""
    past = History.before(preparation.plan, plans, today=today)
    return footing_line(standings(preparation, check(preparation, past, thresholds)))
