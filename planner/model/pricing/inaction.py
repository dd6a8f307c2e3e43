"""What it costs the client to leave things as they are: the case's problems, kept apart from the value.

It is the differentiation seen from the other side, so it is never added to it.
"""

from fractions import Fraction

import msgspec

from planner.model.case import Case, Cost
from planner.model.price import Exchange, Price
from planner.model.pricing.exchange import EXCHANGE_FIELDS, code_of, currency_of, in_currency
from planner.model.pricing.field_problem import FieldProblem
from planner.model.pricing.price_problems import costs, price_problems
from planner.model.pricing.schedule import MONTHS_PER_PERIOD
from planner.model.terms import Cadence

_At = tuple[str, Cost]
"""A problem's cost with its path."""


class CostOfInaction(msgspec.Struct, frozen=True, kw_only=True):
    """What the problems cost: what recurs, per month, and apart from that what costs once.

    `per_month` and `once` are None if no problem has such a cost, or any cost has an error (`unusable`).
    `left_out` are the paths of costs without amount or period. `per_month_from` and `once_from` are the
    fields that each came from; `exchanged` says whether an exchange rate was used.
    """

    currency: str
    per_month: Fraction | None = None
    once: Fraction | None = None
    per_month_from: tuple[str, ...] = ()
    once_from: tuple[str, ...] = ()
    exchanged: bool = False
    left_out: tuple[str, ...] = ()
    unusable: tuple[str, ...] = ()

    @property
    def per_year(self) -> Fraction | None:
        """Twelve times `per_month`; None without it."""
        return None if self.per_month is None else self.per_month * 12


def cost_of_inaction(
    price: Price, case: Case, problems: tuple[FieldProblem, ...] | None = None
) -> CostOfInaction:
    """Return what the case's problems cost, in the price's currency.

    `problems` is what `price_problems(price, case)` returned, if the caller has it already.
    """
    if problems is None:
        problems = price_problems(price, case)
    currency = currency_of(price, case)
    broken = {problem.path.rpartition(".")[0] for problem in problems}
    counted = [
        (path, cost)
        for path, cost in costs(case)
        if path not in broken and cost.amount is not None and cost.per is not None
    ]
    once = [entry for entry in counted if entry[1].per is Cadence.ONE_OFF]
    monthly = [entry for entry in counted if entry[1].per is not Cadence.ONE_OFF]
    unusable = tuple(path for path, _ in costs(case) if path in broken)
    return CostOfInaction(
        currency=currency,
        per_month=_sum(monthly, price.exchange, currency) if monthly and not unusable else None,
        once=_sum(once, price.exchange, currency) if once and not unusable else None,
        per_month_from=_fields(monthly, once, currency),
        once_from=_fields(once, monthly, currency),
        exchanged=_exchanged(counted, currency),
        left_out=tuple(
            path for path, cost in costs(case) if path not in broken and (path, cost) not in counted
        ),
        unusable=unusable,
    )


def _sum(counted: list[_At], exchange: Exchange, currency: str) -> Fraction:
    return sum((_by_period(cost) * _worth(cost, exchange, currency) for _, cost in counted), Fraction(0))


def _worth(cost: Cost, exchange: Exchange, currency: str) -> Fraction:
    worth = in_currency(exchange, cost.currency, currency)
    assert worth is not None
    return worth


def _by_period(cost: Cost) -> Fraction:
    """Return the amount by the month, or as it is if it costs once."""
    assert cost.amount is not None
    assert cost.per is not None
    return Fraction(cost.amount) / MONTHS_PER_PERIOD.get(cost.per, 1)


def _fields(counted: list[_At], others: list[_At], currency: str) -> tuple[str, ...]:
    """Return what the costs came from: their fields, the rate if one is used, and that others are apart."""
    fields = [
        f"{path}.{name}"
        for path, cost in counted
        for name in ("amount", "currency", "per")
        if name != "currency" or cost.currency.strip()
    ]
    apart = [f"{path}.per" for path, _ in others]
    return (*fields, *apart, *(EXCHANGE_FIELDS if _exchanged(counted, currency) else ()))


def _exchanged(counted: list[_At], currency: str) -> bool:
    return any(code_of(cost.currency) not in {"", currency} for _, cost in counted)
