"""Both prices side by side: what each adds up to over the term, and what it is made of."""

from fractions import Fraction

import msgspec

from planner.coaching.price_words.speech import Speech, other_named, speech_of
from planner.model.price import Driver, Price, PriceLine
from planner.model.pricing.price_delta import Case, estimate, line_total, price_delta
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
CASES: tuple[Case, ...] = ("low", "likely", "high")


class SideWords(msgspec.Struct, frozen=True):
    """One price in words: whose it is, its comparable total, and how that is made up."""

    whose: str
    total: str
    made_of: str


def both_sides(price: Price, locale: str = ENGLISH) -> tuple[SideWords, SideWords]:
    """Return our price and the next best alternative's, laid on one term."""
    found, say = price_delta(price), speech_of(price, locale)
    other = one_line(price.alternative.name) or (
        other_named(price) if price.alternative.kind is not None else ""
    )
    ours = SideWords("Our price", _total(price.ours, say), _made_of(price.ours, price, say))
    theirs = SideWords(
        joined(("Next best alternative", other), ": "),
        _total(price.alternative.prices, say),
        _made_of(price.alternative.prices, price, say),
    )
    return (
        ours if found.price is not None else msgspec.structs.replace(ours, total="not estimated yet"),
        theirs if found.reference is not None else msgspec.structs.replace(theirs, total="not known yet"),
    )


def driver_words(driver: Driver, price: Price, locale: str = ENGLISH) -> str:
    """Return what a driver comes to, from its low to its high, and whose figure it is."""
    say = speech_of(price, locale)
    low, likely, high = (line_total(driver, say.term_months, case) for case in CASES)
    if likely is None or low is None or high is None:
        return "Not estimated yet: left out, not counted as 0."
    sign = "−" if driver.against_us else "+"
    span = "" if low == high else f" ({say.about(low)} to {say.about(high)})"
    confirmed = one_line(driver.confirmed_by)
    whose = f"confirmed by {confirmed}" if confirmed else "our estimate"
    return f"{sign} {say.about(likely)} {say.period}{span} · {whose}"


def _total(lines: tuple[PriceLine, ...], say: Speech) -> str:
    low, likely, high = (_sum(lines, say.term_months, case) for case in CASES)
    span = "" if low == high else f" ({say.about(low)} to {say.about(high)})"
    return f"{say.exact(likely)} {say.period}{span}"


def _sum(lines: tuple[PriceLine, ...], term: int, case: Case) -> Fraction:
    totals = (line_total(line, term, case) for line in lines)
    return sum((total for total in totals if total is not None), Fraction(0))


def _made_of(lines: tuple[PriceLine, ...], price: Price, say: Speech) -> str:
    parts = [words for line in lines if (words := _line(line, price.currency, say.locale))]
    total = price_delta(price).price if lines is price.ours else price_delta(price).reference
    spread = ""
    if total and not say.yearly and say.term_months > _MONTHS_A_YEAR:
        a_year = estimated_money(total * _MONTHS_A_YEAR / say.term_months, say.currency, say.locale)
        spread = f"laid on {say.term_months} months about {a_year} a year"
    return joined((*parts, spread))


def _line(line: PriceLine, currency: str, locale: str) -> str:
    amount = estimate(line, "likely")
    if amount is None:
        return ""
    units = "" if line.units is None or line.units == 1 else f"{line.units.normalize():f} × "
    lasts = f", {line.months} months" if line.months and line.cadence is not Cadence.ONE_OFF else ""
    each = f"{units}{exact_money(amount, line.currency or currency, locale)} {_EACH[line.cadence]}{lasts}"
    return capitalised(joined((one_line(line.label), each), " "))
