"""What share of a seeded sample of the store's mutants its tests kill, and which survive.

python -m tests.mutation [--sample 300] [--seed 1] [--workers 2] [NAME...]
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.mutation.mutants import Score, equivalent_mutants, sample, score_of
from tests.mutation.scratch_tree import NotJudged, ScratchTree

SAMPLE = 300
SEED = 1
WORKERS = 2


def main() -> int:
    """Try the sample, or the mutants that are named, and print the survivors and the score."""
    options = _options()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="front-foot-mutation-") as folder:
        tree = ScratchTree(Path(folder))
        every = tree.mutants()
        names = options.names or sample(every, count=options.sample, seed=options.seed)
        try:
            tried = tree.tried(names, workers=options.workers)
        except NotJudged as error:
            print(error)
            return 2
    score = score_of(tried, equivalent_mutants())
    drawn = "named" if options.names else f"sampled of {len(every):,} with seed {options.seed}"
    failures = [] if options.names else score.failures  # a few that are named are no sample
    _print(score, failures, f"{drawn}; {(time.monotonic() - begun) / 60:.0f} minutes")
    return 1 if failures or (options.names and score.survivors) else 0


def _print(score: Score, failures: Sequence[str], remark: str) -> None:
    for heading, mutants in (
        ("survives", score.survivors),
        ("is listed as equivalent and was killed", score.wrongly_equivalent),
    ):
        for mutant in mutants:
            print(f"{mutant.place} {heading} ({mutant.name})\n{mutant.diff}\n")
    for failure in failures:
        print(failure)
    print(
        f"mutation: {score.share:.1%} of the store's mutants killed; {score.killed} killed, "
        f"{len(score.survivors)} survived, {len(score.equivalent)} equivalent of {len(score.tried)} {remark}"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--sample", type=int, default=SAMPLE, help="how many mutants")
    parser.add_argument("--seed", type=int, default=SEED, help="which ones")
    parser.add_argument("--workers", type=int, default=WORKERS, help="how many at a time")
    parser.add_argument("names", nargs="*", help="these mutants instead, by the names printed for survivors")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
