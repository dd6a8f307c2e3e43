"""The client's earlier plans, as the check asks about them; each question is worked out once."""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property

from planner.coaching.progress import looked_back
from planner.model.call import NOT_HELD, planned_day
from planner.model.plan import Plan
from planner.model.terms import Happened, RaisedBy, Side


class History:
    """The client's plans before the one checked, oldest first, as seen at `now`, on the day `today`.

    `later` are the client's other plans. `now` has a zone; where none was given, it is the start of the day.
    """

    def __init__(
        self,
        plans: Iterable[Plan] = (),
        *,
        today: dt.date,
        now: dt.datetime | None = None,
        later: Iterable[Plan] = (),
    ) -> None:
        self.plans = tuple(plans)
        self.later = tuple(later)
        self.today = today
        self.now = now or dt.datetime.combine(today, dt.time(), dt.UTC)

    @classmethod
    def before(
        cls, plan: Plan, plans: Iterable[Plan], *, today: dt.date, now: dt.datetime | None = None
    ) -> "History":
        """Return the history of `plan`: those of the client's plans (in any order) whose call comes before.

        A plan without a date comes after every dated one.
        """
        here = _place(plan)
        others = sorted((other for other in plans if other.id != plan.id), key=_place)
        return cls(
            (other for other in others if _place(other) < here),
            today=today,
            now=now,
            later=(other for other in others if _place(other) >= here),
        )

    @property
    def others(self) -> tuple[Plan, ...]:
        """All plans of the client but the one checked: those before, oldest first, then the later ones."""
        return self.plans + self.later

    @cached_property
    def held(self) -> tuple[Plan, ...]:
        """The plans whose call took place (`was_held`), oldest first."""
        return tuple(plan for plan in self.plans if was_held(plan, self.today))

    @property
    def last_held(self) -> Plan | None:
        """The plan of the last call that took place; None if none did."""
        return self.held[-1] if self.held else None

    @cached_property
    def last_looked_back(self) -> Plan | None:
        """The last plan whose call was held and looked back on; None if there is none."""
        return next((plan for plan in reversed(self.held) if looked_back(plan)), None)

    @cached_property
    def last_answer(self) -> tuple[Plan, int, str] | None:
        """The first answer noted in the last call that has one; None if none has.

        It comes as (plan, index of the question in the reflection, answer).
        """
        for plan in reversed(self.held):
            for at, question in enumerate(plan.reflection.questions):
                if question.answer.strip():
                    return plan, at, question.answer
        return None

    @cached_property
    def price_raised(self) -> tuple[tuple[Plan, Side], ...]:
        """The earlier calls in which the price came up, each with the side that raised it."""
        return tuple(
            (plan, Side(raised.value))
            for plan in self.held
            if (raised := plan.reflection.price.raised_by) not in (None, RaisedBy.NOBODY)
        )


def was_held(plan: Plan, today: dt.date) -> bool:
    """Whether the plan's call took place as of today.

    It did not if it was moved, cancelled, or nobody came. It did if it is noted as held, if its reflection
    has an outcome or the day held, or if its planned day is past.
    """
    if plan.call.happened in NOT_HELD:
        return False
    if plan.call.happened is Happened.HELD or looked_back(plan) or plan.reflection.held_on is not None:
        return True
    planned = planned_day(plan.call)
    return planned is not None and planned < today


def day_of(plan: Plan) -> dt.date | None:
    """Return the day the plan's call was held, else its planned day; None if neither is known."""
    return plan.reflection.held_on or planned_day(plan.call)


def _place(plan: Plan) -> tuple[dt.date, float, str]:
    starts = plan.call.starts
    return day_of(plan) or dt.date.max, starts.timestamp() if starts else 0.0, plan.id
