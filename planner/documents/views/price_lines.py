"""The lines of both prices and the drivers as the price workings show them."""

from decimal import Decimal
from fractions import Fraction

import msgspec

from planner.coaching.price_words.speech import Speech, other_named
from planner.documents.views.no_amount import no_amount
from planner.documents.views.wording import lines
from planner.model.price import Driver, Price, PriceLine
from planner.model.pricing.exchange import code_of
from planner.model.pricing.figures import LineTotal, PriceFigures
from planner.model.pricing.lines import estimate
from planner.model.terms import Cadence
from planner.wording.days import day
from planner.wording.money import estimated_money, exact_money
from planner.wording.text import capitalised, joined, one_line

_EACH = {
    Cadence.ONE_OFF: "once",
    Cadence.MONTH: "a month",
    Cadence.QUARTER: "a quarter",
    Cadence.YEAR: "a year",
}


class PricePart(msgspec.Struct, frozen=True):
    """A line of a price: what it is, how it falls due, what it adds up to over the term."""

    label: str
    terms: str
    total: str


class PriceSide(msgspec.Struct, frozen=True):
    """One of the two prices: its lines and its sum."""

    name: str
    parts: tuple[PricePart, ...]
    total: str


class DriverRow(msgspec.Struct, frozen=True):
    """What is worth more or less: how it is reckoned, from what, how much, and who confirmed it."""

    sign: str
    name: str
    kind: str
    reckoning: str
    source: str
    low: str
    likely: str
    high: str
    confirmed: str


def both_prices(price: Price, found: PriceFigures) -> tuple[PriceSide, PriceSide]:
    """Return our price and the alternative's, line by line, over the term."""
    totals = {one.path: one for one in found.lines}
    guessed = " (estimated)" if price.alternative.known is False else ""
    likely = found.likely
    ours = _parts(price.ours, "price.ours", totals, found)
    theirs = _parts(price.alternative.prices, "price.alternative.prices", totals, found)
    return (
        PriceSide("Our price", ours, _money(likely.price, found.currency, *price.ours)),
        PriceSide(
            f"{capitalised(other_named(price))}{guessed}",
            theirs,
            _money(likely.reference, found.currency, *price.alternative.prices),
        ),
    )


def driver_rows(price: Price, found: PriceFigures, say: Speech) -> tuple[DriverRow, ...]:
    """Return the drivers in the order in which they were entered; blank ones say so."""
    totals = {one.path: one for one in found.lines}
    rows = enumerate(price.drivers)
    return tuple(_driver(one, totals[f"price.drivers[{row}]"], found.term_months, say) for row, one in rows)


def _parts(
    entered: tuple[PriceLine, ...], path: str, totals: dict[str, LineTotal], found: PriceFigures
) -> tuple[PricePart, ...]:
    return tuple(
        PricePart(
            one_line(one.label) or "Price",
            schedule_words(one, found.term_months, found.currency) or "not estimated",
            _money(totals[f"{path}[{row}]"].likely, found.currency, one),
        )
        for row, one in enumerate(entered)
    )


def _driver(one: Driver, totals: LineTotal, term: int, say: Speech) -> DriverRow:
    plain = msgspec.structs.replace(say, currency="")
    shown = [
        "" if amount is None else plain.about(amount) for amount in (totals.low, totals.likely, totals.high)
    ]
    return DriverRow(
        sign="−" if one.against_us else "+",
        name=one_line(one.name) or "unnamed",
        kind=joined((str(one.kind or ""), "hard" if one.hard else "")),
        reckoning=joined((lines(one.formula), _when(one, term))),
        source=lines(one.source),
        low=shown[0] if totals.is_a_range else "",
        likely=shown[1] or no_amount(one, blank="not estimated"),
        high=shown[2] if totals.is_a_range else "",
        confirmed=joined((one_line(one.confirmed_by), day(one.confirmed_on)), ", ")
        if one.confirmed_by.strip()
        else "our estimate",
    )


def schedule_words(line: PriceLine, term: int, currency: str) -> str:
    """Return what is paid and when: `€5,583 a month × 4, from month 3, paid in advance`; blank if unknown."""
    amount = estimate(line, "likely")
    if amount is None:
        return ""
    money = exact_money(amount, code_of(line.currency) or currency)
    ranged = line.low is not None and line.high is not None and line.low != line.high
    about = "about " if ranged else ""
    advance = "paid in advance" if line.prepaid and line.cadence is not Cadence.ONE_OFF else ""
    paid = joined((f"{about}{money} {_EACH[line.cadence]}", _units(line)), " ")
    return joined((paid, _when(line, term), advance), ", ")


def _when(line: PriceLine | Driver, term: int) -> str:
    """Return from when and for how long an amount counts, where that is not the whole term."""
    begins, recurs = line.start_month or 0, line.cadence is not Cadence.ONE_OFF
    start = f"{'from' if recurs else 'in'} month {begins}" if begins else ""
    shorter = recurs and line.months is not None and begins + line.months < term
    lasts = f"for {line.months} months" if shorter else ""
    ramp = f"full after {line.ramp_months} months" if isinstance(line, Driver) and line.ramp_months else ""
    return joined((start, lasts, ramp), ", ")


def _units(line: PriceLine | Driver) -> str:
    return "" if line.units in {None, Decimal(1)} else f"× {line.units:,f}"


def _money(amount: Fraction | None, currency: str, *lines: PriceLine) -> str:
    """Return an amount of these lines; what was entered and cannot be used is not said to be unknown."""
    return no_amount(*lines, blank="not known") if amount is None else exact_money(amount, currency)


def about_or_not(amount: Fraction | None, currency: str) -> str:
    """Return an estimate, or `n/a` where the term does not apply."""
    return "n/a" if amount is None else estimated_money(amount, currency)
