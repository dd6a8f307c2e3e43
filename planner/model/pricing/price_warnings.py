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
from planner.translation import N_, _, ngettext

MOST_DRIVERS = 5
NOT_ESTIMATED = N_("is not estimated; left out, not 0")
_BLANK = Driver()


def price_warnings(price: Price, laid: Ledger, case: Case | None = None) -> tuple[FieldProblem, ...]:
    """Return every warning about a price, each at its field; with a case, also for costs without a period."""
    return (
        *_counted_twice(price),
        *_few_and_confirmed(price),
        *_terms(price, laid),
        *_beyond(laid),
        *_mixed(laid),
        *_beside_nothing(laid),
        *(FieldProblem(path, _(NOT_ESTIMATED)) for path in laid.blank),
        *_costs_left_out(case),
    )


def _counted_twice(price: Price) -> Iterator[FieldProblem]:
    """Yield which drivers draw on the basis of an earlier one or, without a basis, are another's twin.

    Of the same name a cost and a gain are two things; without basis and name all must be alike.
    """
    first: dict[tuple[object, ...], int] = {}
    for row, driver in enumerate(price.drivers):
        if driver.basis.strip():
            key: tuple[object, ...] = ("basis", text_key(driver.basis))
        elif driver.name.strip():
            key = ("name", text_key(driver.name), driver.against_us)
        else:
            key = ("all", driver)
        if driver != _BLANK and (earlier := first.setdefault(key, row)) != row:
            yield _twin(f"price.drivers[{row}]", driver, price.drivers[earlier], earlier + 1)


def _twin(path: str, driver: Driver, other: Driver, number: int) -> FieldProblem:
    """Return the warning that a driver is an earlier one's twin, at the field that both share."""
    if not driver.basis.strip():
        return _twin_without_basis(path, driver, number)
    if other.name.strip():
        message = _('draws on "{basis}" like "{driver}"; one value may be counted twice')
        sentence = _('The driver draws on "{basis}" like "{driver}"; one value may be counted twice.')
    else:
        message = _('draws on "{basis}" like driver {number}; one value may be counted twice')
        sentence = _('The driver draws on "{basis}" like driver {number}; one value may be counted twice.')
    shared = {
        "basis": " ".join(driver.basis.split()),
        "driver": " ".join(other.name.split()),
        "number": number,
    }
    return FieldProblem(f"{path}.basis", message.format(**shared), sentence.format(**shared))


def _twin_without_basis(path: str, driver: Driver, number: int) -> FieldProblem:
    if driver.name.strip():
        path = f"{path}.name"
        message = _("has the same name as driver {number}; one value may be counted twice")
        sentence = _("The driver has the same name as driver {number}; one value may be counted twice.")
    else:
        message = _("is the same as driver {number}; one value may be counted twice")
        sentence = _("Is the same as driver {number}; one value may be counted twice.")
    return FieldProblem(path, message.format(number=number), sentence.format(number=number))


def _few_and_confirmed(price: Price) -> Iterator[FieldProblem]:
    estimated = [driver for driver in price.drivers if _is_estimated(driver)]
    number = len(price.drivers)
    if number > MOST_DRIVERS:
        message = ngettext(
            "{count} driver; three to five are easier to believe",
            "{count} drivers; three to five are easier to believe",
            number,
        )
        sentence = ngettext(
            "{count} driver; three to five are easier to believe.",
            "{count} drivers; three to five are easier to believe.",
            number,
        )
        yield FieldProblem("price.drivers", message.format(count=number), sentence.format(count=number))
    if estimated and not any(driver.confirmed_by.strip() for driver in estimated):
        yield FieldProblem(
            "price.drivers",
            _("every figure is our own estimate; none is confirmed by the client"),
            _("Every figure is our own estimate; none is confirmed by the client."),
        )
    for row, driver in enumerate(price.drivers):
        worked_out = f"{driver.basis} {driver.formula}".casefold()
        if driver.kind is DriverKind.REVENUE and "margin" not in worked_out:
            yield FieldProblem(
                f"price.drivers[{row}].formula",
                _("revenue counts at margin, not in full"),
                _("Revenue counts at margin, not in full."),
            )


def _is_estimated(driver: Driver) -> bool:
    return any(amount is not None for amount in (driver.low, driver.likely, driver.high))


def _terms(price: Price, laid: Ledger) -> Iterator[FieldProblem]:
    if price.term_months is None and laid.entries:
        message = ngettext(
            "is blank; {count} month is taken", "is blank; {count} months are taken", DEFAULT_TERM_MONTHS
        )
        sentence = ngettext(
            "The term is blank; {count} month is taken.",
            "The term is blank; {count} months are taken.",
            DEFAULT_TERM_MONTHS,
        )
        yield FieldProblem(
            "price.term_months",
            message.format(count=DEFAULT_TERM_MONTHS),
            sentence.format(count=DEFAULT_TERM_MONTHS),
        )
    if not number_problem(price.rate) and price.rate >= 1:
        number = digits(price.rate * 100)
        yield FieldProblem(
            "price.rate",
            _("is {number}% a year; 10% is written 0.10").format(number=number),
            _("The rate is {number}% a year; 10% is written 0.10.").format(number=number),
        )


def _beyond(laid: Ledger) -> Iterator[FieldProblem]:
    """Yield which lines do not last as long as the term."""
    for entry in laid.entries:
        when, end = entry.schedule, entry.schedule.end(laid.term_months)
        if when.recurs and when.months == 0:
            yield FieldProblem(
                f"{entry.path}.months",
                _("is 0; it counts nothing"),
                _("The duration is 0; it counts nothing."),
            )
        elif not entry.spread.shares:
            yield FieldProblem(
                f"{entry.path}.start_month",
                _("falls outside the term; it counts nothing"),
                _("The start falls outside the term; it counts nothing."),
            )
        elif when.recurs and when.months is not None and end < laid.term_months:
            message = _("ends after month {month} of {term}; nothing is counted after that")
            sentence = _("The duration ends after month {month} of {term}; nothing is counted after that.")
            yield FieldProblem(
                f"{entry.path}.months",
                message.format(month=end, term=laid.term_months),
                sentence.format(month=end, term=laid.term_months),
            )


def _mixed(laid: Ledger) -> Iterator[FieldProblem]:
    """Yield a one-off price set against a recurring one: over another term the delta is another."""
    ours, theirs = (_recurs(laid.of(account)) for account in (Account.OURS, Account.THEIRS))
    if ours is not None and theirs is not None and ours != theirs:
        message = ngettext(
            "one price is paid once, the other again and again: the delta holds for {count} month",
            "one price is paid once, the other again and again: the delta holds for {count} months",
            laid.term_months,
        )
        sentence = ngettext(
            "One price is paid once, the other again and again: the delta holds for {count} month.",
            "One price is paid once, the other again and again: the delta holds for {count} months.",
            laid.term_months,
        )
        yield FieldProblem(
            "price.term_months",
            message.format(count=laid.term_months),
            sentence.format(count=laid.term_months),
        )


def _beside_nothing(laid: Ledger) -> Iterator[FieldProblem]:
    if laid.beside_nothing and laid.usable(Account.OURS):
        yield FieldProblem(
            "price.alternative.prices",
            _("nothing is entered for what they do without us; present values count the value for us alone"),
            _("Nothing is entered for what they do without us; present values count the value for us alone."),
        )


def _recurs(entries: tuple[LedgerEntry, ...]) -> bool | None:
    """Whether all of a price recurs; None for a mixture, or for nothing."""
    kinds = {entry.schedule.recurs for entry in entries if entry.likely}
    return kinds.pop() if len(kinds) == 1 else None


def _costs_left_out(case: Case | None) -> Iterator[FieldProblem]:
    for path, cost in costs(case):
        if cost.amount is not None and cost.per is None:
            yield FieldProblem(f"{path}.per", _("is blank; the cost is left out"))
