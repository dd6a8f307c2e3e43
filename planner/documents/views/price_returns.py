"""What else the figures of a price say: scenarios, returns, what waiting costs, and what to look at again."""

import math
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

import msgspec

from planner.coaching.price_words.more_figures import NamedFigure, chance, each_more_buys, waiting
from planner.coaching.price_words.speech import Speech
from planner.documents.views.price_lines import about_or_not
from planner.model.amounts import shortest
from planner.model.price import Exchange, Price
from planner.model.pricing.figures import PriceFigures
from planner.model.pricing.simulation import simulate
from planner.model.terms import SimulationShape
from planner.wording.days import day
from planner.wording.money import estimated_money, percent
from planner.wording.text import one_line

_SCENARIOS = {
    "low": "All low",
    "likely": "Likely",
    "high": "All high",
    "half": "Half of the claim",
}
_SHAPES = {SimulationShape.TRIANGULAR: "triangular", SimulationShape.PERT: "PERT"}
_MOST_RUNS = 20_000
"""More would keep who prints waiting, and change no figure that is shown."""


class Scenario(msgspec.Struct, frozen=True):
    """One of the four: what is worth more, what is paid more, what is left, and the break-even share."""

    name: str
    worth: str
    delta: str
    left: str
    break_even: str


class Fact(msgspec.Struct, frozen=True):
    """A figure and what it is."""

    label: str
    shown: str


def scenario_rows(found: PriceFigures, say: Speech) -> tuple[Scenario, ...]:
    """Return the four scenarios; nothing where no value is known."""
    if found.likely.surplus is None or not found.estimated_drivers:
        return ()
    return tuple(
        Scenario(
            _SCENARIOS[name],
            _about(one.differentiation, say),
            "n/a" if one.delta is None else say.exact(one.delta),
            _about(one.surplus, say),
            "n/a" if one.break_even_share is None else percent(one.break_even_share),
        )
        for name, one in found.scenarios.items()
    )


def simulated_words(price: Price, found: PriceFigures, say: Speech) -> str:
    """Return how the gain lies if every range is drawn at random; blank where nothing has a range."""
    if not any(one.swing for one in found.tornado):
        return ""
    asked = price.simulation
    asked = msgspec.structs.replace(asked, runs=min(asked.runs, _MOST_RUNS))
    simulated = simulate(msgspec.structs.replace(price, simulation=asked))
    if simulated is None:
        return ""
    gains = chance(simulated.p_surplus_positive)
    low, middle, high = (
        say.about(Fraction(one))
        for one in (simulated.surplus.p10, simulated.surplus.median, simulated.surplus.p90)
    )
    return (
        f"Drawn at random {simulated.runs:,} times ({_SHAPES[simulated.shape]}, seed {simulated.seed}), "
        f"{gains} end with a gain: {middle} in the middle, one in ten below {low}, one in ten above {high}."
    )


def returns(found: PriceFigures) -> tuple[Fact, ...]:
    """Return NPV, ROI, payback and what goes with them; nothing without both prices and some value."""
    flow, likely = found.cash_flow, found.likely
    if likely.surplus is None or not found.estimated_drivers:
        return ()
    share = likely.return_on_difference
    per_extra, delay = likely.value_per_extra, found.recurring.net_cost_of_delay_per_month
    return (
        Fact("Net present value", about_or_not(flow.npv, found.currency)),
        Fact("Return on what is paid (ROI)", "n/a" if flow.roi is None else percent(flow.roi)),
        Fact("Payback", _payback(found)),
        Fact("Return on the price difference", "n/a" if share is None else percent(share)),
        *_said([] if per_extra is None else [each_more_buys(per_extra, found.currency)]),
        *_said([] if delay is None else [waiting(delay, found.currency)]),
    )


def _said(figures: Iterable[NamedFigure]) -> Iterator[Fact]:
    return (Fact(one.name, one.words) for one in figures)


def conventions(price: Price, found: PriceFigures) -> tuple[str, ...]:
    """Return how the figures were reckoned: term, discounting, exchange."""
    assumed = " (none given, so a year is taken)" if found.term_assumed else ""
    said = [f"Buyer’s side, before tax, over {found.term_months} months{assumed}."]
    if found.cash_flow.rate is None:
        said.append("Not discounted: the term is no longer than 12 months.")
    else:
        rate = _exact_percent(found.cash_flow.rate)
        said.append(
            f"Discounted at {rate} a year, by the month at (1\u00a0+\u00a0{rate})^(1/12)\u00a0−\u00a01: what "
            "falls due at signature in full, what recurs at the end of its period unless paid in advance."
        )
    if found.exchanged:
        said.append(exchange_words(price.exchange))
    return tuple(said)


def exchange_words(exchange: Exchange) -> str:
    """Return which rate was used: `1 CHF = 1.04 EUR` and the day it is of."""
    rate = "?" if exchange.rate is None else f"{exchange.rate:f}"
    on = f" on {day(exchange.date)}" if exchange.date else ""
    return f"1 {one_line(exchange.from_)} = {rate} {one_line(exchange.to)}{on}."


def inaction_words(found: PriceFigures) -> str:
    """Return what leaving things as they are costs, kept apart from the value; blank if not known."""
    cost = found.inaction
    parts = []
    if cost.per_month:
        parts.append(f"about {estimated_money(cost.per_month, cost.currency)} a month")
    if cost.once:
        parts.append(f"about {estimated_money(cost.once, cost.currency)} once")
    return " and ".join(parts)


def _payback(found: PriceFigures) -> str:
    if found.likely.delta is not None and found.likely.delta < 0:
        return "nothing to pay back"
    months = found.payback
    if months is None:
        return f"not within {found.term_months} months" if found.cash_flow.net is not None else "n/a"
    return "immediate" if months == 0 else f"in month {math.ceil(months)}"


def _about(amount: Fraction | None, say: Speech) -> str:
    return "n/a" if amount is None else say.about(amount)


def _exact_percent(rate: Decimal) -> str:
    return f"{shortest(rate * 100)}\u00a0%"
