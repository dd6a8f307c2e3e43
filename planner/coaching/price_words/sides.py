"""Both prices side by side: what each adds up to over the term, and what it is made of."""

from fractions import Fraction

import msgspec

from planner.coaching.price_words.speech import Speech, other_named, speech_of
from planner.model.price import Driver, Price, PriceLine
from planner.model.pricing.figures import LineTotal, PriceFigures
from planner.model.pricing.lines import estimate
from planner.model.terms import Cadence
from planner.translation import N_, _, ngettext
from planner.wording.money import ENGLISH, counted, estimated_money, exact_money
from planner.wording.text import capitalised, joined, one_line

_EACH = {
    Cadence.ONE_OFF: N_("{amount} once"),
    Cadence.MONTH: N_("{amount} a month"),
    Cadence.QUARTER: N_("{amount} a quarter"),
    Cadence.YEAR: N_("{amount} a year"),
}
_MONTHS_A_YEAR = 12


class SideWords(msgspec.Struct, frozen=True):
    """One price in words: whose it is, what it totals a year or over the term, and what that is made of."""

    whose: str
    total: str
    made_of: str


def both_sides(price: Price, found: PriceFigures, locale: str = ENGLISH) -> tuple[SideWords, SideWords]:
    """Return our price and the next best alternative's in words, both for the same period."""
    say = speech_of(price, locale)
    other = one_line(price.alternative.name) or (other_named(price) if price.alternative.kind else "")
    ours, theirs = found.likely.price, found.likely.reference
    return (
        SideWords(
            whose=_("Our price"),
            total=_total(ours, found.high.price, found.low.price, say) or _("not estimated yet"),
            made_of=_made_of(price.ours, ours, say),
        ),
        SideWords(
            whose=_("Next best alternative: {name}").format(name=other)
            if other
            else _("Next best alternative"),
            total=_total(theirs, found.low.reference, found.high.reference, say) or _("not known yet"),
            made_of=_made_of(price.alternative.prices, theirs, say),
        ),
    )


def driver_words(driver: Driver, line: LineTotal, say: Speech) -> str:
    """Return what a driver comes to, its range, and "our estimate" if nobody confirmed it.

    Without figures it says that nothing is estimated; "" where they have a problem, which is shown beside
    them.
    """
    if line.likely is None:
        blank = all(amount is None for amount in (driver.low, driver.likely, driver.high))
        return _("Not estimated yet: left out, not counted as 0.") if blank else ""
    sign = "−" if driver.against_us else "+"
    total = say.for_period(f"{sign} {say.about(line.likely)}")
    whose = "" if one_line(driver.confirmed_by) else _("our estimate")
    return joined((say.with_range(total, line.low, line.high), whose))


def _total(likely: Fraction | None, low: Fraction | None, high: Fraction | None, say: Speech) -> str:
    return "" if likely is None else say.with_range(say.for_period(say.exact(likely)), low, high)


def _made_of(lines: tuple[PriceLine, ...], total: Fraction | None, say: Speech) -> str:
    """Return the lines, and what they come to by the year where that is no year's real price."""
    spread = ""
    if total and not say.yearly and say.term_months > _MONTHS_A_YEAR:
        a_year = estimated_money(total * _MONTHS_A_YEAR / say.term_months, say.currency, say.locale)
        spread = ngettext(
            "laid on {count} month about {amount} a year",
            "laid on {count} months about {amount} a year",
            say.term_months,
        ).format(count=counted(say.term_months, say.locale), amount=a_year)
    return joined((*(_line(line, say.currency, say.locale) for line in lines), spread))


def _line(line: PriceLine, currency: str, locale: str) -> str:
    amount = estimate(line, "likely")
    if amount is None:
        return ""
    money = exact_money(amount, line.currency or currency, locale)
    if line.units is not None and line.units != 1:
        money = f"{counted(f'{line.units.normalize():f}', locale)} × {money}"
    words = _(_EACH[line.cadence]).format(amount=money)
    if line.months and line.cadence is not Cadence.ONE_OFF:
        lasts = ngettext("{count} month", "{count} months", line.months).format(
            count=counted(line.months, locale)
        )
        words = _("{amount}, {duration}").format(amount=words, duration=lasts)
    label = capitalised(one_line(line.label))
    return _("{label} {amount}").format(label=label, amount=words) if label else words
