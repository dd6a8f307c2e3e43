"""What it costs the client to leave things as they are: the case's problems, kept apart from the value.

It is the differentiation seen from the other side, so it is never added to it.
"""

from decimal import Decimal
from fractions import Fraction

import msgspec

from planner.model.case import Case
from planner.model.price import Price
from planner.model.pricing.exchange import currency_of, in_currency
from planner.model.pricing.field_problem import FieldProblem
from planner.model.pricing.price_problems import costs, price_problems
from planner.model.pricing.schedule import MONTHS_PER_PERIOD
from planner.model.terms import Cadence


class CostOfInaction(msgspec.Struct, frozen=True, kw_only=True):
    """What the problems cost: what recurs, by the month, and apart from it what costs once.

    `per_month` and `once` are None where no problem has such a cost, or one has a problem at its
    field (`unusable`). `left_out` are the problems whose cost or period is blank.
    """

    currency: str
    per_month: Fraction | None = None
    once: Fraction | None = None
    inputs: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unusable: tuple[str, ...] = ()

    @property
    def per_year(self) -> Fraction | None:
        """Twelve months of what recurs."""
        return None if self.per_month is None else self.per_month * 12


def cost_of_inaction(
    price: Price, case: Case, problems: tuple[FieldProblem, ...] | None = None
) -> CostOfInaction:
    """Return what the case's problems cost, in the price's currency.

    `problems` are those of the price with the case, if they are known already.
    """
    if problems is None:
        problems = price_problems(price, case)
    currency = currency_of(price, case)
    broken = {told.path.rpartition(".")[0] for told in problems}
    monthly: list[Fraction] = []
    once: list[Fraction] = []
    inputs, left_out = [], []
    for path, cost in costs(case):
        if path in broken:
            continue
        if cost.amount is None or cost.per is None:
            left_out.append(path)
            continue
        inputs.append(path)
        worth = in_currency(price.exchange, cost.currency, currency)
        assert worth is not None
        (once if cost.per is Cadence.ONE_OFF else monthly).append(_by_period(cost.amount, cost.per) * worth)
    unusable = tuple(path for path, _ in costs(case) if path in broken)
    return CostOfInaction(
        currency=currency,
        per_month=sum(monthly, Fraction(0)) if monthly and not unusable else None,
        once=sum(once, Fraction(0)) if once and not unusable else None,
        inputs=tuple(inputs),
        left_out=tuple(left_out),
        unusable=unusable,
    )


def _by_period(amount: Decimal, per: Cadence) -> Fraction:
    """Return the amount by the month, or as it is if it costs once."""
    return Fraction(amount) / MONTHS_PER_PERIOD.get(per, 1)
