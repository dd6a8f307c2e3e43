"""The figures behind the verdict, each with its name and in words."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil

import msgspec

from planner.coaching.price_words.speech import Speech, speech_of
from planner.model.price import Price
from planner.model.pricing.figures import PriceFigures
from planner.model.pricing.price_delta import PriceDelta
from planner.model.pricing.rounding import currency_digits
from planner.model.pricing.simulation import Simulated
from planner.model.terms import SimulationShape
from planner.translation import N_, _, ngettext
from planner.wording.money import ENGLISH, counted, estimated_money, exact_money, percent, written_number

_SCENARIOS = {
    "low": N_("Everything at its worst"),
    "likely": N_("Everything as is likely"),
    "high": N_("Everything at its best"),
    "half": N_("Half of the claim"),
}
_SIMULATED = {
    SimulationShape.TRIANGULAR: N_(
        "In {chance} of {runs} runs they gain: {median} {period} in the middle one; "
        "one in ten is below {low}, one in ten above {high}. (Triangular, seed {seed}.)"
    ),
    SimulationShape.PERT: N_(
        "In {chance} of {runs} runs they gain: {median} {period} in the middle one; "
        "one in ten is below {low}, one in ten above {high}. (Pert, seed {seed}.)"
    ),
}


class NamedFigure(msgspec.Struct, frozen=True):
    """A figure in words, with its name."""

    name: str
    words: str


def more_figures(price: Price, found: PriceFigures, locale: str = ENGLISH) -> tuple[NamedFigure, ...]:
    """Return the further figures of a price, named and in words; one that does not apply is left out."""
    say = speech_of(price, locale)
    return (
        *_scenarios(found, say),
        *_on_the_difference(found.likely, say),
        *_over_time(found, say),
        *_of_waiting(found, say),
    )


def each_more_buys(value_per_extra: Fraction, currency: str, locale: str = ENGLISH) -> NamedFigure:
    """Return what each extra 1 of money buys, or each extra 100 in a currency without cents."""
    more = Fraction(1 if currency_digits(currency) else 100)
    extra, worth = (exact_money(amount, currency, locale) for amount in (more, more * value_per_extra))
    return NamedFigure(_("What each {amount} more buys").format(amount=extra), worth)


def waiting(per_month: Fraction, currency: str, locale: str = ENGLISH) -> NamedFigure:
    """Return the figure of what a month of waiting costs the buyer, or saves if `per_month` is negative.

    `per_month` is recurring value less recurring delta; the name says costs or saves, the amount has no sign.
    """
    name = _("Each month of waiting costs") if per_month >= 0 else _("Each month of waiting saves")
    return NamedFigure(name, estimated_money(abs(per_month), currency, locale))


def simulation_words(simulated: Simulated | None, say: Speech) -> str:
    """Return the result of a simulation in words, with its shape and seed in brackets; "" for None."""
    if simulated is None:
        return ""
    spread = simulated.surplus
    return _(_SIMULATED[simulated.shape]).format(
        chance=chance(simulated.p_surplus_positive, say.locale),
        runs=written_number(simulated.runs, say.locale),
        median=say.about(Fraction(spread.median)),
        period=say.period,
        low=say.about(Fraction(spread.p10)),
        high=say.about(Fraction(spread.p90)),
        seed=simulated.seed,
    )


def chance(share: float, locale: str = ENGLISH) -> str:
    """Return a chance in per cent; one that is not certain is never rounded to 0 or 100%."""
    if 0.99 < share < 1:
        return _("more than {share}").format(share=percent(Fraction(99, 100), locale))
    if 0 < share < 0.01:
        return _("fewer than {share}").format(share=percent(Fraction(1, 100), locale))
    return percent(Fraction(share).limit_denominator(10_000), locale)


def _scenarios(found: PriceFigures, say: Speech) -> Iterator[NamedFigure]:
    for name, scenario in found.scenarios.items():
        surplus = scenario.surplus
        if surplus is not None:
            yield NamedFigure(_(_SCENARIOS[name]), _gain_or_loss(surplus, say))


def _gain_or_loss(surplus: Fraction, say: Speech) -> str:
    if surplus == 0:
        return _("they come out even")
    pattern = _("they gain {amount}") if surplus > 0 else _("they lose {amount}")
    return pattern.format(amount=say.about(abs(surplus)))


def _on_the_difference(likely: PriceDelta, say: Speech) -> Iterator[NamedFigure]:
    if likely.premium is not None:
        yield NamedFigure(_("Price difference as a share of theirs"), percent(likely.premium, say.locale))
    if likely.value_per_extra is not None:
        yield each_more_buys(likely.value_per_extra, say.currency, say.locale)
    if likely.return_on_difference is not None:
        yield NamedFigure(
            _("Return on the price difference"), percent(likely.return_on_difference, say.locale)
        )
    if likely.client_share is not None:
        yield NamedFigure(_("Their part of the added value"), percent(likely.client_share, say.locale))


def _over_time(found: PriceFigures, say: Speech) -> Iterator[NamedFigure]:
    flow = found.cash_flow
    over = Speech(say.currency, say.term_months, yearly=False, locale=say.locale)
    if flow.npv is not None:
        name = _discounted(
            flow.rate,
            say,
            _("Net present value, at {rate} a year"),
            _("Net present value, not discounted"),
        )
        yield NamedFigure(name, over.about(flow.npv))
    if flow.roi is not None:
        name = _discounted(
            flow.rate,
            say,
            _("Return on everything paid, at {rate} a year"),
            _("Return on everything paid, not discounted"),
        )
        yield NamedFigure(name, percent(flow.roi, say.locale))
    if found.payback is not None:
        month = ceil(found.payback)
        words = _("in month {month}").format(month=counted(month, say.locale)) if month else _("at once")
        yield NamedFigure(_("The difference is paid back"), words)
    elif flow.net is not None and (found.likely.delta or 0) >= 0:
        yield NamedFigure(_("The difference is paid back"), _not_within(found.term_months, say.locale))


def _not_within(months: int, locale: str) -> str:
    """Return that something does not come about over the term: `not within 36 months`."""
    return ngettext("not within {count} month", "not within {count} months", months).format(
        count=counted(months, locale)
    )


def _discounted(rate: Decimal | None, say: Speech, at_rate: str, undiscounted: str) -> str:
    """Return what a figure is called at the rate, or undiscounted where there is none."""
    return undiscounted if rate is None else at_rate.format(rate=percent(Fraction(rate), say.locale))


def _of_waiting(found: PriceFigures, say: Speech) -> Iterator[NamedFigure]:
    monthly = Speech(say.currency, 1, yearly=False, locale=say.locale)
    delay, inaction = found.recurring.net_cost_of_delay_per_month, found.inaction.per_month
    if delay is not None and delay > 0:
        words = _("{amount}, after our price").format(amount=monthly.about(delay))
        yield NamedFigure(_("What each month of waiting costs them"), words)
    if inaction is not None:
        pattern = _("{amount} a month; the value seen from the other side, not added to it")
        name = _("What their problems cost, by the case for change")
        yield NamedFigure(name, pattern.format(amount=monthly.about(inaction)))
