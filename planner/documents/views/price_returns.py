"""What else the figures of a price say: scenarios, returns, what waiting costs, and what to look at again."""

import math
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

import msgspec

from planner.coaching.price_words.more_figures import NamedFigure, chance, each_more_buys, waiting
from planner.coaching.price_words.speech import Speech
from planner.documents.views.price_lines import about_or_not
from planner.model.amount_digits import shortest
from planner.model.price import Exchange, Price
from planner.model.pricing.figures import PriceFigures
from planner.model.pricing.simulation import simulate
from planner.model.terms import SimulationShape
from planner.translation import N_, _, ngettext
from planner.wording.days import day
from planner.wording.money import estimated_money, percent
from planner.wording.text import one_line

_SCENARIOS = {
    "low": N_("All low"),
    "likely": N_("Likely"),
    "high": N_("All high"),
    "half": N_("Half of the claim"),
}
_SHAPES = {SimulationShape.TRIANGULAR: N_("triangular"), SimulationShape.PERT: N_("PERT")}
_MOST_RUNS = 20_000
"""More would keep who prints waiting, and change no figure that is shown."""


class Scenario(msgspec.Struct, frozen=True):
    """One scenario in ready words: differentiation, delta, surplus (`left`), and break-even share."""

    name: str
    worth: str
    delta: str
    left: str
    break_even: str


class Fact(msgspec.Struct, frozen=True):
    """A figure in words, with its label."""

    label: str
    shown: str


def scenario_rows(found: PriceFigures, say: Speech) -> tuple[Scenario, ...]:
    """Return the four scenarios; () without a surplus or without an estimated driver."""
    if found.likely.surplus is None or not found.estimated_drivers:
        return ()
    return tuple(
        Scenario(
            _(_SCENARIOS[name]),
            _about(outcome.differentiation, say),
            _("n/a") if outcome.delta is None else say.exact(outcome.delta),
            _about(outcome.surplus, say),
            _("n/a") if outcome.break_even_share is None else percent(outcome.break_even_share),
        )
        for name, outcome in found.scenarios.items()
    )


def simulated_words(price: Price, found: PriceFigures, say: Speech) -> str:
    """Return the result of the simulation, at most 20,000 runs, in a sentence; "" without any range."""
    if not any(bar.swing for bar in found.tornado):
        return ""
    simulation = price.simulation
    simulation = msgspec.structs.replace(simulation, runs=min(simulation.runs, _MOST_RUNS))
    simulated = simulate(msgspec.structs.replace(price, simulation=simulation))
    if simulated is None:
        return ""
    gains = chance(simulated.p_surplus_positive)
    low, middle, high = (
        say.about(Fraction(gain))
        for gain in (simulated.surplus.p10, simulated.surplus.median, simulated.surplus.p90)
    )
    drawn = ngettext(
        "Drawn at random {runs:,} time ({shape}, seed {seed}), {gains} end with a gain: "
        "{middle} in the middle, one in ten below {low}, one in ten above {high}.",
        "Drawn at random {runs:,} times ({shape}, seed {seed}), {gains} end with a gain: "
        "{middle} in the middle, one in ten below {low}, one in ten above {high}.",
        simulated.runs,
    )
    return drawn.format(
        runs=simulated.runs,
        shape=_(_SHAPES[simulated.shape]),
        seed=simulated.seed,
        gains=gains,
        middle=middle,
        low=low,
        high=high,
    )


def returns(found: PriceFigures) -> tuple[Fact, ...]:
    """Return NPV, ROI, payback and the like; () without a surplus or without an estimated driver."""
    flow, likely = found.cash_flow, found.likely
    if likely.surplus is None or not found.estimated_drivers:
        return ()
    share = likely.return_on_difference
    per_extra, delay = likely.value_per_extra, found.recurring.net_cost_of_delay_per_month
    return (
        Fact(_("Net present value"), about_or_not(flow.npv, found.currency)),
        Fact(_("Return on what is paid (ROI)"), _("n/a") if flow.roi is None else percent(flow.roi)),
        Fact(_("Payback"), _payback(found)),
        Fact(_("Return on the price difference"), _("n/a") if share is None else percent(share)),
        *_facts([] if per_extra is None else [each_more_buys(per_extra, found.currency)]),
        *_facts([] if delay is None else [waiting(delay, found.currency)]),
    )


def _facts(figures: Iterable[NamedFigure]) -> Iterator[Fact]:
    return (Fact(figure.name, figure.words) for figure in figures)


def conventions(price: Price, found: PriceFigures) -> tuple[str, ...]:
    """Return sentences on how the figures were reckoned: term, discounting, exchange rate if used."""
    sentences = [_whose_side(found)]
    if found.cash_flow.rate is None:
        sentences.append(_("Not discounted: the term is no longer than 12 months."))
    else:
        discounted = _(
            "Discounted at {rate} a year, by the month at (1\u00a0+\u00a0{rate})^(1/12)\u00a0−\u00a01: what "
            "falls due at signature in full, what recurs at the end of its period unless paid in advance."
        )
        sentences.append(discounted.format(rate=_exact_percent(found.cash_flow.rate)))
    if found.exchanged:
        sentences.append(exchange_words(price.exchange))
    return tuple(sentences)


def _whose_side(found: PriceFigures) -> str:
    months = found.term_months
    if found.term_assumed:
        pattern = ngettext(
            "Buyer’s side, before tax, over {count} month (none given, so a year is taken).",
            "Buyer’s side, before tax, over {count} months (none given, so a year is taken).",
            months,
        )
    else:
        pattern = ngettext(
            "Buyer’s side, before tax, over {count} month.",
            "Buyer’s side, before tax, over {count} months.",
            months,
        )
    return pattern.format(count=months)


def exchange_words(exchange: Exchange) -> str:
    """Return the exchange rate and its day, `1 CHF = 1.04 EUR on 1 Dec 2026.`; without the day if undated.

    `?` stands for a rate that is not known.
    """
    rate = "?" if exchange.rate is None else f"{exchange.rate:f}"
    pattern = (
        _("1 {source} = {rate} {target} on {day}.") if exchange.date else "1 {source} = {rate} {target}."
    )
    return pattern.format(
        source=one_line(exchange.from_), rate=rate, target=one_line(exchange.to), day=day(exchange.date)
    )


def inaction_words(found: PriceFigures) -> str:
    """Return what leaving things as they are costs, a month and once; "" if that is not known or 0."""
    cost = found.inaction
    monthly = estimated_money(cost.per_month, cost.currency) if cost.per_month else ""
    once = estimated_money(cost.once, cost.currency) if cost.once else ""
    if monthly and once:
        return _("about {monthly} a month and about {once} once").format(monthly=monthly, once=once)
    if monthly:
        return _("about {money} a month").format(money=monthly)
    return _("about {money} once").format(money=once) if once else ""


def _payback(found: PriceFigures) -> str:
    if found.likely.delta is not None and found.likely.delta < 0:
        return _("nothing to pay back")
    months = found.payback
    if months is None:
        return _("n/a") if found.cash_flow.net is None else _not_within(found.term_months)
    return _("immediate") if months == 0 else _("in month {month}").format(month=math.ceil(months))


def _not_within(months: int) -> str:
    return ngettext("not within {count} month", "not within {count} months", months).format(count=months)


def _about(amount: Fraction | None, say: Speech) -> str:
    return _("n/a") if amount is None else say.about(amount)


def _exact_percent(rate: Decimal) -> str:
    return f"{shortest(rate * 100)}%"
