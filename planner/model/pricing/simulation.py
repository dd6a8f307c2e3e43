"""What may come of it: every estimate with a range drawn at random, many times over.

The one place where money is not exact: each run is reckoned in floating point, from a seed, so that
the same plan gives the same figures. Heavy enough for the background: `simulate` can be stopped.
"""

from collections.abc import Callable
from fractions import Fraction
from random import Random

import msgspec

from planner.model.case import Case
from planner.model.price import Price
from planner.model.pricing.ledger import Account, Ledger, LedgerEntry, ledger
from planner.model.pricing.price_delta import delta_in
from planner.model.pricing.shapes import Draws, draws
from planner.model.terms import SimulationShape

CHUNK = 2_000
"""So many runs are drawn before it is asked whether to go on."""


class Spreading(msgspec.Struct, frozen=True, kw_only=True):
    """How one figure spreads over all runs: its 10th percentile, median and 90th percentile."""

    p10: float
    median: float
    p90: float


class Simulated(msgspec.Struct, frozen=True, kw_only=True):
    """The result of a simulation: the buyer's surplus, and the share of runs in which it is above 0.

    `break_even_share` spreads over all runs; None where any run has none: no premium, or no value for us.
    """

    shape: SimulationShape
    seed: int
    runs: int
    p_surplus_positive: float
    surplus: Spreading
    break_even_share: Spreading | None


def simulate(
    price: Price, case: Case | None = None, *, stopped: Callable[[], bool] = lambda: False
) -> Simulated | None:
    """Return what the price's own simulation (shape, seed, runs) finds; a negative surplus is simulated too.

    None if the surplus is unknown, or once `stopped()`, called every 2,000 runs, is true. `case` gives the
    currency where the price names none.
    """
    laid = ledger(price, case)
    if delta_in(laid).surplus is None:
        return None
    asked = price.simulation
    runs = _Runs(laid, asked.shape, Random(asked.seed))  # noqa: S311 -- chance for figures, not for secrets
    while runs.done < asked.runs:
        if stopped():
            return None
        runs.draw(min(CHUNK, asked.runs - runs.done))
    return Simulated(
        shape=asked.shape,
        seed=asked.seed,
        runs=asked.runs,
        p_surplus_positive=sum(surplus > 0 for surplus in runs.surpluses) / asked.runs,
        surplus=_spreading(runs.surpluses),
        break_even_share=_spreading(shares) if (shares := runs.break_even_shares()) else None,
    )


class _Runs:
    """Draws runs, some at a time, and keeps what the buyer pays more, gains and loses in each."""

    def __init__(self, laid: Ledger, shape: SimulationShape, random: Random) -> None:
        self._random = random
        self._certain = {account: _certain(laid, account) for account in Account}
        self._uncertain = [
            (entry.account, _drawn(entry, shape))
            for entry in laid.entries
            if entry.low != entry.high and entry.spread.total
        ]
        self._deltas: list[float] = []
        self._gains: list[float] = []
        self._losses: list[float] = []
        self.surpluses: list[float] = []

    @property
    def done(self) -> int:
        """How many runs are drawn."""
        return len(self.surpluses)

    def draw(self, count: int) -> None:
        """Draw so many more."""
        sums = {account: [float(known)] * count for account, known in self._certain.items()}
        # One stream of chance for all lines, drawn line by line within a chunk: the same seed gives the
        # same figures whatever the machine and however often the work is stopped and begun again.
        evenly = self._random.random
        for account, drawn in self._uncertain:
            amounts = drawn([evenly() for _ in range(count)])
            sums[account] = [so_far + amount for so_far, amount in zip(sums[account], amounts, strict=True)]
        ours, theirs, gains, losses = (sums[account] for account in Account)
        deltas = [our - their for our, their in zip(ours, theirs, strict=True)]
        if not self._uncertain:
            exact = self._surplus_for_sure()
            self.surpluses += [exact] * count
        else:
            self.surpluses += [
                gain - loss - delta for gain, loss, delta in zip(gains, losses, deltas, strict=True)
            ]
        self._deltas += deltas
        self._gains += gains
        self._losses += losses

    def break_even_shares(self) -> list[float]:
        """Return the break-even share of each run; none if one of them has none."""
        if min(self._deltas) <= 0 or min(self._gains) <= 0:
            return []
        return [
            (delta + loss) / gain
            for delta, loss, gain in zip(self._deltas, self._losses, self._gains, strict=True)
        ]

    def _surplus_for_sure(self) -> float:
        """Return the surplus where nothing is left to chance, rounded once."""
        sign = {Account.OURS: -1, Account.THEIRS: 1, Account.FOR_US: 1, Account.AGAINST_US: -1}
        return float(sum(sign[account] * known for account, known in self._certain.items()))


def _certain(laid: Ledger, account: Account) -> Fraction:
    return sum((entry.total() for entry in laid.of(account) if entry.low == entry.high), Fraction(0))


def _drawn(entry: LedgerEntry, shape: SimulationShape) -> Draws:
    times = entry.spread.total
    return draws(shape, *(float(amount * times) for amount in (entry.low, entry.likely, entry.high)))


def _spreading(found: list[float]) -> Spreading:
    ordered = sorted(found)
    return Spreading(p10=_quantile(ordered, 0.1), median=_quantile(ordered, 0.5), p90=_quantile(ordered, 0.9))


def _quantile(ordered: list[float], share: float) -> float:
    """Return the value below which the share of all lies, between two runs in a straight line."""
    at = int(place := share * (len(ordered) - 1))
    above = ordered[min(at + 1, len(ordered) - 1)]
    return ordered[at] + (place - at) * (above - ordered[at])
