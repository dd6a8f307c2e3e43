"""What is worth a second look before anybody relies on the figures; nothing here is refused."""

from collections.abc import Iterator

from planner.model.case import Case
from planner.model.price import Driver, Price
from planner.model.pricing.field_problem import FieldProblem
from planner.model.pricing.ledger import DEFAULT_TERM_MONTHS, Account, Ledger, LedgerEntry
from planner.model.pricing.numbers import digits, number_problem
from planner.model.pricing.price_problems import costs
from planner.model.same_text import text_key
from planner.model.terms import DriverKind

MOST_DRIVERS = 5
_BLANK = Driver()


def price_warnings(price: Price, laid: Ledger, case: Case | None = None) -> tuple[FieldProblem, ...]:
    """Return every warning, each at the field it is about."""
    return (
        *_counted_twice(price),
        *_few_and_confirmed(price),
        *_terms(price, laid),
        *_beyond(laid),
        *_mixed(laid),
        *_beside_nothing(laid),
        *(FieldProblem(path, "is not estimated; left out, not 0") for path in laid.blank),
        *_costs_left_out(case),
    )


def _counted_twice(price: Price) -> Iterator[FieldProblem]:
    """Yield which drivers draw on the basis of an earlier one or, without a basis, are another's twin."""
    first: dict[tuple[object, ...], int] = {}
    for row, one in enumerate(price.drivers):
        field, key, shared = _drawn_on(one)
        if one == _BLANK or (earlier := first.setdefault(key, row)) == row:
            continue
        other = _called(price.drivers[earlier], earlier) if field == ".basis" else f"driver {earlier + 1}"
        yield FieldProblem(
            f"price.drivers[{row}]{field}", f"{shared} {other}; one value may be counted twice"
        )


def _drawn_on(driver: Driver) -> tuple[str, tuple[object, ...], str]:
    """Return the field that says what the value is drawn from, what to compare, and how to say it is shared.

    Of the same name a cost and a gain are two things; without basis and name all must be alike.
    """
    if driver.basis.strip():
        shared = f'draws on "{" ".join(driver.basis.split())}" like'
        return ".basis", ("basis", text_key(driver.basis)), shared
    if driver.name.strip():
        return ".name", ("name", text_key(driver.name), driver.against_us), "has the same name as"
    return "", ("all", driver), "is the same as"


def _few_and_confirmed(price: Price) -> Iterator[FieldProblem]:
    estimated = [one for one in price.drivers if any(x is not None for x in (one.low, one.likely, one.high))]
    if len(price.drivers) > MOST_DRIVERS:
        yield FieldProblem(
            "price.drivers", f"{len(price.drivers)} drivers; three to five are easier to believe"
        )
    if estimated and not any(one.confirmed_by.strip() for one in estimated):
        yield FieldProblem(
            "price.drivers", "every figure is our own estimate; none is confirmed by the client"
        )
    for row, one in enumerate(price.drivers):
        if one.kind is DriverKind.REVENUE and "margin" not in f"{one.basis} {one.formula}".casefold():
            yield FieldProblem(f"price.drivers[{row}].formula", "revenue counts at margin, not in full")


def _terms(price: Price, laid: Ledger) -> Iterator[FieldProblem]:
    if price.term_months is None and laid.entries:
        yield FieldProblem("price.term_months", f"is blank; {DEFAULT_TERM_MONTHS} months are taken")
    if not number_problem(price.rate) and price.rate >= 1:
        yield FieldProblem("price.rate", f"is {digits(price.rate * 100)} % a year; 10 % is written 0.10")


def _beyond(laid: Ledger) -> Iterator[FieldProblem]:
    """Yield which lines do not last as long as the term."""
    for one in laid.entries:
        when = one.schedule
        if when.recurs and when.months == 0:
            yield FieldProblem(f"{one.path}.months", "is 0; it counts nothing")
        elif not one.spread.shares:
            yield FieldProblem(f"{one.path}.start_month", "falls outside the term; it counts nothing")
        elif when.recurs and when.months is not None and when.end(laid.term_months) < laid.term_months:
            yield FieldProblem(
                f"{one.path}.months",
                f"ends after month {when.end(laid.term_months)} of {laid.term_months}; "
                "nothing is counted after that",
            )


def _mixed(laid: Ledger) -> Iterator[FieldProblem]:
    """Yield a one-off price set against a recurring one: over another term the delta is another."""
    ours, theirs = (_recurs(laid.of(one)) for one in (Account.OURS, Account.THEIRS))
    if ours is not None and theirs is not None and ours != theirs:
        yield FieldProblem(
            "price.term_months",
            "one price is paid once, the other again and again: "
            f"the delta holds for {laid.term_months} months",
        )


def _beside_nothing(laid: Ledger) -> Iterator[FieldProblem]:
    if laid.beside_nothing and laid.usable(Account.OURS):
        yield FieldProblem(
            "price.alternative.prices",
            "nothing is entered for what they do without us; present values count the value for us alone",
        )


def _recurs(entries: tuple[LedgerEntry, ...]) -> bool | None:
    """Whether all of a price recurs; None for a mixture, or for nothing."""
    kinds = {one.schedule.recurs for one in entries if one.likely}
    return kinds.pop() if len(kinds) == 1 else None


def _costs_left_out(case: Case | None) -> Iterator[FieldProblem]:
    for path, cost in costs(case):
        if cost.amount is not None and cost.per is None:
            yield FieldProblem(f"{path}.per", "is blank; the cost is left out")


def _called(driver: Driver, row: int) -> str:
    return f'"{" ".join(driver.name.split())}"' if driver.name.strip() else f"driver {row + 1}"
