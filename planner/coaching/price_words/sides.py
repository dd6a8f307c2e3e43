"""Both prices side by side: what each adds up to over the term, and what it is made of."""

from fractions import Fraction

import msgspec

from planner.coaching.price_words.speech import Speech, other_named, speech_of
from planner.model.price import Driver, Price, PriceLine
from planner.model.pricing.figures import LineTotal, PriceFigures
from planner.model.pricing.lines import estimate
from planner.model.terms import Cadence
from planner.wording.money import ENGLISH, estimated_money, exact_money
from planner.wording.text import capitalised, joined, one_line

_EACH = {
    Cadence.ONE_OFF: "once",
    Cadence.MONTH: "a month",
    Cadence.QUARTER: "a quarter",
    Cadence.YEAR: "a year",
}
_MONTHS_A_YEAR = 12


class SideWords(msgspec.Struct, frozen=True):
    """One price in words: whose it is, its comparable total, and how that is made up."""

    whose: str
    total: str
    made_of: str


def both_sides(price: Price, found: PriceFigures, locale: str = ENGLISH) -> tuple[SideWords, SideWords]:
    """Return our price and the next best alternative's, laid on one term."""
    say = speech_of(price, locale)
    other = one_line(price.alternative.name) or (other_named(price) if price.alternative.kind else "")
    ours, theirs = found.likely.price, found.likely.reference
    return (
        SideWords(
            whose="Our price",
            total=_total(ours, found.high.price, found.low.price, say) or "not estimated yet",
            made_of=_made_of(price.ours, ours, say),
        ),
        SideWords(
            whose=joined(("Next best alternative", other), ": "),
            total=_total(theirs, found.low.reference, found.high.reference, say) or "not known yet",
            made_of=_made_of(price.alternative.prices, theirs, say),
        ),
    )


def driver_words(driver: Driver, line: LineTotal, say: Speech) -> str:
    """Return what a driver comes to, from its low to its high, and whether it is our estimate alone.

    "" where the figures cannot be used: what is wrong is told beside them.
    """
    if line.likely is None:
        blank = all(amount is None for amount in (driver.low, driver.likely, driver.high))
        return "Not estimated yet: left out, not counted as 0." if blank else ""
    sign = "−" if driver.against_us else "+"
    whose = "" if one_line(driver.confirmed_by) else " · our estimate"
    return f"{sign} {say.about(line.likely)} {say.period}{_span(line.low, line.high, say)}{whose}"


def _total(likely: Fraction | None, low: Fraction | None, high: Fraction | None, say: Speech) -> str:
    return "" if likely is None else f"{say.exact(likely)} {say.period}{_span(low, high, say)}"


def _span(low: Fraction | None, high: Fraction | None, say: Speech) -> str:
    if low is None or high is None or low == high:
        return ""
    return f" ({say.about(low)} to {say.about(high)})"


def _made_of(lines: tuple[PriceLine, ...], total: Fraction | None, say: Speech) -> str:
    """Return the lines, and what they come to by the year where that is no year's real price."""
    spread = ""
    if total and not say.yearly and say.term_months > _MONTHS_A_YEAR:
        a_year = estimated_money(total * _MONTHS_A_YEAR / say.term_months, say.currency, say.locale)
        spread = f"laid on {say.term_months} months about {a_year} a year"
    return joined((*(_line(line, say.currency, say.locale) for line in lines), spread))


def _line(line: PriceLine, currency: str, locale: str) -> str:
    amount = estimate(line, "likely")
    if amount is None:
        return ""
    units = "" if line.units is None or line.units == 1 else f"{line.units.normalize():f} × "
    lasts = f", {line.months} months" if line.months and line.cadence is not Cadence.ONE_OFF else ""
    each = f"{units}{exact_money(amount, line.currency or currency, locale)} {_EACH[line.cadence]}{lasts}"
    return capitalised(joined((one_line(line.label), each), " "))
