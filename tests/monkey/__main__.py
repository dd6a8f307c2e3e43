"""Play one seed: python -m tests.monkey --seed 7 --steps 3000."""

import argparse
import shutil
import sys
from pathlib import Path

from tests.monkey.run import Run
from tests.monkey.start import play, told


def main() -> int:
    """Play the seed given; return 1 if something failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=1_000)
    parser.add_argument("--platform", default="offscreen")
    parser.add_argument("--eager", action="store_true", help="wait for nothing but at checkpoints")
    parser.add_argument("--check-every", type=int, default=25, metavar="STEPS")
    parser.add_argument("--malloc-debug", action="store_true")
    parser.add_argument("--folder", type=Path, default=None, help="where the run's files lie")
    given = parser.parse_args()
    folder = given.folder or Path("out/monkey") / f"seed-{given.seed}"
    shutil.rmtree(folder, ignore_errors=True)
    run = Run(
        seed=given.seed,
        steps=given.steps,
        folder=str(folder.absolute()),
        eager=given.eager,
        check_every=given.check_every,
        platform=given.platform,
        malloc_debug=given.malloc_debug,
    )
    outcome = play(run)
    print(told(run, outcome))
    return 1 if outcome.failure else 0


if __name__ == "__main__":
    sys.exit(main())
