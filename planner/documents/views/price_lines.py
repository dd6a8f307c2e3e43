"""The lines of both prices and the drivers as the price workings show them."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import msgspec

from planner.coaching.price_words.speech import Speech, other_alone
from planner.documents.views.no_amount import no_amount
from planner.documents.views.wording import each_time, facts_line, lines, with_sum
from planner.model.price import Driver, Price, PriceLine
from planner.model.pricing.exchange import code_of
from planner.model.pricing.figures import LineTotal, PriceFigures
from planner.model.pricing.lines import estimate
from planner.model.terms import Cadence
from planner.model.text_at_path import Texts, text_at
from planner.translation import N_, _, ngettext
from planner.wording.days import day
from planner.wording.lists import comma_list
from planner.wording.money import estimated_money, exact_money
from planner.wording.text import joined, one_line

_ABOUT_EACH = {
    Cadence.ONE_OFF: N_("about {money} once"),
    Cadence.MONTH: N_("about {money} a month"),
    Cadence.QUARTER: N_("about {money} a quarter"),
    Cadence.YEAR: N_("about {money} a year"),
}


class PricePart(msgspec.Struct, frozen=True):
    """A line of a price: what it is, how it falls due, what it adds up to over the term."""

    label: str
    terms: str
    total: str


class PriceSide(msgspec.Struct, frozen=True):
    """One of the two prices in ready words: its lines and its total over the term."""

    name: str
    parts: tuple[PricePart, ...]
    total: str


class DriverRow(msgspec.Struct, frozen=True):
    """A driver in ready words: how it is reckoned, its source, its amounts, and who confirmed it.

    `low` and `high` are "" where there is no range.
    """

    sign: str
    name: str
    kind: str
    reckoning: str
    source: str
    low: str
    likely: str
    high: str
    confirmed: str


def both_prices(price: Price, found: PriceFigures, typed: Texts = ()) -> tuple[PriceSide, PriceSide]:
    """Return our price and the alternative's, line by line, over the term.

    `typed` has what amounts were typed as, such as `38*42*12`; the terms of a line show it.
    """
    totals = {line.path: line for line in found.lines}
    other = other_alone(price)
    if price.alternative.known is False:
        other = _("{price} (estimated)").format(price=other)
    likely = found.likely
    ours = _parts(price.ours, "price.ours", totals, found, typed)
    theirs = _parts(price.alternative.prices, "price.alternative.prices", totals, found, typed)
    return (
        PriceSide(_("Our price"), ours, _money(likely.price, found.currency, *price.ours)),
        PriceSide(
            other,
            theirs,
            _money(likely.reference, found.currency, *price.alternative.prices),
        ),
    )


def driver_rows(price: Price, found: PriceFigures, say: Speech, typed: Texts = ()) -> tuple[DriverRow, ...]:
    """Return the drivers in the order entered; one without an amount says so.

    `typed` has what amounts were typed as, such as `38*42*12`; the reckoning of a driver shows it.
    """
    totals = {line.path: line for line in found.lines}
    return tuple(
        _driver(
            driver,
            totals[f"price.drivers[{row}]"],
            found.term_months,
            say,
            _sums(driver, f"price.drivers[{row}]", typed),
        )
        for row, driver in enumerate(price.drivers)
    )


def _parts(
    entered: tuple[PriceLine, ...],
    path: str,
    totals: dict[str, LineTotal],
    found: PriceFigures,
    typed: Texts,
) -> tuple[PricePart, ...]:
    return tuple(
        PricePart(
            one_line(line.label) or _("Price"),
            joined(
                (
                    schedule_words(line, found.term_months, found.currency) or _("not estimated"),
                    _sums(line, f"{path}[{row}]", typed),
                )
            ),
            _money(totals[f"{path}[{row}]"].likely, found.currency, line),
        )
        for row, line in enumerate(entered)
    )


def _sums(line: PriceLine | Driver, path: str, typed: Texts) -> str:
    """Return the sums that amounts of a line were typed as, with their results; "" if none was."""
    amounts = {name: getattr(line, name) for name in ("low", "likely", "high")}
    sums = {name: text_at(typed, f"{path}.{name}") for name in amounts}
    return comma_list(
        with_sum(sums[name], exact_money(amount, ""))
        for name, amount in amounts.items()
        if sums[name] and amount is not None
    )


def _driver(driver: Driver, totals: LineTotal, term: int, say: Speech, sums: str) -> DriverRow:
    plain = msgspec.structs.replace(say, currency="")
    when = tuple(_when(driver, term))
    shown = [
        "" if amount is None else plain.about(amount) for amount in (totals.low, totals.likely, totals.high)
    ]
    return DriverRow(
        sign="−" if driver.against_us else "+",
        name=one_line(driver.name) or _("unnamed"),
        kind=joined((_(driver.kind) if driver.kind else "", _("hard") if driver.hard else "")),
        reckoning=joined((lines(driver.formula), sums, comma_list(when) if when else "")),
        source=lines(driver.source),
        low=shown[0] if totals.is_a_range else "",
        likely=shown[1] or no_amount(driver, blank=_("not estimated")),
        high=shown[2] if totals.is_a_range else "",
        confirmed=facts_line((one_line(driver.confirmed_by), day(driver.confirmed_on)))
        if driver.confirmed_by.strip()
        else _("our estimate"),
    )


def schedule_words(line: PriceLine, term: int, currency: str) -> str:
    """Return amount, units and timing in words: `€5,583 a month × 4, from month 3, paid in advance`.

    × 4 are units; `currency` counts where the line names none. An end is said only if within `term`
    (months). "" if no amount is entered.
    """
    amount = estimate(line, "likely")
    if amount is None:
        return ""
    money = exact_money(amount, code_of(line.currency) or currency)
    ranged = line.low is not None and line.high is not None and line.low != line.high
    paid = _(_ABOUT_EACH[line.cadence]).format(money=money) if ranged else each_time(money, line.cadence)
    if line.units not in {None, Decimal(1)}:
        paid = _("{payment} × {units}").format(payment=paid, units=f"{line.units:,f}")
    advance = [_("paid in advance")] if line.prepaid and line.cadence is not Cadence.ONE_OFF else []
    return comma_list((paid, *_when(line, term), *advance))


def _when(line: PriceLine | Driver, term: int) -> Iterator[str]:
    """Yield from when and for how long an amount counts, where that is not the whole term."""
    begins, recurs = line.start_month or 0, line.cadence is not Cadence.ONE_OFF
    if begins:
        yield (_("from month {month}") if recurs else _("in month {month}")).format(month=begins)
    if recurs and line.months is not None and begins + line.months < term:
        yield ngettext("for {count} month", "for {count} months", line.months).format(count=line.months)
    if isinstance(line, Driver) and line.ramp_months:
        full = ngettext("full after {count} month", "full after {count} months", line.ramp_months)
        yield full.format(count=line.ramp_months)


def _money(amount: Fraction | None, currency: str, *lines: PriceLine) -> str:
    """Return an amount of these lines; what was entered and cannot be used is not said to be unknown."""
    return no_amount(*lines, blank=_("not known")) if amount is None else exact_money(amount, currency)


def about_or_not(amount: Fraction | None, currency: str) -> str:
    """Return the amount as an estimate in words; `n/a` for None."""
    return _("n/a") if amount is None else estimated_money(amount, currency)
