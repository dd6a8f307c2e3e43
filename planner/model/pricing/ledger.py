"""A price laid out for reckoning: every estimated line in one currency, with its schedule.

Exact `Fraction`s throughout; whoever shows a figure rounds it, once.
"""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import msgspec

from planner.model.case import Case
from planner.model.price import Alternative, Driver, Price
from planner.model.pricing.exchange import currency_of, in_currency
from planner.model.pricing.field_problem import FieldProblem
from planner.model.pricing.lines import Line, Scenario, estimate, schedule_of, units_of
from planner.model.pricing.price_problems import LONGEST_TERM, price_lines, price_problems
from planner.model.pricing.schedule import Schedule, Spread, spread
from planner.model.terms import AlternativeKind

DEFAULT_TERM_MONTHS = 12


class Account(StrEnum):
    """What a line counts towards."""

    OURS = "our price"
    THEIRS = "the alternative's price"
    FOR_US = "value for us"
    AGAINST_US = "value against us"


class LedgerEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A price line or driver that has an amount and no problem.

    `low`, `likely` and `high` are what falls due each time, for all units, in the ledger's currency.
    """

    path: str
    label: str
    account: Account
    schedule: Schedule
    spread: Spread
    low: Fraction
    likely: Fraction
    high: Fraction

    def amount(self, scenario: Scenario) -> Fraction:
        """Return what falls due each time, low, likely or high as `scenario` says, for all units."""
        if scenario == "likely":
            return self.likely
        return self.low if scenario == "low" else self.high

    def total(self, scenario: Scenario = "likely") -> Fraction:
        """Return what the line adds up to over the term in a scenario, undiscounted."""
        return self.amount(scenario) * self.spread.total

    @property
    def effect(self) -> int:
        """1 where a larger amount is better for the buyer who chooses us, −1 where it is worse."""
        return 1 if self.account in {Account.FOR_US, Account.THEIRS} else -1


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """All lines of one price, in one currency and laid out over one term.

    `blank` are the paths of lines with no amount and no problem. `unusable` are the accounts in which a
    line has a problem, all if the term has one: their sum is not known. `beside_nothing` says that the
    alternative is to stay as it is or to do it in-house, without any cost entered, while there is value for
    us.
    """

    term_months: int
    currency: str
    entries: tuple[LedgerEntry, ...]
    blank: tuple[str, ...]
    unusable: frozenset[Account]
    problems: tuple[FieldProblem, ...]
    beside_nothing: bool = False

    def of(self, account: Account) -> tuple[LedgerEntry, ...]:
        """Return the entries of an account."""
        return tuple(entry for entry in self.entries if entry.account is account)

    def usable(self, account: Account) -> bool:
        """Whether the account's sum is known: no problem in it and, for a price, a line estimated."""
        if account in self.unusable:
            return False
        return account in {Account.FOR_US, Account.AGAINST_US} or any(
            entry.account is account for entry in self.entries
        )

    def total(self, account: Account, scenario: Scenario = "likely") -> Fraction | None:
        """Return what the account's lines add up to over the term in a scenario; None if not known."""
        if not self.usable(account):
            return None
        return sum((entry.total(scenario) for entry in self.entries if entry.account is account), Fraction(0))


def ledger(price: Price, case: Case | None = None) -> Ledger:
    """Return the price as a ledger over its term (12 months if blank), in the currency of its figures."""
    problems = price_problems(price, case)
    broken = {problem.path.rpartition(".")[0] for problem in problems}
    term = price.term_months if price.term_months is not None else DEFAULT_TERM_MONTHS
    currency = currency_of(price, case)
    lines = list(price_lines(price))
    sound = [(path, line) for path, line in lines if path not in broken]
    laid = Ledger(
        term_months=min(max(term, 1), LONGEST_TERM),
        currency=currency,
        entries=tuple(_entries(sound, price, term, currency)),
        blank=tuple(path for path, line in sound if estimate(line, "likely") is None),
        unusable=frozenset(Account)
        if any(problem.path == "price.term_months" for problem in problems)
        else frozenset(account_of(path, line) for path, line in lines if path in broken),
        problems=problems,
    )
    return msgspec.structs.replace(laid, beside_nothing=_beside_nothing(price.alternative, laid))


def _beside_nothing(alternative: Alternative, laid: Ledger) -> bool:
    without_us = alternative.kind in {AlternativeKind.STATUS_QUO, AlternativeKind.IN_HOUSE}
    entered = Account.THEIRS in laid.unusable or any(laid.of(Account.THEIRS))
    return without_us and not entered and any(laid.of(Account.FOR_US))


def account_of(path: str, line: Line) -> Account:
    """Return the account that the line at the path counts towards."""
    if isinstance(line, Driver):
        return Account.AGAINST_US if line.against_us else Account.FOR_US
    return Account.OURS if path.startswith("price.ours") else Account.THEIRS


def _entries(
    lines: Iterable[tuple[str, Line]], price: Price, term: int, currency: str
) -> Iterable[LedgerEntry]:
    for path, line in lines:
        low, likely, high = (estimate(line, scenario) for scenario in ("low", "likely", "high"))
        if low is None or likely is None or high is None:
            continue
        worth = in_currency(price.exchange, line.currency, currency)
        assert worth is not None
        times = worth if line.units is None else worth * units_of(line)
        schedule = schedule_of(line)
        middle = _times(likely, times)
        yield LedgerEntry(
            path=path,
            label=line.name if isinstance(line, Driver) else line.label,
            account=account_of(path, line),
            schedule=schedule,
            spread=spread(schedule, term),
            low=middle if low is likely else _times(low, times),
            likely=middle,
            high=middle if high is likely else _times(high, times),
        )


def _times(amount: Decimal, times: Fraction) -> Fraction:
    return Fraction(amount) if times == 1 else Fraction(amount) * times
