"""What recurs, and what falls due once: a one-off amount is never spread over the years."""

from fractions import Fraction

import msgspec

from planner.model.pricing.ledger import Account, Ledger

YEAR = 12


class Recurring(msgspec.Struct, frozen=True, kw_only=True):
    """Sums over the term of the delta and the differentiation, split into what recurs and what is due once.

    `delta` and `differentiation` are what recurs, `…_once` the one-off amounts. None where a sum is not
    known.
    """

    term_months: int
    delta: Fraction | None
    delta_once: Fraction | None
    differentiation: Fraction | None
    differentiation_once: Fraction | None

    @property
    def net_cost_of_delay_per_month(self) -> Fraction | None:
        """What a month of waiting costs the buyer: recurring differentiation less recurring delta, per month.

        Averaged over the term, ramps included; None if either is unknown, negative if waiting saves.
        """
        if self.delta is None or self.differentiation is None:
            return None
        return (self.differentiation - self.delta) / self.term_months

    def per_year(self, over_the_term: Fraction | None) -> Fraction | None:
        """Return a recurring sum over the term as one per year; None for None, or a term under 12 months."""
        if over_the_term is None or self.term_months < YEAR:
            return None
        return over_the_term * YEAR / self.term_months


def recurring(laid: Ledger) -> Recurring:
    """Return the delta and the differentiation of a ledger, recurring and one-off apart, likely amounts."""
    return Recurring(
        term_months=laid.term_months,
        delta=_difference(laid, Account.OURS, Account.THEIRS, recurs=True),
        delta_once=_difference(laid, Account.OURS, Account.THEIRS, recurs=False),
        differentiation=_difference(laid, Account.FOR_US, Account.AGAINST_US, recurs=True),
        differentiation_once=_difference(laid, Account.FOR_US, Account.AGAINST_US, recurs=False),
    )


def _difference(laid: Ledger, plus: Account, minus: Account, *, recurs: bool) -> Fraction | None:
    if not (laid.usable(plus) and laid.usable(minus)):
        return None
    signs = {plus: 1, minus: -1}
    return sum(
        (
            entry.total() * signs[entry.account]
            for entry in laid.entries
            if entry.account in signs and entry.schedule.recurs is recurs
        ),
        Fraction(0),
    )
