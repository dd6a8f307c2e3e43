"""Mutants of the store: which of them are tried, which are equivalent, and what share was killed."""

import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

EQUIVALENT = Path(__file__).with_name("equivalent.toml")
MOST_EQUIVALENT = 0.05
"""No more of a sample may be called equivalent: beyond that, the list would be hiding survivors."""
LEAST_SCORE = 0.9


class Edit(NamedTuple):
    """What a mutation does to a function: the lines it takes away and those it puts there.

    Neither module nor line number is part of it, so it stays the same when the function moves.
    """

    function: str
    was: str
    becomes: str


class EquivalentMutant(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mutant that no test can kill, since nobody could tell it from the program; and why."""

    function: str
    was: str
    becomes: str
    reason: str

    @property
    def edit(self) -> Edit:
        """The edit it is known by."""
        return Edit(self.function, _stripped(self.was), _stripped(self.becomes))


class Tried(msgspec.Struct, frozen=True):
    """A mutant whose tests have run; `diff` is against the function, `place` the file and line."""

    name: str
    edit: Edit
    place: str
    diff: str
    is_killed: bool


class Score(msgspec.Struct, frozen=True):
    """What came of a sample; `wrongly_equivalent` are those listed as equivalent that a test killed."""

    tried: tuple[Tried, ...]
    equivalent: tuple[Tried, ...]
    survivors: tuple[Tried, ...]
    wrongly_equivalent: tuple[Tried, ...]

    @property
    def killed(self) -> int:
        """How many were killed, by a test or because the tests came to no end."""
        return sum(mutant.is_killed for mutant in self.tried)

    @property
    def share(self) -> float:
        """Share killed of those that can be."""
        return self.killed / max(len(self.tried) - len(self.equivalent), 1)

    @property
    def failures(self) -> list[str]:
        """Why the sample fails, in sentences; none if it passes."""
        checks = {
            f"Less than {LEAST_SCORE:.0%} were killed.": self.share >= LEAST_SCORE,
            f"More than {MOST_EQUIVALENT:.0%} are listed as equivalent.": (
                len(self.equivalent) <= MOST_EQUIVALENT * len(self.tried)
            ),
            "A mutant listed as equivalent was killed: it is not.": not self.wrongly_equivalent,
        }
        return [sentence for sentence, holds in checks.items() if not holds]


def sample(names: Iterable[str], *, count: int, seed: int) -> list[str]:
    """Return that many mutants; a smaller count draws the first of a larger one's.

    Each has its own place in the draw, by its function and number: a change to the store leaves most
    of the sample as it was, and so does moving a function to another module.
    """
    return sorted(names, key=lambda name: _place_in_draw(name, seed))[:count]


def function_of(name: str) -> str:
    """Return the function that a mutant of mutmut's belongs to: `Journal.append` or `scan_records`."""
    mangled = name.rpartition(".")[2].rpartition("__mutmut_")[0]
    return (
        mangled.removeprefix("x_")
        if mangled.startswith("x_")
        else mangled.removeprefix("xǁ").replace("ǁ", ".")
    )


def edit_in(diff: str, function: str) -> Edit:
    """Return what a unified diff of a function does to it."""
    body = diff.splitlines()[2:]
    was, becomes = ([line[1:] for line in body if line.startswith(sign)] for sign in "-+")
    return Edit(function, _stripped("\n".join(was)), _stripped("\n".join(becomes)))


def equivalent_mutants(path: Path = EQUIVALENT) -> list[EquivalentMutant]:
    """Return the mutants that are known to be equivalent."""
    listed = tomllib.loads(path.read_text(encoding="utf-8"))
    return msgspec.convert(listed.get("equivalent", []), list[EquivalentMutant])


def score_of(tried: Sequence[Tried], equivalent: Iterable[EquivalentMutant]) -> Score:
    """Return what came of the mutants tried."""
    known = {mutant.edit for mutant in equivalent}
    return Score(
        tried=tuple(tried),
        equivalent=tuple(mutant for mutant in tried if mutant.edit in known and not mutant.is_killed),
        survivors=tuple(mutant for mutant in tried if mutant.edit not in known and not mutant.is_killed),
        wrongly_equivalent=tuple(mutant for mutant in tried if mutant.edit in known and mutant.is_killed),
    )


def _place_in_draw(name: str, seed: int) -> tuple[str, str]:
    key = f"{seed} {function_of(name)} {name.rpartition('_')[2]}"
    return hashlib.sha256(key.encode()).hexdigest(), name


def _stripped(lines: str) -> str:
    return "\n".join(line.strip() for line in lines.strip().splitlines())
