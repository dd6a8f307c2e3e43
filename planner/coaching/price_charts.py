"""The charts of one price, for the window and the page: what each is made of, in ready words."""

import math
from fractions import Fraction

from planner.charts.break_even import BreakEven
from planner.charts.cash_flow import CashFlowChart, Month
from planner.charts.chart import Chart, Quantity
from planner.charts.tornado import Tornado, TornadoBar
from planner.charts.worth import DeltaWaterfall, EveStack, reference_dwarfs
from planner.coaching.price_words.speech import Speech, other_alone, other_named, speech_of
from planner.model.price import Price
from planner.model.pricing.cash_flow import UNDISCOUNTED_UP_TO
from planner.model.pricing.figures import LineTotal, PriceFigures, figures
from planner.model.pricing.ledger import Account
from planner.model.pricing.recurring import YEAR
from planner.model.pricing.tornado import Swing
from planner.translation import _, ngettext
from planner.wording.money import ENGLISH, counted, percent
from planner.wording.text import one_line

WORTH, BREAK_EVEN, TORNADO, CASH_FLOW = "worth", "break-even", "tornado", "cash-flow"


def price_charts(price: Price, found: PriceFigures | None = None, locale: str = ENGLISH) -> dict[str, Chart]:
    """Return the charts that the figures allow, by name: `worth`, `break-even`, `tornado`, `cash-flow`."""
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
    """Return the chart of what the difference is made of; None without both prices and an estimated driver.

    It is the stack from the alternative's price up, or the difference alone where that price would take more
    than two thirds of the stack.
    """
    likely, drivers = found.likely, _drivers(found, say)
    if likely.price is None or likely.reference is None or likely.delta is None or not drivers:
        return None
    if likely.differentiation is None or likely.eve is None or likely.surplus is None:
        return None
    if reference_dwarfs(likely.reference, [driver.amount for driver in drivers], likely.price):
        return DeltaWaterfall(
            title=_("What the difference is made of, {period}").format(period=say.period),
            drivers=drivers,
            worth=Quantity(
                _("Value"),
                likely.differentiation,
                _("worth {amount}").format(amount=say.about(likely.differentiation)),
            ),
            delta=Quantity(
                _("Price difference"),
                likely.delta,
                _("delta {amount}").format(amount=say.exact(likely.delta)),
            ),
        )
    return EveStack(
        title=_("What the offer is worth, {period}").format(period=say.period),
        reference=Quantity(other_alone(price), likely.reference, say.exact(likely.reference)),
        drivers=drivers,
        economic_value=Quantity(_("Economic value"), likely.eve, say.about(likely.eve)),
        price=Quantity(_("Our price"), likely.price, say.exact(likely.price)),
        left_over=_gain(likely.surplus, say),
    )


def break_even_chart(found: PriceFigures, locale: str = ENGLISH) -> BreakEven | None:
    """Return the chart of how much of the claim must come true; None without a break-even share."""
    share = found.likely.break_even_share
    if share is None:
        return None
    shown = _("break-even {share}").format(share=percent(share, locale))
    whole = _("{share} of the claim").format(share=percent(Fraction(1), locale))
    low = percent(Fraction(0), locale)
    return BreakEven(title=_("Break-even"), share=share, shown=shown, low=low, high=whole)


def tornado_chart(price: Price, found: PriceFigures, say: Speech) -> Tornado | None:
    """Return the chart of how far each range moves the buyer's gain; None where nothing has a range."""
    surplus = found.likely.surplus
    swings = tuple(_swing(price, swing, say) for swing in found.tornado if swing.swing)
    if surplus is None or not swings:
        return None
    label = _("likely buyer’s loss") if surplus < 0 else _("likely buyer’s gain")
    return Tornado(
        title=_("What the buyer’s gain depends on, {period}").format(period=say.period),
        likely=Quantity(label, surplus, _signed(surplus, say)),
        swings=swings,
    )


def cash_flow_chart(found: PriceFigures, say: Speech) -> CashFlowChart | None:
    """Return the chart of how far the buyer is ahead, by month; None up to 12 months or without figures."""
    line = found.cash_flow.accrued
    if line is None or found.term_months <= UNDISCOUNTED_UP_TO:
        return None
    lowest = min(range(len(line)), key=line.__getitem__)
    months = sorted({*range(0, len(line), YEAR), lowest, len(line) - 1})
    total = Speech(say.currency, say.term_months, yearly=False, locale=say.locale)
    return CashFlowChart(
        title=_("Buyer ahead by, all told"),
        amounts=line,
        told=tuple(Month(at, line[at], total.about(line[at])) for at in months),
        payback=found.cash_flow.payback,
        payback_shown=_payback(found, say.locale),
    )


def _payback(found: PriceFigures, locale: str) -> str:
    months, delta = found.cash_flow.payback, found.likely.delta
    if months is None:
        return ngettext(
            "not paid back within {count} month",
            "not paid back within {count} months",
            found.term_months,
        ).format(count=counted(found.term_months, locale))
    if months == 0:
        return _("never behind")
    dearer = delta is None or delta > 0
    pattern = _("paid back in month {month}") if dearer else _("ahead in month {month}")
    return pattern.format(month=counted(math.ceil(months), locale))


def _drivers(found: PriceFigures, say: Speech) -> tuple[Quantity, ...]:
    """Return what each driver that is estimated adds, or takes away, first what speaks for us."""
    sides = ((Account.FOR_US, 1), (Account.AGAINST_US, -1))
    return tuple(
        _quantity(line, sign * line.likely, say)
        for account, sign in sides
        for line in found.lines
        if line.account is account and line.likely is not None
    )


def _quantity(line: LineTotal, amount: Fraction, say: Speech) -> Quantity:
    return Quantity(one_line(line.label) or _("unnamed"), amount, _signed(amount, say))


def _swing(price: Price, swing: Swing, say: Speech) -> TornadoBar:
    whose = {Account.OURS: _("our price"), Account.THEIRS: other_named(price)}
    label = one_line(swing.label) or whose.get(swing.account, _("unnamed"))
    worst, best = sorted((swing.at_low, swing.at_high))
    return TornadoBar(label, *(Quantity(label, amount, _signed(amount, say)) for amount in (worst, best)))


def _gain(surplus: Fraction, say: Speech) -> Quantity:
    label = _("Buyer’s loss") if surplus < 0 else _("Buyer’s gain")
    return Quantity(label, surplus, _signed(surplus, say))


def _signed(amount: Fraction, say: Speech) -> str:
    return f"+{say.about(amount)}" if amount > 0 else say.about(amount)
