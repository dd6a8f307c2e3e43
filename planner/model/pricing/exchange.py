"""Which currency the figures are in, and what an amount in another one is worth in it.

Two currencies are never added: another currency counts only through the one rate entered, with
its date and direction.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from planner.model.case import Case
from planner.model.price import Driver, Exchange, Price, PriceLine
from planner.model.pricing.field_problem import FieldProblem
from planner.model.pricing.numbers import digits, number_problem
from planner.translation import _

EXCHANGE_FIELDS = tuple(f"price.exchange.{name}" for name in ("from", "to", "rate", "date"))


def code_of(currency: str) -> str:
    """Return the currency's code in capitals and without spaces around it, ready to compare."""
    return currency.strip().upper()


def currency_of(price: Price, case: Case | None = None) -> str:
    """Return the code of the currency that all figures are in; "" if none is named anywhere.

    It is the price's own. If that is blank, it is one that the price's lines name, or else one that the costs
    of the case's problems name: of several the one exchanged to, otherwise the first.
    """
    if own := code_of(price.currency):
        return own
    lines: tuple[PriceLine | Driver, ...] = (*price.ours, *price.alternative.prices, *price.drivers)
    problems = case.problems if case else ()
    return _named(price, (line.currency for line in lines)) or _named(
        price, (problem.cost.currency for problem in problems)
    )


def _named(price: Price, currencies: Iterable[str]) -> str:
    named = list(dict.fromkeys(code for currency in currencies if (code := code_of(currency))))
    target = code_of(price.exchange.to)
    return target if target in named else next(iter(named), "")


def in_currency(exchange: Exchange, given: str, currency: str) -> Fraction | None:
    """Return what 1 of `given` (blank: `currency`) is worth in `currency`; None without a usable rate."""
    given = code_of(given) or currency
    if given == currency:
        return Fraction(1)
    direction = (code_of(exchange.from_), code_of(exchange.to))
    if exchange.rate is None or exchange.date is None or next(exchange_problems(exchange), None):
        return None
    if direction == (given, currency):
        return Fraction(exchange.rate)
    return 1 / Fraction(exchange.rate) if direction == (currency, given) else None


def exchange_problems(exchange: Exchange) -> Iterator[FieldProblem]:
    """Yield each problem that keeps the exchange rate from being used; none if its fields are all blank."""
    if exchange == Exchange():
        return
    rate = exchange.rate
    if rate is None:
        yield FieldProblem(
            "price.exchange.rate",
            _("is blank; another currency counts only through a rate"),
            _("The rate is blank; another currency counts only through a rate."),
        )
    elif problem := number_problem(rate):
        yield FieldProblem("price.exchange.rate", problem)
    elif rate <= 0:
        yield FieldProblem(
            "price.exchange.rate", _("expected a rate above 0, got {number}").format(number=digits(rate))
        )
    yield from _direction_problems(exchange)
    if exchange.date is None:
        yield FieldProblem(
            "price.exchange.date",
            _("is blank; a rate needs the day it is of"),
            _("The day of the rate is blank; a rate needs the day it is of."),
        )


def _direction_problems(exchange: Exchange) -> Iterator[FieldProblem]:
    """Yield what is wrong with the currencies that the rate is between."""
    if not exchange.from_.strip():
        yield FieldProblem(
            "price.exchange.from",
            _("is blank; a rate needs its direction"),
            _("The currency exchanged from is blank; a rate needs its direction."),
        )
    if not exchange.to.strip():
        yield FieldProblem(
            "price.exchange.to",
            _("is blank; a rate needs its direction"),
            _("The currency exchanged to is blank; a rate needs its direction."),
        )
    code = code_of(exchange.to)
    if exchange.from_.strip() and code_of(exchange.from_) == code:
        yield FieldProblem(
            "price.exchange.to",
            _("is {currency}, as the currency exchanged from").format(currency=code),
            _("The currency exchanged to is {currency}, as the currency exchanged from.").format(
                currency=code
            ),
        )
