"""The figures of a price as lines for people."""

from fractions import Fraction

from planner.model.plan import Preparation, absolute_path
from planner.model.price import Exchange
from planner.model.pricing.figures import PriceFigures
from planner.model.pricing.rounding import half_up, rounded_money
from planner.model.pricing.simulation import simulate
from planner.model.pricing.traced import TracedFigure, traced
from planner.translation import N_, _, ngettext
from planner.wording.money import percent

_WIDEST_NAME = 58
_SURPLUS = {
    "low": N_("Surplus, all low"),
    "likely": N_("Surplus, likely"),
    "high": N_("Surplus, all high"),
    "half": N_("Surplus, half of the claim"),
}


def price_as_table(preparation: Preparation, found: PriceFigures) -> str:
    """Return a line a figure with its unit, or why there is none; then scenarios, chances and warnings."""
    plan = preparation.plan
    by_key = traced(plan.price, found)
    lines = [
        *(_line(figure) for figure in by_key.values()),
        *_exchange(plan.price.exchange, found),
        "",
        *_scenarios(found),
        *_chances(preparation, found),
        *_swings(found),
        *(
            _("Look again: {field}: {message}").format(
                field=absolute_path(warning.path), message=warning.message
            )
            for warning in found.warnings
        ),
    ]
    return "".join(f"{line}\n" for line in lines)


def _exchange(used: Exchange, figures: PriceFigures) -> list[str]:
    if not figures.exchanged or used.rate is None:
        return []
    text = _("1 {currency} is {rate:f} {other} ({date})")
    return [text.format(currency=used.from_, rate=used.rate, other=used.to, date=used.date)]


def _line(figure: TracedFigure) -> str:
    if figure.value is None:
        return f"{figure.name:<{_WIDEST_NAME}}  {'—':>20}  {figure.why}"
    if figure.measure == "share":
        return f"{figure.name:<{_WIDEST_NAME}}  {percent(Fraction(figure.value)):>20}"
    if figure.measure == "months" and not figure.value:
        return f"{figure.name:<{_WIDEST_NAME}}  {_('immediate'):>20}"
    number = (
        f"{half_up(figure.value, 1):,f}" if figure.measure in {"months", "ratio"} else f"{figure.value:,f}"
    )
    return f"{figure.name:<{_WIDEST_NAME}}  {number:>20}  {figure.unit}"


def _scenarios(figures: PriceFigures) -> list[str]:
    return [
        f"{_(_SURPLUS[key]):<{_WIDEST_NAME}}  {_money(scenario.surplus, figures):>20}"
        for key, scenario in figures.scenarios.items()
    ]


def _chances(preparation: Preparation, figures: PriceFigures) -> list[str]:
    simulated = simulate(preparation.plan.price, preparation.plan.case)
    if simulated is None:
        return []
    chance = percent(Fraction(simulated.p_surplus_positive))
    middle, low, high = (
        _money(Fraction(amount), figures)
        for amount in (simulated.surplus.median, simulated.surplus.p10, simulated.surplus.p90)
    )
    text = ngettext(
        "Simulated ({shape}, seed {seed}, {runs:,} runs): surplus above 0 in {chance} of them; "
        "median {middle}, 10th percentile {low}, 90th {high}",
        "Simulated ({shape}, seed {seed}, {runs:,} runs): surplus above 0 in {chance} of them; "
        "median {middle}, 10th percentile {low}, 90th {high}",
        simulated.runs,
    )
    return [
        text.format(
            shape=_(simulated.shape),
            seed=simulated.seed,
            runs=simulated.runs,
            chance=chance,
            middle=middle,
            low=low,
            high=high,
        )
    ]


def _swings(figures: PriceFigures) -> list[str]:
    swings = [swing for swing in figures.tornado if swing.swing]
    return [
        f"{_swing_name(_short(swing.label) or absolute_path(swing.path)):<{_WIDEST_NAME}}  "
        f"{_money(swing.at_low, figures):>20}  {_money(swing.at_high, figures)}"
        for swing in swings
    ]


def _swing_name(line: str) -> str:
    return _("Surplus with {line} low, high").format(line=line)


def _short(label: str) -> str:
    text = " ".join(label.split())
    return text if len(text) <= 30 else f"{text[:29].rstrip()}…"


def _money(amount: Fraction | None, figures: PriceFigures) -> str:
    return "—" if amount is None else f"{rounded_money(amount, figures.currency):,f}"
