"""The view model of the price step: all it says besides the verdict, worked out in the background."""

from collections.abc import Mapping
from fractions import Fraction

import msgspec

from planner.charts.chart import Chart
from planner.coaching.price_charts import BREAK_EVEN, WORTH, break_even_chart, price_charts, worth_chart
from planner.coaching.price_words.more_figures import NamedFigure, more_figures
from planner.coaching.price_words.pushback import missing_answers
from planner.coaching.price_words.sides import SideWords, both_sides, driver_words
from planner.coaching.price_words.speech import speech_of
from planner.coaching.price_words.talk_track import talk_track
from planner.model.plan import Plan
from planner.model.price import Price, Pushback
from planner.model.pricing.figures import LineTotal, PriceFigures, figures


class PriceViewModel(msgspec.Struct, frozen=True, kw_only=True):
    """All that the price step says of a plan's price but the verdict.

    `sums` are the words and figures of each driver, in order; `pushback` has drafts where answers miss.
    """

    plan: Plan
    figures: PriceFigures
    sides: tuple[SideWords, SideWords]
    sums: tuple[tuple[str, LineTotal], ...]
    charts: dict[str, Chart]
    more: tuple[NamedFigure, ...]
    talk_track: str
    pushback: tuple[Pushback, ...]

    @property
    def largest(self) -> Fraction:
        """The highest amount that any driver comes to; 0 if none comes to any."""
        return max((line.high for _, line in self.sums if line.high is not None), default=Fraction(0))


class PriceAtTop(msgspec.Struct, frozen=True, kw_only=True):
    """What stands above the first question: both prices, and the charts of what the difference is worth."""

    plan: Plan
    sides: tuple[SideWords, SideWords]
    charts: Mapping[str, Chart]


def said_at_top(plan: Plan, locale: str) -> PriceAtTop:
    """Return what is said of the plan's price above the first question; takes half as long as `said_of`."""
    price, found = plan.price, figures(plan.price, plan.case)
    charts = {
        WORTH: worth_chart(price, found, speech_of(price, locale)),
        BREAK_EVEN: break_even_chart(found, locale),
    }
    return PriceAtTop(
        plan=plan,
        sides=both_sides(price, found, locale),
        charts={name: chart for name, chart in charts.items() if chart is not None},
    )


def said_of(plan: Plan, locale: str) -> PriceViewModel:
    """Return everything that is said of the plan's price; takes about as long as a frame."""
    price, found = plan.price, figures(plan.price, plan.case)
    return PriceViewModel(
        plan=plan,
        figures=found,
        sides=both_sides(price, found, locale),
        sums=_sums(price, found, locale),
        charts=price_charts(price, found, locale),
        more=more_figures(price, found, locale),
        talk_track=talk_track(price),
        pushback=missing_answers(plan, found.inaction.per_month),
    )


def _sums(price: Price, found: PriceFigures, locale: str) -> tuple[tuple[str, LineTotal], ...]:
    say = speech_of(price, locale)
    lines = found.lines[len(found.lines) - len(price.drivers) :]
    return tuple(
        (driver_words(driver, line, say), line) for driver, line in zip(price.drivers, lines, strict=True)
    )
