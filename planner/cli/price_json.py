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
    by_key = traced(plan.price, found)
    simulated = simulate(plan.price, plan.case)
    surplus = by_key["surplus"]
    why = {key: figure.why for key, figure in by_key.items() if figure.value is None}
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
        **{key: _text(figure.value) for key, figure in by_key.items()},
        "delta_range": found.delta_range and [_money(amount, found) for amount in found.delta_range],
        "scenarios": {key: _scenario(preparation, found, key) for key in found.scenarios},
        "simulation": simulated and _simulation(simulated, found, plan.price),
        "tornado": _tornado(found, surplus),
        "cash_flow": _cash_flow(found),
        "lines": [_line(line, found) for line in found.lines],
        "not_estimated": [absolute_path(path) for path in found.not_estimated],
        "warnings": [_told(problem) for problem in found.warnings],
        "problems": [_told(problem) for problem in found.problems],
        "why": why,
        "figures": {key: _traced(figure) for key, figure in by_key.items()},
    }
    return f"{json.dumps(content, indent=2, ensure_ascii=False)}\n"


def _exchange(used: Exchange) -> _Json:
    return {"from": used.from_, "to": used.to, "rate": _text(used.rate), "date": used.date and str(used.date)}


def _traced(figure: TracedFigure) -> _Json:
    return {
        "name": figure.name,
        "unit": figure.unit,
        "value": _text(figure.value),
        "inputs": [absolute_path(path) for path in figure.inputs],
        "why": figure.why or None,
    }


def _scenario(preparation: Preparation, figures: PriceFigures, key: str) -> _Json:
    by_key = traced_delta(preparation.plan.price, figures, figures.scenarios[key])
    return {
        **{name: _text(figure.value) for name, figure in by_key.items()},
        "why": {name: figure.why for name, figure in by_key.items() if figure.value is None},
    }


def _simulation(simulated: Simulated, figures: PriceFigures, price: Price) -> _Json:
    share = simulated.break_even_share
    surplus = traced_delta(price, figures, figures.likely, ranges=True)["surplus"]
    return {
        "shape": simulated.shape,
        "seed": simulated.seed,
        "runs": simulated.runs,
        "unit": surplus.unit,
        "inputs": [absolute_path(path) for path in (*surplus.inputs, *SIMULATION_INPUTS)],
        "p_surplus_positive": _text(half_up(Fraction(simulated.p_surplus_positive), SHARE_DIGITS)),
        **{key: _money(Fraction(number), figures) for key, number in _spreading(simulated.surplus).items()},
        "break_even_share": share
        and {
            key: _text(half_up(Fraction(number), SHARE_DIGITS)) for key, number in _spreading(share).items()
        },
    }


def _spreading(spreading: Spreading) -> dict[str, float]:
    return {"median": spreading.median, "p10": spreading.p10, "p90": spreading.p90}


def _tornado(figures: PriceFigures, surplus: TracedFigure) -> list[_Json]:
    return [
        {
            "path": absolute_path(swing.path),
            "label": swing.label,
            "counts_as": swing.account,
            "surplus_at_low": _money(swing.at_low, figures),
            "surplus_at_high": _money(swing.at_high, figures),
            "swing": _money(swing.swing, figures),
            "unit": surplus.unit,
        }
        for swing in figures.tornado
    ]


def _cash_flow(figures: PriceFigures) -> list[_Json] | None:
    flow = figures.cash_flow
    if flow.net is None or flow.cumulative is None:
        return None
    return [
        {"month": month, "net": _money(net, figures), "cumulative": _money(so_far, figures)}
        for month, (net, so_far) in enumerate(zip(flow.net, flow.cumulative, strict=True))
    ]


def _line(line: LineTotal, figures: PriceFigures) -> _Json:
    return {
        "path": absolute_path(line.path),
        "label": line.label,
        "counts_as": line.account,
        **{name: _money(getattr(line, name), figures) for name in ("low", "likely", "high", "per_year")},
    }


def _told(problem: FieldProblem) -> _Json:
    return {"path": absolute_path(problem.path), "message": problem.message}


def _money(amount: Fraction | None, figures: PriceFigures) -> str | None:
    return None if amount is None else _text(rounded_money(amount, figures.currency))


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"
