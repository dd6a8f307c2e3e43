"""The charts of one price, for the window and the page: what each is made of, in ready words."""

import math
from fractions import Fraction

from planner.charts.break_even import BreakEven
from planner.charts.cash_flow import CashFlowChart, Month
from planner.charts.chart import Chart, Quantity
from planner.charts.tornado import Tornado, TornadoBar
from planner.charts.worth import DeltaWaterfall, EveStack, reference_dwarfs
from planner.coaching.price_words.speech import Speech, other_named, speech_of
from planner.model.price import Price
from planner.model.pricing.cash_flow import UNDISCOUNTED_UP_TO
from planner.model.pricing.figures import LineTotal, PriceFigures, figures
from planner.model.pricing.ledger import Account
from planner.model.pricing.recurring import YEAR
from planner.model.pricing.tornado import Swing
from planner.wording.money import ENGLISH, percent
from planner.wording.text import capitalised, one_line

WORTH, BREAK_EVEN, TORNADO, CASH_FLOW = "worth", "break-even", "tornado", "cash-flow"


def price_charts(price: Price, found: PriceFigures | None = None, locale: str = ENGLISH) -> dict[str, Chart]:
    """Return every chart that the price's figures give, by name; those that do not apply are not in it."""
    found = found or figures(price)
    say = speech_of(price, locale)
    charts: dict[str, Chart | None] = {
        WORTH: worth_chart(price, found, say),
        BREAK_EVEN: break_even_chart(found, locale),
        TORNADO: tornado_chart(price, found, say),
        CASH_FLOW: cash_flow_chart(found, say),
    }
    return {name: chart for name, chart in charts.items() if chart is not None}


def worth_chart(price: Price, found: PriceFigures, say: Speech) -> EveStack | DeltaWaterfall | None:
    """Return what the difference is made of; None without both prices and something that differs.

    It is the stack from the alternative's price up, or the difference alone where that price would take
    more than two thirds of the stack.
    """
    likely, drivers = found.likely, _drivers(found, say)
    if likely.price is None or likely.reference is None or likely.delta is None or not drivers:
        return None
    if likely.differentiation is None or likely.eve is None or likely.surplus is None:
        return None
    if reference_dwarfs(likely.reference, [one.amount for one in drivers], likely.price):
        return DeltaWaterfall(
            title=f"What the difference is made of, {say.period}",
            drivers=drivers,
            worth=Quantity("Value", likely.differentiation, f"worth {say.about(likely.differentiation)}"),
            delta=Quantity("Price difference", likely.delta, f"delta {say.exact(likely.delta)}"),
        )
    return EveStack(
        title=f"What the offer is worth, {say.period}",
        reference=Quantity(capitalised(other_named(price)), likely.reference, say.exact(likely.reference)),
        drivers=drivers,
        economic_value=Quantity("Economic value", likely.eve, say.about(likely.eve)),
        price=Quantity("Our price", likely.price, say.exact(likely.price)),
        left_over=_gain(likely.surplus, say),
    )


def break_even_chart(found: PriceFigures, locale: str = ENGLISH) -> BreakEven | None:
    """Return how much of the claim must come true; None where there is nothing to justify or to claim."""
    share = found.likely.break_even_share
    if share is None:
        return None
    return BreakEven(title="Break-even", share=share, shown=f"break-even {percent(share, locale)}")


def tornado_chart(price: Price, found: PriceFigures, say: Speech) -> Tornado | None:
    """Return how far each range moves what the buyer gains; None where nothing has a range."""
    surplus = found.likely.surplus
    swings = tuple(_swing(price, one, say) for one in found.tornado if one.swing)
    if surplus is None or not swings:
        return None
    gain = _gain(surplus, say)
    return Tornado(
        title=f"What the buyer’s gain hangs on, {say.period}",
        likely=Quantity(f"likely {gain.label[0].lower()}{gain.label[1:]}", surplus, gain.shown),
        swings=swings,
    )


def cash_flow_chart(found: PriceFigures, say: Speech) -> CashFlowChart | None:
    """Return by how much the buyer is ahead, month for month; None over a year or less."""
    line = found.cash_flow.accrued
    if line is None or found.term_months <= UNDISCOUNTED_UP_TO:
        return None
    lowest = min(range(len(line)), key=line.__getitem__)
    told = sorted({*range(0, len(line), YEAR), lowest, len(line) - 1})
    total = Speech(say.currency, say.term_months, yearly=False, locale=say.locale)
    return CashFlowChart(
        title="Buyer ahead by, all told",
        amounts=line,
        told=tuple(Month(at, line[at], total.about(line[at])) for at in told),
        payback=found.cash_flow.payback,
        payback_shown=_payback(found),
    )


def _payback(found: PriceFigures) -> str:
    months, delta = found.cash_flow.payback, found.likely.delta
    if months is None:
        return f"not paid back within {found.term_months} months"
    if months == 0:
        return "never behind"
    paid = "paid back" if delta is None or delta > 0 else "ahead"
    return f"{paid} in month {math.ceil(months)}"


def _drivers(found: PriceFigures, say: Speech) -> tuple[Quantity, ...]:
    """Return what each driver that is estimated adds, or takes away, first what speaks for us."""
    sides = ((Account.FOR_US, 1), (Account.AGAINST_US, -1))
    return tuple(
        _quantity(one, sign * one.likely, say)
        for account, sign in sides
        for one in found.lines
        if one.account is account and one.likely is not None
    )


def _quantity(line: LineTotal, amount: Fraction, say: Speech) -> Quantity:
    return Quantity(one_line(line.label) or "unnamed", amount, _signed(amount, say))


def _swing(price: Price, one: Swing, say: Speech) -> TornadoBar:
    whose = {Account.OURS: "our price", Account.THEIRS: other_named(price)}
    label = one_line(one.label) or whose.get(one.account, "unnamed")
    worst, best = sorted((one.at_low, one.at_high))
    return TornadoBar(label, *(Quantity(label, amount, _signed(amount, say)) for amount in (worst, best)))


def _gain(surplus: Fraction, say: Speech) -> Quantity:
    return Quantity("Buyer’s loss" if surplus < 0 else "Buyer’s gain", surplus, _signed(surplus, say))


def _signed(amount: Fraction, say: Speech) -> str:
    return f"+{say.about(amount)}" if amount > 0 else say.about(amount)
