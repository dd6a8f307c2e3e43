"""What chance alone would show: exact tests, and the correction for looking at many things at once.

A report looks at some forty comparisons. At the usual five in a hundred each, chance alone would
make it claim something in nearly nine reports of ten. So a claim must survive Holm's correction over all
comparisons of its report: the chance of even one false claim in a report is at most `FALSE_REPORTS`.

Sources: R. A. Fisher, The Design of Experiments (1935), for the exact test of two shares, two-sided
as R's `fisher.test` has it: tables no likelier than the one observed; C. J. Clopper and E. S. Pearson
(1934) for the binomial; S. Holm, A simple sequentially rejective multiple test procedure (1979).
The tests take calls for independent of each other, which calls with one client are only roughly.
"""

from collections.abc import Callable, Sequence

FALSE_REPORTS = 0.05
"""At most so many reports in which nothing is connected claim anything at all."""

FEWEST = 10
"""From fewer calls nothing is concluded, nor are smaller groups compared."""

_NO_LIKELIER = 1 + 1e-7
"""Rounding must not part tables that are equally likely; the tolerance is that of R's `fisher.test`."""

_NEGLIGIBLE = 1e-18


def two_shares(some: int, of: int, others: int, of_others: int) -> float:
    """Return the probability that two shares differ at least this much by chance (Fisher, two-sided).

    `some` of `of` on one side, `others` of `of_others` on the other; 1 where either side is empty.
    """
    hits, calls = some + others, of + of_others
    low, high = max(0, hits - of_others), min(of, hits)

    def step(at: int) -> float:
        """How much likelier at + 1 hits on the first side are than at."""
        return (of - at) * (hits - at) / ((at + 1) * (of_others - hits + at + 1))

    mode = min(max((of + 1) * (hits + 1) // (calls + 2), low), high)
    return _no_likelier(some, mode, (low, high), step)


def share_of_half(some: int, of: int) -> float:
    """Return the probability that `some` of `of` is at least this far from one half by chance (binomial)."""
    return _no_likelier(some, of // 2, (0, of), lambda at: (of - at) / (at + 1))


def surviving(chances: Sequence[float]) -> list[bool]:
    """Return, for each comparison of one report, whether it survives Holm's correction over all of them."""
    survives = [False] * len(chances)
    for place, at in enumerate(sorted(range(len(chances)), key=lambda index: chances[index])):
        if chances[at] * (len(chances) - place) > FALSE_REPORTS:
            break
        survives[at] = True
    return survives


def _no_likelier(seen: int, mode: int, ends: tuple[int, int], step: Callable[[int], float]) -> float:
    """Return the probability of what is no likelier than `seen`, from the ratios of neighbours.

    Weights are relative to the mode's; beyond what is negligible they are taken as 0.
    """
    weights = {mode: 1.0}
    for at in range(mode, ends[1]):
        weights[at + 1] = weights[at] * step(at)
        if weights[at + 1] < _NEGLIGIBLE:
            break
    for at in range(mode, ends[0], -1):
        weights[at - 1] = weights[at] / step(at - 1)
        if weights[at - 1] < _NEGLIGIBLE:
            break
    limit = weights.get(seen, 0.0) * _NO_LIKELIER
    return min(1.0, sum(weight for weight in weights.values() if weight <= limit) / sum(weights.values()))
