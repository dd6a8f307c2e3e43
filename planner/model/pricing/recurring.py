"""What recurs, and what falls due once: a one-off amount is never spread over the years."""

from fractions import Fraction

import msgspec

from planner.model.pricing.ledger import Account, Ledger

YEAR = 12


class Recurring(msgspec.Struct, frozen=True, kw_only=True):
    """The delta and the differentiation over the term, in what recurs and what falls due once.

    Each is None where its sum is not known.
    """

    term_months: int
    delta: Fraction | None
    delta_once: Fraction | None
    differentiation: Fraction | None
    differentiation_once: Fraction | None

    @property
    def net_cost_of_delay_per_month(self) -> Fraction | None:
        """(recurring differentiation − recurring delta) by the month: what each month of waiting costs.

        Averaged over the term, ramps included. None where either is not known.
        """
        if self.delta is None or self.differentiation is None:
            return None
        return (self.differentiation - self.delta) / self.term_months

    def per_year(self, over_the_term: Fraction | None) -> Fraction | None:
        """Return what recurs by the year; None over less than one."""
        if over_the_term is None or self.term_months < YEAR:
            return None
        return over_the_term * YEAR / self.term_months


def recurring(laid: Ledger) -> Recurring:
    """Return what recurs of a price that is laid out, all amounts likely."""
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
