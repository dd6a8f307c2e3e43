"""Bidi: the order in which the words of a line are drawn when some are written from right to left.

A simple form of the Unicode bidirectional algorithm, by words: stretches written against the
paragraph's direction are turned; figures and signs between two words of a stretch belong to it.
"""

from collections.abc import Sequence
from itertools import pairwise

from planner.documents.words import Word, direction_of


def in_visual_order(words: Sequence[Word], *, right_to_left: bool) -> list[Word]:
    """Return the words of a line in the order they are drawn, left to right, with the spaces moved along."""
    along, against = ("R", "L") if right_to_left else ("L", "R")
    ways = _settled([direction_of(word) for word in words], along, against)
    if not right_to_left and against not in ways:
        return list(words)
    stretches: list[list[int]] = []
    for at, way in enumerate(ways):
        if way == against and at and ways[at - 1] == against:
            stretches[-1].append(at)
        else:
            stretches.append([at])
    if right_to_left:
        visual = [at for stretch in reversed(stretches) for at in stretch]
    else:
        visual = [at for stretch in stretches for at in reversed(stretch)]
    gaps = [words[min(left, right)].space for left, right in pairwise(visual)]
    return [words[at]._replace(space=gap) for at, gap in zip(visual, [*gaps, 0.0], strict=True)]


def _settled(ways: list[str], along: str, against: str) -> list[str]:
    """Return R or L for each word: a neutral one goes with its neighbours if they agree."""
    settled = list(ways)
    for at, way in enumerate(ways):
        if way == "N":
            before = settled[at - 1] if at else along
            after = next((later for later in ways[at + 1 :] if later != "N"), along)
            settled[at] = against if before == after == against else along
    return settled
