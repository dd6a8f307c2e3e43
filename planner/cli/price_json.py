"""The figures of a price as JSON: stable keys, amounts as decimal strings, null where one does not apply."""

import json
from decimal import Decimal
from fractions import Fraction

from planner.model.plan import Preparation, absolute_path
from planner.model.price import Exchange, Price
from planner.model.pricing.field_problem import FieldProblem
from planner.model.pricing.figures import LineTotal, PriceFigures
from planner.model.pricing.rounding import half_up, rounded_money
from planner.model.pricing.simulation import Simulated, Spreading, simulate
from planner.model.pricing.traced import SHARE_DIGITS, TracedFigure, traced, traced_delta
from planner.translation import N_, _

CONVENTION = N_(
    "From the buyer's side, before tax. Month 0 is signature and undiscounted; what recurs falls due at "
    "the end of its period unless prepaid. The monthly rate is (1 + rate)^(1/12) - 1; over a term of 12 "
    "months or less nothing is discounted. pv_costs are our price and the value against us, pv_benefits "
    "the value for us and the alternative's price, which is no longer paid. "
    "roi = (pv_benefits - pv_costs) / pv_costs. Each figure of a scenario has the name, unit and inputs "
    "given for it under figures, with the low and high of a line beside its likely."
)
"""How the figures over time are reckoned, printed with them."""

SIMULATION_INPUTS = ("price.simulation.shape", "price.simulation.seed", "price.simulation.runs")

_Json = dict[str, object]


def price_as_json(preparation: Preparation, found: PriceFigures) -> str:
    """Return the figures as JSON: each by key at the top, with name, unit, inputs and why in `figures`."""
    plan = preparation.plan
    told = traced(plan.price, found)
    simulated = simulate(plan.price, plan.case)
    surplus = told["surplus"]
    why = {key: one.why for key, one in told.items() if one.value is None}
    if simulated is None:
        why["simulation"] = why["tornado"] = surplus.why
    content: _Json = {
        "plan": plan.id,
        "currency": found.currency or None,
        "term_months": found.term_months,
        "rate": _text(plan.price.rate),
        "unit": plan.price.unit or None,
        "exchange": _exchange(plan.price.exchange) if found.exchanged else None,
        "convention": _(CONVENTION),
        "standing": found.standing,
        **{key: _text(one.value) for key, one in told.items()},
        "delta_range": found.delta_range and [_money(one, found) for one in found.delta_range],
        "scenarios": {key: _scenario(preparation, found, key) for key in found.scenarios},
        "simulation": simulated and _simulation(simulated, found, plan.price),
        "tornado": _tornado(found, surplus),
        "cash_flow": _cash_flow(found),
        "lines": [_line(one, found) for one in found.lines],
        "not_estimated": [absolute_path(path) for path in found.not_estimated],
        "warnings": [_told(one) for one in found.warnings],
        "problems": [_told(one) for one in found.problems],
        "why": why,
        "figures": {key: _traced(one) for key, one in told.items()},
    }
    return f"{json.dumps(content, indent=2, ensure_ascii=False)}\n"


def _exchange(used: Exchange) -> _Json:
    return {"from": used.from_, "to": used.to, "rate": _text(used.rate), "date": used.date and str(used.date)}


def _traced(one: TracedFigure) -> _Json:
    return {
        "name": one.name,
        "unit": one.unit,
        "value": _text(one.value),
        "inputs": [absolute_path(path) for path in one.inputs],
        "why": one.why or None,
    }


def _scenario(preparation: Preparation, found: PriceFigures, key: str) -> _Json:
    told = traced_delta(preparation.plan.price, found, found.scenarios[key])
    return {
        **{name: _text(one.value) for name, one in told.items()},
        "why": {name: one.why for name, one in told.items() if one.value is None},
    }


def _simulation(found: Simulated, figures: PriceFigures, price: Price) -> _Json:
    share = found.break_even_share
    surplus = traced_delta(price, figures, figures.likely, ranges=True)["surplus"]
    return {
        "shape": found.shape,
        "seed": found.seed,
        "runs": found.runs,
        "unit": surplus.unit,
        "inputs": [absolute_path(path) for path in (*surplus.inputs, *SIMULATION_INPUTS)],
        "p_surplus_positive": _text(half_up(Fraction(found.p_surplus_positive), SHARE_DIGITS)),
        **{key: _money(Fraction(one), figures) for key, one in _spreading(found.surplus).items()},
        "break_even_share": share
        and {key: _text(half_up(Fraction(one), SHARE_DIGITS)) for key, one in _spreading(share).items()},
    }


def _spreading(found: Spreading) -> dict[str, float]:
    return {"median": found.median, "p10": found.p10, "p90": found.p90}


def _tornado(found: PriceFigures, surplus: TracedFigure) -> list[_Json]:
    return [
        {
            "path": absolute_path(one.path),
            "label": one.label,
            "counts_as": one.account,
            "surplus_at_low": _money(one.at_low, found),
            "surplus_at_high": _money(one.at_high, found),
            "swing": _money(one.swing, found),
            "unit": surplus.unit,
        }
        for one in found.tornado
    ]


def _cash_flow(found: PriceFigures) -> list[_Json] | None:
    flow = found.cash_flow
    if flow.net is None or flow.cumulative is None:
        return None
    return [
        {"month": month, "net": _money(net, found), "cumulative": _money(so_far, found)}
        for month, (net, so_far) in enumerate(zip(flow.net, flow.cumulative, strict=True))
    ]


def _line(one: LineTotal, found: PriceFigures) -> _Json:
    return {
        "path": absolute_path(one.path),
        "label": one.label,
        "counts_as": one.account,
        **{name: _money(getattr(one, name), found) for name in ("low", "likely", "high", "per_year")},
    }


def _told(one: FieldProblem) -> _Json:
    return {"path": absolute_path(one.path), "message": one.message}


def _money(amount: Fraction | None, found: PriceFigures) -> str | None:
    return None if amount is None else _text(rounded_money(amount, found.currency))


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"
