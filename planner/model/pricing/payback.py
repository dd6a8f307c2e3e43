"""After how many months the buyer has back what was paid more."""

from collections.abc import Mapping
from fractions import Fraction
from math import lcm

from planner.model.pricing.schedule import Span

WITHIN_A_PERIOD = lcm(*range(1, 13))
"""A period is of 1 to 12 months: so finely divided, each month's part of it is a whole number."""


def accrued(net: Mapping[Span, int], term_months: int) -> list[int]:
    """Return the cumulative net after each month from 0 on, in parts of 1/`WITHIN_A_PERIOD` of the net's own.

    What falls due at the end of its period grows in a straight line over it; what falls due at
    once jumps.
    """
    slopes, jumps = _slopes_and_jumps(net, term_months)
    level, levels = 0, []
    for slope, jump in zip(slopes, jumps, strict=True):
        level += slope + jump
        levels.append(level)
    return levels


def payback(net: Mapping[Span, int], term_months: int, noise: int = 0) -> Fraction | None:
    """Return the month in which the cumulative net rises through zero for the last time.

    0 where it is never below zero; None where it still is at the end of the term. Within a period it is
    interpolated: what falls due at its end grows in a straight line over it. A sum nearer to zero than
    `noise` counts as zero.
    """
    slopes, jumps = _slopes_and_jumps(net, term_months)
    below = -noise * WITHIN_A_PERIOD
    crossed, level = Fraction(0), 0
    for month, (slope, jump) in enumerate(zip(slopes, jumps, strict=True)):
        before, at_end = level, level + slope
        level = at_end + jump
        if before < below <= at_end:
            crossed = Fraction(month - 1) + min(Fraction(-before, slope), Fraction(1))
        elif at_end < below <= level:
            crossed = Fraction(month)
    return None if level < below else crossed


def _slopes_and_jumps(net: Mapping[Span, int], term_months: int) -> tuple[list[int], list[int]]:
    """Return what grows within each month, and what falls due at once at its end."""
    slopes, jumps = [0] * (term_months + 1), [0] * (term_months + 1)
    for (start, due), amount in net.items():
        if start == due:
            jumps[due] += amount * WITHIN_A_PERIOD
            continue
        monthly = amount * (WITHIN_A_PERIOD // (due - start))
        for month in range(start + 1, due + 1):
            slopes[month] += monthly
    return slopes, jumps
