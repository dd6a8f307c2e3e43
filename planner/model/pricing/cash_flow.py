"""What the buyer pays and gains, month by month, and what that is worth today.

Costs are all that is paid for choosing us: our price and the value against us. Benefits are all
that is gained by it: the value for us and the alternative's price, which is no longer paid.
An avoided cost so comes to the same whether it is entered as the alternative's price or as a
driver, and against an alternative that costs nothing this is the usual business case. Where no
cost is entered for staying as it is or doing it in-house, the benefits are the value for us alone:
what the alternative costs could only add to them.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import lcm

import msgspec

from planner.model.pricing.ledger import Account, Ledger, LedgerEntry
from planner.model.pricing.payback import WITHIN_A_PERIOD, accrued, payback
from planner.model.pricing.present_value import PLACES, month_factors, present_value
from planner.model.pricing.schedule import Span

UNDISCOUNTED_UP_TO = 12
"""Over a term of so many months or fewer, later money counts in full."""

_COSTS = frozenset({Account.OURS, Account.AGAINST_US})
_BENEFITS = frozenset({Account.THEIRS, Account.FOR_US})


class CashFlow(msgspec.Struct, frozen=True, kw_only=True):
    """The buyer's flows of choosing us over the alternative, likely amounts, month 0 to the last.

    `rate` is the annual rate that discounts, or None where nothing is discounted. Any other field is None
    where a price, a sum or the rate that it needs is missing or has a problem. `net` is what falls due at
    each month, `cumulative` its running sum, `accrued` the same with each recurring amount growing over its
    period. `payback` is the month in which `accrued` rises through zero for the last time, 0 for immediate;
    where there is a `net`, a payback of None means not within the term.
    """

    rate: Decimal | None
    pv_costs: Fraction | None = None
    pv_benefits: Fraction | None = None
    net: tuple[Fraction, ...] | None = None
    cumulative: tuple[Fraction, ...] | None = None
    accrued: tuple[Fraction, ...] | None = None
    payback: Fraction | None = None
    discounted_payback: Fraction | None = None

    @property
    def npv(self) -> Fraction | None:
        """Present value of the benefits less that of the costs; None if either is unknown."""
        if self.pv_benefits is None or self.pv_costs is None:
            return None
        return self.pv_benefits - self.pv_costs

    @property
    def roi(self) -> Fraction | None:
        """NPV / present value of the costs; None without an NPV, or with costs of 0 or less."""
        if self.npv is None or self.pv_costs is None or self.pv_costs <= 0:
            return None
        return self.npv / self.pv_costs


def cash_flow(laid: Ledger, rate: Decimal) -> CashFlow:
    """Return the cash flow of a ledger, discounted at the annual rate if its term is over 12 months."""
    discounting = rate if laid.term_months > UNDISCOUNTED_UP_TO else None
    usable = discounting is None or not any(problem.path == "price.rate" for problem in laid.problems)
    per = _common(laid.entries)
    gains = frozenset({Account.FOR_US}) if laid.beside_nothing else _BENEFITS
    costs, benefits = (_spans(laid, side, per) for side in (_COSTS, gains))
    flow = CashFlow(
        rate=discounting,
        pv_costs=None if costs is None or not usable else _worth(costs, discounting, per),
        pv_benefits=None if benefits is None or not usable else _worth(benefits, discounting, per),
    )
    if costs is None or benefits is None:
        return flow
    net = {
        span: benefits.get(span, 0) - costs.get(span, 0) for span in sorted(costs.keys() | benefits.keys())
    }
    return _with_line(flow, net, laid.term_months, per, usable=usable)


def _with_line(flow: CashFlow, net: dict[Span, int], term: int, per: int, *, usable: bool) -> CashFlow:
    falling_due = _by_month(net)
    flows = [Fraction(falling_due.get(month, 0), per) for month in range(term + 1)]
    levels = accrued(net, term)
    running, cumulative = 0, []
    for month in range(term + 1):
        running += falling_due.get(month, 0)
        cumulative.append(Fraction(running, per))
    undiscounted = payback(net, term)
    if flow.rate is None:
        discounted = undiscounted
    else:
        discounted = _discounted_payback(net, flow.rate, term, per) if usable else None
    return msgspec.structs.replace(
        flow,
        net=tuple(flows),
        cumulative=tuple(cumulative),
        accrued=tuple(Fraction(level, per * WITHIN_A_PERIOD) for level in levels),
        payback=undiscounted,
        discounted_payback=discounted,
    )


def _discounted_payback(net: dict[Span, int], rate: Decimal, term: int, per: int) -> Fraction | None:
    factors = month_factors(rate, term)
    today = {span: amount * factors[span[1]] for span, amount in net.items()}
    return payback(today, term, noise=per * 10 ** (PLACES // 2))


def _worth(spans: dict[Span, int], rate: Decimal | None, per: int) -> Fraction:
    if rate is None:
        return Fraction(sum(spans.values()), per)
    return present_value(rate, _by_month(spans), per)


def _by_month(spans: dict[Span, int]) -> dict[int, int]:
    months: dict[int, int] = {}
    for (_, due), amount in spans.items():
        months[due] = months.get(due, 0) + amount
    return months


def _common(entries: Iterable[LedgerEntry]) -> int:
    """Return in parts of what every amount of every entry is a whole number."""
    return lcm(*(entry.likely.denominator * entry.spread.per for entry in entries))


def _spans(laid: Ledger, side: frozenset[Account], per: int) -> dict[Span, int] | None:
    """Return what falls to each span, in parts of 1/`per`; None if an account of the side is not known."""
    if not all(laid.usable(account) for account in side):
        return None
    spans: dict[Span, int] = {}
    for entry in laid.entries:
        if entry.account in side:
            times = entry.likely.numerator * (per // (entry.likely.denominator * entry.spread.per))
            for span, share in entry.spread.shares:
                spans[span] = spans.get(span, 0) + share * times
    return spans
