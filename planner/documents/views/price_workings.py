"""What the template of the price workings is given: the whole price of one plan, and how it was reckoned."""

import msgspec

from planner.charts.chart import Chart
from planner.coaching.price_charts import price_charts
from planner.coaching.price_words.for_the_buyer import buyer_verdict
from planner.coaching.price_words.speech import other_named, speech_of
from planner.coaching.price_words.verdict import Verdict
from planner.documents.views.price_lines import DriverRow, PriceSide, both_prices, driver_rows
from planner.documents.views.price_remarks import remarks
from planner.documents.views.price_returns import (
    Fact,
    Scenario,
    conventions,
    inaction_words,
    returns,
    scenario_rows,
    simulated_words,
)
from planner.documents.views.unread import unread_words
from planner.documents.views.wording import lines, months_text, quoted_lines
from planner.model.plan import Plan, Preparation
from planner.model.pricing.figures import PriceFigures, figures
from planner.translation import _
from planner.wording.days import day
from planner.wording.money import exact_money, percent
from planner.wording.text import joined, one_line


class PriceWorkings(msgspec.Struct, frozen=True):
    """What the template of the price workings is given: the price in ready words, its charts by name."""

    client: str
    eyebrow: str
    what: str
    verdict: Verdict
    currency: str
    period: str
    horizon: str
    other: str
    prices: tuple[PriceSide, ...]
    delta: str
    drivers: tuple[DriverRow, ...]
    scenarios: tuple[Scenario, ...]
    simulated: str
    returns: tuple[Fact, ...]
    conventions: tuple[str, ...]
    inaction: str
    wording: str
    check: str
    remarks: tuple[str, ...]
    charts: dict[str, Chart]
    unread: str
    reference: str


def price_workings_view(preparation: Preparation) -> PriceWorkings:
    """Return the whole price of a plan in ready words."""
    plan = preparation.plan
    price = plan.price
    found = figures(price, plan.case)
    say = speech_of(price)
    return PriceWorkings(
        client=one_line(preparation.client.name),
        eyebrow=joined((_("Price and value"), found.currency)),
        what=one_line(price.unit),
        verdict=buyer_verdict(price, found, say),
        currency=found.currency,
        period=say.period,
        horizon=months_text(found.term_months),
        other=other_named(price),
        prices=both_prices(price, found, plan.as_typed) if found.lines else (),
        delta=_delta(found),
        drivers=driver_rows(price, found, say, plan.as_typed),
        scenarios=scenario_rows(found, say),
        simulated=simulated_words(price, found, say),
        returns=returns(found),
        conventions=conventions(price, found) if found.lines else (),
        inaction=inaction_words(found),
        wording=quoted_lines(price.disclosure.wording),
        check=lines(price.disclosure.proof),
        remarks=remarks(price, found),
        charts=price_charts(price, found),
        unread=unread_words(preparation),
        reference=_reference(plan),
    )


def _delta(found: PriceFigures) -> str:
    """Return the difference, and what it is of the alternative's price."""
    likely = found.likely
    if likely.delta is None:
        return ""
    delta = exact_money(likely.delta, found.currency)
    if likely.premium is None:
        return delta
    premium = _("{share} of the alternative’s price").format(share=percent(likely.premium))
    return joined((delta, premium))


def _reference(plan: Plan) -> str:
    return joined(("Front Foot", day(max(plan.edited_on, default=None))))
