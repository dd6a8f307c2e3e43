"""Draws between low and high around the likely value: triangular, or PERT."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import accumulate
from math import sqrt

from planner.model.terms import SimulationShape

Draws = Callable[[Iterable[float]], list[float]]
"""Turns numbers spread evenly from 0 to 1 into as many amounts."""

_STEPS = 2_000
_QUANTILES = 1_000


def draws(shape: SimulationShape, low: float, likely: float, high: float) -> Draws:
    """Return what turns numbers, 0 ≤ n < 1, into amounts; needs low ≤ likely ≤ high and low < high."""
    if shape is SimulationShape.PERT:
        return _pert(low, likely, high)
    return _triangular(low, likely, high)


def _triangular(low: float, likely: float, high: float) -> Draws:
    """Return draws by the inverse of the triangular distribution."""
    width = high - low
    turn = (likely - low) / width
    rising, falling = width * (likely - low), width * (high - likely)

    def drawn(evenly: Iterable[float]) -> list[float]:
        return [low + sqrt(u * rising) if u < turn else high - sqrt((1 - u) * falling) for u in evenly]

    return drawn


def _pert(low: float, likely: float, high: float) -> Draws:
    """Return draws of the PERT distribution: a beta of mean (low + 4 likely + high) / 6."""
    width = high - low
    quantiles = _beta_quantiles((likely - low) / width)

    def drawn(evenly: Iterable[float]) -> list[float]:
        numbers = []
        for u in evenly:
            at = int(place := u * _QUANTILES)
            below = quantiles[at]
            numbers.append(low + width * (below + (place - at) * (quantiles[at + 1] - below)))
        return numbers

    return drawn


@lru_cache(maxsize=256)
def _beta_quantiles(mode: float) -> tuple[float, ...]:
    """Return the quantiles of Beta(1 + 4 mode, 5 − 4 mode) at every thousandth, from 0 to 1."""
    rise, fall = 4 * mode, 4 - 4 * mode
    middles = [(step + 0.5) / _STEPS for step in range(_STEPS)]
    below = [0.0, *accumulate(x**rise * (1 - x) ** fall for x in middles)]
    whole = below[-1]
    quantiles = [0.0]
    for rank in range(1, _QUANTILES):
        target = whole * rank / _QUANTILES
        step = bisect_left(below, target)
        part = (target - below[step - 1]) / (below[step] - below[step - 1])
        quantiles.append((step - 1 + part) / _STEPS)
    return (*quantiles, 1.0)
