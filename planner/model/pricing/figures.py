"""Everything the figures of a price come to, at once: cheap enough for every keystroke.

The simulation, which is not, is apart: `simulation.py`.
"""

from collections.abc import Mapping
from fractions import Fraction

import msgspec

from planner.model.case import Case
from planner.model.price import Price
from planner.model.pricing.cash_flow import CashFlow, cash_flow
from planner.model.pricing.exchange import code_of
from planner.model.pricing.field_problem import FieldProblem
from planner.model.pricing.inaction import CostOfInaction, cost_of_inaction
from planner.model.pricing.ledger import Account, Ledger, LedgerEntry, account_of, ledger
from planner.model.pricing.price_delta import PriceDelta, delta_in, half_of_the_claim
from planner.model.pricing.price_problems import price_lines
from planner.model.pricing.price_standing import PriceStanding, standing
from planner.model.pricing.price_warnings import price_warnings
from planner.model.pricing.recurring import YEAR, Recurring, recurring
from planner.model.pricing.tornado import Swing, tornado


class LineTotal(msgspec.Struct, frozen=True, kw_only=True):
    """What one price line or driver adds up to over the term, in the figures' currency.

    Amounts have the sign they were entered with; `account` says which way they count. The totals are None
    where the line is blank or has a problem. `per_year` is None for a one-off amount and for a term under 12
    months.
    """

    path: str
    label: str
    account: Account
    low: Fraction | None = None
    likely: Fraction | None = None
    high: Fraction | None = None
    per_year: Fraction | None = None

    @property
    def is_a_range(self) -> bool:
        """Whether low and high differ."""
        return self.low != self.high


class PriceFigures(msgspec.Struct, frozen=True, kw_only=True):
    """All figures of one price over its term, exact and unrounded; a figure that does not apply is None.

    `low`, `likely` and `high` are the scenarios (all low is the worst for the buyer), `half` is the likely
    one with every driver for us at half. `lines` follows the price's own rows: ours, theirs, drivers;
    `not_estimated` are the paths of those with no amount and no problem. `exchanged` says whether an
    exchange rate was used.
    """

    currency: str
    term_months: int
    term_assumed: bool
    exchanged: bool
    standing: PriceStanding
    low: PriceDelta
    likely: PriceDelta
    high: PriceDelta
    half: PriceDelta
    lines: tuple[LineTotal, ...]
    not_estimated: tuple[str, ...]
    cash_flow: CashFlow
    recurring: Recurring
    tornado: tuple[Swing, ...]
    inaction: CostOfInaction
    warnings: tuple[FieldProblem, ...]
    problems: tuple[FieldProblem, ...]

    @property
    def scenarios(self) -> Mapping[str, PriceDelta]:
        """The four scenarios by name: low, likely, high, half."""
        return {"low": self.low, "likely": self.likely, "high": self.high, "half": self.half}

    @property
    def delta_range(self) -> tuple[Fraction, Fraction] | None:
        """The smallest and the largest delta; None where the delta is not known or both are the same."""
        low, high = self.high.delta, self.low.delta
        return None if low is None or high is None or low == high else (low, high)

    @property
    def payback(self) -> Fraction | None:
        """Months until the buyer has the premium back, 0 for immediate.

        None if it does not come back within the term, if that is unknown, and if our price is lower: there is
        then nothing to pay back.
        """
        delta = self.likely.delta
        return None if delta is not None and delta < 0 else self.cash_flow.payback

    @property
    def estimated_drivers(self) -> int:
        """How many drivers have an amount and no problem."""
        return sum(
            line.likely is not None and line.account in {Account.FOR_US, Account.AGAINST_US}
            for line in self.lines
        )


def figures(price: Price, case: Case | None = None) -> PriceFigures:
    """Return all figures of the price; with a case, also what leaving its problems as they are costs."""
    case = case or Case()
    laid = ledger(price, case)
    likely = delta_in(laid)
    inaction = cost_of_inaction(price, case, laid.problems)
    return PriceFigures(
        currency=laid.currency,
        term_months=laid.term_months,
        term_assumed=price.term_months is None,
        exchanged=inaction.exchanged or _exchanged(price, laid),
        standing=standing(
            likely,
            estimated=any(entry.account in {Account.FOR_US, Account.AGAINST_US} for entry in laid.entries),
            usable=not laid.unusable,
        ),
        low=delta_in(laid, "low"),
        likely=likely,
        high=delta_in(laid, "high"),
        half=half_of_the_claim(laid),
        lines=_line_totals(price, laid),
        not_estimated=laid.blank,
        cash_flow=cash_flow(laid, price.rate),
        recurring=recurring(laid),
        tornado=tornado(laid),
        inaction=inaction,
        warnings=price_warnings(price, laid, case),
        problems=laid.problems,
    )


def _exchanged(price: Price, laid: Ledger) -> bool:
    """Whether a line that counts is in another currency."""
    counted = {entry.path for entry in laid.entries}
    return any(
        path in counted and code_of(line.currency) not in {"", laid.currency}
        for path, line in price_lines(price)
    )


def _line_totals(price: Price, laid: Ledger) -> tuple[LineTotal, ...]:
    entries = {entry.path: entry for entry in laid.entries}
    return tuple(
        _line_total(entries[path], laid.term_months)
        if path in entries
        else LineTotal(
            path=path, label=getattr(line, "name", getattr(line, "label", "")), account=account_of(path, line)
        )
        for path, line in price_lines(price)
    )


def _line_total(entry: LedgerEntry, term_months: int) -> LineTotal:
    likely = entry.total()
    by_the_year = entry.schedule.recurs and term_months >= YEAR
    return LineTotal(
        path=entry.path,
        label=entry.label,
        account=entry.account,
        low=entry.total("low"),
        likely=likely,
        high=entry.total("high"),
        per_year=likely * YEAR / term_months if by_the_year else None,
    )
