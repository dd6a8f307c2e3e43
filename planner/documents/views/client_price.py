"""Our price as it goes to the client, with what the difference is worth to them."""

from fractions import Fraction

import msgspec

from planner.charts.break_even import BreakEven
from planner.charts.chart import Chart
from planner.coaching.price_words.speech import Speech, other_alone_to_them, speech_of
from planner.documents.views.client_pages import ClientDriver, ClientPrice, ClientPriceLine, weekday_of
from planner.documents.views.price_lines import schedule_words
from planner.model.plan import Preparation
from planner.model.price import Price
from planner.model.pricing.figures import PriceFigures, figures
from planner.model.pricing.ledger import Account
from planner.translation import _
from planner.wording.money import exact_money, percent
from planner.wording.text import one_line

_SIGNS = {Account.FOR_US: 1, Account.AGAINST_US: -1}


def client_price(preparation: Preparation) -> ClientPrice:
    """Return what the client may read of the price.

    The alternative and the break-even share are left out unless its price is known: it would otherwise be our
    guess, and the share would give the guess away.
    """
    price = preparation.plan.price
    found = figures(price)
    say = msgspec.structs.replace(speech_of(price), yearly=False)
    compared = price.alternative.known is True and found.likely.reference is not None
    share = found.likely.break_even_share if compared else None
    return ClientPrice(
        client=one_line(preparation.client.name),
        day=weekday_of(preparation.plan.call),
        horizon=say.period,
        lines=_lines(price, found),
        total=_total(price, found),
        other=other_alone_to_them(price) if compared else "",
        other_total=_money(found.likely.reference, found) if compared else "",
        drivers=_drivers(found, say),
        share="" if share is None else percent(share),
        charts={} if share is None else {"break-even": _break_even(share)},
    )


def _lines(price: Price, found: PriceFigures) -> tuple[ClientPriceLine, ...]:
    totals = {line.path: line.likely for line in found.lines}
    return tuple(
        ClientPriceLine(
            one_line(line.label) or _("Price"),
            schedule_words(line, found.term_months, found.currency),
            _money(totals[f"price.ours[{row}]"], found),
        )
        for row, line in enumerate(price.ours)
    )


def _total(price: Price, found: PriceFigures) -> str:
    """Return what our lines come to; blank without any, and while one of them is still open."""
    if not price.ours:
        return ""
    whole = all(line.likely is not None for line in found.lines if line.path.startswith("price.ours["))
    return _money(found.likely.price if whole else None, found)


def _drivers(found: PriceFigures, say: Speech) -> tuple[ClientDriver, ...]:
    """Return the drivers that have an amount, in the order in which they were entered."""
    return tuple(
        ClientDriver(one_line(line.label) or _("Other"), _signed(_SIGNS[line.account] * line.likely, say))
        for line in found.lines
        if line.account in _SIGNS and line.likely is not None
    )


def _signed(amount: Fraction, say: Speech) -> str:
    return f"+{say.about(amount)}" if amount > 0 else say.about(amount)


def _money(amount: Fraction | None, found: PriceFigures) -> str:
    return _("to be settled") if amount is None else exact_money(amount, found.currency)


def _break_even(share: Fraction) -> Chart:
    return BreakEven(
        title=_("Break-even"),
        share=share,
        shown=_("break-even {share}").format(share=percent(share)),
        high=_("100% of this value"),
    )
