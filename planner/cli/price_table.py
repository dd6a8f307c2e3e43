"""The figures of a price as lines for people."""

from fractions import Fraction

from planner.model.plan import Preparation, absolute_path
from planner.model.price import Exchange
from planner.model.pricing.figures import PriceFigures
from planner.model.pricing.rounding import half_up, rounded_money
from planner.model.pricing.simulation import simulate
from planner.model.pricing.traced import TracedFigure, traced
from planner.wording.money import percent

_WIDEST_NAME = 58


def price_as_table(preparation: Preparation, found: PriceFigures) -> str:
    """Return a line a figure with its unit, or why it is not said; then scenarios, chances and warnings."""
    plan = preparation.plan
    told = traced(plan.price, found)
    lines = [
        *(_line(one) for one in told.values()),
        *_exchange(plan.price.exchange, found),
        "",
        *_scenarios(found),
        *_chances(preparation, found),
        *_swings(found),
        *(f"Look again: {absolute_path(one.path)}: {one.message}" for one in found.warnings),
    ]
    return "".join(f"{line}\n" for line in lines)


def _exchange(used: Exchange, found: PriceFigures) -> list[str]:
    if not found.exchanged or used.rate is None:
        return []
    return [f"1 {used.from_} is {used.rate:f} {used.to} ({used.date})"]


def _line(one: TracedFigure) -> str:
    if one.value is None:
        return f"{one.name:<{_WIDEST_NAME}}  {'—':>20}  {one.why}"
    if one.measure == "share":
        return f"{one.name:<{_WIDEST_NAME}}  {percent(Fraction(one.value)):>20}"
    if one.measure == "months" and not one.value:
        return f"{one.name:<{_WIDEST_NAME}}  {'immediate':>20}"
    number = f"{half_up(one.value, 1):,f}" if one.measure in {"months", "ratio"} else f"{one.value:,f}"
    return f"{one.name:<{_WIDEST_NAME}}  {number:>20}  {one.unit}"


def _scenarios(found: PriceFigures) -> list[str]:
    names = {"low": "All low", "likely": "Likely", "high": "All high", "half": "Half of the claim"}
    return [
        f"{f'Surplus, {names[key].lower()}':<{_WIDEST_NAME}}  {_money(one.surplus, found):>20}"
        for key, one in found.scenarios.items()
    ]


def _chances(preparation: Preparation, found: PriceFigures) -> list[str]:
    simulated = simulate(preparation.plan.price, preparation.plan.case)
    if simulated is None:
        return []
    chance = percent(Fraction(simulated.p_surplus_positive))
    middle, low, high = (
        _money(Fraction(one), found)
        for one in (simulated.surplus.median, simulated.surplus.p10, simulated.surplus.p90)
    )
    told = f"Simulated ({simulated.shape}, seed {simulated.seed}, {simulated.runs:,} runs)"
    return [
        f"{told}: surplus above 0 in {chance} of them; median {middle}, 10th percentile {low}, 90th {high}"
    ]


def _swings(found: PriceFigures) -> list[str]:
    moving = [one for one in found.tornado if one.swing]
    return [
        f"{f'Surplus with {_short(one.label) or absolute_path(one.path)} low, high':<{_WIDEST_NAME}}  "
        f"{_money(one.at_low, found):>20}  {_money(one.at_high, found)}"
        for one in moving
    ]


def _short(label: str) -> str:
    text = " ".join(label.split())
    return text if len(text) <= 30 else f"{text[:29].rstrip()}…"


def _money(amount: Fraction | None, found: PriceFigures) -> str:
    return "—" if amount is None else f"{rounded_money(amount, found.currency):,f}"
