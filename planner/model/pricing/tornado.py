"""What moves the buyer's surplus: one line at a time from its low to its high, the others likely."""

from fractions import Fraction

import msgspec

from planner.model.pricing.ledger import Account, Ledger
from planner.model.pricing.price_delta import delta_in


class Swing(msgspec.Struct, frozen=True, kw_only=True):
    """The buyer's surplus with one line at its low and at its high amount, all others likely."""

    path: str
    label: str
    account: Account
    at_low: Fraction
    at_high: Fraction

    @property
    def swing(self) -> Fraction:
        """How far the line moves the surplus: the distance between `at_low` and `at_high`."""
        return abs(self.at_high - self.at_low)


def tornado(laid: Ledger) -> tuple[Swing, ...]:
    """Return the swing of every estimated driver and of every price line with a range, largest first.

    () if the surplus is not known. A driver without a range stands at the end with a swing of 0.
    """
    surplus = delta_in(laid).surplus
    if surplus is None:
        return ()
    swings = [
        Swing(
            path=entry.path,
            label=entry.label,
            account=entry.account,
            at_low=surplus + entry.effect * (entry.low - entry.likely) * entry.spread.total,
            at_high=surplus + entry.effect * (entry.high - entry.likely) * entry.spread.total,
        )
        for entry in laid.entries
        if entry.account in {Account.FOR_US, Account.AGAINST_US} or entry.low != entry.high
    ]
    return tuple(sorted(swings, key=lambda swing: -swing.swing))
