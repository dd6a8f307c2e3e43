"""The price delta and what it is worth to the buyer, in the price's currency over its term.

Everything is exact (`Fraction`); round once, when shown. Terms follow the practice of economic
value to the customer: the value of the next best alternative plus everything that differs.
"""

from fractions import Fraction

import msgspec

from planner.model.price import Price
from planner.model.pricing.ledger import Account, Ledger, ledger
from planner.model.pricing.lines import OPPOSITE, Scenario


class PriceDelta(msgspec.Struct, frozen=True, kw_only=True):
    """Both prices and the value that differs, summed over the term; delta and shares follow from them.

    `reference` is the alternative's price, None if not estimated, as is `price`. Each of the four sums is
    None if one of its lines, or the term, has a problem. `value_against` is 0 or more. `not_estimated` counts
    drivers with no amount and no problem.
    """

    term_months: int
    reference: Fraction | None
    price: Fraction | None
    value_for: Fraction | None
    value_against: Fraction | None
    not_estimated: int = 0

    @property
    def delta(self) -> Fraction | None:
        """Our price less the next best alternative's; None if either is unknown."""
        if self.price is None or self.reference is None:
            return None
        return self.price - self.reference

    @property
    def premium(self) -> Fraction | None:
        """The delta as a share of the reference; None without a delta or without a reference above 0."""
        if self.delta is None or self.reference is None or self.reference <= 0:
            return None
        return self.delta / self.reference

    @property
    def differentiation(self) -> Fraction | None:
        """Value for us less value against us; None if either is unknown."""
        if self.value_for is None or self.value_against is None:
            return None
        return self.value_for - self.value_against

    @property
    def eve(self) -> Fraction | None:
        """Economic value to the customer: reference plus differentiation; None if either is unknown."""
        if self.reference is None or self.differentiation is None:
            return None
        return self.reference + self.differentiation

    @property
    def surplus(self) -> Fraction | None:
        """What the buyer is better off by: differentiation less delta; None if either is unknown."""
        if self.delta is None or self.differentiation is None:
            return None
        return self.differentiation - self.delta

    @property
    def our_share(self) -> Fraction | None:
        """Our part of the added value: delta / differentiation.

        None unless the differentiation is above 0 and the delta lies between 0 and the differentiation.
        """
        delta, worth = self.delta, self.differentiation
        if delta is None or worth is None or worth <= 0 or not 0 <= delta <= worth:
            return None
        return delta / worth

    @property
    def client_share(self) -> Fraction | None:
        """The client's part of the added value: surplus / differentiation; None where `our_share` is None."""
        return None if self.our_share is None else 1 - self.our_share

    @property
    def break_even_share(self) -> Fraction | None:
        """Share of the claimed value that must come true for the buyer to be even.

        (delta + value against us) / value for us; None without a positive delta, without value for us, or if
        either value is unknown. May exceed 1: the premium is then not justified.
        """
        if not self._dearer or not self.value_for or self.value_against is None:
            return None
        assert self.delta is not None
        return (self.delta + self.value_against) / self.value_for

    @property
    def value_per_extra(self) -> Fraction | None:
        """Differentiation / delta: the value that one unit of premium buys.

        None without a positive delta, or if the differentiation is unknown.
        """
        if not self._dearer or self.differentiation is None:
            return None
        assert self.delta is not None
        return self.differentiation / self.delta

    @property
    def return_on_difference(self) -> Fraction | None:
        """Surplus / delta: the return on the price difference; None where `value_per_extra` is None."""
        return None if self.value_per_extra is None else self.value_per_extra - 1

    @property
    def highest_losing_reference(self) -> Fraction | None:
        """Price less differentiation: the buyer loses by choosing us if the alternative costs less than this.

        None if unknown, or if 0 or less: the buyer then does not lose even where the alternative is free.
        """
        if self.price is None or self.differentiation is None:
            return None
        limit = self.price - self.differentiation
        return limit if limit > 0 else None

    @property
    def _dearer(self) -> bool:
        return self.delta is not None and self.delta > 0


def price_delta(price: Price, scenario: Scenario = "likely") -> PriceDelta:
    """Return the delta over the price's term (12 months if blank), estimates taken as `scenario` says.

    `low` is the worst case for the buyer: drivers for us low, drivers against us high, our price
    high and theirs low; `high` is the opposite.
    """
    return delta_in(ledger(price), scenario)


def delta_in(laid: Ledger, scenario: Scenario = "likely") -> PriceDelta:
    """Return the delta of a ledger in a scenario."""
    return PriceDelta(
        term_months=laid.term_months,
        reference=laid.total(Account.THEIRS, scenario),
        price=laid.total(Account.OURS, OPPOSITE[scenario]),
        value_for=laid.total(Account.FOR_US, scenario),
        value_against=laid.total(Account.AGAINST_US, OPPOSITE[scenario]),
        not_estimated=sum(path.startswith("price.drivers") for path in laid.blank),
    )


def half_of_the_claim(laid: Ledger) -> PriceDelta:
    """Return the likely delta with the value of all drivers for us halved."""
    likely = delta_in(laid)
    half = None if likely.value_for is None else likely.value_for / 2
    return msgspec.structs.replace(likely, value_for=half)
