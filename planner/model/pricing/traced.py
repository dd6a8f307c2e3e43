"""Every figure with its name, its unit and the fields it came from, so that any number can be traced."""

from decimal import Decimal
from fractions import Fraction

import msgspec

from planner.model.fields import is_blank
from planner.model.price import Price
from planner.model.pricing.figure_names import DELTA_FIGURES, DISCOUNTED, FLOW_FIGURES, Told
from planner.model.pricing.figures import PriceFigures
from planner.model.pricing.ledger import Account
from planner.model.pricing.lines import Line
from planner.model.pricing.price_delta import PriceDelta
from planner.model.pricing.price_problems import price_lines
from planner.model.pricing.reasons import why_no_cash_flow, why_not
from planner.model.pricing.rounding import half_up, rounded_money

SHARE_DIGITS = 6

_UNTOLD = frozenset(
    {"label", "name", "basis", "formula", "source", "kind", "hard", "confirmed_by", "confirmed_on"}
)
"""What a line says that changes no figure."""


class TracedFigure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure, rounded once: money to its currency's digits, shares to six. `why` says why it is None.

    `inputs` are the fields that it came from, as paths of a form.
    """

    name: str
    unit: str
    value: Decimal | None
    inputs: tuple[str, ...] = ()
    why: str = ""


def traced(price: Price, found: PriceFigures) -> dict[str, TracedFigure]:
    """Return every figure of a price, likely amounts, by its key."""
    flow, reasons, trace = _flow_values(found), why_no_cash_flow(found), _Trace(price, found)
    over_time = {key: trace.figure(key, told, flow[key], reasons[key]) for key, told in FLOW_FIGURES.items()}
    return traced_delta(price, found, found.likely) | over_time


def traced_delta(price: Price, found: PriceFigures, delta: PriceDelta) -> dict[str, TracedFigure]:
    """Return every figure of one scenario by its key."""
    reasons, trace = why_not(found, delta), _Trace(price, found)
    return {
        key: trace.figure(key, told, getattr(delta, key), reasons[key]) for key, told in DELTA_FIGURES.items()
    }


def _flow_values(found: PriceFigures) -> dict[str, Fraction | None]:
    flow = found.cash_flow
    cheaper = found.likely.delta is not None and found.likely.delta < 0
    return {
        "pv_costs": flow.pv_costs,
        "pv_benefits": flow.pv_benefits,
        "npv": flow.npv,
        "roi": flow.roi,
        "payback_months": found.payback,
        "discounted_payback_months": None if cheaper else flow.discounted_payback,
        "cost_of_inaction_per_month": found.inaction.per_month,
        "cost_of_inaction_once": found.inaction.once,
        "net_cost_of_delay_per_month": found.recurring.net_cost_of_delay_per_month,
    }


class _Trace:
    """Makes traced figures of one price: it knows which fields count towards what."""

    def __init__(self, price: Price, found: PriceFigures) -> None:
        self._found = found
        accounts = {line.path: line.account for line in found.lines}
        self._inputs: dict[Account, list[str]] = {account: [] for account in Account}
        for path, line in price_lines(price):
            self._inputs[accounts[path]] += _said(path, line)
        term = () if price.term_months is None else ("price.term_months",)
        exchange = [f"price.exchange.{name}" for name in ("from", "to", "rate", "date")]
        self._common = (*term, *(exchange if found.exchanged else ()))

    def figure(self, key: str, told: Told, value: Fraction | None, why: str) -> TracedFigure:
        """Return the figure, rounded."""
        return TracedFigure(
            name=told.name,
            unit=self._unit(key, told.measure),
            value=None if value is None else self._rounded(value, told.measure),
            inputs=self._of(key, told.draws_on),
            why=why if value is None else "",
        )

    def _unit(self, key: str, measure: str) -> str:
        money, rate = self._found.currency or "money", self._found.cash_flow.rate
        over = f"{money} over {self._found.term_months} months"
        if key in DISCOUNTED and measure == "today" and rate is not None and rate.is_finite():
            return f"{money} of today, {half_up(rate * 100, 2).normalize():f} % a year"
        return {
            "money": over,
            "today": f"{over}, undiscounted",
            "a month": f"{money} a month",
            "once": f"{money} once",
        }.get(measure, measure)

    def _rounded(self, value: Fraction, measure: str) -> Decimal:
        if measure == "months":
            return half_up(value, SHARE_DIGITS).normalize()
        if measure in {"share", "ratio"}:
            return half_up(value, SHARE_DIGITS)
        return rounded_money(value, self._found.currency)

    def _of(self, key: str, accounts: frozenset[Account]) -> tuple[str, ...]:
        """Return the fields behind the figure with the key."""
        if key.startswith("cost_of_inaction"):
            costs = self._found.inaction.inputs
            return tuple(f"{path}.{name}" for path in costs for name in ("amount", "per"))
        rate = ("price.rate",) if key in DISCOUNTED and self._found.cash_flow.rate is not None else ()
        lines = (path for one in Account if one in accounts for path in self._inputs[one])
        return (*lines, *self._common, *rate)


def _said(path: str, line: Line) -> list[str]:
    """Return the fields of a line that say something and change a figure."""
    blank = type(line)()
    return [
        f"{path}.{name}"
        for name in line.__struct_encode_fields__
        if name not in _UNTOLD
        and not is_blank(given := getattr(line, name))
        and (given != getattr(blank, name) or name == "cadence")
    ]
