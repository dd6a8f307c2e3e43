"""What keeps a price from being reckoned with, each at its field; the form and the command line say the same.

Blank is no problem: it is left out, counted, and told as a warning.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from planner.model.case import Case, Cost
from planner.model.part import LARGEST_AMOUNT
from planner.model.price import Driver, Price
from planner.model.pricing.exchange import code_of, currency_of, exchange_problems, in_currency
from planner.model.pricing.field_problem import FieldProblem
from planner.model.pricing.lines import Line, units_of
from planner.model.pricing.numbers import digits, number_problem
from planner.model.pricing.own_price import OWN_PRICE_MESSAGE, own_price_field
from planner.translation import N_, _, ngettext

LONGEST_TERM = 1200
_CODE = re.compile(r"[A-Z]{3}")
_ESTIMATES = ("low", "likely", "high")
_THE_DRIVER_DRAWS_ON_IT = N_(
    "The driver draws on our own price; a driver is what the client gains or loses, whatever we charge."
)
_OWN_PRICE_SENTENCES = {
    "basis": _THE_DRIVER_DRAWS_ON_IT,
    "name": _THE_DRIVER_DRAWS_ON_IT,
    "formula": N_("Draws on our own price; a driver is what the client gains or loses, whatever we charge."),
}


def price_problems(price: Price, case: Case | None = None) -> tuple[FieldProblem, ...]:
    """Return every problem of a price, in the order of its fields; with a case, also those of its costs.

    A line with a problem is not used, and a figure that depends on it is None; the rest stays usable.
    """
    currency = currency_of(price, case)
    return (
        *_own_fields(price),
        *exchange_problems(price.exchange),
        *(
            problem
            for path, line in price_lines(price)
            for problem in _line_problems(path, line, price, currency)
        ),
        *(problem for path, cost in costs(case) for problem in _cost_problems(path, cost, price, currency)),
    )


def price_lines(price: Price) -> Iterator[tuple[str, Line]]:
    """Yield (path, line) for every price line and driver: ours, the alternative's, then the drivers."""
    rows: tuple[tuple[str, tuple[Line, ...]], ...] = (
        ("ours", price.ours),
        ("alternative.prices", price.alternative.prices),
        ("drivers", price.drivers),
    )
    for name, lines in rows:
        for row, line in enumerate(lines):
            yield f"price.{name}[{row}]", line


def costs(case: Case | None) -> Iterator[tuple[str, Cost]]:
    """Yield (path, cost) for each problem of the case, blank costs too; nothing without a case."""
    for row, problem in enumerate(case.problems if case else ()):
        yield f"case.problems[{row}].cost", problem.cost


def _own_fields(price: Price) -> Iterator[FieldProblem]:
    yield from _currency_code("price.currency", price.currency)
    if price.term_months is not None and not 1 <= price.term_months <= LONGEST_TERM:
        message = ngettext(
            "expected 1 to {count} month, got {given}",
            "expected 1 to {count} months, got {given}",
            LONGEST_TERM,
        ).format(count=LONGEST_TERM, given=price.term_months)
        yield FieldProblem("price.term_months", message)
    if problem := number_problem(price.rate):
        yield FieldProblem("price.rate", problem)
    elif price.rate <= -1:
        message = _("expected a rate above −100%, got {number}%").format(number=digits(price.rate * 100))
        yield FieldProblem("price.rate", message)


def _line_problems(path: str, line: Line, price: Price, currency: str) -> Iterator[FieldProblem]:
    unusable = [
        FieldProblem(f"{path}.{name}", problem)
        for name in (*_ESTIMATES, "units")
        if (number := getattr(line, name)) is not None and (problem := number_problem(number))
    ]
    yield from unusable
    yield from _foreign(f"{path}.currency", line.currency, price, currency)
    if not unusable:
        yield from _order(path, line)
        yield from _size(path, line, in_currency(price.exchange, line.currency, currency))
    if isinstance(line, Driver):
        if not unusable:
            yield from _negative(path, line)
        if field := own_price_field(line):
            yield FieldProblem(f"{path}.{field}", _(OWN_PRICE_MESSAGE), _(_OWN_PRICE_SENTENCES[field]))


def _order(path: str, line: Line) -> Iterator[FieldProblem]:
    """Yield where low ≤ likely ≤ high does not hold."""
    low, likely, high = line.low, line.likely, line.high
    if low is not None and likely is not None and low > likely:
        message = _("{low} is more than likely, {likely}").format(low=digits(low), likely=digits(likely))
        yield FieldProblem(f"{path}.low", message)
    if high is not None and likely is not None and high < likely:
        message = _("{high} is less than likely, {likely}").format(high=digits(high), likely=digits(likely))
        yield FieldProblem(f"{path}.high", message)
    if likely is None and low is not None and high is not None and low > high:
        message = _("{low} is more than high, {high}").format(low=digits(low), high=digits(high))
        yield FieldProblem(f"{path}.low", message)


def _size(path: str, line: Line, worth: Fraction | None) -> Iterator[FieldProblem]:
    """Yield what is negative where it cannot be, and what grows too large by units or exchange."""
    if line.units is not None and line.units < 0:
        message = _("expected 0 or more units, got {number}").format(number=digits(line.units))
        yield FieldProblem(f"{path}.units", message)
    amounts = [abs(amount) for name in _ESTIMATES if (amount := getattr(line, name)) is not None]
    if not amounts or (line.units is None and worth == 1):
        return
    largest = Fraction(max(amounts)) * units_of(line)
    if largest > LARGEST_AMOUNT:
        yield FieldProblem(f"{path}.units", _("the amount for all units is more than 10^15"))
    elif worth is not None and largest * worth > LARGEST_AMOUNT:
        yield FieldProblem(f"{path}.currency", _("the amount exchanged is more than 10^15"))


def _negative(path: str, driver: Driver) -> Iterator[FieldProblem]:
    pattern = (
        _("{negative} is negative; enter {positive} and mark it as for us")
        if driver.against_us
        else _("{negative} is negative; enter {positive} and mark it as against us")
    )
    for name in _ESTIMATES:
        amount: Decimal | None = getattr(driver, name)
        if amount is not None and amount < 0:
            message = pattern.format(negative=digits(amount), positive=digits(-amount))
            yield FieldProblem(f"{path}.{name}", message)


def _foreign(path: str, given: str, price: Price, currency: str) -> Iterator[FieldProblem]:
    """Yield why an amount's currency cannot be used beside the price's own."""
    if code_problems := tuple(_currency_code(path, given)):
        yield from code_problems
    elif in_currency(price.exchange, given, currency) is None:
        message = _("{given} beside {currency}; enter the exchange rate between them and its date")
        yield FieldProblem(path, message.format(given=code_of(given), currency=currency))


def _currency_code(path: str, given: str) -> Iterator[FieldProblem]:
    if given.strip() and not _CODE.fullmatch(code_of(given)):
        message = _('expected a currency code such as EUR, got "{given}"').format(given=given[:40])
        yield FieldProblem(path, message)


def _cost_problems(path: str, cost: Cost, price: Price, currency: str) -> Iterator[FieldProblem]:
    if cost.amount is None:
        return
    if problem := number_problem(cost.amount):
        yield FieldProblem(f"{path}.amount", problem)
    elif cost.amount < 0:
        message = _("expected a cost of 0 or more, got {number}").format(number=digits(cost.amount))
        yield FieldProblem(f"{path}.amount", message)
    yield from _foreign(f"{path}.currency", cost.currency, price, currency)
