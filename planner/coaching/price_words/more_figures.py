"""The figures behind the verdict, each with its name and in words."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

import msgspec

from planner.coaching.price_words.speech import Speech, speech_of
from planner.model.price import Price
from planner.model.pricing.figures import PriceFigures
from planner.model.pricing.price_delta import PriceDelta
from planner.model.pricing.rounding import currency_digits
from planner.model.pricing.simulation import Simulated
from planner.wording.money import ENGLISH, estimated_money, exact_money, percent, written_number

_SCENARIOS = {
    "low": "Everything at its worst",
    "likely": "Everything as is likely",
    "high": "Everything at its best",
    "half": "Half of the claim",
}


class NamedFigure(msgspec.Struct, frozen=True):
    """A figure with what it is called."""

    name: str
    words: str


def more_figures(price: Price, found: PriceFigures, locale: str = ENGLISH) -> tuple[NamedFigure, ...]:
    """Return what else the figures say; a term that does not apply is left out."""
    say = speech_of(price, locale)
    return (
        *_scenarios(found, say),
        *_on_the_difference(found.likely, say),
        *_over_time(found, say),
        *_of_waiting(found, say),
    )


def each_more_buys(value_per_extra: Fraction, currency: str, locale: str = ENGLISH) -> NamedFigure:
    """Return what each extra 1 is worth; in a currency without small money each extra 100."""
    more = Fraction(1 if currency_digits(currency) else 100)
    one, worth = (exact_money(amount, currency, locale) for amount in (more, more * value_per_extra))
    return NamedFigure(f"What each {one} more buys", worth)


def waiting(per_month: Fraction, currency: str, locale: str = ENGLISH) -> NamedFigure:
    """Return what a month of delay costs the buyer, or saves, after our price."""
    name = "Each month of waiting costs" if per_month >= 0 else "Each month of waiting saves"
    return NamedFigure(name, estimated_money(abs(per_month), currency, locale))


def simulation_words(simulated: Simulated | None, say: Speech) -> str:
    """Return what came of all runs; "" where nothing could be simulated."""
    if simulated is None:
        return ""
    spread = simulated.surplus
    median, low, high = (say.about(Fraction(one)) for one in (spread.median, spread.p10, spread.p90))
    runs = written_number(simulated.runs, say.locale)
    gains = chance(simulated.p_surplus_positive, say.locale)
    return (
        f"In {gains} of {runs} runs they gain: {median} {say.period} in the middle one; "
        f"one in ten is below {low}, one in ten above {high}. "
        f"({str(simulated.shape).capitalize()}, seed {simulated.seed}.)"
    )


def chance(share: float, locale: str = ENGLISH) -> str:
    """Return a chance, never rounded to certainty."""
    if 0.99 < share < 1:
        return f"more than {percent(Fraction(99, 100), locale)}"
    if 0 < share < 0.01:
        return f"fewer than {percent(Fraction(1, 100), locale)}"
    return percent(Fraction(share).limit_denominator(10_000), locale)


def _scenarios(found: PriceFigures, say: Speech) -> Iterator[NamedFigure]:
    for name, scenario in found.scenarios.items():
        surplus = scenario.surplus
        if surplus is not None:
            result = f"they gain {say.about(surplus)}" if surplus > 0 else f"they lose {say.about(-surplus)}"
            yield NamedFigure(_SCENARIOS[name], "they come out even" if surplus == 0 else result)


def _on_the_difference(likely: PriceDelta, say: Speech) -> Iterator[NamedFigure]:
    if likely.premium is not None:
        yield NamedFigure("Price difference as a share of theirs", percent(likely.premium, say.locale))
    if likely.value_per_extra is not None:
        yield each_more_buys(likely.value_per_extra, say.currency, say.locale)
    if likely.return_on_difference is not None:
        yield NamedFigure("Return on the price difference", percent(likely.return_on_difference, say.locale))
    if likely.client_share is not None:
        yield NamedFigure("Their part of the added value", percent(likely.client_share, say.locale))


def _over_time(found: PriceFigures, say: Speech) -> Iterator[NamedFigure]:
    flow = found.cash_flow
    how = "not discounted" if flow.rate is None else f"at {percent(Fraction(flow.rate), say.locale)} a year"
    over = Speech(say.currency, say.term_months, yearly=False, locale=say.locale)
    if flow.npv is not None:
        yield NamedFigure(f"Net present value, {how}", over.about(flow.npv))
    if flow.roi is not None:
        yield NamedFigure(f"Return on everything paid, {how}", percent(flow.roi, say.locale))
    if found.payback is not None:
        months = ceil(found.payback)
        yield NamedFigure("The difference is paid back", f"in month {months}" if months else "at once")
    elif flow.net is not None and (found.likely.delta or 0) >= 0:
        yield NamedFigure("The difference is paid back", f"not within {found.term_months} months")


def _of_waiting(found: PriceFigures, say: Speech) -> Iterator[NamedFigure]:
    monthly = Speech(say.currency, 1, yearly=False, locale=say.locale)
    delay, inaction = found.recurring.net_cost_of_delay_per_month, found.inaction.per_month
    if delay is not None and delay > 0:
        yield NamedFigure("What each month of waiting costs them", f"{monthly.about(delay)}, after our price")
    if inaction is not None:
        words = f"{monthly.about(inaction)} a month; the value seen from the other side, not added to it"
        yield NamedFigure("What their problems cost, by the case for change", words)
