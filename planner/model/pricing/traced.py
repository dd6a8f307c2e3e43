"""Every figure with its name, its unit and the fields it came from, so that any number can be traced."""

from decimal import Decimal
from fractions import Fraction

import msgspec

from planner.model.price import Price
from planner.model.pricing.figure_names import DELTA_FIGURES, DISCOUNTED, FLOW_FIGURES, FigureLabel
from planner.model.pricing.figures import PriceFigures
from planner.model.pricing.price_delta import PriceDelta
from planner.model.pricing.reasons import why_no_cash_flow, why_not
from planner.model.pricing.rounding import half_up, rounded_money
from planner.model.pricing.sources import Sources
from planner.translation import N_, _, ngettext

SHARE_DIGITS = 6
_UNITS = {"share": N_("share"), "ratio": N_("ratio"), "months": N_("months")}


class TracedFigure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure, rounded once: money to its currency's digits, shares to six. `why` says why it is None.

    `measure` is what kind of figure it is, as in FigureLabel; `unit` the same in words, money with its
    currency and span of time. `inputs` are the fields that it came from, as paths of a form.
    """

    name: str
    measure: str
    unit: str
    value: Decimal | None
    inputs: tuple[str, ...] = ()
    why: str = ""


def traced(price: Price, found: PriceFigures) -> dict[str, TracedFigure]:
    """Return every figure of a price, likely amounts, by its key."""
    flow, reasons, trace = _flow_values(found), why_no_cash_flow(found), _Trace(price, found)
    over_time = {
        key: trace.figure(key, label, flow[key], reasons[key]) for key, label in FLOW_FIGURES.items()
    }
    return traced_delta(price, found, found.likely) | over_time


def traced_delta(
    price: Price, found: PriceFigures, delta: PriceDelta, *, ranges: bool = False
) -> dict[str, TracedFigure]:
    """Return every figure of one scenario by its key; with `ranges`, low and high are among the inputs."""
    reasons, trace = why_not(found, delta), _Trace(price, found, ranges=ranges)
    return {
        key: trace.figure(key, label, getattr(delta, key), reasons[key])
        for key, label in DELTA_FIGURES.items()
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

    def __init__(self, price: Price, found: PriceFigures, *, ranges: bool = False) -> None:
        self._found = found
        self._sources = Sources(price, found, ranges=ranges)

    def figure(self, key: str, label: FigureLabel, value: Fraction | None, why: str) -> TracedFigure:
        """Return the figure, rounded."""
        return TracedFigure(
            name=_(label.name),
            measure=label.measure,
            unit=self._unit(key, label.measure),
            value=None if value is None else self._rounded(value, label.measure),
            inputs=self._sources.of(key, label),
            why=why if value is None else "",
        )

    def _unit(self, key: str, measure: str) -> str:
        """Return what a figure is measured in: `EUR over 36 months`, `EUR a month`, `share`."""
        if measure in _UNITS:
            return _(_UNITS[measure])
        rate, months = self._found.cash_flow.rate, self._found.term_months
        percents = ""
        if measure == "a month":
            pattern = _("{currency} a month")
        elif measure == "once":
            pattern = _("{currency} once")
        elif measure == "money":
            pattern = ngettext("{currency} over {count} month", "{currency} over {count} months", months)
        elif key in DISCOUNTED and rate is not None and rate.is_finite():
            pattern = _("{currency} of today, {rate}% a year")
            percents = f"{half_up(rate * 100, 2).normalize():f}"
        else:
            pattern = ngettext(
                "{currency} over {count} month, undiscounted",
                "{currency} over {count} months, undiscounted",
                months,
            )
        currency = self._found.currency or _("money")
        return pattern.format(currency=currency, count=months, rate=percents)

    def _rounded(self, value: Fraction, measure: str) -> Decimal:
        if measure == "months":
            return half_up(value, SHARE_DIGITS).normalize()
        if measure in {"share", "ratio"}:
            return half_up(value, SHARE_DIGITS)
        return rounded_money(value, self._found.currency)
